/** How many requests a minute each endpoint takes. */

/** By method and path template. https://developers.toriihq.com/llms.txt */
export const LIMITS: Readonly<Record<string, number>> = {
  'GET /apps': 200,
  'GET /apps/{idApp}': 400,
  'PUT /apps/{idApp}': 100,
  'GET /apps/{idApp}/users': 600,
  'GET /apps/fields': 200,
  'GET /apps/metadata': 200,
  'GET /contracts': 100,
  'POST /contracts': 200,
  'GET /contracts/{idContract}': 800,
  'PUT /contracts/{idContract}': 400,
  'DELETE /contracts/{idContract}': 200,
  'GET /contracts/fields': 200,
  'GET /contracts/metadata': 200,
  'GET /users': 100,
  'GET /users/{idUser}': 800,
  'PUT /users/{idUser}': 200,
  'GET /users/fields': 200,
  'GET /users/metadata': 200,
  'GET /users/{idUser}/apps': 800,
  'GET /users/{idUser}/apps/{idApp}': 800,
  'PUT /users/{idUser}/apps/{idApp}': 200,
  'GET /orgs/my': 100,
  'GET /roles': 100,
};
