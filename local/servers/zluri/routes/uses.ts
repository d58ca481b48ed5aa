/** Who uses what: the users of an app, the apps of a user, one account, a new one, and changes to it. */
import { Refusal } from '../../http/exchange';
import type { Answer } from '../../http/exchange';
import { WrongValue } from '../error-body';
import { APP_STATUSES, OPTIMIZATION_FORMS } from '../filter-fields';
import { objectId, rowOf } from '../object-id';
import { listAnswer } from '../query/list';
import type { AppUse, ZluriRecord } from '../record';
import { GUESSED_WRITE_ANSWER, bodyOf, named, ok, route, single } from '../route';
import type { Call, ZluriRoute } from '../route';
import { shownRecord } from '../shown-record';
import { completeUse } from '../tenant';
import { demandKeys, patchFrom } from '../written-value';
import type { WritableFields } from '../written-value';

/** Inferred from the PATCH path. https://developers.zluri.com/reference/getapplicationuser */
const INFERRED_ONE = 'GET /v2/application/{app_id}/user/{user_id}';

/** https://developers.zluri.com/reference/updateapplicationuser-1 */
const CHANGEABLE: WritableFields = {
  user_app_role: { type: 'text' },
  optimization_inclusion: { type: 'enum', values: Object.values(OPTIMIZATION_FORMS) },
  user_app_archive: { type: 'boolean' },
  assign_licenses: { type: 'licences', stores: 'licenses' },
  user_app_status: { type: 'enum', values: APP_STATUSES },
};

/** The account as the list of an app's users shows it. */
function userRow(use: AppUse, user: ZluriRecord): ZluriRecord {
  const { app_id: _app, ...account } = use;
  return {
    ...account,
    user_name: user.user_name,
    user_email: user.user_email,
    user_status: user.user_status,
    user_account_type: user.user_account_type,
    user_designation: user.user_designation,
    user_archive: user.user_archive,
    dept_id: user.user_department_id,
    user_department_name: user.user_department_name,
    user_reporting_manager: user.user_reporting_manager_id,
    custom_fields: user.custom_fields ?? [],
  };
}

/** The account as the list of a user's apps shows it. */
function appRow(use: AppUse, app: ZluriRecord, user: ZluriRecord): ZluriRecord {
  const { user_id: _user, ...account } = use;
  return { ...app, ...account, user_archive: user.user_archive, custom_fields: app.custom_fields ?? [] };
}

function usersOfApp(call: Call): Answer {
  const app = named(call, 'apps', 'app_id');
  const { tenant } = call;
  const rows = () =>
    tenant.uses.ofApp(String(app.app_id)).flatMap((use) => {
      const user = tenant.find('users', use.user_id);
      return user === undefined ? [] : [userRow(use, user)];
    });
  return listAnswer(call, {
    listed: 'appUsers',
    source: tenant.data.appUsers,
    rows,
    searched: ['user_name', 'user_email'],
    archive: 'user_app_archive',
  });
}

function appsOfUser(call: Call): Answer {
  const user = named(call, 'users', 'user_id');
  const { tenant } = call;
  const rows = () =>
    tenant.uses.ofUser(String(user.user_id)).flatMap((use) => {
      const app = tenant.find('apps', use.app_id);
      return app === undefined ? [] : [appRow(use, app, user)];
    });
  return listAnswer(call, {
    listed: 'userApps',
    source: tenant.data.appUsers,
    rows,
    searched: ['app_name'],
    archive: 'user_app_archive',
  });
}

function accountOf(call: Call): { use: AppUse; user: ZluriRecord } {
  const app = named(call, 'apps', 'app_id');
  const user = named(call, 'users', 'user_id');
  const use = call.tenant.uses.between(String(app.app_id), String(user.user_id));
  if (use === undefined) throw new Refusal(404, 'The user does not have this application');
  return { use, user };
}

function one(call: Call): Answer {
  const { use, user } = accountOf(call);
  return single(call, shownRecord('appUsers', userRow(use, user), call));
}

/** Fails for a user who has the app already. https://developers.zluri.com/reference/addapplicationuser */
function add(call: Call): Answer {
  const app = named(call, 'apps', 'app_id');
  const body = bodyOf(call.exchange);
  demandKeys(body, 'user_email');
  const { tenant } = call;
  const user = tenant.userByEmail(String(body.user_email));
  if (user === undefined) throw new WrongValue('user_email', 'There is no such user');
  const ids = { app_id: String(app.app_id), user_id: String(user.user_id) };
  if (tenant.uses.between(ids.app_id, ids.user_id) !== undefined) {
    throw new WrongValue('user_email', 'The user has this application already');
  }
  const user_app_discovered = new Date(call.now).toISOString();
  const source_array = [{ keyword: 'manual' }];
  tenant.putUse(completeUse({ user_app_id: newUseId(call), ...ids, user_app_discovered, source_array }, 0));
  return ok({ message: 'user added' });
}

/** After those of all seeded uses. */
function newUseId({ tenant }: Call): string {
  const highest = tenant.data.appUsers.reduce(
    (most, use) => Math.max(most, rowOf('use', use.user_app_id)),
    2 ** 45,
  );
  return objectId('use', highest + 1);
}

function update(call: Call): Answer {
  const { use } = accountOf(call);
  const licences = call.tenant.data.licenses.filter((licence) => licence.app_id === use.app_id);
  const scope = { tenant: call.tenant, options: call.options, definitions: [], licences };
  const patch = patchFrom(bodyOf(call.exchange), CHANGEABLE, use, scope);
  call.tenant.putUse({ ...use, ...patch });
  return ok(GUESSED_WRITE_ANSWER);
}

export const USE_ROUTES: readonly ZluriRoute[] = [
  route('POST /v2/applications/{app_id}/users', 'apps', usersOfApp),
  route('POST /v2/users/{user_id}/applications', 'users', appsOfUser),
  route(INFERRED_ONE, 'apps', one),
  route('POST /v2/application/{app_id}/add-user', 'apps', add),
  route('PATCH /v2/application/{app_id}/user/{user_id}', 'apps', update),
];
