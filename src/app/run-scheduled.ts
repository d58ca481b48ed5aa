/** The clock trigger's hourly run: begins what is due of this person's schedules, and goes on with all they have begun. */
import { AppError } from '../core/errors';
import { isHeld, isOver, type JobRecord, shareTarget } from '../core/jobs/job';
import { JobStore } from '../core/jobs/job-store';
import { dueAt, kindOf, lateSince, type Schedule } from '../core/schedule/schedule';
import { OUTCOME } from '../core/log/activity-log';
import type { Ports } from '../ports';
import { findProvider } from '../providers/catalogue';
import type { ProviderDefinition } from '../providers/definition';
import { noteRun } from './activity';
import { failureOf, mailEnd, showFailure } from './alerts';
import { lateness, schedulesIn, tabNow } from './file-schedules';
import { startPull } from './pull';
import { continueJobs } from './run-jobs';
import { enterRun, settleSchedules } from './schedule-outcome';
import { TabIndex, type TabEntry } from './tab-index';
import { startScheduledUpload } from './upload/scheduled-upload';
import { knownTarget } from './upload/targets';

export function runScheduled(ports: Ports): void {
  settleSchedules(ports);
  const me = ports.identity.userKey();
  const schedules = schedulesIn(ports).all();
  const mine = schedules.filter(({ owner }) => owner.key === me);
  // Taken over, or taken away by a colleague, who cannot end another person's trigger.
  if (mine.length === 0) ports.triggers.stopHourly();
  const { timeZone } = ports.grid.file();
  const now = ports.clock.now();
  const due = mine.filter((schedule) => schedule.job === undefined && dueAt(schedule, timeZone) <= now);
  const refreshes = due.filter(({ upload }) => upload === undefined);
  if (refreshes.length > 0) {
    const tabs = new Map(new TabIndex(ports).current().map((entry) => [entry.id, entry]));
    for (const schedule of refreshes) begin(ports, schedule, tabs.get(schedule.tabId));
  }
  for (const schedule of due)
    if (schedule.upload !== undefined) beginUpload(ports, schedule, schedule.upload);
  announceLate(
    ports,
    schedules.filter(({ owner }) => owner.key !== me),
  );
  continueJobs(ports);
}

/** Adds the job, for `continueJobs` to work on. Where the tab is being refreshed already, the next hour does it. */
function begin(ports: Ports, schedule: Schedule, entry: TabEntry | undefined): void {
  if (!entry) return end(ports, schedule);
  const store = schedulesIn(ports);
  const now = ports.clock.now();
  const { provider, resource, tab } = entry;
  const here = { target: tab, targetId: schedule.tabId };
  const jobs = new JobStore(ports.store, ports.lock).all();
  const rival = jobs.find((job) => !isOver(job) && shareTarget(job, here));
  const putOff = (): void => void store.update(schedule.tabId, (before) => ({ ...before, putOffAt: now }));
  if (rival && isBusy(rival, now)) return putOff();
  const isOwn = rival?.kind === 'pull' && rival.startedBy.key === schedule.owner.key;
  try {
    const { id } = isOwn ? rival : startPull(ports, { provider, resource, tab });
    // A run that is cut off here finds its job again, as startPull answers with it.
    store.update(schedule.tabId, (before) => ({ ...before, tab, startedAt: now, job: id }));
  } catch (thrown) {
    const error = AppError.from(thrown);
    if (isOthersTurn(error)) return putOff();
    failed(ports, { ...schedule, tab }, findProvider(provider), error);
  }
}

/** Adds the job of an upload. What was sent before is not sent again; what comes too soon for the platform waits. */
function beginUpload(ports: Ports, schedule: Schedule, target: string): void {
  const tab = tabNow(ports, schedule);
  if (tab === null) return end(ports, schedule);
  const now = ports.clock.now();
  const update = (news: Partial<Schedule>): void =>
    void schedulesIn(ports).update(schedule.tabId, (before) => ({ ...before, ...news }), 'upload');
  const { provider } = knownTarget(target);
  try {
    const start = startScheduledUpload(ports, { tab, target });
    if (start.kind === 'tooSoon') return update({ putOffAt: now });
    if (start.kind === 'begun') return update({ tab, startedAt: now, job: start.job.id });
    noteRun(
      ports,
      { who: schedule.owner.name, tab, provider: provider.title },
      { action: 'upload', end: 'done' },
      NOTHING_NEW,
    );
    enterRun(ports, schedule, { at: now, outcome: 'done', seconds: 0, requests: 0 }, { provider });
  } catch (thrown) {
    const error = AppError.from(thrown);
    if (isOthersTurn(error)) return update({ putOffAt: now });
    failed(ports, { ...schedule, tab }, provider, error);
  }
}

const NOTHING_NEW = 'Nothing was sent: all that the tab holds was sent before.';

/** Its tab is gone. */
function end(ports: Ports, schedule: Schedule): void {
  schedulesIn(ports).remove(schedule.tabId, kindOf(schedule));
  mailEnd(ports, schedule);
}

function isOthersTurn({ code }: AppError): boolean {
  return code === 'BUSY' || code === 'PUSH_UNDER_WAY' || code === 'UPLOAD_UNDER_WAY';
}

/** What failed before there was a job. */
function failed(ports: Ports, schedule: Schedule, provider: ProviderDefinition, error: AppError): void {
  const run = { at: ports.clock.now(), outcome: 'failed', seconds: 0, requests: 0 } as const;
  enterRun(ports, schedule, run, { provider, error: error.toJSON() });
  const { what, next } = failureOf(error.toJSON(), schedule, provider);
  const { owner, tab } = schedule;
  noteRun(
    ports,
    { who: owner.name, tab, provider: provider.title },
    { action: kindOf(schedule), end: 'failed' },
    OUTCOME.failed(what, next),
  );
}

/** Whether somebody works on it right now, or it waits for its turn and will go on. */
function isBusy(job: JobRecord, now: number): boolean {
  return isHeld(job, now) || (job.waiting !== undefined && job.waiting.until > now);
}

/** A schedule whose owner's trigger is gone fails silently: the run of a colleague says so in its tab, once. */
function announceLate(ports: Ports, others: readonly Schedule[]): void {
  const { timeZone } = ports.grid.file();
  for (const schedule of others) {
    const since = lateSince(schedule, ports.clock.now(), timeZone);
    if (since === null || schedule.failing) continue;
    const failure = lateness(schedule, since, timeZone);
    showFailure(ports, schedule, failure);
    const failing = { since, told: false, ...failure };
    schedulesIn(ports).update(schedule.tabId, (before) => ({ ...before, failing }), kindOf(schedule));
  }
}
