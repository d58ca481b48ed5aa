/** What the person can do in the sidebar: each method calls the server and tells the state what came of it. */
import type { FieldInfo, Settings, StatusValue, TabInfo } from '../../src/app/contract';
import type { ProviderName } from '../../src/providers/definition';
import { ended, type DriverPorts } from '../job/driver';
import { RunQueue } from '../job/queue';
import { failureOf } from '../rpc/failure';
import type { PullOrder } from './run';
import { LEDGER, type Screen } from './screen';
import type { Action } from './state';
import { shownTab, type Subject } from './subject';

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

  /** Brings a tab up to date, with the choices that it has. */
  refresh({ provider, resource, tab }: TabInfo): void {
    this.pull({ provider, resource, tab, title: tab });
  }

  refreshAll(tabs: readonly TabInfo[]): void {
    for (const tab of tabs) this.refresh(tab);
  }

  async stop(run: string): Promise<void> {
    await this.#queue.stop(run);
  }

  dismiss(run: string): void {
    this.dispatch({ type: 'dismiss', run });
  }

  /** The fields that can be chosen. Rejects with RpcFailure. */
  fields(subject: Subject): Promise<readonly FieldInfo[]> {
    const { provider, resource } = subject;
    const tab = shownTab(subject);
    return this.ports.rpc('fields', { provider, resource, ...(tab === undefined ? {} : { tab }) });
  }

  /** What holds for the whole file, after changing what is given. Rejects with RpcFailure. */
  settings(set?: Partial<Settings>): Promise<Settings> {
    return this.ports.rpc('settings', set ? { set } : {});
  }

  open(screen: Screen): void {
    this.dispatch({ type: 'screen', screen });
  }

  /** Opens the fields and filters of a tab, with the choices of an order that was refused. */
  choose(subject: Subject, tried: PullOrder): void {
    this.open({ name: 'selection', subject, tried });
  }

  /** Back to what is in the file. */
  close(): void {
    this.open(LEDGER);
  }

  /** Opens the form for another key. */
  rekey(provider: ProviderName): void {
    this.open({ name: 'key', provider });
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
