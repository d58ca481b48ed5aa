/** What is written into the Push journal: entries before anything is sent, and what became of them afterwards. */
import type { CellValue, TabOperation } from '../../ports/grid';
import { nameOfChange } from '../change/change';
import type { CodecContext } from '../table/codec/codec';
import { coverCells, neighbours } from '../table/cover';
import { type LogPlaces, type LogRow, logRow } from './log';
import { logCell, planLog, planLogHeader, planLostColumns } from './log-plan';
import {
  isUnderWay,
  type JournalEntry,
  type JournalNews,
  journalRow,
  nameAtFirst,
  newsCells,
  PUSH_JOURNAL,
  readEntry,
} from './push-journal';

/** Rectangles that changed cells may take: each is a call or two. */
const RECTANGLES = 3;

/** The journal as it was read; `values` are [] for one that has no header yet. */
export interface JournalImage {
  readonly values: readonly (readonly CellValue[])[];
  readonly places: LogPlaces;
}

/**
 * Adds the entries of one push, in their order, on top. Those that are there already stay as they are, and such of which a
 * run that was cut off wrote a part are completed. Of the others no more stay than `kept` in all, those under way apart.
 */
export function planEntries(
  { values, places: standing }: JournalImage,
  entries: readonly JournalEntry[],
  kept: number,
  context: CodecContext,
): TabOperation[] {
  const isNew = values.length === 0;
  const lost = isNew
    ? { operations: [], places: standing }
    : planLostColumns(PUSH_JOURNAL, standing, values[0]!.length);
  const { places } = lost;
  const plan = entries[0]?.plan ?? '';
  const { found, lines } = linesOf({ values, places }, plan, context);
  const rows = entries.map((entry) => ({ index: found.get(nameAtFirst(entry)), row: journalRow(entry) }));
  const known = new Set(rows.map(({ index }) => index));
  // Of these not enough was written to tell whose they are.
  const torn = lines.filter((index) => !known.has(index));
  const completed = new Map<number, LogRow>();
  const missing: LogRow[] = [];
  for (const { index, row } of rows) {
    const line = index ?? torn.shift();
    if (line === undefined) missing.push(row);
    else completed.set(line, index === undefined ? row : blanksOf(row, logRow(values[index]!, places)));
  }
  return [
    ...(isNew ? planLogHeader(PUSH_JOURNAL) : []),
    ...lost.operations,
    ...rewritten({ values, places }, completed),
    ...planLog({
      log: PUSH_JOURNAL,
      values,
      places,
      rows: missing,
      kept: Math.max(kept, entries.length),
      stays: (row) => isUnderWay(row) || row['push.plan'] === plan,
    }),
  ];
}

/** What became of entries of one push; `missing` are those whose line is not there. */
export interface NewsPlan {
  readonly operations: readonly TabOperation[];
  readonly missing: readonly JournalNews[];
  /** Number of the push's last line, 0 where it has none. */
  readonly lastRow: number;
}

export function planNews(
  image: JournalImage,
  plan: string,
  news: readonly JournalNews[],
  context: CodecContext,
): NewsPlan {
  const { found } = linesOf(image, plan, context);
  const changed = new Map<number, LogRow>();
  const missing: JournalNews[] = [];
  for (const each of news) {
    const { id, field, newId } = each;
    const index =
      found.get(nameOfChange({ id, field })) ??
      (newId === undefined ? undefined : found.get(nameOfChange({ id: newId, field })));
    if (index === undefined) missing.push(each);
    else changed.set(index, newsCells(each));
  }
  const last = Math.max(-1, ...found.values());
  return { operations: rewritten(image, changed), missing, lastRow: last + 1 };
}

interface Lines {
  /** Index of each entry's line by its name; of a created record by both of its ids. */
  readonly found: ReadonlyMap<string, number>;
  /** Indexes of all lines of the push. */
  readonly lines: readonly number[];
}

function linesOf({ values, places }: JournalImage, plan: string, context: CodecContext): Lines {
  const found = new Map<string, number>();
  const lines: number[] = [];
  const at = places.get(PUSH_JOURNAL.run) ?? -1;
  values.forEach((cells, index) => {
    if (index === 0 || cells[at] !== plan) return;
    lines.push(index);
    const entry = readEntry(logRow(cells, places), context);
    if (entry) for (const name of [nameOfChange(entry), nameAtFirst(entry)]) found.set(name, index);
  });
  return { found, lines };
}

/** What is missing in a line. */
function blanksOf(wanted: LogRow, current: LogRow): LogRow {
  return Object.fromEntries(Object.entries(wanted).filter(([key]) => (current[key] ?? '') === ''));
}

/** Writes new cells into lines, by index, in few rectangles; what else these hold of ours goes in as it was. */
export function rewritten(
  { values, places }: JournalImage,
  changed: ReadonlyMap<number, LogRow>,
): TabOperation[] {
  const lines = [...changed.keys()].sort((one, other) => one - other);
  const cellAt = (index: number, column: number): CellValue => values[index]?.[column] ?? '';
  const columns = [...places].flatMap(([key, column]) => {
    const rows = lines.filter((index) => {
      const cell = changed.get(index)?.[key];
      return cell !== undefined && !isSame(cell, cellAt(index, column));
    });
    return rows.length > 0 ? [{ key, column, rows }] : [];
  });
  const keys = new Map(columns.map(({ key, column }) => [column, key]));
  return coverCells(columns, neighbours([...keys.keys()]), RECTANGLES).map((at) => ({
    kind: 'values',
    at: { ...at, row: at.row + 1, column: at.column + 1 },
    values: Array.from({ length: at.rows }, (_, row) =>
      Array.from({ length: at.columns }, (__, offset) => {
        const [index, column] = [at.row + row, at.column + offset];
        return logCell(changed.get(index)?.[keys.get(column) ?? ''] ?? cellAt(index, column));
      }),
    ),
  }));
}

function isSame(one: CellValue, other: CellValue): boolean {
  return one instanceof Date && other instanceof Date ? one.getTime() === other.getTime() : one === other;
}
