/** The sidebar's side of the bundle's one door, `api`. */
import type { Execution } from '../runtime/execution/execution';

interface Refusal {
  readonly code: string;
  readonly what: string;
  readonly where?: unknown;
  readonly next?: string;
  readonly retry?: string;
}

/** The script answered with an error, in its own words. */
export class ApiError extends Error {
  readonly code: string;
  readonly what: string;
  readonly where?: unknown;
  readonly next?: string;
  readonly retry?: string;

  constructor(refusal: Refusal) {
    super(refusal.what);
    this.name = 'ApiError';
    this.code = refusal.code;
    this.what = refusal.what;
    this.where = refusal.where;
    if (refusal.next !== undefined) this.next = refusal.next;
    if (refusal.retry !== undefined) this.retry = refusal.retry;
  }
}

/** The script gave no answer: it threw, was killed, or ran out of time. `code` is FAILED, KILLED or TIMED_OUT. */
export class LostCall extends Error {
  readonly code: string;
  readonly execution: Execution;

  constructor(execution: Execution) {
    super(`api ${execution.outcome}: ${execution.error?.message ?? 'no reason given'}`);
    this.name = 'LostCall';
    this.code = execution.outcome.toUpperCase().replace(' ', '_');
    this.execution = execution;
  }
}

/** The value within the answer. @throws ApiError or LostCall */
export function unwrap(execution: Execution): unknown {
  if (!execution.ok) throw new LostCall(execution);
  const { value } = execution;
  if (typeof value !== 'object' || value === null || !('ok' in value)) return value;
  if (value.ok === true) return 'value' in value ? value.value : undefined;
  const error = 'error' in value ? value.error : undefined;
  throw new ApiError(error as Refusal);
}
