/** What turns values into cells and back: the shape that every family of types implements. */
import type { CellValue } from '../../../ports/grid';
import type { Field, RemoteRecord } from '../field';

export interface CodecContext {
  /** The spreadsheet's IANA time zone: cells hold what the wall shows there. */
  readonly timeZone: string;
}

/** Why a value is not shown as its type: it could not be read as one, or it is longer than a cell can hold. */
export type Problem = 'unreadable' | 'too long';

/** A value on its way into a cell. */
export interface Encoded {
  /** Text is not guarded yet: whoever writes it knows the format of the cell. */
  readonly value: CellValue;
  /** The number format for a new cell. */
  readonly format: string;
  readonly problem?: Problem;
}

/**
 * A value as it is compared, remembered and sent: text, number, yes/no; a day as “2026-11-22”, a moment as ISO text
 * in UTC; money in whole units; several things as one text joined with ", "; '' for nothing.
 */
export type Canonical = string | number | boolean;

/** A cell on its way back. What cannot be read still has a value to compare it by: its text. */
export type Decoded =
  | { readonly ok: true; readonly value: Canonical }
  | { readonly ok: false; readonly value: string; readonly problem: string };

export interface Codec {
  /** `raw` is never null or undefined. */
  encode(field: Field, raw: unknown, record: RemoteRecord, context: CodecContext): Encoded;
  /** `cell` is never ''. */
  decode(field: Field, cell: CellValue, context: CodecContext): Decoded;
  /** The number format of a cell without a value. */
  readonly format: string;
}

/** The cell's text where it does not hold what its type asks for. */
export function misread(value: string, problem: string): Decoded {
  return { ok: false, value, problem };
}
