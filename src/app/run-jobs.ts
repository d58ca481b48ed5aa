/** Working on jobs: one slice for the sidebar, or as many as fit this execution for menus and triggers. */
import { isHeld, isOver, type JobRecord } from '../core/jobs/job';
import { JobStore } from '../core/jobs/job-store';
import { Runner } from '../core/jobs/runner';
import type { Ports } from '../ports';
import { findProvider } from '../providers/catalogue';
import { connectionOf, organisationOf } from './account';
import { writeActivity } from './activity';
import { needsFinish, startFinish } from './finish';
import { busyWith, type PullArgs, type PullRequest, startPull, timeOfDay } from './pull';
import { type EarlyAnswers, NOTHING_EARLY, readAhead } from './pull-together';
import { endStopped } from './push/ending';
import { type PushArgs, type PushOrder, startPush } from './push/start-push';
import { settleSchedules } from './schedule-outcome';
import { sweepStaging } from './staging';
import { startUpload, type UploadRequest } from './upload/start-upload';
import { startVerify } from './upload/start-verify';
import { concludeUpload } from './upload/upload-ending';
import { workOf } from './work';

/** No job is begun in an execution that has run this long: it might not fit. */
const BEGIN_UNTIL_MS = 180_000;

/** A one-shot trigger needs a moment anyway; sooner is no use. */
const CONTINUE_AFTER_MS = 60_000;

/** Longer than an execution can take: should one be cut off with no sidebar open, a trigger goes on. */
const SAFETY_MS = 7 * 60_000;

export function runnerOf(ports: Ports): Runner {
  return new Runner(new JobStore(ports.store, ports.lock), ports.clock, ports.cache, {
    name: () => ports.identity.email() || 'Somebody',
    timeOfDay: (moment) => timeOfDay(moment, ports.grid.file().timeZone),
  });
}

/**
 * For the sidebar, which steps the job: should it be closed before the end, a trigger goes on. One that finds nothing to
 * do is left to come: a published add-on may make few in a day, so the next pull is better off with it. Throws what
 * `startPull` throws.
 */
export function startJob(ports: Ports, request: PullRequest): JobRecord {
  const job = startPull(ports, request);
  ports.triggers.standBy(SAFETY_MS);
  return job;
}

/** The same for a push. Throws what `startPush` throws. */
export function startPushJob(ports: Ports, order: PushOrder): JobRecord {
  const job = startPush(ports, order);
  ports.triggers.standBy(SAFETY_MS);
  return job;
}

/** The same for an upload. Throws what `startUpload` throws. */
export function startUploadJob(ports: Ports, request: UploadRequest): JobRecord {
  const job = startUpload(ports, request);
  ports.triggers.standBy(SAFETY_MS);
  return job;
}

/** The same for the comparison of an upload. Throws what `startVerify` throws. */
export function startVerifyJob(ports: Ports, which: { readonly upload: string }): JobRecord {
  const job = startVerify(ports, which);
  ports.triggers.standBy(SAFETY_MS);
  return job;
}

/** Throws, without harm to the job, for a colleague whose key cannot carry it on. */
export function stepJob(ports: Ports, id: string): JobRecord {
  ports.triggers.standBy(SAFETY_MS);
  const after = workOn(ports, id);
  if (isOver(after)) writeDown(ports, [after]);
  // Should the sidebar be closed before the wait is over, a trigger goes on.
  if (after.state === 'waiting' && !isHeld(after, ports.clock.now())) goOnLater(ports);
  return after;
}

function workOn(ports: Ports, id: string, early: EarlyAnswers = NOTHING_EARLY): JobRecord {
  const before = new JobStore(ports.store, ports.lock).read(id);
  // Should the execution that ended it have been cut off right after, what follows it is still missing.
  if (isOver(before)) return concluded(ports, before);
  if (before.startedBy.key !== ports.identity.userKey()) refuseUnfit(ports, before);
  const after = runnerOf(ports).step(id, (job, slice) => workOf(job.kind)(ports, job, slice, early));
  return isOver(after) ? concluded(ports, after) : after;
}

