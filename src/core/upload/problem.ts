/** What is wrong with a row or a file before it is sent, in words that a person can act on. */

/**
 * error: it cannot be sent, and the platform would refuse it; warning: it can be sent, and may not be what is meant;
 * note: good to know.
 */
export type Severity = 'error' | 'warning' | 'note';

export interface Problem {
  readonly severity: Severity;
  /** Stable name of the kind of problem: “badEmail”. */
  readonly code: ProblemCode;
  /** Row of the tab, from 1; absent where it is about the whole upload. */
  readonly row?: number;
  /** Name of the column as in the mapping; absent where no column is to blame. */
  readonly column?: string;
  readonly field?: string;
  /** The tab, where an upload has several. */
  readonly tab?: string;
  /** What is wrong, without the row: “ann@” is not an e-mail address. */
  readonly message: string;
  /** What to do about it. */
  readonly remedy: string;
}

export type ProblemCode =
  | 'missingValue'
  | 'badEmail'
  | 'badChoice'
  | 'badDate'
  | 'unclearDate'
  | 'badNumber'
  | 'negative'
  | 'tooLong'
  | 'formulaError'
  | 'duplicate'
  | 'differs'
  | 'unknownReference'
  | 'missingPart'
  | 'missingColumn'
  | 'noHeader'
  | 'unsplit'
  | 'mixedDates'
  | 'nothingValid'
  | 'tooLarge'
  | 'fewer'
  | 'sentBefore'
  | 'tooSoon'
  | 'emptyRow'
  | 'guessedSchema'
  /** What the platform said of a row that it was sent. */
  | 'refused';
