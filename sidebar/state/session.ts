/** What the person can do in the sidebar: each method calls the server and tells the state what came of it. */
import type {
  ActivityInfo,
  Api,
  FieldInfo,
  JobInfo,
  JournalInfo,
  PlanInfo,
  PlanItem,
  PushInfo,
  ScheduleEstimate,
  ScheduleInfo,
  Settings,
  StatusValue,
  TabInfo,
} from '../../src/app/contract';
import type { ProviderName } from '../../src/providers/definition';
import { ended, type DriverPorts } from '../job/driver';
import { RunQueue } from '../job/queue';
import { Watcher } from '../job/watcher';
import { failureOf } from '../rpc/failure';
import type { Orders } from './picks';
import type { PlanSubject } from './plan-subject';
import type { PullOrder } from './run';
import { withoutLists } from './report';
import { payloadOf, type Rhythm } from './rhythm';
import type { Screen, SentUpload } from './screen';
import type { Action } from './state';
import { shownTab, type Subject } from './subject';
import { UploadCalls } from './upload-calls';

/** A look at the file when the person comes back to it, but not more often than this. */
const LOOK_AGAIN_AFTER = 15_000;
/** A look at the file while it stays open: a schedule or a colleague may have changed it. */
const LOOK_BY_ITSELF_AFTER = 5 * 60_000;

/** As many lines of the Push journal as the server answers at once. */
const LONGEST_JOURNAL = 20_000;

