/** A tab as a list of rows below a header, whoever made it: ours, a person's, or a pasted CSV. */
import type { CellValue } from '../../ports/grid';
import { columnLetters } from '../table/a1';

export interface UploadSheet {
  readonly tab: string;
  /** Names of the columns, each of them once: the header, or “column C” where it is empty or another column has it too. */
  readonly columns: readonly string[];
  /** What the header says, trimmed. */
  readonly headers: readonly string[];
  /** Row of the header, from 1. */
  readonly headerRow: number;
  /** Rows below the header that are not blank. */
  readonly rows: readonly SheetRow[];
  /** IANA name: cells hold what the wall shows there. */
  readonly timeZone: string;
  /** The file's, such as en_US. */
  readonly locale: string;
}

export interface SheetRow {
  /** Row of the tab, from 1. */
  readonly row: number;
  readonly cells: readonly CellValue[];
}

export interface SheetOptions {
  readonly timeZone: string;
  readonly locale: string;
  /** Columns, from 0, that are no data, such as our own Status column: they are read as blank. */
  readonly skip?: readonly number[];
}

/** Rows among which a header is looked for; exports have a few lines above it at most. */
const ROWS_ABOVE = 20;

/** Null where there is no header or no row below it. `values` begin in the first row and column of the tab. */
export function sheetOf(
  tab: string,
  values: readonly (readonly CellValue[])[],
  { timeZone, locale, skip = [] }: SheetOptions,
): UploadSheet | null {
  const rows = filledRows(values, new Set(skip));
  const at = headerAt(rows);
  const head = rows[at];
  const below = rows.slice(at + 1);
  if (!head || below.length === 0) return null;
  const width = below.reduce((widest, { cells }) => Math.max(widest, filledWidth(cells)), 0);
  const headers = head.cells.slice(0, Math.max(width, filledWidth(head.cells))).map(headerText);
  while (headers.length < width) headers.push('');
  return {
    tab,
    columns: columnNames(headers),
    headers,
    headerRow: head.row,
    rows: below,
    timeZone,
    locale,
  };
}

/** By place of the column, its name: its header, trimmed, unless that is empty or not its alone. */
export function columnNames(headers: readonly string[]): string[] {
  const times = new Map<string, number>();
  for (const header of headers) times.set(header, (times.get(header) ?? 0) + 1);
  return headers.map((header, at) =>
    header === '' || times.get(header) !== 1 || LETTERED.test(header)
      ? `column ${columnLetters(at + 1)}`
      : header,
  );
}

/** A header that another column might be named by. */
const LETTERED = /^column [A-Z]+$/;

function headerText(cell: CellValue): string {
  return cell instanceof Date ? '' : String(cell).replace(/\s+/g, ' ').trim();
}

function filledRows(
  values: readonly (readonly CellValue[])[],
  skipped: ReadonlySet<number>,
): readonly SheetRow[] {
  const rows: SheetRow[] = [];
  values.forEach((given, at) => {
    const cells = skipped.size === 0 ? given : given.map((cell, column) => (skipped.has(column) ? '' : cell));
    if (cells.some(isFilled)) rows.push({ row: at + 1, cells });
  });
  return rows;
}

function isFilled(cell: CellValue): boolean {
  return typeof cell === 'string' ? cell !== '' && cell.trim() !== '' : true;
}

function filledWidth(cells: readonly CellValue[]): number {
  let width = cells.length;
  while (width > 0 && !isFilled(cells[width - 1] ?? '')) width -= 1;
  return width;
}

/** Place of the header: the first row that names at least half as many columns as the widest row fills; a title above it does not. */
function headerAt(rows: readonly SheetRow[]): number {
  const counts = rows.slice(0, ROWS_ABOVE).map(({ cells }) => cells.filter(isFilled).length);
  const enough = Math.max(2, Math.max(0, ...counts) / 2);
  const found = counts.findIndex(
    (count, at) => count >= enough && at + 1 < rows.length && namesColumns(rows[at]?.cells ?? []),
  );
  return Math.max(0, found);
}

function namesColumns(cells: readonly CellValue[]): boolean {
  const filled = cells.filter(isFilled);
  const texts = filled.filter((cell) => typeof cell === 'string');
  const isData = filled.some(
    (cell) => cell instanceof Date || typeof cell === 'boolean' || /\S@\S+\.\S/.test(String(cell)),
  );
  return !isData && texts.length * 2 >= filled.length;
}
