/** What came of reading one cell: a value, nothing, or what is wrong with it. */
import type { UploadValue } from '../package';
import type { ProblemCode } from '../problem';

/** A problem before it is known which row it is in. */
export interface Fault {
  readonly code: ProblemCode;
  readonly message: string;
  readonly remedy: string;
}

export interface Reading {
  /** Absent where the cell is empty or could not be read. */
  readonly value?: UploadValue;
  readonly fault?: Fault;
}

/** Nothing is there, and nothing is wrong. */
export const NOTHING: Reading = {};

export function faulty(code: ProblemCode, message: string, remedy: string): Reading {
  return { fault: { code, message, remedy } };
}
