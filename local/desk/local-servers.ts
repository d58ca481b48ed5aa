/** The servers that stand in for the providers' own host names. */
import type { FakeServer, ServerClock } from '../servers/fake-server';
import { openToriiServer } from '../servers/torii/server';
import { openZluriServer } from '../servers/zluri/server';

/** Sizes for both tenants, one tenant written out, or one for each: `{torii, zluri}`. */
export type TenantOption =
  | { readonly seed?: number; readonly apps?: number; readonly contracts?: number; readonly users?: number }
  | object;

const TORII_HOST = 'api.toriihq.com';
/** https://developers.zluri.com/reference/introduction */
const ZLURI_HOST = 'api-ext.zluri.com';

export class LocalServers {
  readonly #routes: ReadonlyMap<string, string>;

  private constructor(
    readonly torii: FakeServer,
    readonly zluri: FakeServer,
    routes: Readonly<Record<string, string>>,
  ) {
    this.#routes = new Map(
      Object.entries({
        [TORII_HOST]: torii.url,
        [ZLURI_HOST]: zluri.url,
        ...torii.hosts,
        ...zluri.hosts,
        ...routes,
      }),
    );
  }

  /** @param routes host name → base URL of a server that takes the place of a local one; `*.` in front: all hosts below it, each at its own address */
  static async open(
    clock: ServerClock,
    tenant: TenantOption,
    routes: Readonly<Record<string, string>>,
  ): Promise<LocalServers> {
    const tenants = tenantOfEach(tenant);
    const torii = await openToriiServer({ clock, tenant: tenants.torii });
    const zluri = await openZluriServer({ clock, tenant: tenants.zluri });
    return new LocalServers(torii, zluri, routes);
  }

  route(host: string): string | undefined {
    const own = this.#routes.get(host);
    if (own !== undefined) return own;
    const above = [...this.#routes].find(([name]) => name.startsWith('*.') && host.endsWith(name.slice(1)));
    return above?.[1].replace('*', host);
  }

  async close(): Promise<void> {
    await Promise.all([this.torii.close(), this.zluri.close()]);
  }
}

/** A tenant written out belongs to the provider whose ids its records bear; the other one gets a seeded tenant. */
function tenantOfEach(tenant: TenantOption): { torii: object; zluri: object } {
  if ('torii' in tenant || 'zluri' in tenant) {
    const { torii = {}, zluri = {} } = tenant as { torii?: object; zluri?: object };
    return { torii, zluri };
  }
  const records = Object.values(tenant).flatMap(
    (list: unknown) => (Array.isArray(list) ? list : []) as object[],
  );
  const writtenOut = Object.values(tenant).some((value) => typeof value === 'object');
  if (!writtenOut) return { torii: tenant, zluri: tenant };
  const ofZluri = records.some((record) => ['app_id', 'contract_id', 'user_id'].some((key) => key in record));
  return ofZluri ? { torii: {}, zluri: tenant } : { torii: tenant, zluri: {} };
}
