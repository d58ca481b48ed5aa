/** A provider's stand-in as a person at the workbench changes and troubles it. */
import type { FakeServer, FaultRule } from '../servers/fake-server';
import type { FaultName, ProviderId, TenantView } from './protocol';

/** What tells the providers apart. */
interface Kind {
  readonly title: string;
  /** Keys of an app's id and name. */
  readonly id: string;
  readonly name: string;
  /** Reading a list: apps, contracts or users, not a single record and not their fields. */
  readonly list: RegExp;
  /** The beginning of an answer. */
  readonly cutJson: string;
  /** An id above all of these. */
  readonly nextId: (ids: readonly unknown[]) => number | string;
  /** Places that custom integrations upload to: what they are called, and where their ids, names and apps are. */
  readonly places: {
    readonly title: string;
    readonly list: string;
    readonly id: string;
    readonly app: string;
  };
  /** What a new app has beside its name. */
  readonly newApp: Readonly<Record<string, unknown>>;
}

const KINDS: Readonly<Record<ProviderId, Kind>> = {
  torii: {
    title: 'Torii',
    id: 'id',
    name: 'name',
    list: /^GET \/v1\.0\/(apps|contracts|users)(\?|$)/,
    cutJson: '{"apps": [{"id": 1, "name": "Sla',
    nextId: (ids) => Math.max(0, ...ids.map(Number)) + 1,
    places: { title: 'App account ids', list: 'appAccounts', id: 'id', app: 'idApp' },
    newApp: { state: 'Discovered' },
  },
  zluri: {
    title: 'Zluri',
    id: 'app_id',
    name: 'app_name',
    list: /^POST \/v2\/(applications|contracts|users)(\?|$)/,
    cutJson: '{"items": [{"app_id": "66b2a1d3c1", "app_name": "Sla',
    nextId: (ids) => {
      const highest = ids
        .map((id) => BigInt(`0x${String(id)}`))
        .reduce((most, id) => (id > most ? id : most), 0n);
      return (highest + 1n).toString(16).padStart(24, '0');
    },
    places: { title: 'Integration instances', list: 'instances', id: 'instance_id', app: 'app_id' },
    newApp: { app_status: 'active', app_type: 'application', app_archive: false },
  },
};

/** The page offers so many apps to change. */
const MOST_APPS = 200;
const COUNTED = ['apps', 'contracts', 'users'] as const;

type App = Readonly<Record<string, unknown>>;

export class LocalTenant {
  keyRevoked = false;
  readonly #kind: Kind;
  readonly #server: FakeServer;

  constructor(
    readonly provider: ProviderId,
    server: FakeServer,
  ) {
    this.#kind = KINDS[provider];
    this.#server = server;
  }

  get view(): TenantView {
    const { title, id, name } = this.#kind;
    const { apiKey, data } = this.#server;
    return {
      provider: this.provider,
      title,
      apiKey,
      counts: Object.fromEntries(COUNTED.map((resource) => [resource, data[resource].length])),
      records: (data.apps as App[])
        .slice(0, MOST_APPS)
        .map((app) => ({ id: app[id] as number | string, name: String(app[name]) })),
      places: this.#places(data),
      keyRevoked: this.keyRevoked,
    };
  }

  #places(data: FakeServer['data']): TenantView['places'] {
    const { id, name, places } = this.#kind;
    const names = new Map((data.apps as App[]).map((app) => [app[id], String(app[name])]));
    const list = (data[places.list] as App[]).map((place) => ({
      id: String(place[places.id]),
      name: names.get(place[places.app]) ?? '',
    }));
    return { title: places.title, list };
  }

  /** Strikes once, at the next list; a key stays revoked until it is restored. */
  trouble(fault: FaultName): void {
    if (fault === 'revokeKey' || fault === 'restoreKey') {
      this.keyRevoked = fault === 'revokeKey';
      this.#server.options({ revokeKey: this.keyRevoked });
      return;
    }
    this.#server.fault({ match: this.#kind.list, times: 1, ...this.#rules()[fault] });
  }

  addApp(name: string): void {
    const { id, name: nameKey, nextId, newApp } = this.#kind;
    const ids = (this.#server.data.apps as App[]).map((app) => app[id]);
    this.#server.edit('apps', nextId(ids), { ...newApp, [nameKey]: name });
  }

  renameApp(id: number | string, name: string): void {
    this.#server.edit('apps', id, { [this.#kind.name]: name });
  }

  removeApp(id: number | string): void {
    this.#server.edit('apps', id, null);
  }

  #rules(): Readonly<Record<Exclude<FaultName, 'revokeKey' | 'restoreKey'>, Omit<FaultRule, 'match'>>> {
    return {
      rateLimit: { status: 429, retryAfter: 30 },
      badGateway: { status: 502 },
      cut: { cut: true },
      slow: { delayMs: 20_000 },
      malformed: { body: this.#kind.cutJson },
      html: { body: '<!doctype html><title>Sign in</title><p>Your session has ended.</p>' },
      repeatedPage: { repeatCursor: true },
    };
  }
}
