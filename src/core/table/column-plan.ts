/** Which column shows which field: found by the key in its note, else by its label, and made where it was chosen anew. */
import type { TabImage } from '../../ports/grid';
import { AppError } from '../errors';
import type { Field } from './field';
import { keyOfNote } from './note';
import type { RememberedColumn, Snapshot } from './snapshot';
import { STATUS_KEY, STATUS_LABEL } from './status';

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

export interface ColumnPlan {
  /** In the order in which they were chosen, the key's among them. */
  readonly fields: readonly FieldColumn[];
  readonly key: FieldColumn;
  /** Null where a person deleted it. */
  readonly status: ManagedColumn | null;
  /** New columns go before this position, as many as `count`; 0 for none. */
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

/** A header that the plan may have to find or make: a field's, or that of the Status column. */
type Named = Pick<Field, 'key' | 'label'>;

const STATUS: Named = { key: STATUS_KEY, label: STATUS_LABEL };

/**
 * Binds columns and places new ones after the last managed one. Throws KEY_COLUMN_GONE when the key's column is
 * found neither by note nor by label.
 */
export function planColumns(question: ColumnQuestion): ColumnPlan {
  const { image, fields, chosen, key, snapshot, provider, chosenNow } = question;
  const { found, remarks } = bind(question);
  if (!found.has(key)) {
    const column = fields.find((field) => field.key === key)?.label ?? key;
    throw new AppError('KEY_COLUMN_GONE', { column, tab: image.name }, { tab: image.name });
  }
  const remembered = new Map(snapshot?.config.columns.map((column) => [column.key, column]));
  const missing = [...fields, STATUS].filter((named) => !found.has(named.key));
  const deleted = chosenNow ? [] : missing.filter((named) => wasDeleted(named, remembered));
  const added = missing.filter((named) => !deleted.includes(named));
  const insertion = { at: lastManaged(found) + 2, count: added.length };

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
  const columns = new Map<string, ManagedColumn>();
  for (const named of standing) {
    const from = found.get(named.key) ?? 0;
    const at = from + 1 < insertion.at ? from + 1 : from + 1 + insertion.count;
    const noted = keyOfNote(image.headerNotes[from] ?? '') !== null;
    const before = remembered.get(named.key);
    const unnamed = !before && headerOf(named) === '';
    const memory =
      unnamed || renamed.includes(named)
        ? shown(named.key, labelFor(named))
        : recall(named.key, headerOf(named), before);
    const label = memory.renamed ?? memory.label;
    const fresh = snapshot !== null && !before;
    columns.set(named.key, { key: named.key, at, from, fresh, label, noted, remembered: memory });
  }
  added.forEach((named, index) => {
    const { key } = named;
    const label = labelFor(named);
    const place = { at: insertion.at + index, from: null, fresh: true, noted: false };
    columns.set(key, { key, ...place, label, remembered: shown(key, label) });
  });

  const planned = fields.flatMap((field): FieldColumn[] => {
    const column = columns.get(field.key);
    return column ? [{ ...column, field }] : [];
  });
  const keyColumn = planned.find((column) => column.key === key);
  if (!keyColumn) throw new AppError('BUG', { problem: `the key “${key}” is not among the chosen fields` });
  const away = [...remembered.values()].filter((column) => !columns.has(column.key));
  const kept = new Set(chosen.filter((chosen) => !deleted.some((named) => named.key === chosen)));
  return {
    fields: planned,
    key: keyColumn,
    status: columns.get(STATUS_KEY) ?? null,
    insertion,
    deleted: deleted.map((named) => named.key),
    remembered: [
      ...[...columns.values()].map((column) => column.remembered),
      ...away.map((column) => ({ ...column, away: !kept.has(column.key) })),
    ],
    remarks: [
      ...remarks,
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

/** A header that no other column has. A field keeps the name “Status” before our own column does. */
export function freeLabel(key: string, label: string, taken: ReadonlySet<string>, provider: string): string {
  if (!taken.has(label)) return label;
  const longer = longLabel(key, label, provider);
  let free = longer;
  for (let n = 2; taken.has(free); n += 1) free = `${longer} ${n}`;
  return free;
}

function longLabel(key: string, label: string, provider: string): string {
  return `${label} (${key === STATUS_KEY ? 'SaaS Ledger' : provider})`;
}

/** Whether the header is one that `freeLabel` would make. */
function isNameOf(header: string, { key, label }: Named, provider: string): boolean {
  const longer = longLabel(key, label, provider);
  return header === label || header === longer || header.startsWith(`${longer} `);
}

/** What to remember of a column whose header now says `header`: that a person has named it, if so. */
function recall(key: string, header: string, before: RememberedColumn | undefined): RememberedColumn {
  if (!before || header === before.label) return shown(key, header);
  return { ...shown(key, before.label), renamed: header };
}

interface Binding {
  /** Index of the column by field key, also for fields that are not chosen any more. */
  readonly found: ReadonlyMap<string, number>;
  readonly remarks: readonly string[];
}

function bind({ image, fields, snapshot }: ColumnQuestion): Binding {
  const found = new Map<string, number>();
  const remarks: string[] = [];
  const keys = image.headerNotes.map(keyOfNote);
  const header = (image.values[0] ?? []).map((text) => String(text).trim());
  keys.forEach((key, index) => {
    if (key === null) return;
    const earlier = found.get(key);
    if (earlier === undefined) found.set(key, index);
    else
      remarks.push(
        `The columns “${header[earlier]}” and “${header[index]}” show the same field; only the left one is refreshed.`,
      );
  });
  for (const { key, label } of labelsToTry(fields, snapshot, found.size > 0)) {
    if (found.has(key) || label === '') continue;
    const places = header.flatMap((text, index) => (text === label && !keys[index] ? [index] : []));
    const [only] = places;
    if (places.length === 1 && only !== undefined) found.set(key, only);
    if (places.length > 1) {
      remarks.push(
        `Several columns are called “${label}” and none has its note: none of them was refreshed.`,
      );
    }
  }
  return { found, remarks };
}

/**
 * Columns whose note may have been lost, with the header that they had. Only those that we made before: a person's
 * column that happens to have a field's name stays theirs.
 */
function labelsToTry(
  fields: readonly Field[],
  snapshot: Snapshot | null,
  anyNote: boolean,
): readonly Named[] {
  if (!snapshot) return anyNote ? [] : [...fields, STATUS];
  return snapshot.config.columns
    .filter(({ away }) => !away)
    .map(({ key, label, renamed }) => ({ key, label: (renamed ?? label).trim() }));
}

/** Index of the last managed column, Status not counted: new columns follow it. */
function lastManaged(found: ReadonlyMap<string, number>): number {
  let last = 0;
  for (const [key, index] of found) if (key !== STATUS_KEY) last = Math.max(last, index);
  return last;
}
