/** A Zluri of our own: real HTTP on a loopback port, built from Zluri's documents, with its limits, traps and faults. */
import type { FakeServer, ServerClock } from '../fake-server';
import { Refusal } from '../http/exchange';
import type { Answer, Exchange } from '../http/exchange';
import { FaultList } from '../http/fault-list';
import { KeptOrders } from '../http/kept-orders';
import { BASE_LATENCY } from '../http/latency';
import { listen } from '../http/listener';
import { changedOptions } from '../http/option-changes';
import { RateWindows } from '../http/rate-windows';
import { findRoute } from '../http/router';
import { errorBody } from './error-body';
import { REQUESTS_A_MINUTE } from './limits';
import { catchUp } from './integrations/shown-sync';
import { DEFAULT_OPTIONS } from './options';
import type { ZluriOptions } from './options';
import type { ZluriRecord, ZluriTenant } from './record';
import type { Call, Endpoint, ZluriRoute } from './route';
import { ADMIN_ROUTES } from './routes/admins';
import { APP_ROUTES } from './routes/apps';
import { AUDIT_LOG_ROUTES } from './routes/audit-log';
import { CONTRACT_ROUTES } from './routes/contracts';
import { integrationRoutes } from './routes/integrations';
import { organisationRoutes } from './routes/organisation';
import { syncRoutes } from './routes/syncs';
import { USER_ROUTES } from './routes/users';
import { USE_ROUTES } from './routes/uses';
import type { TenantSize } from './seed/seeded-tenant';
import { openTenant } from './tenant';

export type { ZluriTenant } from './record';

export interface ZluriServerOptions {
  readonly clock: ServerClock;
  /** Sizes of a seeded tenant (default: 180 apps, 90 contracts, 450 users), or a tenant written out. */
  readonly tenant?: TenantSize | ZluriTenant | undefined;
  /** Default: any free port. */
  readonly port?: number | undefined;
}

/** The only key that the server takes. */
const API_KEY = 'zluri-local-not-a-real-key-9c3d';

const ROUTES: readonly ZluriRoute[] = [
  ...APP_ROUTES,
  ...USER_ROUTES,
  ...USE_ROUTES,
  ...CONTRACT_ROUTES,
  ...ADMIN_ROUTES,
  ...AUDIT_LOG_ROUTES,
];

/**
 * Starts a server on the tenant. Rates are counted by `clock`; every answer names its virtual latency. `options` takes
 * the names of `ZluriOptions`; `edit` takes apps, contracts, users, admins, auditLog, licenses and departments by their
 * ids, instances, syncs and transactions too, appUsers by user_app_id, and appFields, contractFields and userFields by id or name.
 */
export async function openZluriServer(wanted: ZluriServerOptions): Promise<FakeServer> {
  const { clock, port } = wanted;
  const tenant = openTenant(wanted.tenant ?? {}, clock.now());
  const faults = new FaultList();
  const gate = new Gate(new RateWindows(clock));
  const lists = new KeptOrders<ZluriRecord>();
  const caughtUp = () => {
    catchUp(tenant, clock.now());
    return tenant;
  };
  const listener = await listen({
    port,
    faults,
    errorBody: (status, message, refusal) => errorBody(status, message, refusal, gate.options.errorShape),
    refusalLatency: BASE_LATENCY,
    answer: (exchange) => answer(exchange, { tenant: caughtUp(), lists, now: clock.now() }, gate),
  });
  return {
    url: listener.url,
    apiKey: API_KEY,
    get data() {
      return caughtUp().data as unknown as FakeServer['data'];
    },
    edit: (resource, id, patch) => tenant.edit(resource, id, patch),
    fault: (rule) => faults.add(rule),
    options: (changes) => {
      gate.options = changedOptions('Zluri', gate.options, changes);
    },
    close: () => listener.close(),
  };
}

/** Who may come in, and how often. */
class Gate {
  options: ZluriOptions = DEFAULT_OPTIONS;

  constructor(private readonly windows: RateWindows) {}

  /** https://developers.zluri.com/reference/authentication-1 */
  identify(exchange: Exchange): void {
    const given = exchange.headers['api-key'];
    // The texts of 401 are our own: the pages give none.
    if (given === undefined) throw new Refusal(401, 'API key is missing');
    if (given !== API_KEY || this.options.revokeKey) throw new Refusal(401, 'Invalid api key');
  }

  /** All endpoints together. https://developers.zluri.com/reference/rate-limits */
  admit(): void {
    const wait = this.windows.take('key', REQUESTS_A_MINUTE);
    if (wait === 0) return;
    const headers = this.options.retryAfter ? { 'retry-after': String(wait) } : {};
    throw new Refusal(429, 'Too many requests; wait for the time in retry-after', headers);
  }

  /** Inferred: keys of the old generation carry permissions. https://api-docs.zluri.dev/docs/zluri/zluri-external-apis-v-1 */
  permit({ scope, isWrite }: Endpoint): void {
    const { forbid, readOnlyKey } = this.options;
    if ([forbid].flat().includes(scope) || (readOnlyKey && isWrite)) {
      throw new Refusal(403, `The api key has no permission for ${scope}`);
    }
  }
}

/** Some paths and methods are guessed, so that the options may move them. */
function routesOf(options: ZluriOptions): readonly ZluriRoute[] {
  return [...ROUTES, ...organisationRoutes(options), ...integrationRoutes(options), ...syncRoutes(options)];
}

function answer(exchange: Exchange, around: Pick<Call, 'tenant' | 'lists' | 'now'>, gate: Gate): Answer {
  gate.identify(exchange);
  gate.admit();
  const { options } = gate;
  const found = findRoute(routesOf(options), exchange.method, exchange.path);
  if (found === undefined) {
    throw new Refusal(404, `The local Zluri server has no ${exchange.method} ${exchange.path}`);
  }
  gate.permit(found.route.handler);
  return found.route.handler.answer({ ...around, exchange, parameters: found.parameters, options });
}
