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
  readonly remembered: readonly RememberedColumn[];
  readonly remarks: readonly string[];
}

export interface ColumnQuestion {
  readonly image: TabImage;
  /** Chosen fields, in order. */
  readonly fields: readonly Field[];
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
  const { image, fields, key, snapshot, provider, chosenNow } = question;
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
  const taken = new Set(header.map((text) => text.trim()));
  const columns = new Map<string, ManagedColumn>();
  for (const named of [...fields, STATUS]) {
    const from = found.get(named.key);
    if (from === undefined) continue;
    const at = from + 1 < insertion.at ? from + 1 : from + 1 + insertion.count;
    const noted = keyOfNote(image.headerNotes[from] ?? '') !== null;
    const memory = recall(named, header[from] ?? '', remembered.get(named.key), provider);
    const label = memory.renamed ?? memory.label;
    columns.set(named.key, { key: named.key, at, from, label, noted, remembered: memory });
  }
  added.forEach(({ key: added, label: wanted }, index) => {
    const label = freeLabel(added, wanted, taken, provider);
    taken.add(label);
    const at = insertion.at + index;
    columns.set(added, { key: added, at, from: null, label, noted: false, remembered: shown(added, label) });
  });

  const planned = fields.flatMap((field): FieldColumn[] => {
    const column = columns.get(field.key);
    return column ? [{ ...column, field }] : [];
  });
  const keyColumn = planned.find((column) => column.key === key);
  if (!keyColumn) throw new AppError('BUG', { problem: `the key “${key}” is not among the chosen fields` });
  const away = [...remembered.values()].filter((column) => !columns.has(column.key));
  return {
    fields: planned,
    key: keyColumn,
    status: columns.get(STATUS_KEY) ?? null,
    insertion,
    remembered: [
      ...[...columns.values()].map((column) => column.remembered),
      ...away.map((column) => ({ ...column, away: true })),
    ],
    remarks: [
      ...remarks,
      ...deleted
        .filter((named) => named !== STATUS)
        .map(
          ({ label }) =>
            `“${label}” was deleted from the tab and is not refreshed any more; choose it again to bring it back.`,
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
  return `${label} (${key === STATUS_KEY ? 'SaaS Ledger' : provider})`;
}

/**
 * What to remember of a column whose header now says `header`. A platform's new name for its field takes the place of
 * the old one, unless a person has named the column.
 */
function recall(
  named: Named,
  header: string,
  before: RememberedColumn | undefined,
  provider: string,
): RememberedColumn {
  if (!before) return shown(named.key, header);
  if (header !== before.label) return { ...shown(named.key, before.label), renamed: header };
  const today = [named.label, freeLabel(named.key, named.label, new Set([named.label]), provider)];
  return shown(named.key, today.includes(header) ? header : named.label);
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
