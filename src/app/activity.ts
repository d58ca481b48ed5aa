/** The Activity log: every run that is over, first in its job's record, and soon after in a tab. */
import { AppError } from '../core/errors';
import { isOver, type JobRecord } from '../core/jobs/job';
import { JobStore } from '../core/jobs/job-store';
import { ACTIVITY_LOG, activityRow, entryOfRow, OUTCOME, type RunEntry } from '../core/log/activity-log';
import type { Ports } from '../ports';
import { findProvider } from '../providers/catalogue';
import type { ActivityInfo, PullResult, PushResult } from './contract';
import type { UploadResult } from './upload/contract';
import type { UploadArgs } from './upload/start-upload';
import { addToLog, readLogTab } from './log-tab';
import type { PullArgs } from './pull';
import type { PushArgs } from './push/start-push';
import { readSettings } from './settings';

const ACTIONS = { make: 'Pull', refresh: 'Refresh', push: 'Push', undo: 'Undo', upload: 'Upload' };

/** Kinds of jobs that bring or send nothing. */
const UNTOLD = ['finish', 'verify'];

/** Ids of the runs that are in the tab, as far as their jobs are remembered. */
const WRITTEN = 'activity.written';

/** One property for each run that never was a job, until it is in the tab. */
const KEPT = 'activity.kept.';

/** More of them are only there where nobody can write the tab; then the oldest go. */
const MOST_KEPT = 50;

/** How many runs are told where nobody says. */
const USUAL = 20;

/**
 * Puts the runs that are over into the tab, in the same few calls for any number. Does nothing where there is none. A
 * tab that cannot be written must not fail a run: it is tried again after the next one.
 */
export function writeActivity(ports: Ports): void {
  const kept = keptRuns(ports);
  const over = runsOver(ports, kept);
  const written = new Set(writtenIds(ports));
  if (over.every(({ run }) => written.has(run))) return;
  try {
    const isWritten = addToLog(ports, ACTIVITY_LOG, readSettings(ports).activityKept, (entries) => {
      // A file in which nothing was ever pulled is left as it was by a pull that fails.
      if (entries === null && !over.some(isOfATab)) return null;
      // One that was cut off before it could remember what it wrote has left it here.
      const inTab = new Set(entries?.map((row) => entryOfRow(row).run));
      return over.filter(({ run }) => !written.has(run) && !inTab.has(run)).map(activityRow);
    });
    if (!isWritten) return;
    ports.store.set('document', WRITTEN, JSON.stringify(over.map(({ run }) => run)));
    for (const { run } of kept) ports.store.remove('document', KEPT + run);
  } catch (thrown) {
    ports.log.warn(`The Activity tab was not written: ${AppError.from(thrown).message}`);
  }
}

/** Whether a run has made a tab, or was to refresh one. */
function isOfATab({ action, end }: RunEntry): boolean {
  return action !== ACTIONS.make || end === 'done';
}

/** Notes a run that ended before it could become a job. */
export function noteRun(
  ports: Ports,
  { who, tab, provider }: Pick<RunEntry, 'who' | 'tab' | 'provider'>,
  { action, end }: { readonly action: 'refresh' | 'upload'; readonly end: 'done' | 'failed' },
  outcome: string,
): void {
  const at = ports.clock.now();
  const entry: RunEntry = {
    run: `${end}-${at.toString(36)}-${Math.floor(ports.clock.random() * 1e6).toString(36)}`,
    at,
    who,
    tab,
    provider,
    action: ACTIONS[action],
    counts: {},
    complete: end === 'done',
    requests: 0,
    waitedSeconds: 0,
    seconds: 0,
    end,
    outcome,
  };
  const kept = keptRuns(ports).sort(newestFirst);
  for (const { run } of kept.slice(MOST_KEPT - 1)) ports.store.remove('document', KEPT + run);
  ports.store.set('document', KEPT + entry.run, JSON.stringify(entry));
}

function keptRuns(ports: Ports): RunEntry[] {
  return Object.values(ports.store.all('document', KEPT)).map((text) => JSON.parse(text) as RunEntry);
}

