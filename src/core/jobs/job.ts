/** A job: work that may outlast one execution, as a small record that survives between executions. */
import type { ErrorJson } from '../errors';

export type JobState = 'running' | 'waiting' | 'done' | 'failed' | 'stopped';

export interface JobProgress {
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
