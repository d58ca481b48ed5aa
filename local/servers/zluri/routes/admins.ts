/** Admins: the list. Roles are given by a call of its own, whose path is only guessed, so that it is not here. */
import { listAnswer } from '../query/list';
import { route } from '../route';
import type { ZluriRoute } from '../route';

/** Inferred from the other lists. https://developers.zluri.com/reference/listadmins */
const INFERRED_LIST = 'POST /v2/admins';

export const ADMIN_ROUTES: readonly ZluriRoute[] = [
  route(INFERRED_LIST, 'admins', (call) =>
    listAnswer(call, {
      listed: 'admins',
      source: call.tenant.data.admins,
      searched: ['user_name', 'user_email'],
    }),
  ),
];
