import { LIMITS } from '../../../../local/servers/torii/limits';
import { toriiClient } from './torii-client';

describe('access to the Torii server', () => {
  it('tells whose key it is (Torii: getorgsmy)', async () => {
    const { get } = await toriiClient();
    const { status, body } = await get('/orgs/my');
    expect(status).toBe(200);
    expect(Object.keys(body.org)).toEqual(['id', 'companyName', 'domain', 'creationTime']);
  });

  it('refuses a wrong, a missing and a revoked key with 401 and the documented error body (Torii: errors)', async () => {
    const { get, server } = await toriiClient();
    const wrong = await get('/apps', { Authorization: 'Bearer nonsense' });
    expect(wrong.status).toBe(401);
    expect(wrong.body).toEqual({ statusCode: 401, error: 'Unauthorized', message: 'Invalid API key' });
    expect((await fetch(`${server.url}/v1.0/apps`)).status).toBe(401);
    server.options({ revokeKey: true });
    expect((await get('/apps')).status).toBe(401);
    server.options({ revokeKey: false });
    expect((await get('/apps')).status).toBe(200);
  });

  it('answers 403 naming the missing scope (steampipe-plugin-torii: smoke test)', async () => {
    const { get, server } = await toriiClient();
    server.options({ forbid: 'contracts' });
    const { status, body } = await get('/contracts');
    expect(status).toBe(403);
    expect(body.message).toContain('missing_required_scope');
    expect((await get('/apps')).status).toBe(200);
    server.options({ forbid: [], scopes: ['users'] });
    expect((await get('/users')).status).toBe(200);
    expect((await get('/apps')).status).toBe(403);
  });

  it('answers 403 to all that a key without the right to write would change (Torii: key types; smoke test)', async () => {
    const { get, send, server } = await toriiClient();
    server.options({ readOnlyKey: true });
    const [app] = server.data.apps;
    const { status, body } = await send('PUT', `/apps/${app.id}`, { name: 'Never' });
    expect([status, body.message]).toEqual([403, 'missing_required_scope: write:apps']);
    expect((await send('DELETE', `/contracts/${server.data.contracts[0].id}`)).status).toBe(403);
    expect((await get(`/apps/${app.id}`)).status).toBe(200);
    expect(app.name).not.toBe('Never');
  });

  it('answers 404 for unknown ids, paths and base addresses', async () => {
    const { get, send, server } = await toriiClient();
    expect((await get('/apps/1')).body).toMatchObject({ statusCode: 404, error: 'Not Found' });
    expect((await send('DELETE', '/contracts/1')).status).toBe(404);
    expect((await get('/nonsense')).status).toBe(404);
    const beta = await fetch(`${server.url}/beta/apps`, {
      headers: { Authorization: `Bearer ${server.apiKey}` },
    });
    expect(beta.status).toBe(404);
  });

  it('does not know option names that it does not have', async () => {
    const { server } = await toriiClient();
    expect(() => server.options({ revokedKey: true })).toThrow('no option "revokedKey"');
  });

  it('limits each endpoint by the minute and says how long to wait (Torii: llms.txt, 100 a minute; official CLI: Retry-After)', async () => {
    const { get, clock, server } = await toriiClient({ apps: 1, contracts: 1, users: 1 });
    for (let i = 0; i < 100; i += 1) expect((await get('/contracts')).status).toBe(200);
    clock.time += 20_000;
    const { status, headers, body } = await get('/contracts?size=5');
    expect([status, headers.get('retry-after'), body.error]).toEqual([429, '40', 'Too Many Requests']);
    expect((await get('/contracts/fields')).status).toBe(200);
    server.options({ retryAfter: false });
    expect((await get('/contracts')).headers.has('retry-after')).toBe(false);
    clock.time += 40_000;
    expect((await get('/contracts')).status).toBe(200);
  });

  it('counts the requests to an endpoint for all records together (inferred from Torii: llms.txt)', async () => {
    const { get, clock, server } = await toriiClient({ apps: 3, contracts: 0, users: 2 });
    const send = (i: number) =>
      fetch(`${server.url}/v1.0/apps/${1000 + (i % 3)}`, {
        method: 'PUT',
        headers: { Authorization: `Bearer ${server.apiKey}` },
        body: '{}',
      });
    const asked = await Promise.all(Array.from({ length: 100 }, (_, i) => send(i)));
    expect(asked.every((reply) => reply.status === 200)).toBe(true);
    expect((await send(1)).status).toBe(429);
    expect((await get('/apps/1001')).status).toBe(200);
    clock.time += 60_000;
    expect((await send(1)).status).toBe(200);
  });

  it('knows the limits of every endpoint that it has (Torii: llms.txt)', () => {
    expect(LIMITS).toMatchObject({
      'PUT /apps/{idApp}': 100,
      'GET /apps/{idApp}/users': 600,
      'POST /apps/fields': 50,
      'PUT /apps/fields/{idField}': 50,
      'DELETE /apps/fields/{idField}': 50,
      'POST /contracts': 200,
      'PUT /contracts/{idContract}': 400,
      'DELETE /contracts/{idContract}': 200,
      'PUT /users/{idUser}': 200,
      'PUT /users/{idUser}/apps/{idApp}': 200,
      'GET /roles': 100,
      'GET /audit': 200,
      'GET /transactions': 100,
      'GET /transactions/metadata': 200,
      'PUT /transactions/{idTransaction}': 100,
      'GET /workflows': 500,
      'GET /workflows/{idWorkflow}': 200,
      'GET /workflows/actionExecutions': 500,
      'GET /workflows/audit': 200,
      'GET /users/{idUser}/apps': 800,
      'GET /apps/search': 100,
      'POST /apps/custom': 200,
      'POST /files/upload': 200,
      'GET /files/url': 200,
      'POST /files': 200,
      'GET /files/{id}': 600,
      'GET /files/{id}/download': 600,
      'PUT /parsings/automatic': 200,
      'PUT /parsings/manual': 200,
      'GET /parsings/{id}': 800,
      'POST /services/custom': 50,
      'PUT /services/sync/custom': 200,
      'PUT /services/sync/gluu': 200,
    });
  });

  it.each(['audit', 'transactions', 'workflows', 'roles'])(
    'can be denied to a key for %s alone',
    async (scope) => {
      const { get, server } = await toriiClient({ apps: 1, users: 3 });
      server.options({ forbid: scope });
      expect((await get(`/${scope}`)).status).toBe(403);
      expect((await get('/orgs/my')).status).toBe(200);
    },
  );

  it('names the virtual time that an answer took, more for longer pages', async () => {
    const { get } = await toriiClient({ users: 1000 });
    const latency = async (path: string) => Number((await get(path)).headers.get('x-virtual-latency-ms'));
    expect(await latency('/users')).toBe(300);
    expect(await latency('/orgs/my')).toBe(120);
  });
});
