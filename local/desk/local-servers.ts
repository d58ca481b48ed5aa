/** The servers that stand in for the providers' own host names. */
import type { FakeServer, ServerClock } from '../servers/fake-server';
import { openToriiServer } from '../servers/torii/server';

export type TenantOption =
  | { readonly seed?: number; readonly apps?: number; readonly contracts?: number; readonly users?: number }
  | object;

const TORII_HOST = 'api.toriihq.com';

/** A provider whose server is still to come: using it says so. */
function toCome(provider: string): FakeServer {
  return new Proxy({} as FakeServer, {
    get(_, key) {
      if (typeof key === 'symbol') return undefined;
      throw new Error(
        `The local ${provider} server comes with the ${provider} provider, in a later version.`,
      );
    },
  });
}

export class LocalServers {
  readonly torii: FakeServer;
  readonly zluri = toCome('Zluri');
  readonly #routes: ReadonlyMap<string, string>;

  private constructor(torii: FakeServer, routes: Readonly<Record<string, string>>) {
    this.torii = torii;
    this.#routes = new Map([[TORII_HOST, torii.url], ...Object.entries(routes)]);
  }

  /** @param routes host name → base URL of a server that takes the place of a local one */
  static async open(
    clock: ServerClock,
    tenant: TenantOption,
    routes: Readonly<Record<string, string>>,
  ): Promise<LocalServers> {
    return new LocalServers(await openToriiServer({ clock, tenant }), routes);
  }

  route(host: string): string | undefined {
    return this.#routes.get(host);
  }

  async close(): Promise<void> {
    await this.torii.close();
  }
}
