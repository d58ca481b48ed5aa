/** One run of one function, as the desk lists it. */
import type { AuthMode, ExecutionContext } from '../host';

export type Outcome = 'running' | 'completed' | 'failed' | 'timed out' | 'killed';

export interface Execution {
  readonly id: number;
  readonly function: string;
  readonly kind: ExecutionContext['kind'];
  /** E-mail address of the person it runs for. */
  readonly user: string;
  readonly authMode: AuthMode;
  /** Virtual milliseconds since 1970. */
  readonly startedAt: number;
  /** Virtual seconds that it has taken. */
  readonly seconds: number;
  readonly outcome: Outcome;
  /** True once it has completed. */
  readonly ok: boolean;
  /** What the function returned. */
  readonly value?: unknown;
  /** What ended it; the stack is the script's own. */
  readonly error?: Error;
  /** Lines of console and Logger. */
  readonly logs: readonly string[];
  /** How many service calls and how many requests it made. */
  readonly calls: number;
  readonly requests: number;
}

/** An execution while it runs. */
export type OpenExecution = { -readonly [Key in keyof Execution]: Execution[Key] } & { logs: string[] };
