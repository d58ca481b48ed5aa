/** A job: work that may outlast one execution, as a small record that survives between executions. */
import type { ErrorJson } from '../errors';

export type JobState = 'running' | 'waiting' | 'done' | 'failed' | 'stopped';

export interface JobProgress {
  /** What `done` and `total` count: records that came, rows that went into the tab, or records that were sent. Absent: reading. */
  readonly phase?: 'reading' | 'writing' | 'sending';
  readonly done: number;
  readonly total?: number;
  /** What is counted, in a person's words: “apps”. */
  readonly unit: string;
  readonly pages: number;
}

/** Who works on it, and until when nobody else may. */
export interface Lease {
  /** One execution; no two are alike. */
  readonly owner: string;
  /** Milliseconds since 1970. */
  readonly until: number;
  /** Who is at work, as they are called, and since when; milliseconds since 1970. */
  readonly by: string;
  readonly since: number;
}

/** What a job has taken in all its executions, as far as they could still say. */
export interface Spent {
  readonly requests: number;
  /** Milliseconds of waiting, within executions and between them. */
  readonly waitedMs: number;
  /** Milliseconds of executions. */
  readonly workedMs: number;
}

/** Everything is plain JSON and stays small: it must fit one property (9 KB). */
export interface JobRecord<Args = unknown, Result = unknown> {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  /** Name of the tab that it works on, as it was called then, or of what else only one can work on; two live jobs never share a target. */
  readonly target: string;
  /** Its sheet id, where the tab was there already: a tab that is renamed meanwhile is still the same target. */
  readonly targetId?: number;
  /** Whether it gives way to anybody's unless it is at work: they do what it would have done. */
  readonly yields?: true;
  /** Whether nothing else begins on its tab while it goes on, nor it while something else does. */
  readonly exclusive?: true;
  readonly args: Args;
  readonly state: JobState;
  readonly progress: JobProgress;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  readonly endedAt?: number;
  /** The person who started it, by a key that tells nothing, and as they are called. */
  readonly startedBy: { readonly key: string; readonly name: string };
  readonly waiting?: { readonly reason: string; readonly until: number };
  readonly lease?: Lease;
  /** When its last slice ended, milliseconds since 1970. */
  readonly restedAt?: number;
  /** Since when slices end in a wait without getting any further; milliseconds since 1970. */
  readonly standsSince?: number;
  /** What the work wanted to know should it be taken up again. */
  readonly memo?: unknown;
  /** Slices in a row that ran out of time where the one before did. */
  readonly stalled?: number;
  readonly spent?: Spent;
  readonly result?: Result;
  readonly error?: ErrorJson;
}

export function isOver(job: JobRecord): boolean {
  return job.state === 'done' || job.state === 'failed' || job.state === 'stopped';
}

/** Whether an execution is at work on it right now, as far as can be known. */
export function isHeld(job: JobRecord, now: number): boolean {
  return job.lease !== undefined && job.lease.until > now;
}

/** The hour until the next clock trigger, which is all that some files have to go on with a job, and its delay. */
const LONGEST_REST_MS = 75 * 60_000;

/** Whether it goes on as far as can be known, also while nobody is at work on it: between slices, or waiting. */
export function goesOn(job: JobRecord, now: number): boolean {
  const { startedAt, restedAt = 0, waiting, lease } = job;
  const lastSign = Math.max(startedAt, restedAt, waiting?.until ?? 0, lease?.until ?? 0);
  return !isOver(job) && now - lastSign < LONGEST_REST_MS;
}

type Target = Pick<JobRecord, 'target' | 'targetId'>;

/** Whether both work on the same tab. */
export function shareTarget(one: Target, other: Target): boolean {
  return one.targetId === undefined || other.targetId === undefined
    ? one.target === other.target
    : one.targetId === other.targetId;
}
