/** How scheduled runs ended: entered into their schedules, whoever finished the job and whenever. */
import type { ErrorJson } from '../core/errors';
import { isOver, type JobRecord } from '../core/jobs/job';
import { JobStore } from '../core/jobs/job-store';
import { afterRun, kindOf, type News, type Schedule, type ScheduledRun } from '../core/schedule/schedule';
import type { Ports } from '../ports';
import { findProvider } from '../providers/catalogue';
import type { ProviderDefinition } from '../providers/definition';
import { failureOf, mailFailure, mailRecovery, showFailure } from './alerts';
import type { PullResult } from './contract';
import { schedulesIn } from './file-schedules';
import type { PullArgs } from './pull';

/** Enters the runs whose job has ended since anybody looked. */
export function settleSchedules(ports: Ports): void {
  const waiting = schedulesIn(ports)
    .all()
    .filter(({ job }) => job !== undefined);
  if (waiting.length === 0) return;
  const jobs = new Map(new JobStore(ports.store, ports.lock).all().map((job) => [job.id, job]));
  for (const schedule of waiting) {
    const { job: id = '' } = schedule;
    const job = jobs.get(id);
    if (!job) forgetRun(ports, schedule, id);
    else if (isOver(job)) {
      const provider = findProvider((job.args as PullArgs).provider);
      enterRun(ports, schedule, runOf(job), {
        job: id,
        provider,
        ...(job.error ? { error: job.error } : {}),
      });
    }
  }
}

/** What is known of a run besides its figures. */
interface Circumstances {
  /** Absent for a run that failed before there was a job. */
  readonly job?: string;
  readonly provider: ProviderDefinition;
  readonly error?: ErrorJson;
}

/** Enters one run, tells everybody in the tab if it failed, and its owner by mail if that is news. */
export function enterRun(
  ports: Ports,
  which: Schedule,
  run: ScheduledRun,
  { job, provider, error }: Circumstances,
): void {
  const store = schedulesIn(ports);
  const { tabId } = which;
  const kind = kindOf(which);
  let news: News = null;
  let failedSince = run.at;
  const after = store.update(
    tabId,
    (before) => {
      // Two executions may see the same end: the first one enters it.
      if (before.job !== job) return null;
      const entered = afterRun(before, run, error && failureOf(error, before, provider));
      news = entered.news;
      failedSince = before.failing?.since ?? run.at;
      return { ...entered.schedule, endedAt: ports.clock.now() };
    },
    kind,
  );
  if (!after) return;
  if (error && after.failing) showFailure(ports, after, after.failing);
  if (tell(ports, after, news, failedSince)) {
    store.update(
      tabId,
      (now) => (now.failing ? { ...now, failing: { ...now.failing, told: true } } : null),
      kind,
    );
  }
}

/** Whether the owner has just been told of a failure. */
function tell(ports: Ports, schedule: Schedule, news: News, failedSince: number): boolean {
  if (news === 'recovered') mailRecovery(ports, schedule, failedSince);
  return news === 'failed' && schedule.failing !== undefined
    ? mailFailure(ports, schedule, schedule.failing, failedSince)
    : false;
}

/** A job that is not even remembered any more says nothing about how it ended. */
function forgetRun(ports: Ports, which: Schedule, id: string): void {
  const forget = ({ job, ...rest }: Schedule): Schedule | null => (job === id ? rest : null);
  schedulesIn(ports).update(which.tabId, forget, kindOf(which));
}

/** The figures of a job that has ended; without requests where its work did not count them. */
export function runOf(job: JobRecord): ScheduledRun {
  const { stats = statsOfUpload(job) } = (job.result ?? {}) as Partial<PullResult>;
  return {
    at: job.startedAt,
    outcome: job.state === 'done' || job.state === 'failed' ? job.state : 'stopped',
    seconds: Math.round(stats?.seconds ?? ((job.endedAt ?? job.startedAt) - job.startedAt) / 1000),
    ...(stats ? { requests: stats.requests } : {}),
  };
}

/** The result of an upload tells what became of it and not what it took; its job does. */
function statsOfUpload({
  kind,
  spent,
}: JobRecord): Pick<PullResult['stats'], 'requests' | 'seconds'> | undefined {
  return kind === 'upload' && spent
    ? { requests: spent.requests, seconds: spent.workedMs / 1000 }
    : undefined;
}
