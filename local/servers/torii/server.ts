/** A Torii of our own: real HTTP on a loopback port, built from Torii's documents, with its limits and faults. */
import type { FakeServer, ServerClock } from '../fake-server';
import { REASONS, Refusal } from '../http/exchange';
import type { Answer, Exchange } from '../http/exchange';
import { FaultList } from '../http/fault-list';
import { BASE_LATENCY } from '../http/latency';
import { listen } from '../http/listener';
import { changedOptions } from '../http/option-changes';
import { PagedLists } from '../http/paged-lists';
import { RateWindows } from '../http/rate-windows';
import { findRoute } from '../http/router';
import { LIMITS } from './limits';
import { DEFAULT_OPTIONS } from './options';
import type { ApiVersion, ToriiOptions } from './options';
import type { ToriiRecord, ToriiTenant } from './record';
import type { Call, ToriiRoute } from './route';
import { APP_FIELD_ROUTES } from './routes/app-fields';
import { APP_USER_ROUTES } from './routes/app-users';
import { APP_ROUTES } from './routes/apps';
import { AUDIT_ROUTES } from './routes/audit';
import { CONTRACT_ROUTES } from './routes/contracts';
import { FIELD_LIST_ROUTES } from './routes/field-lists';
import { FILE_ROUTES } from './routes/files';
import { NEW_APP_ROUTES } from './routes/new-apps';
import { ORGANISATION_ROUTES } from './routes/organisation';
import { PARSING_ROUTES } from './routes/parsings';
import { SERVICE_ROUTES } from './routes/services';
import { TRANSACTION_ROUTES } from './routes/transactions';
import { USER_ROUTES } from './routes/users';
import { WORKFLOW_ROUTES } from './routes/workflows';
import type { TenantSize } from './seed/seeded-tenant';
import { openTenant } from './tenant';
import { Bucket, INFERRED_BUCKET_HOST, bucketError } from './uploads/bucket';
import { catchUp } from './uploads/work-in-progress';

export type { ToriiTenant } from './record';

export interface ToriiServerOptions {
  readonly clock: ServerClock;
  /** Sizes of a seeded tenant (default: 180 apps, 90 contracts, 450 users), or a tenant written out. */
  readonly tenant?: TenantSize | ToriiTenant | undefined;
  /** Default: any free port. */
  readonly port?: number | undefined;
}

/** The only key that the server takes. */
const API_KEY = 'torii-local-not-a-real-key-4f2a';
const BASE_PATH = '/v1.0';

const ROUTES: readonly ToriiRoute[] = [
  ...APP_ROUTES,
  ...APP_FIELD_ROUTES,
  ...APP_USER_ROUTES,
  ...CONTRACT_ROUTES,
  ...USER_ROUTES,
  ...FIELD_LIST_ROUTES,
  ...ORGANISATION_ROUTES,
  ...TRANSACTION_ROUTES,
  ...AUDIT_ROUTES,
  ...WORKFLOW_ROUTES,
  ...NEW_APP_ROUTES,
  ...FILE_ROUTES,
  ...SERVICE_ROUTES,
  ...PARSING_ROUTES,
];

/**
 * Starts a server on the tenant. Rates are counted by `clock`; every answer names its virtual latency. `options` takes
 * the names of `ToriiOptions`; `edit` takes apps, contracts, users, licenses, transactions, auditLog, workflows,
 * workflowRuns (action executions), workflowAudit and roles by their ids, appUsers by `idApp/idUser`, and appFields,
 * contractFields and userFields by id or key, and appAccounts, files, syncs and parsings by their ids. Faults strike the
 * bucket of uploaded files too.
 */
