/** One run as the sidebar shows it: asked for here, or found running when the sidebar opened. */
import type { JobInfo } from '../../src/app/contract';
import type { ProviderName, ResourceName } from '../../src/providers/definition';
import type { Failure } from '../rpc/failure';

/** What to bring; `tab` where it goes into a tab that is there already. */
export interface PullOrder {
  readonly provider: ProviderName;
  readonly resource: ResourceName;
  /** The tab's or the resource's title. */
  readonly title: string;
  readonly tab?: string;
}

export interface Run {
  readonly id: string;
  /** Absent for a run that was found running. */
  readonly order?: PullOrder;
  readonly phase: 'queued' | 'running' | 'ended';
  readonly info?: JobInfo;
  /** The run could not be started or followed; a failure of the job itself is in `info.error`. */
  readonly failure?: Failure;
}

/** Two orders for the same tab are the same run. */
export function runId(order: PullOrder): string {
  return [order.provider, order.resource, order.tab ?? ''].join('/');
}

export function runTitle(run: Run): string {
  return run.info?.title ?? run.order?.title ?? '';
}

/** Why a run ended badly, wherever that was noticed. */
export function runFailure(run: Run): Failure | null {
  if (run.failure) return run.failure;
  return run.info?.state === 'failed' ? (run.info.error ?? null) : null;
}
