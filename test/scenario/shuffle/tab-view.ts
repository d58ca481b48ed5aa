/** What one tab shows at one moment, its columns known by the key in their note or, where they are a person's, by their header. */
import type { Desk } from '../../../local/desk';

/** What a cell holds; dates as the wall shows them: “2026-01-31 09:00:00”. */
export type Plain = string | number | boolean;

export interface Column {
  /** From 0. */
  readonly at: number;
  /** “#name” for the field `name`, else the header. */
  readonly handle: string;
  /** Null where the column is a person's. */
  readonly key: string | null;
  readonly header: string;
  readonly hidden: boolean;
}

/** Rows and columns count from 0; row 0 is the header. */
export interface TabView {
  readonly columns: readonly Column[];
  readonly cells: readonly (readonly Plain[])[];
  readonly formulas: readonly (readonly string[])[];
  readonly notes: readonly (readonly string[])[];
  readonly formats: readonly (readonly string[])[];
  readonly backgrounds: readonly (readonly (string | undefined)[])[];
  readonly fontColors: readonly (readonly (string | undefined)[])[];
}

const KEY_LINE = /(?:^|\n)saas-ledger: (\S+)$/;

/** The handle of the column that shows a field. */
export const managed = (key: string): string => `#${key}`;

/** The handle of the Status column. */
export const STATUS = managed('$status');

const clocks = new Map<string, Intl.DateTimeFormat>();

/** A moment as the clocks of the zone show it. */
export function wallText(moment: Date, timeZone: string): string {
  // Swedish dates are ISO's.
  const clock =
    clocks.get(timeZone) ??
    new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'medium', timeZone });
  clocks.set(timeZone, clock);
  return clock.format(moment);
}

export function viewOf(desk: Desk, name: string): TabView {
  const tab = desk.tab(name);
  const sheet = desk.workbook.sheet(name);
  if (sheet === null) throw new Error(`There is no tab “${name}”.`);
  const { timeZone } = desk.workbook;
  const cells = tab
    .values()
    .map((row) => row.map((cell) => (cell instanceof Date ? wallText(cell, timeZone) : (cell as Plain))));
  const notes = tab.notes();
  const hidden = new Set(sheet.hiddenColumns());
  const columns = (cells[0] ?? []).map((text, at): Column => {
    const key = KEY_LINE.exec(notes[0]?.[at] ?? '')?.[1] ?? null;
    const header = String(text);
    return { at, handle: key === null ? header : managed(key), key, header, hidden: hidden.has(at + 1) };
  });
  const block = { row: 1, column: 1, rows: cells.length, columns: columns.length };
  return {
    columns,
    cells,
    formulas: tab.formulas(),
    notes,
    formats: sheet.formats(1, 1, block.rows, block.columns),
    backgrounds: sheet.styled(block, 'background'),
    fontColors: sheet.styled(block, 'fontColor'),
  };
}

export function columnOf(view: TabView, handle: string): Column | undefined {
  return view.columns.find((column) => column.handle === handle);
}

/** What stands in a row under a handle; '' where there is no such column. */
export function cellOf(view: TabView, row: number, handle: string): Plain {
  const column = columnOf(view, handle);
  return column === undefined ? '' : (view.cells[row]?.[column.at] ?? '');
}

/** By id, the rows that have one. */
export function rowsById(view: TabView, key: string): Map<string, number> {
  const column = columnOf(view, managed(key));
  const rows = new Map<string, number>();
  for (let row = 1; row < view.cells.length; row += 1) {
    const id = String(view.cells[row]?.[column?.at ?? -1] ?? '');
    if (id !== '') rows.set(id, row);
  }
  return rows;
}