export async function openToriiServer(wanted: ToriiServerOptions): Promise<FakeServer> {
  const { clock } = wanted;
  const tenant = openTenant(wanted.tenant ?? {}, clock.now());
  const faults = new FaultList();
  const gate = new Gate(new RateWindows(clock));
  const lists = new PagedLists<ToriiRecord>();
  const bucket = new Bucket();
  const caughtUp = () => {
    catchUp(tenant, clock.now(), gate.options);
    return tenant;
  };
  const listener = await listen({
    port: wanted.port,
    faults,
    errorBody,
    refusalLatency: BASE_LATENCY,
    answer: (exchange) => answer(exchange, { tenant: caughtUp(), lists, bucket, now: clock.now() }, gate),
  });
  const bucketListener = await listen({
    faults,
    errorBody: bucketError,
    refusalLatency: BASE_LATENCY,
    answer: (exchange) => bucket.answer(exchange, clock.now()),
  });
  return {
    url: listener.url,
    apiKey: API_KEY,
    hosts: { [INFERRED_BUCKET_HOST]: bucketListener.url },
    get data() {
      return caughtUp().data as unknown as FakeServer['data'];
    },
    edit: (resource, id, patch) => tenant.edit(resource, id, patch),
    fault: (rule) => faults.add(rule),
    options: (changes) => {
      gate.options = changedOptions('Torii', gate.options, changes);
    },
    close: async () => {
      await Promise.all([listener.close(), bucketListener.close()]);
    },
  };
}

/** https://developers.toriihq.com/reference/errors */
function errorBody(statusCode: number, message: string) {
  return { statusCode, error: REASONS[statusCode] ?? 'Error', message };
}

/** Who may come in, and how often. */
class Gate {
  options: ToriiOptions = DEFAULT_OPTIONS;

  constructor(private readonly windows: RateWindows) {}

  admit(exchange: Exchange, route: ToriiRoute): void {
    const limit = LIMITS[`${route.method} ${route.path}`];
    const wait = limit === undefined ? 0 : this.windows.take(`${route.method} ${route.path}`, limit);
    if (wait > 0) {
      const headers = this.options.retryAfter ? { 'Retry-After': String(wait) } : {};
      throw new Refusal(429, 'Too many requests to this endpoint in a minute', headers);
    }
    const scope = route.path.split('/')[1] ?? '';
    const { scopes, forbid, readOnlyKey } = this.options;
    const right = exchange.method === 'GET' ? 'read' : 'write';
    const isDenied = [forbid].flat().includes(scope) || (scopes !== null && !scopes.includes(scope));
    if (isDenied || (readOnlyKey && right === 'write')) {
      // The text that a client looks for. https://github.com/vthiery/steampipe-plugin-torii
      throw new Refusal(403, `missing_required_scope: ${right}:${scope}`);
    }
  }

  identify(exchange: Exchange): void {
    const given = exchange.headers.authorization;
    if (given === undefined) throw new Refusal(401, 'Missing authentication');
    if (given !== `Bearer ${API_KEY}` || this.options.revokeKey) throw new Refusal(401, 'Invalid API key');
  }

  version(exchange: Exchange): ApiVersion {
    const version = exchange.headers['x-api-version'] ?? this.options.defaultVersion;
    if (version !== '1.0' && version !== '1.1') {
      throw new Refusal(400, `X-API-Version must be 1.0 or 1.1, not ${String(version)}`);
    }
    return version;
  }
}

function answer(
  exchange: Exchange,
  around: Pick<Call, 'tenant' | 'lists' | 'bucket' | 'now'>,
  gate: Gate,
): Answer {
  gate.identify(exchange);
  const path = exchange.path.startsWith(`${BASE_PATH}/`) ? exchange.path.slice(BASE_PATH.length) : undefined;
  const found = path === undefined ? undefined : findRoute(ROUTES, exchange.method, path);
  if (found === undefined)
    throw new Refusal(404, `The local Torii server has no ${exchange.method} ${exchange.path}`);
  gate.admit(exchange, found.route);
  const version = gate.version(exchange);
  const { parameters, route } = found;
  return route.handler({ ...around, exchange, parameters, version, options: gate.options });
}
