/** What stands beside a report's table, one blank column apart: a summary in formulas over its columns, and a chart. */
import type { CellValue, ChartOnTab, Rect, TabOperation } from '../../ports/grid';
import { columnLetters } from './a1';
import type { Field } from './field';
import { GENERAL, guard } from './typed-text';

/**
 * A text or a number; or a formula with the number format of its value. In a formula, “{key}” stands for the cells of that
 * field's column below the header, and “{1}” for the cell in column 1 of the same row of the summary; arguments are parted by
 * semicolons, which every locale takes.
 */
export type SummaryCell = string | number | { readonly formula: string; readonly format?: string };

export interface Beside {
  /** Rows of cells from the header down. Once they are written they are people's own. */
  readonly summary: readonly (readonly SummaryCell[])[];
  readonly chart?: {
    readonly type: ChartOnTab['type'];
    readonly title: string;
    /** The block of the summary that it draws, names left of amounts and their header above; counted from 1. */
    readonly of: Rect;
  };
}

/** On the header of each column of a summary: rows that only it fills are not rows of the table. */
const MARK = 'saas-ledger summary';
const NOTE = `Adds up the columns on the left as they are in this tab. It is yours: change it as you like.\n${MARK}`;

/** Whether a header note says that its column is one of a summary. */
export function isBeside(note = ''): boolean {
  return note.split('\n').some((line) => line.trim() === MARK);
}

/** Pixels of the first column, which names things, and of the others. */
const WIDTHS = { names: 240, amounts: 140 } as const;
const HEADER_BACKGROUND = '#e8eaed';
/** A chart stands below the header, beside the summary; that many columns of the usual width are under it. */
const CHART_ROW = 2;
const CHART_COLUMNS = 6;

/** For a tab that has just been filled with these fields, `width` columns in all, Status among them. */
export function planBeside(
  { summary, chart }: Beside,
  fields: readonly Field[],
  width: number,
): TabOperation[] {
  const columns = Math.max(...summary.map((row) => row.length));
  const at = { row: 1, column: width + 2, rows: summary.length, columns };
  const header = { ...at, rows: 1 };
  const letters = new Map(fields.map(({ key }, index) => [key, columnLetters(index + 1)]));
  const cells = summary.map((row) => Array.from({ length: columns }, (_, place) => row[place] ?? ''));
  const values = cells.map((row, index) =>
    row.map((cell): CellValue | null => {
      if (typeof cell === 'string') return guard(cell, GENERAL);
      return typeof cell === 'number' ? cell : filled(cell.formula, letters, at, index + 1);
    }),
  );
  const isWhole = !values.flat().includes(null);
  const under = chart && isWhole ? 1 + CHART_COLUMNS : 0;
  const bare = [
    { ...header, column: width + 1, columns: 1 },
    { ...header, column: at.column + columns, columns: under },
  ];
  const formats = cells.map((row) =>
    row.map((cell) => (typeof cell === 'object' ? (cell.format ?? GENERAL) : GENERAL)),
  );
  return [
    { kind: 'grow', rows: summary.length, columns: width + 1 + columns + under },
    { kind: 'formats', at, formats },
    { kind: 'values', at, values: values.map((row) => row.map((value) => value ?? '')) },
    { kind: 'notes', at: header, notes: [new Array<string>(columns).fill(NOTE)] },
    // What is added to a grid looks like its neighbours.
    { kind: 'background', at: bare.filter((block) => block.columns > 0), color: null },
    { kind: 'background', at: [header], color: HEADER_BACKGROUND },
    { kind: 'widths', column: at.column, count: 1, width: WIDTHS.names },
    ...(columns > 1
      ? [{ kind: 'widths', column: at.column + 1, count: columns - 1, width: WIDTHS.amounts } as const]
      : []),
    ...(chart && isWhole
      ? [
          {
            kind: 'chart',
            chart: {
              type: chart.type,
              title: chart.title,
              of: { ...chart.of, column: at.column + chart.of.column - 1 },
              row: CHART_ROW,
              column: at.column + columns + 1,
            },
          } as const,
        ]
      : []),
  ];
}

/** Null where it needs a field that was not chosen. */
function filled(
  formula: string,
  letters: ReadonlyMap<string, string>,
  { column }: Pick<Rect, 'column'>,
  row: number,
): string | null {
  if (namesIn(formula).some((name) => !/^\d+$/.test(name) && !letters.has(name))) return null;
  return formula.replace(PLACEHOLDER, (_, name: string) => {
    const letter = letters.get(name);
    return letter === undefined
      ? `$${columnLetters(column + Number(name) - 1)}${row}`
      : `$${letter}$2:$${letter}`;
  });
}

const PLACEHOLDER = /\{(\w+)\}/g;

function namesIn(formula: string): readonly string[] {
  return [...formula.matchAll(PLACEHOLDER)].map(([, name = '']) => name);
}
