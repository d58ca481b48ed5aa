/** What one cell of a tab holds. */

/** Dates and times are serial day numbers (days since 30 Dec 1899) with a date number format. */
export type Scalar = number | string | boolean;

/** The result of a formula that failed. */
export interface CellError {
  /** As Sheets shows it, such as `#N/A` or `#REF!`. */
  readonly error: string;
}

export interface Cell {
  /** Null where the cell is empty; for a formula, its last result. */
  value: Scalar | null;
  /** With its leading `=`. */
  formula?: string;
  /** Number format; absent for an untouched cell. */
  format?: string;
}
