/** One run as the sidebar shows it: asked for here, or found running when the sidebar opened. */
import type { JobInfo, TabMode } from '../../src/app/contract';
import type { Filter } from '../../src/core/filter/filter';
import type { ProviderName, ResourceName } from '../../src/providers/definition';
import type { Failure } from '../rpc/failure';
import type { Pace } from './pace';

/** What a tab is to show from now on; what is absent stays as it was. */
export interface Choices {
  /** Keys in order. */
  readonly fields?: readonly string[];
  readonly filters?: readonly Filter[];
  readonly mode?: TabMode;
}

/** What to bring; `tab` where it goes into a tab by that name, which is made where there is none. */
export interface PullOrder {
  readonly provider: ProviderName;
  readonly resource: ResourceName;
  /** The tab's or the resource's title. */
  readonly title: string;
  readonly tab?: string;
  readonly choices?: Choices;
}

/** What is sent: the edits of a tab, as a plan shows them. */
export interface PushOrder {
  readonly provider: ProviderName;
  readonly tab: string;
}

/** An upload that is sent, or one that was and is compared with what has arrived. */
export interface UploadRun {
  readonly provider: ProviderName;
  readonly tab: string;
  readonly target: string;
  /** The upload that is compared; absent: one is sent. */
  readonly compares?: string;
}

export interface Run {
  readonly id: string;
  /** Absent for a run that was found running, for a push, and for an upload. */
  readonly order?: PullOrder;
  /** Of a push that was started here. */
  readonly push?: PushOrder;
  /** Of an upload that was started here. */
  readonly upload?: UploadRun;
  /** elsewhere: somebody else has it under way, and it is only watched from here. */
  readonly phase: 'queued' | 'running' | 'ended' | 'elsewhere';
  readonly info?: JobInfo;
  /** How fast it gets on, once it was seen under way. */
  readonly pace?: Pace;
  /** The run could not be started or followed; a failure of the job itself is in `info.error`. */
  readonly failure?: Failure;
}

/** Two orders for the same tab with the same choices are the same run. */
export function runId(order: PullOrder): string {
  const place = placeOf(order, order.tab);
  return order.choices ? `${place}/${JSON.stringify(order.choices)}` : place;
}

/** The tab that the run is about: where it was ordered to go, where it goes, or where it was refused. */
export function runTab({ order, push, upload, info, failure }: Run): string | undefined {
  const brought = info?.result && 'tab' in info.result ? info.result.tab : info?.tab;
  return order?.tab ?? push?.tab ?? upload?.tab ?? brought ?? failure?.where?.tab;
}

/** Whether this sidebar has the run in hand, now or next. */
export function isUnderWay({ phase }: Run): boolean {
  return phase === 'queued' || phase === 'running';
}

/** Whether both runs are pulls, pushes or uploads of the same tab, or pulls of the first one of the same resource. */
export function samePlace(one: Run, other: Run): boolean {
  if (one.push && other.push) return one.push.tab === other.push.tab;
  if (one.upload && other.upload) return sameUpload(one.upload, other.upload);
  if (!one.order || !other.order) return false;
  return placeOf(one.order, runTab(one)) === placeOf(other.order, runTab(other));
}

function sameUpload(one: UploadRun, other: UploadRun): boolean {
  return one.tab === other.tab && one.target === other.target && one.compares === other.compares;
}

function placeOf({ provider, resource }: PullOrder, tab: string | undefined): string {
  return [provider, resource, tab ?? ''].join('/');
}

/** Pulls of a resource whose tab is not among those that are there. */
export function runsToCome(
  runs: readonly Run[],
  { provider, resource }: Pick<PullOrder, 'provider' | 'resource'>,
  tabs: readonly { readonly tab: string }[],
): readonly Run[] {
  return runs.filter(
    (run) =>
      run.order?.provider === provider &&
      run.order.resource === resource &&
      !tabs.some(({ tab }) => tab === runTab(run)),
  );
}

export function runTitle({ info, order, push, upload }: Run): string {
  if (info ?? order) return (info ?? order)?.title ?? '';
  if (upload) return `${upload.compares === undefined ? 'Upload' : 'Check the upload of'} ${upload.tab}`;
  return push ? `Send edits of ${push.tab}` : '';
}

/** Why a run ended badly, wherever that was noticed. */
export function runFailure(run: Run): Failure | null {
  if (run.failure) return run.failure;
  return run.info?.state === 'failed' ? (run.info.error ?? null) : null;
}
