/** `/users`: the list, one person, the one thing that can be changed, and the apps that the person uses. */
import { Refusal, jsonObject } from '../../http/exchange';
import { costConverted } from '../app-user';
import { USER_ATTRIBUTES } from '../attributes';
import { simpleFilter } from '../query/filters';
import type { Test } from '../query/filters';
import { chosenFields, listAnswer } from '../query/list';
import { flag, onlyParameters } from '../query/parameters';
import type { AppUse, ToriiRecord } from '../record';
import { get, named, ok } from '../route';
import type { Call, ToriiRoute } from '../route';
import { shownRecord } from '../shown-value';

const LIFECYCLE = ['active', 'offboarding', 'offboarded'];
/** The list is limited as text, not as a number of ids. https://developers.toriihq.com/reference/getusers */
const LONGEST_ID_LIST = 50;

const gone = (user: ToriiRecord) => user.isDeletedInIdentitySources === true;
const guest = (user: ToriiRecord) => user.isExternal === true;
const machine = (user: ToriiRecord) => user.isNonHuman === true;
const employee = (user: ToriiRecord) => !guest(user) && !machine(user);

/** Names are documented; who belongs to which is our reading of them. */
const VIEWS: Readonly<Record<string, Test>> = {
  currentEmployees: (user) => employee(user) && !gone(user),
  pastEmployees: (user) => employee(user) && gone(user),
  allEmployees: employee,
  currentUsers: (user) => !machine(user) && !gone(user),
  pastUsers: (user) => !machine(user) && gone(user),
  allUsers: (user) => !machine(user),
  currentNonHumanUsers: (user) => machine(user) && !gone(user),
  pastNonHumanUsers: (user) => machine(user) && gone(user),
  allNonHumanUsers: machine,
  externalUsers: guest,
};

const PARAMETERS: Readonly<Record<string, (value: string) => Test>> = {
  email: (value) => (user) => String(user.email ?? '').toLowerCase() === value.toLowerCase(),
  lifecycleStatus: (value) => {
    if (!LIFECYCLE.includes(value)) throw notOneOf('lifecycleStatus', LIFECYCLE);
    return (user) => user.lifecycleStatus === value;
  },
  idUsers: (value) => {
    if (value.length > LONGEST_ID_LIST) {
      throw new Refusal(400, `"idUsers" must be at most ${LONGEST_ID_LIST} characters long`);
    }
    const ids = value.split(',').map(Number);
    return (user) => ids.includes(user.id);
  },
  view: (value) => {
    const test = VIEWS[value];
    if (test === undefined) throw notOneOf('view', Object.keys(VIEWS));
    return test;
  },
};

const notOneOf = (key: string, allowed: readonly string[]) =>
  new Refusal(400, `"${key}" must be one of [${allowed.join(', ')}]`);

/** `id` and `additionalEmails` come back whatever was asked for. https://developers.toriihq.com/reference/getusers */
function list(call: Call) {
  const catalog = call.tenant.catalog('users', call.version);
  const always = ['id', 'additionalEmails'].flatMap((key) => catalog.get(key) ?? []);
  const rules = {
    resource: 'users' as const,
    catalog,
    searched: ['email', 'firstName', 'lastName'],
    parameters: PARAMETERS,
    paged: true,
    unordered: false,
  };
  return listAnswer(call, rules, (fields, user) => shownRecord([...always, ...fields], user, call));
}

function one(call: Call) {
  onlyParameters(call.exchange, []);
  return personAnswer(call, named(call, 'users', 'idUser'));
}

function personAnswer(call: Call, user: ToriiRecord) {
  const catalog = call.tenant.catalog('users', call.version);
  const fields = USER_ATTRIBUTES.flatMap((attribute) => catalog.get(attribute.key) ?? []);
  return ok({ user: shownRecord(fields, user, call) });
}

/** Told in the audit log, as it can start automations. https://developers.toriihq.com/reference/putusersiduser */
function update(call: Call) {
  const user = named(call, 'users', 'idUser');
  const { lifecycleStatus, ...others } = jsonObject(call.exchange);
  const [other] = Object.keys(others);
  if (other !== undefined) throw new Refusal(400, `"${other}" is not allowed`);
  if (lifecycleStatus === undefined) throw new Refusal(400, '"lifecycleStatus" is required');
  if (!LIFECYCLE.includes(String(lifecycleStatus))) throw notOneOf('lifecycleStatus', LIFECYCLE);
  call.tenant.change(user, { lifecycleStatus });
  call.tenant.add('auditLog', {
    id: call.tenant.nextId('auditLog'),
    entity: 'users',
    type: 'update_user_lifecycle_status',
    creationTime: new Date(call.now).toISOString(),
    performedBy: null,
    requestDetails: { path: call.exchange.path, method: 'put', remoteAddress: null },
    // The keys of the object are not described: these are ours.
    properties: { idUser: user.id, lifecycleStatus },
  });
  return personAnswer(call, user);
}

