/** `/v2/integrations-sync`: schemas of entities, and instances of custom integrations. */
import { Refusal } from '../../http/exchange';
import type { Answer } from '../../http/exchange';
import { WrongValue } from '../error-body';
import { ENTITIES, shownSchema } from '../integrations/entities';
import type { Instance } from '../integrations/sync';
import { objectId } from '../object-id';
import type { ZluriOptions } from '../options';
import { offsetPage } from '../query/offset-page';
import { bodyOf, created, ok, route, single } from '../route';
import type { Call, ZluriRoute } from '../route';
import { demandKeys } from '../written-value';

export const BASE = '/v2/integrations-sync';
/** The ending is documented, what stands before it inferred. https://developers.zluri.com/docs/best-practices */
const INFERRED_SCHEMAS = `${BASE}/entities/schemas`;
/** The other candidate. https://developers.zluri.com/reference/getentityschemas */
const GUESSED_OTHER_SCHEMAS = `${BASE}/schemas`;
/** https://help.zluri.com/reference/createsdkinstance */
const INFERRED_INSTANCES = `${BASE}/instances`;
/** Inferred from the PUT path. https://help.zluri.com/docs/sdk-migration-guide */
const INFERRED_ONE = `${BASE}/instances/{instance_id}`;

/** https://help.zluri.com/reference/createsdkinstance */
const MOST_EMAILS = 3;
/** https://developers.zluri.com/reference/listsdkinstances */
const STATUSES = ['connected', 'not-connected', 'error'];
/** What an update may set. https://help.zluri.com/docs/sdk-migration-guide */
const SETTABLE_STATUSES = ['connected', 'not-connected'];

function list(call: Call): Answer {
  const status = call.exchange.query.get('status');
  if (status !== null && !STATUSES.includes(status)) {
    throw new WrongValue('status', `Must be one of ${STATUSES.join(', ')}`, 'query');
  }
  const { instances } = call.tenant.data;
  return offsetPage(
    call,
    instances.filter((instance) => status === null || instance.status === status),
  );
}

/** The app must be there, the name is unique, and all addresses are those of users. https://help.zluri.com/reference/createsdkinstance */
function create(call: Call): Answer {
  const body = bodyOf(call.exchange);
  onlyKeys(body, ['app_id', 'instance_name', 'notification_emails', 'created_by']);
  demandKeys(body, 'app_id', 'instance_name', 'created_by');
  const { tenant } = call;
  const { app_id, instance_name } = body as { app_id: string; instance_name: string };
  const { instances } = tenant.data;
  if (tenant.find('apps', app_id) === undefined) {
    throw new WrongValue('app_id', 'There is no such application');
  }
  if (instances.some((instance) => instance.instance_name === instance_name)) {
    throw new WrongValue('instance_name', 'There is an instance of this name already');
  }
  const instance: Instance = {
    instance_id: objectId('instance', instances.length),
    instance_name,
    app_id,
    status: 'connected',
    notification_emails: emails(call, body.notification_emails),
    created_by: userEmail(call, 'created_by', body.created_by),
  };
  instances.push(instance);
  return created(call, instance);
}

/** The list of addresses is replaced as a whole. https://help.zluri.com/docs/sdk-migration-guide */
function update(call: Call): Answer {
  const instance = instanceOf(call);
  const body = bodyOf(call.exchange);
  onlyKeys(body, ['notification_emails', 'status', 'created_by']);
  const { notification_emails, status, created_by } = body;
  const changes: Partial<Instance> = {};
  if (notification_emails !== undefined) changes.notification_emails = emails(call, notification_emails);
  if (created_by !== undefined) changes.created_by = userEmail(call, 'created_by', created_by);
  if (status !== undefined) {
    if (!SETTABLE_STATUSES.includes(status as string)) {
      throw new WrongValue('status', `Must be one of ${SETTABLE_STATUSES.join(', ')}`);
    }
    changes.status = status as Instance['status'];
  }
  return single(call, Object.assign(instance, changes));
}

export function instanceOf(call: Call): Instance {
  const id = call.parameters.instance_id;
  const instance = call.tenant.data.instances.find((each) => each.instance_id === id);
  if (instance === undefined) throw new Refusal(404, `No instance ${String(id)} was found`);
  return instance;
}

function emails(call: Call, given: unknown): string[] {
  const key = 'notification_emails';
  if (!Array.isArray(given) || given.length < 1 || given.length > MOST_EMAILS) {
    throw new WrongValue(key, `Must be an array of 1 to ${MOST_EMAILS} emails`);
  }
  return given.map((email, i) => userEmail(call, `${key}[${i}]`, email));
}

function userEmail({ tenant }: Call, key: string, email: unknown): string {
  if (typeof email !== 'string' || tenant.userByEmail(email) === undefined) {
    throw new WrongValue(key, 'There is no user with this email');
  }
  return email;
}

/** Inferred: keys that do not exist are refused. */
export function onlyKeys(body: Record<string, unknown>, allowed: readonly string[]): void {
  const other = Object.keys(body).find((key) => !allowed.includes(key));
  if (other !== undefined) throw new WrongValue(other, `"${other}" is not allowed`);
}

const INSTANCE_ROUTES: readonly ZluriRoute[] = [
  route(`GET ${INFERRED_INSTANCES}`, 'integrations', list),
  route(`POST ${INFERRED_INSTANCES}`, 'integrations', create),
  route(`GET ${INFERRED_ONE}`, 'integrations', (call) => single(call, instanceOf(call))),
  route(`PUT ${BASE}/instances/{instance_id}`, 'integrations', update),
];

export function integrationRoutes({ schemas }: ZluriOptions): readonly ZluriRoute[] {
  if (schemas === 'none') return INSTANCE_ROUTES;
  const path = schemas === 'elsewhere' ? GUESSED_OTHER_SCHEMAS : INFERRED_SCHEMAS;
  const answer = () => ok(ENTITIES.map(shownSchema), ENTITIES.length);
  return [...INSTANCE_ROUTES, route(`GET ${path}`, 'integrations', answer)];
}
