/** Which column shows which field: found by the key in its note, else by its label, and made where it was chosen anew. */
import type { TabImage } from '../../ports/grid';
import { AppError } from '../errors';
import { bindColumns, STATUS } from './column-binding';
import { freeLabel, isNameOf, type Named } from './column-name';
import type { Field } from './field';
import { keyOfNote } from './note';
import type { RememberedColumn, Snapshot } from './snapshot';
import { roomBeingMade, STATUS_KEY } from './status';

/** A managed column. */
export interface ManagedColumn {
  readonly key: string;
  /** Position after the plan's insertion, from 1. */
  readonly at: number;
  /** Index in the tab as it was read; null for a new column. */
  readonly from: number | null;
  /** True for a new column, and for one that was new to a run that was cut off: its cells are not set up yet. */
  readonly fresh: boolean;
  /** What its header is to say. */
  readonly label: string;
  /** False where the header's note is missing. */
  readonly noted: boolean;
  readonly remembered: RememberedColumn;
}

/** A column that shows a field. */
export interface FieldColumn extends ManagedColumn {
  readonly field: Field;
}

/** A column of a field that is not refreshed: it is not chosen any more, or the platform does not offer it. */
export interface RestingColumn {
  readonly key: string;
  /** As in ManagedColumn. */
  readonly at: number;
  readonly from: number;
  readonly header: string;
  readonly chosen: boolean;
  readonly remembered: RememberedColumn;
}

export interface ColumnPlan {
  /** In the order in which they were chosen, the key's among them. */
  readonly fields: readonly FieldColumn[];
  readonly key: FieldColumn;
  /** Null where a person deleted it. */
  readonly status: ManagedColumn | null;
  readonly resting: readonly RestingColumn[];
  /** New columns are inserted before this position, as many as `count`; 0 for none. */
  readonly insertion: { readonly at: number; readonly count: number };
  /** Keys of chosen fields whose column a person took away. */
  readonly deleted: readonly string[];
  readonly remembered: readonly RememberedColumn[];
  readonly remarks: readonly string[];
}

export interface ColumnQuestion {
  readonly image: TabImage;
  /** Chosen fields that the platform offers, in order. */
  readonly fields: readonly Field[];
  /** Keys of all fields that are chosen, also of those that the platform does not offer now. */
  readonly chosen: readonly string[];
  readonly key: string;
  readonly snapshot: Snapshot | null;
  /** The platform's name, to tell a header of ours from a person's of the same words. */
  readonly provider: string;
  /** True when a person has just chosen the fields: deleted columns come back. */
  readonly chosenNow: boolean;
}

/**
 * Binds columns and places new ones after the last managed one. Throws KEY_COLUMN_GONE when the key's column is
 * found neither by note nor by label.
 */
