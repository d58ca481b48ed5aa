/** A log: a tab of ours with a row for each entry, which people may sort, filter, rename and widen by columns of their own. */
import type { CellValue } from '../../ports/grid';
import { keyOfNote } from '../table/note';

export interface LogColumn {
  /** Binds the column by its header's note. */
  readonly key: string;
  readonly label: string;
  /** One plain sentence for the header's note. */
  readonly help: string;
  /** Number format of its cells, where it has one. */
  readonly format?: string;
}

export interface LogDefinition {
  /** Name of its tab. */
  readonly name: string;
  readonly columns: readonly LogColumn[];
  /** Key of the column that says when, a moment. */
  readonly time: string;
  /** Key of the column that says which run an entry belongs to: rows without one are a person's. */
  readonly run: string;
  /**
   * True for a log that work depends on: what is written is read again, so its tab warns whoever edits it, its columns
   * come back where somebody deleted them, and its cells take no format over from those below.
   */
  readonly isRecord?: true;
}

/** An entry's cells by key. Text is not guarded yet. */
export type LogRow = Readonly<Record<string, CellValue>>;

/** Index of each column by key; columns that a person deleted are missing. */
export type LogPlaces = ReadonlyMap<string, number>;

/** The columns by their headers alone; null unless each is there exactly once: then only the notes can tell. */
export function placesByLabel({ columns }: LogDefinition, header: readonly CellValue[]): LogPlaces | null {
  const places = new Map<string, number>();
  for (const { key, label } of columns) {
    const at = header.indexOf(label);
    if (at < 0 || header.indexOf(label, at + 1) >= 0) return null;
    places.set(key, at);
  }
  return places;
}

/** The columns by the notes on their headers; null where there is none of ours: the tab is a person's. */
export function placesByNote({ columns }: LogDefinition, notes: readonly string[]): LogPlaces | null {
  const keys = notes.map(keyOfNote);
  const places = new Map<string, number>();
  for (const { key } of columns) {
    const at = keys.indexOf(key);
    if (at >= 0) places.set(key, at);
  }
  return places.size > 0 ? places : null;
}

/** The entries below the header, as they stand in the tab. */
export function readLog(
  log: LogDefinition,
  values: readonly (readonly CellValue[])[],
  places: LogPlaces,
): LogRow[] {
  return values
    .slice(1)
    .filter((cells) => isEntry(log, cells, places))
    .map((cells) => logRow(cells, places));
}

/** A row's cells by key. */
export function logRow(cells: readonly CellValue[], places: LogPlaces): LogRow {
  return Object.fromEntries([...places].map(([key, at]) => [key, cells[at] ?? '']));
}

/** Whether a row is an entry; without the column that tells, whatever has a moment is one. */
export function isEntry(
  { run, time }: LogDefinition,
  cells: readonly CellValue[],
  places: LogPlaces,
): boolean {
  const at = places.get(run);
  return at === undefined ? momentOf(cells[places.get(time) ?? -1]) > 0 : (cells[at] ?? '') !== '';
}

/** Milliseconds since 1970; 0 where a person has put something else into the cell. */
export function momentOf(cell: CellValue | undefined): number {
  return cell instanceof Date ? cell.getTime() : 0;
}
