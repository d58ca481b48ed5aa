/** Works on one job for one slice: takes the lease, keeps it alive, and writes down how the slice ended. */
import type { Clock } from '../../ports/clock';
import type { Cache } from '../../ports/store';
import { AppError } from '../errors';
import type { DispatcherStats } from '../http/dispatcher';
import { isHeld, isOver, type JobProgress, type JobRecord, type Lease, type Spent } from './job';
import type { JobStore } from './job-store';

/** Google ends an execution after six minutes; what must still be written afterwards needs the rest. */
const SLICE_MS = 270_000;

/** A lease outlives the longest silence of a healthy slice; after a kill the job rests this long at most. */
const LEASE_MS = 120_000;

/** Renewed well before it ends, and seldom enough to cost nothing. */
const RENEW_MS = 30_000;

/** Progress is only worth a minute or two … */
const PROGRESS_SECONDS = 300;

/** … and telling it takes time itself. */
const TELL_MS = 1_000;

/** Slices that end for want of time without getting any further than the one before; then the job has failed. */
const MAX_STALLED = 2;

/** A platform that lets nothing in for so long: waiting on would only hide that nothing comes. */
const MAX_STANDING_MS = 6 * 3_600_000;

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
  /** A checkpoint that leaves a word, small and plain JSON, in the job's `memo`. */
  remember(memo: unknown): void;
  /** Running totals of this slice: whoever sends requests counts here. */
  readonly stats: DispatcherStats;
  /** What the job has taken so far, earlier slices included. */
  spent(): Spent;
}

/** Thrown through the work of a job that somebody stopped; never reaches a person. */
export class JobStopped extends Error {}

/** Thrown by work that has nothing to do before a moment. How long it waits in all is for the work to say. */
export class JobRests extends Error {
  constructor(
    /** In plain words. */
    readonly reason: string,
    /** Milliseconds since 1970. */
    readonly until: number,
  ) {
    super(reason);
  }
}

/** The work of one kind of job, from start to end or to an error. */
export type Work = (job: JobRecord, slice: Slice) => unknown;

/** Why a slice ended before the work did. */
interface Rest {
  readonly reason: string;
  /** Milliseconds since 1970. */
  readonly until: number;
  /** What it comes to should it never end; absent where the work itself sets an end to it. */
  readonly error?: AppError;
}

/** Who steps jobs, and how a moment reads to people in this file. */
export interface Worker {
  readonly name: () => string;
  readonly timeOfDay: (moment: number) => string;
}

export class Runner {
  constructor(
    private readonly jobs: JobStore,
    private readonly clock: Clock,
    private readonly cache: Cache,
    private readonly worker: Worker,
  ) {}

