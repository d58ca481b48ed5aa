/** What the platform last said, as it lies in a hidden tab: A1 holds what the table is, every row below one record. */
import type { CellValue, TabOperation, TabPlan, TabRef } from '../../ports/grid';
import { SNAPSHOT_BLOCKS } from './call-budget';
import type { Canonical } from './codec/codec';
import type { Filter } from '../filter/filter';
import { coverCells } from './cover';
import type { Field } from './field';
import { cellsOfText, textOfCells } from './long-text';

/** Snapshot tabs are named by this and the name that the managed tab had at first. */
export const SNAPSHOT_PREFIX = 'SaaS Ledger · ';

/** Sheets: “The sheet name cannot be greater than 100 characters.” */
const NAME_CHARACTERS = 100;

const VERSION = 1;

/** A column that we made. */
export interface RememberedColumn {
  readonly key: string;
  /** The header that we wrote. */
  readonly label: string;
  /** The header that a person put in its place. */
  readonly renamed?: string;
  /** True once a person deleted the column or took its field out of the choice: it stays away until chosen again. */
  readonly away: boolean;
  /** The day since when the platform does not offer the field. */
  readonly gone?: string;
  /** Mark of the header note that we wrote last: a note that still has it is ours to bring up to date. */
  readonly note?: string;
}

/** What a table is, and how it was when it was last read. */
export interface SnapshotConfig {
  readonly version: typeof VERSION;
  /** Sheet id of the managed tab. */
  readonly tabId: number;
  readonly tab: string;
  readonly provider: string;
  readonly resource: string;
  /** Keys of the chosen fields in order, also of those that the platform did not offer when it was last read. */
  readonly fields: readonly string[];
  /** Every column that we made, the Status column too. */
  readonly columns: readonly RememberedColumn[];
  /** Records of the platform that the tab holds. */
  readonly rows: number;
  /** ISO time. */
  readonly pulledAt: string;
  readonly complete: boolean;
  /** Edited cells that were not sent, without those that also changed on the platform. */
  readonly pending: number;
  readonly conflicts: number;
  /** Absent in tabs that were made before there was a choice. */
  readonly filters?: readonly Filter[];
  /** The filters in words. */
  readonly selection?: readonly string[];
  readonly mode?: string;
  readonly copies?: readonly { readonly id: number; readonly name: string }[];
  /** By field key, a mark of the choices that its drop-down was last given. */
  readonly dropDowns?: Readonly<Record<string, string>>;
  /**
   * Chosen fields that can be edited, and what their cells are understood by, as they were offered but without help: enough
   * to find edits where nobody can ask the platform.
   */
  readonly described?: readonly Field[];
  /** Keys of the chosen fields that cannot be edited, in the order of their marks in each row. */
  readonly shownFields?: readonly string[];
}

export interface SnapshotRow {
  /** By field key: what the platform said when the cell was last taken from it. Writable fields only. */
  readonly values: Readonly<Record<string, Canonical>>;
  /** The day since when the platform does not have the record any more. */
  readonly gone?: string;
  /** What the cells of `shownFields` were given, as one mark after another. */
  readonly shown?: string;
}

export interface Snapshot {
  readonly config: SnapshotConfig;
  /** By record id, in the order in which they came. */
  readonly rows: ReadonlyMap<string, SnapshotRow>;
}

/** The snapshot tab for a new managed tab. */
export function snapshotName(tab: string): string {
  const room = NAME_CHARACTERS - SNAPSHOT_PREFIX.length;
  // The end is kept too: names of tabs of one family differ there.
  return SNAPSHOT_PREFIX + (tab.length <= room ? tab : `${tab.slice(0, room - 21)}…${tab.slice(-20)}`);
}

/** What the tab whose snapshot this is shows, or null where the values are no snapshot that this version can read. */
export function readConfig(values: readonly (readonly CellValue[])[]): SnapshotConfig | null {
  const config = parse(textOfCells(values[0] ?? []));
  return config?.['version'] === VERSION ? (config as unknown as SnapshotConfig) : null;
}

/** The snapshot in a tab's values, or null. A row that cannot be read any more is left out: it has no baseline then. */
export function readSnapshot(values: readonly (readonly CellValue[])[]): Snapshot | null {
  const config = readConfig(values);
  if (!config) return null;
  const rows = new Map<string, SnapshotRow>();
  for (const cells of values.slice(1)) {
    const row = parse(textOfCells(cells));
    if (typeof row?.['id'] !== 'string') continue;
    const { id, ...rest } = row as unknown as SnapshotRow & { readonly id: string };
    rows.set(id, { ...rest, values: rest.values ?? {} });
  }
  return { config, rows };
}

/** Rewrites the hidden tab from the first change to the last; rows below the last record are emptied. */
export function planSnapshot(
  snapshot: Snapshot,
  current: readonly (readonly CellValue[])[] | null,
  tab: TabRef,
): TabPlan {
  const wanted = [JSON.stringify(snapshot.config)];
  for (const [id, row] of snapshot.rows) wanted.push(JSON.stringify({ id, ...row }));
  const cells = wanted.map(cellsOfText);
  const before = current ?? [];
  const columns = Math.max(widest(cells), widest(before));
  const count = Math.max(cells.length, before.length);
  const changed = Array.from({ length: columns }, (_, column) => ({ column, rows: [] as number[] }));
  for (let row = 0; row < count; row += 1) {
    for (const { column, rows } of changed) {
      if ((cells[row]?.[column] ?? '') !== (before[row]?.[column] ?? '')) rows.push(row);
    }
  }
  const blocks = coverCells(changed, [{ first: 0, last: columns - 1 }], SNAPSHOT_BLOCKS);
  if (blocks.length === 0) return { tab, operations: [] };
  const writes = blocks.map((at): TabOperation => ({
    kind: 'values',
    at: { ...at, row: at.row + 1, column: at.column + 1 },
    values: Array.from({ length: at.rows }, (_, row) =>
      Array.from({ length: at.columns }, (__, column) => cells[at.row + row]?.[at.column + column] ?? ''),
    ),
  }));
  const fits = count <= before.length && columns <= widest(before);
  return { tab, operations: fits ? writes : [{ kind: 'grow', rows: count, columns }, ...writes] };
}

function widest(rows: readonly (readonly unknown[])[]): number {
  let width = 0;
  for (const row of rows) width = Math.max(width, row.length);
  return width;
}

/** An object in JSON; null for anything else, such as a cell that a person changed. */
function parse(text: string): Record<string, unknown> | null {
  if (!text.startsWith('{')) return null;
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch (thrown) {
    // A person can unhide the tab and change it: the row is then as if it had never been there.
    if (thrown instanceof SyntaxError) return null;
    throw thrown;
  }
}
