/** Blocks of cells and their names in A1 notation. */

/** A block of cells; rows and columns count from 1. */
export interface Rect {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** Where a block lies when some of its edges are left to the grid, as in `A2:C` or `3:5`. */
export interface A1Block {
  /** Tab named before the `!`, or null. */
  readonly sheet: string | null;
  readonly row: number;
  readonly column: number;
  /** Null where the block runs to the last row of the grid. */
  readonly lastRow: number | null;
  /** Null where the block runs to the last column of the grid. */
  readonly lastColumn: number | null;
}

/** Whether a block lies within another. */
export function encloses(outer: Rect, inner: Rect): boolean {
  return (
    inner.row >= outer.row &&
    inner.column >= outer.column &&
    inner.row + inner.rows <= outer.row + outer.rows &&
    inner.column + inner.columns <= outer.column + outer.columns
  );
}

/** Column number to letters: 1 → A, 28 → AB. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** Letters to a column number: AB → 28. Case is ignored. */
export function columnNumber(letters: string): number {
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column;
}

/** Name of one cell, such as `B7`. */
export function cellName(row: number, column: number): string {
  return `${columnLetters(column)}${row}`;
}

/** Name of a block, such as `A1:C9`; one cell has no colon. */
export function blockName(rect: Rect): string {
  const first = cellName(rect.row, rect.column);
  return rect.rows === 1 && rect.columns === 1
    ? first
    : `${first}:${cellName(rect.row + rect.rows - 1, rect.column + rect.columns - 1)}`;
}

/** A tab's name as formulas write it: in quotes unless it is one plain word. */
export function quoteSheetName(name: string): string {
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(name) && !/^[A-Za-z]{1,3}\d+$/.test(name)
    ? name
    : `'${name.replace(/'/g, "''")}'`;
}

const CORNER = /^\$?([A-Za-z]{1,3})?\$?([1-9]\d*)?$/;

/** Reads A1 notation such as `B2`, `A1:C9`, `A:A`, `3:5`, `A2:C` or `'My tab'!A1`; null where it is none. */
export function parseA1(text: string): A1Block | null {
  const bang = text.lastIndexOf('!');
  const sheet = bang < 0 ? null : unquote(text.slice(0, bang).trim());
  const [from = '', to, ...more] = text
    .slice(bang + 1)
    .trim()
    .split(':');
  const first = CORNER.exec(from);
  const last = to === undefined ? first : CORNER.exec(to);
  if (first === null || last === null || more.length > 0 || from === '' || to === '') return null;
  const [, firstLetters, firstDigits] = first;
  const [, lastLetters, lastDigits] = last;
  if (to === undefined && (firstLetters === undefined || firstDigits === undefined)) return null;
  const columns = [firstLetters, lastLetters].map((l) => (l === undefined ? null : columnNumber(l)));
  const rows = [firstDigits, lastDigits].map((d) => (d === undefined ? null : Number(d)));
  const [top, bottom] = ordered(rows[0] ?? null, rows[1] ?? null);
  const [left, right] = ordered(columns[0] ?? null, columns[1] ?? null);
  return { sheet, row: top ?? 1, column: left ?? 1, lastRow: bottom, lastColumn: right };
}

function ordered(a: number | null, b: number | null): [number | null, number | null] {
  if (a !== null && b !== null) return a <= b ? [a, b] : [b, a];
  return [a ?? b, null];
}

function unquote(name: string): string {
  return name.startsWith("'") && name.endsWith("'") ? name.slice(1, -1).replace(/''/g, "'") : name;
}