export function planColumns(question: ColumnQuestion): ColumnPlan {
  const { image, fields, chosen, key, snapshot, provider, chosenNow } = question;
  const { found, remarks } = bindColumns(image, fields, snapshot);
  if (!found.has(key)) {
    const column = fields.find((field) => field.key === key)?.label ?? key;
    throw new AppError('KEY_COLUMN_GONE', { column, tab: image.name }, { tab: image.name });
  }
  const remembered = new Map(snapshot?.config.columns.map((column) => [column.key, column]));
  const missing = [...fields, STATUS].filter((named) => !found.has(named.key));
  const deleted = chosenNow ? [] : missing.filter((named) => wasDeleted(named, remembered));
  const added = missing.filter((named) => !deleted.includes(named));
  const firstNew = lastManaged(found) + 2;
  const blank = Math.min(blankColumns(image, firstNew), added.length);
  const insertion = { at: firstNew + blank, count: added.length - blank };
  const placeOf = (from: number): number => (from + 1 < insertion.at ? from + 1 : from + 1 + insertion.count);

  const header = (image.values[0] ?? []).map(String);
  const standing = [...fields, STATUS].filter((named) => found.has(named.key));
  const headerOf = ({ key }: Named): string => header[found.get(key) ?? -1] ?? '';
  const renamed = standing.filter((named) => {
    const before = remembered.get(named.key)?.label;
    return before !== undefined && before === headerOf(named) && !isNameOf(before, named, provider);
  });
  const taken = new Set(header.map((text) => text.trim()));
  for (const named of renamed) taken.delete(headerOf(named).trim());
  const labelFor = (named: Named): string => {
    const label = freeLabel(named.key, named.label, taken, provider);
    taken.add(label);
    return label;
  };
  const memoryOf = (named: Named, before: RememberedColumn | undefined): RememberedColumn => {
    const header = headerOf(named);
    // A header that somebody emptied gets its name back: without it and its note, the column would be lost.
    const emptied = header.trim() === '';
    if (emptied && before?.renamed !== undefined) return before;
    return emptied || renamed.includes(named)
      ? shown(named.key, labelFor(named))
      : recall(named.key, header, before);
  };
  const columns = new Map<string, ManagedColumn>();
  for (const named of standing) {
    const from = found.get(named.key) ?? 0;
    const at = placeOf(from);
    const noted = keyOfNote(image.headerNotes[from] ?? '') !== null;
    const before = remembered.get(named.key);
    const memory = memoryOf(named, before);
    const label = memory.renamed ?? memory.label;
    const fresh = snapshot !== null && !before;
    columns.set(named.key, { key: named.key, at, from, fresh, label, noted, remembered: memory });
  }
  added.forEach((named, index) => {
    const { key } = named;
    const label = labelFor(named);
    const place = { at: firstNew + index, from: null, fresh: true, noted: false };
    columns.set(key, { key, ...place, label, remembered: shown(key, label) });
  });

  const planned = fields.flatMap((field): FieldColumn[] => {
    const column = columns.get(field.key);
    return column ? [{ ...column, field }] : [];
  });
  const keyColumn = planned.find((column) => column.key === key);
  if (!keyColumn) throw new AppError('BUG', { problem: `the key “${key}” is not among the chosen fields` });
  const resting = [...found].flatMap(([key, from]): RestingColumn[] => {
    if (columns.has(key)) return [];
    const column = { key, at: placeOf(from), from, header: header[from] ?? '', chosen: chosen.includes(key) };
    const { renamed: _, ...before } = remembered.get(key) ?? shown(key, column.header);
    return [{ ...column, remembered: { ...before, ...recall(key, column.header, before) } }];
  });
  const restingNow = new Map(resting.map((column) => [column.key, column.remembered]));
  const away = [...remembered.values()].filter((column) => !columns.has(column.key));
  const kept = new Set(chosen.filter((chosen) => !deleted.some((named) => named.key === chosen)));
  return {
    fields: planned,
    key: keyColumn,
    status: columns.get(STATUS_KEY) ?? null,
    resting,
    insertion,
    deleted: deleted.map((named) => named.key),
    remembered: [
      ...[...columns.values()].map((column) => column.remembered),
      ...away.map((column) => ({
        ...(restingNow.get(column.key) ?? column),
        // Chosen anew while the platform does not offer it: its column comes as soon as it can.
        away: !kept.has(column.key) || (chosenNow && !found.has(column.key)),
      })),
    ],
    remarks: [
      ...remarks,
      ...resting
        .filter(({ key, chosen }) => !chosen && remembered.get(key)?.away === false)
        .map(
          ({ header }) =>
            `“${header}” is not chosen any more: its column stays as it is and is not refreshed. Delete it where nobody needs it.`,
        ),
      ...deleted
        .filter((named) => named !== STATUS)
        .map(
          ({ label }) =>
            `“${label}” cannot be found in the tab: it was deleted, or renamed and its note removed. ` +
            'It is not refreshed any more; choose it again to bring it back.',
        ),
    ],
  };
}

/** Whether a person took the column away; the Status column, which nobody chooses, stays away for good. */
function wasDeleted(named: Named, remembered: ReadonlyMap<string, RememberedColumn>): boolean {
  const memory = remembered.get(named.key);
  return memory !== undefined && (named === STATUS || !memory.away);
}

/** Memory of a column that has just been made. */
export function shown(key: string, label: string): RememberedColumn {
  return { key, label, away: false };
}

/** What to remember of a column whose header now says `header`: that a person has named it, if so. */
function recall(key: string, header: string, before: RememberedColumn | undefined): RememberedColumn {
  if (!before || header === before.label) return shown(key, header);
  return { ...shown(key, before.label), renamed: header };
}

/** Index of the last managed column, Status not counted: new columns follow it. */
function lastManaged(found: ReadonlyMap<string, number>): number {
  let last = 0;
  for (const [key, index] of found) if (key !== STATUS_KEY) last = Math.max(last, index);
  return last;
}

/**
 * Blank columns from this position on that an earlier run has inserted: it was cut off before they had their notes. At the
 * end of the tab nobody can tell whether it had; there they can be had without inserting any.
 */
function blankColumns({ values, headerNotes }: TabImage, position: number): number {
  const room = roomBeingMade(headerNotes);
  if (!room) return 0;
  const width = headerNotes.length;
  if (position > width) return width === room.width ? room.count : 0;
  if (width !== room.width + room.count) return 0;
  for (let from = position - 1; from < position - 1 + room.count; from += 1) {
    if (headerNotes[from] !== '' || values.some((row) => row[from] !== '')) return 0;
  }
  return room.count;
}
