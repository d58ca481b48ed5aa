/** Writes entries into a log, the newest on top, and takes the oldest out that are more than are kept. */
import type { CellValue, Rect, TabOperation } from '../../ports/grid';
import { neighbours } from '../table/cover';
import { keyLine } from '../table/note';
import { GENERAL, guard } from '../table/typed-text';
import {
  isEntry,
  type LogColumn,
  type LogDefinition,
  type LogPlaces,
  type LogRow,
  logRow,
  momentOf,
} from './log';

const COLUMN_WIDTH = 120;

/** Blocks of rows that one run takes out, where a person has sorted the log; the others wait for the next. */
const DELETED_BLOCKS = 20;

/** The header of a tab that is empty, for columns side by side from the first on. */
export function planLogHeader({ columns }: LogDefinition): TabOperation[] {
  return [
    { kind: 'grow', rows: 2, columns: columns.length },
    { kind: 'header', columns: columns.length, width: COLUMN_WIDTH },
    // Until their labels are in, the tab counts as empty, and a run that follows one that was cut off does it all again.
    ...headers(columns, 1),
  ];
}

/** Columns that somebody deleted come back behind the others, empty; their places are added to those that are known. */
export function planLostColumns(
  { columns }: LogDefinition,
  places: LogPlaces,
  width: number,
): { readonly operations: TabOperation[]; readonly places: LogPlaces } {
  const lost = columns.filter(({ key }) => !places.has(key));
  if (lost.length === 0) return { operations: [], places };
  return {
    operations: [{ kind: 'grow', rows: 2, columns: width + lost.length }, ...headers(lost, width + 1)],
    places: new Map([...places, ...lost.map(({ key }, index) => [key, width + index] as const)]),
  };
}

function headers(columns: readonly LogColumn[], column: number): TabOperation[] {
  const at = { row: 1, column, rows: 1, columns: columns.length };
  return [
    { kind: 'notes', at, notes: [columns.map(({ key, help }) => `${help}\n${keyLine(key)}`)] },
    { kind: 'values', at, values: [columns.map(({ label }) => label)] },
  ];
}

export interface LogAddition {
  readonly log: LogDefinition;
  /** The tab as it was read. */
  readonly values: readonly (readonly CellValue[])[];
  readonly places: LogPlaces;
  /** What to add, the newest first. */
  readonly rows: readonly LogRow[];
  /** How many entries the log shall have at most afterwards. */
  readonly kept: number;
  /** Tells entries that stay, however many there are. */
  readonly stays?: (row: LogRow) => boolean;
}

/** In a few steps, however many rows there are. */
export function planLog(addition: LogAddition): TabOperation[] {
  const { log, values, places, kept } = addition;
  const rows = addition.rows.slice(0, kept);
  const isFirst = !values.slice(1).some((cells) => isEntry(log, cells, places));
  const blank = isFirst && values.length <= 1 ? rows.length : leadingBlanks(values);
  const inserted = Math.max(0, rows.length - blank);
  // Blank rows below the header are left from a run that was cut off; the lowest are filled first.
  const firstRow = 2 + Math.max(0, blank - rows.length);
  return [
    ...(inserted > 0 ? [{ kind: 'insertRows', row: 2, count: inserted } as const] : []),
    ...(isFirst ? [{ kind: 'grow', rows: firstRow + rows.length - 1, columns: 1 } as const] : []),
    // Rows that are inserted later look like those below them.
    ...(log.isRecord ? allFormats(log, places, firstRow, rows.length) : []),
    ...(isFirst && !log.isRecord ? formats(log, places, firstRow, rows.length) : []),
    ...cells(log, places, rows, firstRow),
    ...deletions(addition, rows.length, inserted),
  ];
}

function leadingBlanks(values: readonly (readonly CellValue[])[]): number {
  const first = values.findIndex((row, index) => index > 0 && row.some((cell) => cell !== ''));
  return (first < 0 ? values.length : first) - 1;
}

function formats(log: LogDefinition, places: LogPlaces, row: number, rows: number): TabOperation[] {
  return log.columns.flatMap(({ key, format }): TabOperation[] => {
    const at = places.get(key);
    if (format === undefined || at === undefined || rows === 0) return [];
    const all = Array.from({ length: rows }, () => [format]);
    return [{ kind: 'formats', at: { row, column: at + 1, rows, columns: 1 }, formats: all }];
  });
}

function allFormats(log: LogDefinition, places: LogPlaces, row: number, rows: number): TabOperation[] {
  const own = new Map(log.columns.map(({ key, format = GENERAL }) => [key, format]));
  return blocks(log, places, row, rows).map(({ at, keys }) => {
    const format = keys.map((key) => own.get(key) ?? GENERAL);
    return { kind: 'formats', at, formats: Array.from({ length: rows }, () => format) };
  });
}

function cells(log: LogDefinition, places: LogPlaces, rows: readonly LogRow[], row: number): TabOperation[] {
  return blocks(log, places, row, rows.length).map(({ at, keys }) => ({
    kind: 'values',
    at,
    values: rows.map((entry) => keys.map((key) => logCell(entry[key] ?? ''))),
  }));
}

/**
 * Only our own columns: those of people may stand between them. That of the run comes first where the log is a record:
 * what was cut off after it is recognised, and completed.
 */
function blocks(
  { run, isRecord }: LogDefinition,
  places: LogPlaces,
  row: number,
  rows: number,
): { readonly at: Rect; readonly keys: readonly string[] }[] {
  if (rows === 0) return [];
  const keys = new Map([...places].map(([key, at]) => [at, key]));
  const found = neighbours([...keys.keys()]).map(({ first, last }) => {
    const columns = last - first + 1;
    return {
      at: { row, column: first + 1, rows, columns },
      keys: Array.from({ length: columns }, (_, offset) => keys.get(first + offset) ?? ''),
    };
  });
  const rank = (block: { readonly keys: readonly string[] }): number => (block.keys.includes(run) ? 0 : 1);
  return isRecord ? found.sort((one, other) => rank(one) - rank(other)) : found;
}

/** What to hand to setValues so that the cell holds just this. */
export function logCell(value: CellValue): CellValue {
  return typeof value === 'string' ? guard(value, GENERAL) : value;
}

/** The oldest entries go, of those from one moment the lowest: rows of people stay. */
function deletions(
  { log, values, places, kept, stays }: LogAddition,
  added: number,
  inserted: number,
): TabOperation[] {
  const time = places.get(log.time) ?? -1;
  const entries = values.flatMap((row, index) =>
    index > 0 && isEntry(log, row, places) ? [{ index, moment: momentOf(row[time]) }] : [],
  );
  const over = entries.length + added - kept;
  if (over <= 0) return [];
  const oldest = entries
    .filter(({ index }) => !stays?.(logRow(values[index] ?? [], places)))
    .sort((one, other) => one.moment - other.moment || other.index - one.index)
    .slice(0, over);
  const gone = neighbours(oldest.map(({ index }) => index)).map(({ first, last }) => ({
    row: first + 1 + inserted,
    rows: last - first + 1,
  }));
  return [{ kind: 'deleteRows', blocks: gone.slice(-DELETED_BLOCKS) }];
}
