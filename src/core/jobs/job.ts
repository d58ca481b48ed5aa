/** A job: work that may outlast one execution, as a small record that survives between executions. */
import type { ErrorJson } from '../errors';

export type JobState = 'running' | 'waiting' | 'done' | 'failed' | 'stopped';

export interface JobProgress {
  /** What `done` and `total` count: records that came, or rows that went into the tab. Absent: reading. */
  readonly phase?: 'reading' | 'writing';
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
  /** What it works on; two live jobs never share a target. */
  readonly target: string;
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