/** Throws NOT_CONNECTED, and PUSH_UNDER_WAY or UPLOAD_UNDER_WAY for what goes to another organisation than this person’s key is of. */
function refuseUnfit(ports: Ports, job: JobRecord): void {
  const { provider, organisation, tab } = job.args as PullArgs & Partial<PushArgs>;
  const definition = findProvider(provider);
  connectionOf(ports, definition);
  if (organisation !== undefined && organisation !== organisationOf(ports, definition))
    throw busyWith(ports, job, tab);
}

/** Sees to what follows the end of a job; a second time does nothing. */
function concluded(ports: Ports, job: JobRecord): JobRecord {
  if (needsFinish(job)) startFinish(ports, job);
  concludeUpload(ports, job);
  sweepStaging(ports);
  settleSchedules(ports);
  return job;
}

/** Runs that are over go into the Activity tab; where a tab was just made, the job that follows does it. */
function writeDown(ports: Ports, jobs: readonly JobRecord[]): void {
  if (!jobs.some(needsFinish)) writeActivity(ports);
}

/** Ends a job at once where nobody works on it, else at the next moment when its execution looks up. */
export function stopJob(ports: Ports, id: string): JobRecord {
  const jobs = new JobStore(ports.store, ports.lock);
  const before = jobs.read(id);
  const stopped = jobs.stop(id, ports.clock.now());
  // Where an execution is at work on it, that one sees to its end.
  if (!isOver(before) && !isHeld(before, ports.clock.now())) {
    endStopped(ports, stopped);
    concludeUpload(ports, stopped);
  }
  sweepStaging(ports);
  writeDown(ports, [stopped]);
  return stopped;
}

export interface JobsRun {
  readonly jobs: readonly JobRecord[];
  /** False where some are left and Google allows no trigger that would go on with them. */
  readonly goesOn: boolean;
}

/** Works on the jobs in turn; what is left when time runs out, has to wait or follows them, goes on by a trigger. */
export function runJobs(ports: Ports, ids: readonly string[]): JobsRun {
  if (ids.length > 0) ports.triggers.standBy(SAFETY_MS);
  return { jobs: workInTurn(ports, ids), goesOn: goOnLater(ports) };
}

function workInTurn(ports: Ports, ids: readonly string[]): readonly JobRecord[] {
  const store = new JobStore(ports.store, ports.lock);
  const early = readAhead(ports, ids);
  const jobs = ids.map((id) =>
    ports.clock.now() - ports.clock.startedAt() < BEGIN_UNTIL_MS
      ? workOn(ports, id, early.get(id))
      : store.read(id),
  );
  writeDown(ports, jobs);
  return jobs;
}

/** Sees to it that this person's unfinished jobs go on; false where Google allows no trigger for that. */
export function goOnLater(ports: Ports): boolean {
  const unfinished = ownUnfinished(ports);
  if (unfinished.length > 0) {
    return ports.triggers.continueAfter(pauseBefore(unfinished, ports.clock.now()));
  }
  ports.triggers.clear();
  return true;
}

/** For triggers: goes on with whatever this person started and nobody works on. */
export function continueJobs(ports: Ports): void {
  const now = ports.clock.now();
  const free = ownUnfinished(ports).filter((job) => !isHeld(job, now));
  // The one that has fired comes no more: should this execution be cut off as well, another one has to.
  if (free.length > 0) ports.triggers.continueAfter(SAFETY_MS);
  workInTurn(
    ports,
    free.map(({ id }) => id),
  );
  const then = ports.clock.now();
  const due = then + pauseBefore(ownUnfinished(ports), then);
  // Where that one does not come too soon it is left to come: a published add-on may make few in a day.
  const isSeenTo = free.length > 0 && due <= now + SAFETY_MS;
  if (!isSeenTo) goOnLater(ports);
}

function ownUnfinished(ports: Ports): readonly JobRecord[] {
  const me = ports.identity.userKey();
  return new JobStore(ports.store, ports.lock)
    .all()
    .filter((job) => !isOver(job) && job.startedBy.key === me);
}

/** Infinity where there are none. */
function pauseBefore(jobs: readonly JobRecord[], now: number): number {
  const due = Math.min(
    ...jobs.map((job) => (isHeld(job, now) ? job.lease?.until : job.waiting?.until) ?? now),
  );
  return Math.max(CONTINUE_AFTER_MS, due - now);
}
