/** `/apps/{idApp}/users`: who uses an app. */
import { APP_USER_CATALOG, appUserRow } from '../app-user';
import { envelope, pageOf, refuseUnknown, searchTest } from '../query/list';
import { sorted } from '../query/order';
import { oneOf, onlyParameters } from '../query/parameters';
import { get, named, ok } from '../route';
import type { Call, ToriiRoute } from '../route';

const STATUSES = ['deleted', 'active', 'managed'];
/** Where `q` looks without `qFields`: assumed. */
const SEARCHED = ['email', 'fullName', 'role'];

/** No choice of fields; people go by `idUser`. https://developers.toriihq.com/reference/getappsidappusers */
function list(call: Call) {
  const { query } = call.exchange;
  onlyParameters(call.exchange, ['sort', 'q', 'qFields', 'status', 'size', 'cursor']);
  const app = named(call, 'apps', 'idApp');
  const status = oneOf(query, 'status', STATUSES);
  const searched = query.get('qFields')?.split(',') ?? SEARCHED;
  refuseUnknown(APP_USER_CATALOG.unknown(searched));
  const search = searchTest(query.get('q'), searched);
  const sort = query.get('sort');
  const page = pageOf(call, call.tenant.data.users, () => {
    const { org } = call.tenant.data;
    const rows = call.tenant.uses.ofApp(app.id).flatMap((use) => {
      const user = call.tenant.find('users', use.idUser);
      if (user === undefined || (status !== undefined && use.status !== status)) return [];
      const listed = appUserRow(use, user, app, org.currency);
      return search?.(listed.row) === false ? [] : [listed];
    });
    return sort === null || sort === '' ? rows : sorted(rows, sort, APP_USER_CATALOG, ({ row }) => row);
  });
  return ok({ users: page.rows.map(({ row }) => row), ...envelope(page, call.options) }, page.rows.length);
}

export const APP_USER_ROUTES: readonly ToriiRoute[] = [get('/apps/{idApp}/users', list)];
