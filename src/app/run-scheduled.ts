/** The clock trigger's hourly run: begins what is due of this person's schedules, and goes on with all they have begun. */
import { AppError } from '../core/errors';
import { isHeld, isOver, type JobRecord, shareTarget } from '../core/jobs/job';
import { JobStore } from '../core/jobs/job-store';
import { dueAt, lateSince, type Schedule } from '../core/schedule/schedule';
import type { Ports } from '../ports';
import { findProvider } from '../providers/catalogue';
import { noteFailedStart } from './activity';
import { failureOf, mailEnd, showFailure } from './alerts';
import { lateness, schedulesIn } from './file-schedules';
import { startPull } from './pull';
import { continueJobs } from './run-jobs';
import { enterRun, settleSchedules } from './schedule-outcome';
import { TabIndex, type TabEntry } from './tab-index';

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
  if (due.length > 0) {
    const tabs = new Map(new TabIndex(ports).current().map((entry) => [entry.id, entry]));
    for (const schedule of due) begin(ports, schedule, tabs.get(schedule.tabId));
  }
  announceLate(
    ports,
    schedules.filter(({ owner }) => owner.key !== me),
  );
  continueJobs(ports);
}

/** Adds the job, for `continueJobs` to work on. Where the tab is being refreshed already, the next hour does it. */
function begin(ports: Ports, schedule: Schedule, entry: TabEntry | undefined): void {
  const store = schedulesIn(ports);
  if (!entry) {
    store.remove(schedule.tabId);
    mailEnd(ports, schedule);
    return;
  }
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
    if (error.code === 'BUSY' || error.code === 'PUSH_UNDER_WAY') return putOff();
    const run = { at: now, outcome: 'failed', seconds: 0, requests: 0 } as const;
    const definition = findProvider(provider);
    enterRun(ports, schedule.tabId, run, { provider: definition, error: error.toJSON() });
    noteFailedStart(
      ports,
      { who: schedule.owner.name, tab, provider: definition.title },
      failureOf(error.toJSON(), schedule, definition),
    );
  }
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
    schedulesIn(ports).update(schedule.tabId, (before) => ({
      ...before,
      failing: { since, told: false, ...failure },
    }));
  }
}
