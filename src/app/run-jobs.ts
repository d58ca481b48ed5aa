/** Working on jobs: one slice for the sidebar, or as many as fit this execution for menus and triggers. */
import { isHeld, isOver, type JobRecord } from '../core/jobs/job';
import { JobStore } from '../core/jobs/job-store';
import { Runner, type Work } from '../core/jobs/runner';
import type { Ports } from '../ports';
import { findProvider } from '../providers/catalogue';
import { connectionOf } from './account';
import type { PullArgs } from './pull';
import { pullWork } from './pull-work';

/** No job is begun in an execution that has run this long: it might not fit. */
const BEGIN_UNTIL_MS = 180_000;

/** A one-shot trigger needs a moment anyway; sooner is no use. */
const CONTINUE_AFTER_MS = 60_000;

export function runnerOf(ports: Ports): Runner {
  return new Runner(new JobStore(ports.store, ports.lock), ports.clock, ports.cache);
}

/** Throws NOT_CONNECTED, without harm to the job, for a colleague who has no key of their own. */
export function stepJob(ports: Ports, id: string): JobRecord {
  const { args, startedBy } = new JobStore(ports.store, ports.lock).read(id);
  if (startedBy.key !== ports.identity.userKey()) {
    connectionOf(ports, findProvider((args as PullArgs).provider));
  }
  const work: Work = (job, slice) => pullWork(ports, job, slice);
  return runnerOf(ports).step(id, work);
}

/** Works on the jobs in turn; what is left when time runs out, or has to wait, goes on by a one-shot trigger. */
export function runJobs(ports: Ports, ids: readonly string[]): JobRecord[] {
  const store = new JobStore(ports.store, ports.lock);
  const records = ids.map((id) =>
    ports.clock.now() - ports.clock.startedAt() < BEGIN_UNTIL_MS ? stepJob(ports, id) : store.read(id),
  );
  const unfinished = records.filter((job) => !isOver(job));
  if (unfinished.length > 0) ports.triggers.continueAfter(pauseBefore(unfinished, ports.clock.now()));
  return records;
}

/** For triggers: goes on with whatever this person started and nobody works on. */
export function continueJobs(ports: Ports): void {
  ports.triggers.clear();
  const me = ports.identity.userKey();
  const now = ports.clock.now();
  const mine = new JobStore(ports.store, ports.lock)
    .all()
    .filter((job) => !isOver(job) && !isHeld(job, now) && job.startedBy.key === me);
  runJobs(
    ports,
    mine.map(({ id }) => id),
  );
}

function pauseBefore(jobs: readonly JobRecord[], now: number): number {
  const due = Math.min(...jobs.map((job) => job.waiting?.until ?? now));
  return Math.max(CONTINUE_AFTER_MS, due - now);
}