  /**
   * One slice. Answers with the record afterwards; failures end up in the record, not in an exception. When another
   * execution holds the job, its record is answered as waiting until that lease runs out.
   */
  step(id: string, work: Work): JobRecord {
    const owner = `${this.clock.now()}-${Math.floor(this.clock.random() * 1e9)}`;
    const now = this.clock.now();
    const lease = { owner, until: now + LEASE_MS, by: this.worker.name(), since: now };
    const { job, mine } = this.jobs.acquire(id, lease, now);
    if (!mine) return isHeld(job, now) ? this.elsewhere(job) : job;
    const slice = this.slice(job, lease);
    try {
      const result = work(job, slice);
      return this.finish(id, owner, (before) => ({
        ...before,
        progress: slice.last,
        spent: slice.spent(),
        state: 'done',
        result,
      }));
    } catch (thrown) {
      if (thrown instanceof JobStopped) return this.jobs.read(id);
      if (thrown instanceof JobRests) return this.rest(job, owner, slice, thrown);
      const error = AppError.from(thrown);
      const until = restsUntil(error, this.clock.now());
      if (until !== null) return this.rest(job, owner, slice, { reason: error.what, until, error });
      return this.fail(id, owner, slice.spent(), error);
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

  private slice(job: JobRecord, lease: Lease): Slice & { readonly last: JobProgress } {
    let renewedAt = this.clock.now();
    let toldAt = -Infinity;
    let last = job.progress;
    const begunAt = this.clock.now();
    const stats: DispatcherStats = { requests: 0, retries: 0, waitedMs: 0 };
    const { requests, waitedMs, workedMs } = job.spent ?? { requests: 0, waitedMs: 0, workedMs: 0 };
    const spent = (): Spent => ({
      requests: requests + stats.requests,
      waitedMs: waitedMs + stats.waitedMs,
      workedMs: workedMs + this.clock.now() - begunAt,
    });
    const renew = (until: number, news: Partial<JobRecord> = {}): void => {
      renewedAt = this.clock.now();
      const kept = this.jobs.update(job.id, lease.owner, (before) => ({
        ...before,
        ...news,
        progress: last,
        spent: spent(),
        lease: { ...lease, until },
      }));
      if (!kept) throw new JobStopped();
    };
    const tell = (news: object): void => {
      toldAt = this.clock.now();
      this.cache.put(progressKey(job.id), JSON.stringify({ progress: last, ...news }), PROGRESS_SECONDS);
    };
    return {
      get last() {
        return last;
      },
      deadline: this.clock.startedAt() + SLICE_MS,
      progress: (progress) => {
        last = progress;
        if (this.clock.now() - toldAt >= TELL_MS) tell({});
        if (this.clock.now() - renewedAt >= RENEW_MS) renew(this.clock.now() + LEASE_MS);
      },
      waiting: (reason, until) => {
        tell({ waiting: { reason, until } });
        renew(until + LEASE_MS);
      },
      checkpoint: () => renew(this.clock.now() + LEASE_MS),
      remember: (memo) => renew(this.clock.now() + LEASE_MS, { memo }),
      stats,
      spent,
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

  /** Until then; where nothing but this execution's time is over, the next one may go on at once. */
  private rest(
    started: JobRecord,
    owner: string,
    { last: progress, spent }: Slice & { readonly last: JobProgress },
    { reason, until, error }: Rest,
  ): JobRecord {
    const { id } = started;
    const now = this.clock.now();
    const waits = Math.max(0, until - now);
    const taken = { ...spent(), waitedMs: spent().waitedMs + waits };
    const stood = JSON.stringify(progress) === JSON.stringify(started.progress);
    const resting = this.jobs.update(id, owner, (before): JobRecord => {
      const { lease: _lease, stalled = 0, standsSince = now, ...earlier } = before;
      const rest = { ...earlier, progress, spent: taken, restedAt: now };
      const failed: JobRecord | undefined = error && {
        ...rest,
        state: 'failed',
        error: error.toJSON(),
        endedAt: now,
      };
      if (waits > 0) {
        if (failed && stood && now - standsSince >= MAX_STANDING_MS) return failed;
        const wait = { ...rest, state: 'waiting', waiting: { reason, until } } as const;
        return stood ? { ...wait, standsSince } : wait;
      }
      if (!failed || !stood) return { ...rest, state: 'running' };
      return stalled < MAX_STALLED ? { ...rest, state: 'running', stalled: stalled + 1 } : failed;
    });
    return resting ?? this.jobs.read(id);
  }

  private fail(id: string, owner: string, spent: Spent, error: AppError): JobRecord {
    return this.finish(id, owner, (before) => ({ ...before, spent, state: 'failed', error: error.toJSON() }));
  }

  private elsewhere(job: JobRecord): JobRecord {
    if (!job.lease) return job;
    const { by, since, until } = job.lease;
    const reason = `${by} has had this under way since ${this.worker.timeOfDay(since)}, in another window or run.`;
    return { ...job, state: 'waiting', waiting: { reason, until } };
  }
}

/**
 * From when on trying again makes sense, milliseconds since 1970 and not in the past, where an error ended the execution
 * and not the work; null where the work has failed.
 */
export function restsUntil(error: AppError, now: number): number | null {
  const { until } = error.details;
  return typeof until === 'number' ? Math.max(until, now) : null;
}

/** Like `waiting`; false where the job was stopped meanwhile: what was answered so far still has to be written down. */
export function mayWait(slice: Slice, reason: string, until: number): boolean {
  try {
    slice.waiting(reason, until);
    return true;
  } catch (thrown) {
    if (thrown instanceof JobStopped) return false;
    throw thrown;
  }
}

function progressKey(id: string): string {
  return `progress.${id}`;
}