export class Session {
  readonly uploads: UploadCalls;
  readonly #queue: RunQueue;
  readonly #watcher: Watcher;
  #status: StatusValue | null = null;
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
    this.uploads = new UploadCalls(ports.rpc, this.#queue);
    this.#watcher = new Watcher(ports, {
      onChange: (run) => dispatch({ type: 'run', run }),
      onEnd: (job) => {
        this.dismiss(job);
        void this.look();
      },
      onGivenUp: (info) => this.#takeUp(info),
    });
  }

  /** Reads the state of the file; this person's unfinished jobs are driven on from here, those of others watched. */
  async look(): Promise<void> {
    this.#lookedAt = this.ports.now();
    try {
      const status = await this.ports.rpc('status', {});
      this.#status = status;
      this.dispatch({ type: 'status', status });
      if (status.opens) this.open({ name: 'upload', tab: status.opens.tab });
      for (const job of status.jobs.filter((one) => !ended(one))) {
        if (job.mine) this.#queue.adopt(job);
        else if (!this.#queue.has(job.job)) this.#watcher.watch(job);
      }
      await this.#readResources(status);
    } catch (thrown) {
      this.dispatch({ type: 'status failed', failure: failureOf(thrown) });
    }
  }

  /** The person came back to this window: something may have been done in the meantime. */
  async lookAgain(): Promise<void> {
    if (this.ports.now() - this.#lookedAt >= LOOK_AGAIN_AFTER) await this.look();
  }

  /** Nobody did anything for a while. */
  async lookNowAndThen(): Promise<void> {
    if (this.ports.now() - this.#lookedAt >= LOOK_BY_ITSELF_AFTER) await this.look();
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
    for (const tab of withoutLists(tabs)) this.refresh(tab);
  }

  async stop(run: string): Promise<void> {
    await this.#queue.stop(run);
  }

  dismiss(run: string): void {
    this.dispatch({ type: 'dismiss', run });
  }

  /** The fields that can be chosen. Rejects with RpcFailure. */
  fields(subject: Pick<Subject, 'provider' | 'resource' | 'tab'>): Promise<readonly FieldInfo[]> {
    const { provider, resource } = subject;
    const tab = shownTab(subject);
    return this.ports.rpc('fields', { provider, resource, ...(tab === undefined ? {} : { tab }) });
  }

  /** What holds for the whole file, after changing what is given. Rejects with RpcFailure. */
  settings(set?: Partial<Settings>): Promise<Settings> {
    return this.ports.rpc('settings', set ? { set } : {});
  }

  /** The latest runs, newest first. Rejects with RpcFailure. */
  activity(limit: number): Promise<readonly ActivityInfo[]> {
    return this.ports.rpc('activity', { limit });
  }

  /** What a schedule would take; nothing is saved. `upload`: the target of uploads, not of refreshes. Rejects with RpcFailure. */
  async estimate(tab: string, rhythm: Rhythm, upload?: string): Promise<ScheduleEstimate> {
    const what = { ...scheduled(tab, upload), ...payloadOf(rhythm) };
    const answer = await this.ports.rpc('schedule', { ...what, estimate: true });
    if (!('shares' in answer))
      throw new Error('The schedule was saved although only an estimate was asked for.');
    return answer;
  }

  /** Sets or changes a tab's schedule, which is then this person's. Rejects with RpcFailure. */
  async schedule(tab: string, rhythm: Rhythm, upload?: string): Promise<ScheduleInfo> {
    const schedule = await this.ports.rpc('schedule', { ...scheduled(tab, upload), ...payloadOf(rhythm) });
    if ('shares' in schedule) throw new Error('The schedule was not saved.');
    this.dispatch({ type: 'scheduled', schedule });
    return schedule;
  }

  /** Makes a colleague's schedule this person's. Rejects with RpcFailure. */
  async takeOver(tab: string, upload?: string): Promise<ScheduleInfo> {
    const schedule = await this.ports.rpc('takeOver', scheduled(tab, upload));
    this.dispatch({ type: 'scheduled', schedule });
    return schedule;
  }

  /** Rejects with RpcFailure. */
  async unschedule(tab: string, upload?: string): Promise<void> {
    await this.ports.rpc('unschedule', scheduled(tab, upload));
    this.dispatch({ type: 'unscheduled', ...scheduled(tab, upload) });
  }

  /** What would be sent, or taken back; nothing is. Rejects with RpcFailure. */
  preview(subject: PlanSubject, visibleRowsOnly: boolean): Promise<PlanInfo> {
    const { kind, tab } = subject;
    if (kind === 'ssoField') {
      const { provider, field } = subject;
      return this.ports.rpc('ssoField', { provider, ...(field === null ? { create: true } : { field }) });
    }
    if (kind === 'suggestedOwners') {
      return this.ports.rpc('suggestedOwners', { provider: subject.provider });
    }
    if (kind === 'undo') return this.ports.rpc('undo', { plan: subject.push });
    return this.ports.rpc(
      'preview',
      kind === 'deletion' ? { tab, deleteSelected: true } : { tab, visibleRowsOnly },
    );
  }

  /** Sends a plan as it was shown, but for what was ticked otherwise; answers the run's id. Rejects with RpcFailure. */
  async send({ plan, tab, provider }: PlanInfo, orders: Orders, confirmed: boolean): Promise<string> {
    const { job } = await this.ports.rpc('apply', { plan, ...orders, ...(confirmed ? { confirmed } : {}) });
    this.#queue.send(job, { provider, tab });
    return job;
  }

  /** Selects a cell in the sheet; false where it has no column, so that the row is selected. Rejects with RpcFailure. */
  async showCell(tab: string, { row, id, field }: Pick<PlanItem, 'row' | 'id' | 'field'>): Promise<boolean> {
    const { shown } = await this.ports.rpc('showCell', { tab, row, id, ...(field === '' ? {} : { field }) });
    return shown;
  }

  /**
   * Has the tab's filter show only rows of which something was not sent, or all again; answers how many show. Rejects with
   * RpcFailure.
   */
  async showUnsent(tab: string, only: boolean): Promise<number> {
    const { rows } = await this.ports.rpc('showUnsent', { tab, only });
    return rows;
  }

  /** The latest pushes, newest first. Rejects with RpcFailure. */
  pushes(limit: number): Promise<readonly PushInfo[]> {
    return this.ports.rpc('pushes', { limit });
  }

  /** Every line that the Push journal has of a push. Rejects with RpcFailure. */
  journal(plan: string): Promise<readonly JournalInfo[]> {
    return this.ports.rpc('journal', { plan, limit: LONGEST_JOURNAL });
  }

  /** The dates of a tab of renewals as a file for calendars. Rejects with RpcFailure. */
  calendar(tab: string): Promise<Api['calendar']['value']> {
    return this.ports.rpc('calendar', { tab });
  }

  open(screen: Screen): void {
    this.dispatch({ type: 'screen', screen });
  }

  /** Opens the fields and filters of a tab, with the choices of an order that was refused. */
  choose(subject: Subject, tried: PullOrder): void {
    this.open({ name: 'selection', subject, tried });
  }

  /** Opens the preview of a tab's edits. */
  review(tab: string): void {
    this.open({ name: 'preview', subject: { kind: 'edits', tab } });
  }

  /** Has the screen of an upload show what was sent from there; null: its choices again. */
  showSent(sent: SentUpload | null): void {
    this.dispatch({ type: 'sent', sent });
  }

  /** Back to the screen that led here, in the end to what is in the file. */
  close(): void {
    this.dispatch({ type: 'back' });
  }

  /** Opens the form for another key. */
  rekey(provider: ProviderName): void {
    this.open({ name: 'key', provider });
  }

  /** A job that nobody works on any more is driven on from here, if this person has a key for it. */
  #takeUp(info: JobInfo): void {
    const { tabs = [], connections = [] } = this.#status ?? {};
    const provider = tabs.find(({ tab }) => tab === info.tab)?.provider;
    if (connections.some((one) => provider === undefined || one.provider === provider))
      this.#queue.adopt(info);
    else this.#watcher.watch(info);
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

function scheduled(tab: string, upload: string | undefined): { tab: string; upload?: string } {
  return { tab, ...(upload === undefined ? {} : { upload }) };
}
