/** Works on one job for one slice: takes the lease, keeps it alive, and writes down how the slice ended. */
import type { Clock } from '../../ports/clock';
import type { Cache } from '../../ports/store';
import { AppError } from '../errors';
import { isHeld, isOver, type JobProgress, type JobRecord } from './job';
import type { JobStore } from './job-store';

/** Google ends an execution after six minutes; what must still be written afterwards needs the rest. */
const SLICE_MS = 270_000;

/** A lease outlives the longest silence of a healthy slice; after a kill the job rests this long at most. */
const LEASE_MS = 120_000;

/** Renewed well before it ends, and seldom enough to cost nothing. */
const RENEW_MS = 30_000;

/** Progress is only worth a minute or two. */
const PROGRESS_SECONDS = 300;

/** What the work of a job is given. */
export interface Slice {
  /** Milliseconds since 1970; no work may start that would pass it. */
  readonly deadline: number;
  /** Tells how far it is, and keeps the lease; throws JobStopped when the job was stopped. */
  progress(progress: JobProgress): void;
  /** Says that it will be silent until then, and why. */
  waiting(reason: string, until: number): void;
  /** Before something that cannot be taken back: throws JobStopped when the job was stopped or taken over. */
  checkpoint(): void;
}

/** Thrown through the work of a job that somebody stopped; never reaches a person. */
export class JobStopped extends Error {}

/** The work of one kind of job, from start to end or to an error. */
export type Work = (job: JobRecord, slice: Slice) => unknown;

export class Runner {
  constructor(
    private readonly jobs: JobStore,
    private readonly clock: Clock,
    private readonly cache: Cache,
  ) {}

  /**
   * One slice. Answers with the record afterwards; failures end up in the record, not in an exception. When another
   * execution holds the job, its record is answered as waiting until that lease runs out.
   */
  step(id: string, work: Work): JobRecord {
    const owner = `${this.clock.now()}-${Math.floor(this.clock.random() * 1e9)}`;
    const now = this.clock.now();
    const { job, mine } = this.jobs.acquire(id, { owner, until: now + LEASE_MS }, now);
    if (!mine) return isHeld(job, now) ? elsewhere(job) : job;
    try {
      const result = work(job, this.slice(job, owner));
      return this.finish(id, owner, (before) => ({ ...before, state: 'done', result }));
    } catch (thrown) {
      if (thrown instanceof JobStopped) return this.jobs.read(id);
      const error = AppError.from(thrown);
      const until = restsUntil(error, this.clock.now());
      if (until !== null) return this.rest(id, owner, error.what, until);
      return this.finish(id, owner, (before) => ({ ...before, state: 'failed', error: error.toJSON() }));
    }
  }

  /** How far a job is: the record, with fresher progress where a slice is under way. */
  peek(id: string): JobRecord {
    const job = this.jobs.read(id);
    if (isOver(job)) return job;
    const cached = this.cache.get(progressKey(id));
    return cached === null
      ? job
      : { ...job, ...(JSON.parse(cached) as Pick<JobRecord, 'progress' | 'waiting'>) };
  }

  private slice(job: JobRecord, owner: string): Slice {
    let renewedAt = this.clock.now();
    let last = job.progress;
    const renew = (until: number): void => {
      renewedAt = this.clock.now();
      const kept = this.jobs.update(job.id, owner, (before) => ({
        ...before,
        progress: last,
        lease: { owner, until },
      }));
      if (!kept) throw new JobStopped();
    };
    const tell = (news: object): void => {
      this.cache.put(progressKey(job.id), JSON.stringify({ progress: last, ...news }), PROGRESS_SECONDS);
    };
    return {
      deadline: this.clock.startedAt() + SLICE_MS,
      progress: (progress) => {
        last = progress;
        tell({});
        if (this.clock.now() - renewedAt >= RENEW_MS) renew(this.clock.now() + LEASE_MS);
      },
      waiting: (reason, until) => {
        tell({ waiting: { reason, until } });
        renew(until + LEASE_MS);
      },
      checkpoint: () => renew(this.clock.now() + LEASE_MS),
    };
  }

  private finish(id: string, owner: string, change: (job: JobRecord) => JobRecord): JobRecord {
    const endedAt = this.clock.now();
    const ended = this.jobs.update(id, owner, (before) => {
      const { lease: _lease, waiting: _waiting, ...rest } = change(before);
      return { ...rest, endedAt };
    });
    return ended ?? this.jobs.read(id);
  }

  private rest(id: string, owner: string, reason: string, until: number): JobRecord {
    const resting = this.jobs.update(id, owner, (before) => {
      const { lease: _lease, ...rest } = before;
      return { ...rest, state: 'waiting', waiting: { reason, until } };
    });
    return resting ?? this.jobs.read(id);
  }
}

/**
 * From when on trying again makes sense, milliseconds since 1970, where an error ended the execution and not the work;
 * null where the work has failed.
 */
export function restsUntil(error: AppError, now: number): number | null {
  const until = Number(error.details.until);
  return until > now ? until : null;
}

function elsewhere(job: JobRecord): JobRecord {
  if (!job.lease) return job;
  const reason = `${job.startedBy.name} has this under way in another window or run.`;
  return { ...job, state: 'waiting', waiting: { reason, until: job.lease.until } };
}

function progressKey(id: string): string {
  return `progress.${id}`;
}