/** The latest runs, the newest first, whether they are in the tab yet or not. */
export function activity(ports: Ports, { limit = USUAL }: { readonly limit?: number }): ActivityInfo[] {
  const entries = new Map(
    readLogTab(ports, ACTIVITY_LOG).map((row) => [entryOfRow(row).run, entryOfRow(row)]),
  );
  for (const entry of runsOver(ports, keptRuns(ports))) entries.set(entry.run, entry);
  return [...entries.values()].sort(newestFirst).slice(0, limit).map(view);
}

/** Runs that are over and that are remembered outside the tab, the newest first. */
function runsOver(ports: Ports, kept: readonly RunEntry[]): RunEntry[] {
  const jobs = new JobStore(ports.store, ports.lock).all();
  return [...jobs.filter((job) => isOver(job) && !UNTOLD.includes(job.kind)).map(entryOf), ...kept].sort(
    newestFirst,
  );
}

function writtenIds(ports: Ports): readonly string[] {
  return JSON.parse(ports.store.get('document', WRITTEN) ?? '[]') as string[];
}

function entryOf(job: JobRecord): RunEntry {
  const args = job.args as PullArgs | PushArgs | UploadArgs;
  return {
    run: job.id,
    at: job.endedAt ?? job.startedAt,
    who: job.startedBy.name,
    tab: args.tab,
    provider: findProvider(args.provider).title,
    ...factsOf(job),
    requests: job.spent?.requests ?? 0,
    waitedSeconds: seconds(job.spent?.waitedMs),
    seconds: seconds(job.spent?.workedMs),
    end: job.state === 'done' || job.state === 'failed' ? job.state : 'stopped',
    outcome: outcomeOf(job),
  };
}

type KindFacts = Pick<RunEntry, 'action' | 'counts' | 'complete'> & Partial<Pick<RunEntry, 'tab'>>;

function factsOf(job: JobRecord): KindFacts {
  if (job.kind === 'push') return factsOfPush(job);
  return job.kind === 'upload' ? factsOfUpload(job) : factsOfPull(job);
}

function factsOfUpload({ result }: JobRecord): KindFacts {
  const { counts } = (result ?? {}) as Partial<UploadResult>;
  return {
    action: ACTIONS.upload,
    counts: counts ? { rows: counts.rows, sent: counts.records } : {},
    complete: counts !== undefined && counts.leftOut === 0,
  };
}

function factsOfPull(job: JobRecord): KindFacts {
  const result = job.result as PullResult | undefined;
  return {
    action: (job.args as PullArgs).id === undefined ? ACTIONS.make : ACTIONS.refresh,
    ...(result ? { tab: result.tab } : {}),
    counts: result ? countsOf(result) : {},
    complete: result?.complete ?? false,
  };
}

function factsOfPush(job: JobRecord): KindFacts {
  const result = job.result as PushResult | undefined;
  return {
    action: (job.args as PushArgs).purpose === 'undo' ? ACTIONS.undo : ACTIONS.push,
    counts: result
      ? { sent: result.sent, failed: result.failed + result.unknown, conflicts: result.conflicts }
      : {},
    complete: result !== undefined && result.failed + result.unknown + result.conflicts === 0,
  };
}

function countsOf({ rows, added, updated, vanished, removed, pending, conflicts }: PullResult) {
  return { rows, added, updated, gone: vanished, removed, pending, conflicts };
}

function outcomeOf({ state, error, result }: JobRecord): string {
  if (state === 'done')
    return OUTCOME.done((result as PullResult | PushResult | UploadResult).remarks.join(' '));
  return error ? OUTCOME.failed(error.what, error.next) : OUTCOME.stopped;
}

function seconds(milliseconds = 0): number {
  return Math.round(milliseconds / 1000);
}

function newestFirst(one: RunEntry, other: RunEntry): number {
  return other.at - one.at;
}

function view({ at, ...entry }: RunEntry): ActivityInfo {
  return { at: new Date(at).toISOString(), ...entry };
}
