/** What a cell was given, and how it reads. */
import type { CellError, Scalar } from './cells/cell';
import { formatSource, type FormatSource } from './formula/result-format';

/** A formula in a cell, with its result as last worked out. */
export class Formula {
  result: Scalar | CellError | null = null;
  /** The number format that the result takes over; a format of the cell itself comes first. */
  format: string | undefined;
  #formatSource: FormatSource | undefined;

  /** With its leading `=`. */
  constructor(readonly text: string) {}

  get formatSource(): FormatSource {
    if (this.#formatSource === undefined) this.#formatSource = formatSource(this.text);
    return this.#formatSource;
  }
}

export type Content = Scalar | Formula;

/** A cell as Range.getValues gives it; an empty one is ''. */
export type CellValue = string | number | boolean | Date;

/** The value behind a content: for a formula its result; null for an empty cell. */
export function resultOf(content: Content | undefined): Scalar | CellError | null {
  if (content === undefined) return null;
  return content instanceof Formula ? content.result : content;
}

/** Text of a formula, '' for anything else. */
export function formulaOf(content: Content | undefined): string {
  return content instanceof Formula ? content.text : '';
}

export function isError(result: Scalar | CellError | null): result is CellError {
  return typeof result === 'object' && result !== null;
}

/** A content that two tabs must not share. */
export function copyContent(content: Content): Content {
  return content instanceof Formula ? new Formula(content.text) : content;
}
