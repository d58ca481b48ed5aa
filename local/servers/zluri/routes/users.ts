/** Users: the list, one user, a new one, changes, and the ids that belong to e-mail addresses. */
import type { Answer } from '../../http/exchange';
import { WrongValue } from '../error-body';
import { ACCOUNT_TYPES, OPTIMIZATION_FORMS, USER_STATUSES } from '../filter-fields';
import { INFERRED_MOST_EMAILS } from '../limits';
import { listAnswer } from '../query/list';
import type { ZluriRecord } from '../record';
import { GUESSED_WRITE_ANSWER, bodyOf, created, named, ok, route, single } from '../route';
import type { Call, ZluriRoute } from '../route';
import { shownRecord } from '../shown-record';
import { addressesOf } from '../tenant';
import { demandKeys, patchFrom } from '../written-value';
import type { WritableFields } from '../written-value';

/** Inferred from GET and PATCH of applications. https://developers.zluri.com/reference/getuserdetail */
const INFERRED_ONE = 'GET /v2/user/{user_id}';
/** Inferred from PATCH /v2/application/{app_id}. https://developers.zluri.com/reference/updateuser */
const INFERRED_UPDATE = 'PATCH /v2/user/{user_id}';

const readForm = (written: unknown) =>
  Object.keys(OPTIMIZATION_FORMS).find((shown) => OPTIMIZATION_FORMS[shown] === written);

/** No `unknown` here, and other names than in updates. https://developers.zluri.com/reference/adduser */
const ADDABLE: WritableFields = {
  user_name: { type: 'text' },
  user_email: { type: 'email' },
  user_designation: { type: 'text' },
  user_status: { type: 'enum', values: USER_STATUSES.filter((status) => status !== 'unknown') },
  user_department_id: { type: 'department' },
  account_type: { type: 'enum', values: ACCOUNT_TYPES, stores: 'user_account_type' },
  user_personal_email: { type: 'email' },
  user_custom_fields: { type: 'custom', stores: 'custom_fields' },
};

/** https://developers.zluri.com/reference/updateuser */
const CHANGEABLE: WritableFields = {
  user_name: { type: 'text' },
  user_email: { type: 'email' },
  user_personal_email: { type: 'email' },
  user_department_id: { type: 'department' },
  user_status: { type: 'enum', values: USER_STATUSES },
  reporting_manager_id: { type: 'user', stores: 'user_reporting_manager_id' },
  user_designation: { type: 'text' },
  user_account_type: { type: 'enum', values: ACCOUNT_TYPES },
  user_archive: { type: 'boolean' },
  optimization_inclusion: { type: 'enum', values: Object.values(OPTIMIZATION_FORMS), as: readForm },
  primary_source: { type: 'source' },
  user_custom_fields: { type: 'custom', stores: 'custom_fields' },
};

function list(call: Call): Answer {
  return listAnswer(call, {
    listed: 'users',
    source: call.tenant.data.users,
    searched: ['user_name', 'user_email'],
    archive: 'user_archive',
  });
}

function one(call: Call): Answer {
  return single(call, shownRecord('users', named(call, 'users', 'user_id'), call));
}

function scope(call: Call) {
  return { tenant: call.tenant, options: call.options, definitions: call.tenant.data.userFields };
}

function add(call: Call): Answer {
  const { reporting_manager_email: manager, ...body } = bodyOf(call.exchange);
  demandKeys(body, 'user_name', 'user_email');
  const { tenant } = call;
  const user: ZluriRecord = {
    user_id: tenant.nextId('users'),
    user_status: 'active',
    user_account_type: 'employee',
    user_alternate_emails: [],
    user_archive: false,
    user_created_at: new Date(call.now).toISOString(),
    optimization_inclusion: 'Included for all Optimizations',
    source_array: [{ keyword: 'manual' }],
    custom_fields: [],
  };
  Object.assign(user, patchFrom(body, ADDABLE, user, scope(call)));
  if (manager !== undefined) {
    user.user_reporting_manager_id = tenant.userByEmail(String(manager))?.user_id;
    if (user.user_reporting_manager_id === undefined) {
      throw new WrongValue('reporting_manager_email', 'There is no such user');
    }
  }
  if (tenant.userByEmail(String(user.user_email)) !== undefined) {
    throw new WrongValue('user_email', 'There is a user with this email already');
  }
  tenant.add('users', user);
  return created(call, shownRecord('users', user, call));
}

function update(call: Call): Answer {
  const user = named(call, 'users', 'user_id');
  call.tenant.change(user, patchFrom(bodyOf(call.exchange), CHANGEABLE, user, scope(call)));
  return ok(GUESSED_WRITE_ANSWER);
}

/** Addresses that belong to nobody are left out (inferred). https://help.zluri.com/reference/getuseridsbyemails */
function idsByEmails(call: Call): Answer {
  const { emails } = bodyOf(call.exchange);
  if (!Array.isArray(emails)) throw new WrongValue('emails', 'Must be an array of emails');
  if (emails.length > INFERRED_MOST_EMAILS) {
    throw new WrongValue('emails', `Must have at most ${INFERRED_MOST_EMAILS} emails`);
  }
  const { users, org } = call.tenant.data;
  const wanted = new Set(emails.map((email) => String(email).toLowerCase()));
  const found = users.filter((user) => addressesOf(user).some((address) => wanted.has(address)));
  const rows = found.map((user) => ({
    user_id: user.user_id,
    org_id: org.org_id,
    user_name: user.user_name,
    user_email: user.user_email,
    alternate_emails: user.user_alternate_emails ?? [],
  }));
  return ok(rows, rows.length);
}

export const USER_ROUTES: readonly ZluriRoute[] = [
  route('POST /v2/users', 'users', list),
  route(INFERRED_ONE, 'users', one),
  route('POST /v2/add-user', 'users', add),
  route(INFERRED_UPDATE, 'users', update),
  route('POST /v2/userIds', 'users', idsByEmails),
];
