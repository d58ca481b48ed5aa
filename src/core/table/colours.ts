/** The font colours of what the platform does not have any more: rows and columns turn grey, and back again. */
import type { Rect, TabOperation } from '../../ports/grid';
import type { ColumnPlan } from './column-plan';
import { type ColumnRun, neighbours } from './cover';
import type { GoneColumns } from './gone-columns';
import type { RowPlan } from './row-plan';

export const GREY = '#757b82';

export interface ColourQuestion {
  readonly columns: ColumnPlan;
  readonly rows: RowPlan;
  readonly gone: GoneColumns;
  /** Columns that are refreshed, as runs of positions. */
  readonly runs: readonly ColumnRun[];
  /** Indexes of rows that are grey from now on. */
  readonly leaving: readonly number[];
  /** Indexes of rows that are not grey any more. */
  readonly returning: readonly number[];
  /** Indexes of all rows that are or stay grey. */
  readonly grey: ReadonlySet<number>;
}

/** First what gets the default colour, then what turns grey: a row that is gone stays so in a column that is back. */
export function colours(question: ColourQuestion): TabOperation[] {
  const { runs, gone, leaving, returning } = question;
  const plain = [
    ...rectsOf(runs, returning),
    ...addedRows(question),
    ...rectsOf(plainColumns(question), plainRows(question)),
  ];
  const grey = [
    ...rectsOf(neighbours(gone.leaving.map(({ at }) => at)), everyRow(question)),
    ...rectsOf(runs, leaving),
  ];
  return [
    ...(plain.length > 0 ? [{ kind: 'fontColor', at: plain, color: null } as const] : []),
    ...(grey.length > 0 ? [{ kind: 'fontColor', at: grey, color: GREY } as const] : []),
  ];
}

/** Columns that are back, and new ones beside a grey one: they look like their neighbour at first. */
function plainColumns({ columns, gone }: ColourQuestion): ColumnRun[] {
  const { fields, status } = columns;
  const fresh = [...fields, ...(status ? [status] : [])].filter(({ from }) => from === null);
  const grey = new Set(gone.gone.map(({ at }) => at));
  const tinted = neighbours(fresh.map(({ at }) => at)).filter(
    ({ first, last }) => grey.has(first - 1) || grey.has(last + 1),
  );
  return [...neighbours(gone.returning.map(({ at }) => at)), ...tinted];
}

/** New rows at the end of a full grid look like its last row, which may be one that is kept blank since all others went. */
function addedRows({ rows: { used, added }, runs, grey }: ColourQuestion): Rect[] {
  if (added.length === 0 || (used > 1 && !grey.has(used - 1))) return [];
  return runs.map(({ first, last }) => ({
    row: used + 1,
    column: first,
    rows: added.length,
    columns: last - first + 1,
  }));
}

/** New rows too: a run that is cut off finds them there when it comes back. */
function everyRow({ rows: { used, added } }: ColourQuestion): number[] {
  return Array.from({ length: used + added.length }, (_, index) => index);
}

function plainRows(question: ColourQuestion): number[] {
  return everyRow(question).filter((index) => !question.grey.has(index));
}

function rectsOf(runs: readonly ColumnRun[], rows: readonly number[]): Rect[] {
  return neighbours(rows).flatMap((row) =>
    runs.map(({ first, last }) => ({
      row: row.first + 1,
      column: first,
      rows: row.last - row.first + 1,
      columns: last - first + 1,
    })),
  );
}
