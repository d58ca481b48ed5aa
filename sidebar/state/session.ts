/** What the person can do in the sidebar: each method calls the server and tells the state what came of it. */
import type { StatusValue, TabInfo } from '../../src/app/contract';
import type { ProviderName } from '../../src/providers/definition';
import { ended, type DriverPorts } from '../job/driver';
import { RunQueue } from '../job/queue';
import { failureOf } from '../rpc/failure';
import type { PullOrder } from './run';
import type { Action } from './state';

/** A look at the file when the person comes back to it, but not more often than this. */
const LOOK_AGAIN_AFTER = 15_000;

export class Session {
  readonly #queue: RunQueue;
  readonly #resourcesKnown = new Set<ProviderName>();
  #lookedAt = 0;

  constructor(
    private readonly ports: DriverPorts,
    private readonly dispatch: (action: Action) => void,
  ) {
    this.#queue = new RunQueue(
      ports,
      (run) => dispatch({ type: 'run', run }),
      () => void this.look(),
    );
  }

  /** Reads the state of the file; jobs that are still running are driven on from here. */
  async look(): Promise<void> {
    this.#lookedAt = this.ports.now();
    try {
      const status = await this.ports.rpc('status', {});
      this.dispatch({ type: 'status', status });
      for (const job of status.jobs) if (!ended(job)) this.#queue.adopt(job);
      await this.#readResources(status);
    } catch (thrown) {
      this.dispatch({ type: 'status failed', failure: failureOf(thrown) });
    }
  }

  /** The person came back to this window: something may have been done in the meantime. */
  async lookAgain(): Promise<void> {
    if (this.ports.now() - this.#lookedAt >= LOOK_AGAIN_AFTER) await this.look();
  }

  /** Rejects with RpcFailure when the key does not work. */
  async connect(provider: ProviderName, apiKey: string): Promise<void> {
    const connection = await this.ports.rpc('connect', { provider, apiKey });
    this.dispatch({ type: 'connected', connection });
    await this.look();
  }

  async disconnect(provider: ProviderName): Promise<void> {
    await this.ports.rpc('disconnect', { provider });
    this.dispatch({ type: 'disconnected', provider });
    await this.look();
  }

  pull(order: PullOrder): void {
    this.#queue.add(order);
  }

  refreshAll(tabs: readonly TabInfo[]): void {
    for (const { provider, resource, tab } of tabs) this.pull({ provider, resource, tab, title: tab });
  }

  async stop(run: string): Promise<void> {
    await this.#queue.stop(run);
  }

  dismiss(run: string): void {
    this.dispatch({ type: 'dismiss', run });
  }

  /** Opens (or, with null, closes) the form for another key. */
  rekey(provider: ProviderName | null): void {
    this.dispatch({ type: 'rekey', provider });
  }

  async #readResources(status: StatusValue): Promise<void> {
    const missing = status.connections.filter(({ provider }) => !this.#resourcesKnown.has(provider));
    await Promise.all(
      missing.map(async ({ provider }) => {
        const list = await this.ports.rpc('resources', { provider });
        this.#resourcesKnown.add(provider);
        this.dispatch({ type: 'resources', provider, list });
      }),
    );
  }
}