/** An app with what one person's use of it adds: that of the first account, and the costs of all of them. */
function usedApp(call: Call, uses: readonly AppUse[]): ToriiRecord | undefined {
  const [use] = uses;
  const app = use === undefined ? undefined : call.tenant.find('apps', use.idApp);
  if (use === undefined || app === undefined) return undefined;
  const { isUserRemovedFromApp, currency } = use;
  const organisation = call.tenant.data.org.currency;
  return {
    ...app,
    isUserRemovedFromApp,
    annualCost: sum(uses.map(({ annualCost }) => annualCost)),
    annualCostConverted: sum(uses.map((each) => costConverted(each, organisation))),
    currency,
  };
}

/** null where there is nothing to add up. */
function sum(costs: readonly (number | null)[]): number | null {
  const known = costs.filter((cost) => cost !== null);
  return known.length === 0 ? null : known.reduce((all, cost) => all + cost, 0);
}

/** People are plain ids here, and old names live on. https://developers.toriihq.com/reference/getusersiduserapps */
const oldView = (call: Call): Call => ({ ...call, version: '1.0' });

/** Beside the organisation's own fields. https://developers.toriihq.com/reference/getusersiduserapps */
const APP_FILTERS = ['isUserRemovedFromApp', 'state'];

/** Not paged; filtered by state, by removal and by the organisation's own fields. */
function apps(call: Call) {
  const user = named(call, 'users', 'idUser');
  const { query } = call.exchange;
  const catalog = call.tenant.catalog('userApps', '1.0');
  const fields = chosenFields(query, catalog);
  flag(query, 'isUserRemovedFromApp');
  const tests = [...query]
    .filter(([key]) => key !== 'fields')
    .map(([key, value]) => {
      const field = catalog.get(key);
      if (field === undefined || !(field.custom || APP_FILTERS.includes(key))) {
        throw new Refusal(400, `"${key}" is neither a parameter nor a field of your own`);
      }
      return simpleFilter(field, value);
    });
  const byApp = new Map<number, AppUse[]>();
  for (const use of call.tenant.uses.ofUser(user.id)) {
    byApp.set(use.idApp, [...(byApp.get(use.idApp) ?? []), use]);
  }
  const used = [...byApp.values()]
    .flatMap((uses) => usedApp(call, uses) ?? [])
    .filter((app) => tests.every((test) => test(app)));
  return ok({ apps: used.map((app) => shownRecord(fields, app, oldView(call))) }, used.length);
}

function usesOf(call: Call): AppUse[] {
  const user = named(call, 'users', 'idUser');
  const app = named(call, 'apps', 'idApp');
  const uses = call.tenant.uses.ofUser(user.id).filter((row) => row.idApp === app.id);
  if (uses.length === 0) throw new Refusal(404, `User ${user.id} does not use app ${app.id}`);
  return uses;
}

function app(call: Call) {
  onlyParameters(call.exchange, ['fields']);
  const used = usedApp(call, usesOf(call));
  const fields = chosenFields(call.exchange.query, call.tenant.catalog('userApps', '1.0'));
  return ok({ app: used === undefined ? null : shownRecord(fields, used, oldView(call)) });
}

/** https://developers.toriihq.com/reference/putusersiduserappsidapp */
function updateApp(call: Call) {
  const uses = usesOf(call);
  const { isUserRemovedFromApp, ...others } = jsonObject(call.exchange);
  const [other] = Object.keys(others);
  if (other !== undefined) throw new Refusal(400, `"${other}" is not allowed`);
  if (typeof isUserRemovedFromApp !== 'boolean')
    throw new Refusal(400, '"isUserRemovedFromApp" must be a boolean');
  for (const use of uses) call.tenant.edit('appUsers', use.id, { isUserRemovedFromApp });
  const { id, name, state } = named(call, 'apps', 'idApp');
  return ok({ app: { id, name, isUserRemovedFromApp, state } });
}

export const USER_ROUTES: readonly ToriiRoute[] = [
  get('/users', list),
  get('/users/{idUser}', one),
  { method: 'PUT', path: '/users/{idUser}', handler: update },
  get('/users/{idUser}/apps', apps),
  get('/users/{idUser}/apps/{idApp}', app),
  { method: 'PUT', path: '/users/{idUser}/apps/{idApp}', handler: updateApp },
];
