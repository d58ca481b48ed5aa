/** Text of an export that was pasted with all its columns in one, taken apart: https://www.rfc-editor.org/rfc/rfc4180 */
import type { CellValue } from '../../ports/grid';

export interface SplitText {
  /** The one that holds everything, from 1. */
  readonly column: number;
  /** From the first row of the tab; all of them equally wide. A text with line breaks took several rows, so there may be fewer. */
  readonly rows: readonly (readonly string[])[];
}

const SEPARATORS = [',', ';', '\t', '|'];

/** Rows by which the separator is told. */
const TOP_ROWS = 25;

/**
 * Null where several columns have content, where something is no text, and where rows do not agree how many columns there are.
 * @param isTop whether the values are only the first rows of the tab, so that the last text may go on below them
 */
export function splitText(
  values: readonly (readonly CellValue[])[],
  { isTop = false }: { readonly isTop?: boolean } = {},
): SplitText | null {
  const used = new Set(values.flatMap((cells) => cells.flatMap((cell, at) => (cell === '' ? [] : [at]))));
  const [at] = used;
  if (at === undefined || used.size > 1) return null;
  const lines = values.map((cells) => cells[at] ?? '');
  if (!lines.every((line) => typeof line === 'string')) return null;
  const separator = separatorOf(lines.slice(0, TOP_ROWS));
  if (separator === null) return null;
  const { rows, isWhole } = rowsOf(lines.join('\n'), separator);
  const width = widthOf(rows);
  if (width === null || !(isWhole || isTop)) return null;
  return {
    column: at + 1,
    rows: rows.map((cells) => [...cells, ...Array<string>(width - cells.length).fill('')]),
  };
}

/** The one that makes the most columns. */
function separatorOf(lines: readonly string[]): string | null {
  const widths = SEPARATORS.map((separator) => widthOf(rowsOf(lines.join('\n'), separator).rows) ?? 0);
  const most = Math.max(...widths);
  return most === 0 ? null : (SEPARATORS[widths.indexOf(most)] ?? null);
}

/** How many columns there are: as many as at least half of the rows have, two rows at the least. */
function widthOf(rows: readonly (readonly string[])[]): number | null {
  const filled = rows.filter((cells) => cells.some((cell) => cell.trim() !== ''));
  const width = filled.reduce((widest, { length }) => Math.max(widest, length), 0);
  const full = filled.filter(({ length }) => length === width);
  return width > 1 && filled.length > 1 && full.length * 2 >= filled.length ? width : null;
}

/** Not whole where a quotation mark has no other that closes it: what begins with it is left out. */
function rowsOf(text: string, separator: string): { readonly rows: string[][]; readonly isWhole: boolean } {
  const end = `(\\${separator}|\\n|$)`;
  const cell = new RegExp(`(?:"((?:[^"]|"")*)"|([^\\${separator}\\n]*))${end}`, 'y');
  const rows: string[][] = [];
  let row: string[] = [];
  for (;;) {
    const [, quoted, plain = '', after = ''] = cell.exec(text) ?? [];
    if (quoted === undefined && plain.startsWith('"')) return { rows, isWhole: false };
    row.push(quoted === undefined ? plain : quoted.replace(/""/g, '"'));
    if (after === separator) continue;
    rows.push(row);
    if (after === '') return { rows, isWhole: true };
    row = [];
  }
}
