/** Edits beside what the platform says right now: three ways, so that nothing is overwritten that nobody was shown. */
import { decodeCell, encodeCell, says } from '../table/cell';
import type { Canonical } from '../table/codec/codec';
import type { Field, RemoteRecord } from '../table/field';
import { markAt, shownMark } from '../table/shown-marks';
import { isTold } from './answered';
import type { Change } from './change';
import { currencyOf, otherCurrency } from './currency-check';
import { EditedCells, type EditedTable } from './edited-table';
import { problem, told } from './told';

/** By id, what the platform says now: null where the record is gone; one that could be neither read nor proven gone is missing. */
export type LiveRecords = ReadonlyMap<string, RemoteRecord | null>;

/** What a record says for a field, as its cell would. */
export function liveValue(field: Field, record: RemoteRecord, timeZone: string): Canonical {
  const context = { timeZone };
  return decodeCell(field, encodeCell(field, record[field.key], record, context).value, context).value;
}

/** Whether two values are one: a list in another order, and a number after a detour through a date, are the same. */
export function sameValue(field: Field, one: Canonical, other: Canonical, timeZone: string): boolean {
  return says(field, one, other, { timeZone });
}

/**
 * The changes with what the platform says now: as `change` where it still says what it said, `same` where it says what the
 * cell says, else `conflict`; also where nobody can see what it says. Problems stay problems, and new records stay as they are.
 */
export function compareLive(
  changes: readonly Change[],
  live: LiveRecords,
  table: EditedTable,
): readonly Change[] {
  const fields = new Map(table.fields.map((field) => [field.key, field]));
  const cells = new EditedCells(table);
  return changes.map((change) => {
    if (change.action === 'create') return change;
    const record = live.get(change.id);
    if (record === undefined) return unread(change, table);
    if (record === null) return gone(change, table);
    if (change.action === 'delete') return renamed(change, record, table) ?? change;
    const field = fields.get(change.field);
    if (!field) return change.field === '' ? change : notOffered(change, table);
    return compared(change, field, record, table, cells);
  });
}

function compared(
  change: Change,
  field: Field,
  record: RemoteRecord,
  table: EditedTable,
  cells: EditedCells,
): Change {
  const { timeZone, words } = table;
  const live = liveValue(field, record, timeZone);
  const now: Change = { ...change, live };
  if (change.kind === 'problem') return now;
  if (sameValue(field, live, change.to, timeZone)) return { ...now, kind: 'same' };
  const code = currencyOf(field, record);
  const currency = code === null ? null : otherCurrency(change, field, code, table, cells);
  if (currency !== null) return problem(now, currency);
  if (sameValue(field, live, change.from, timeZone)) return { ...now, kind: 'change' };
  const says = live === '' ? 'It is empty' : `It says ${told(live)}`;
  return {
    ...now,
    kind: 'conflict',
    message: `${says} in ${words.provider} by now, and said ${was(change)} before.`,
  };
}

function was({ from }: Change): string {
  return from === '' ? 'nothing' : told(from);
}

/** Nobody can tell whether sending it would overwrite something: a list leaves out what was archived, and the like. */
function unread(change: Change, { words }: EditedTable): Change {
  if (change.kind === 'problem') return change;
  return {
    ...change,
    kind: 'conflict',
    message: `${words.provider} does not show this ${words.singular} now; it may be archived there. So nobody can tell whether it changed.`,
  };
}

/** A deletion of a record that is called something else than it was shown as: perhaps not the one that was meant. Null where it is not. */
export function renamed(
  change: Change,
  record: RemoteRecord,
  { fields, name, ...table }: EditedTable,
): Change | null {
  const field = fields.find(({ key }) => key === name);
  const shown = change.live ?? change.from;
  // Its id stands for a name that nobody knew.
  if (change.kind === 'problem' || !field || !isTold(field, record) || shown === change.id) return null;
  const live = liveValue(field, record, table.timeZone);
  if (sameValue(field, live, shown, table.timeZone)) return null;
  const { provider } = table.words;
  return { ...change, live, kind: 'conflict', message: `It is called ${told(live)} in ${provider} by now.` };
}

/** A record that the platform does not have any more. */
export function gone(change: Change, { words }: EditedTable): Change {
  if (change.action === 'delete')
    return { ...change, kind: 'same', message: `It is gone from ${words.provider} already.` };
  if (change.kind === 'problem') return change;
  return problem(
    change,
    `This ${words.singular} is gone from ${words.provider}, so nothing of it can be changed. Refresh, and its row says so.`,
  );
}

/** A field that was there at the last refresh. */
export function notOffered(change: Change, { words }: EditedTable): Change {
  if (change.kind === 'problem') return change;
  return problem(
    change,
    `${words.provider} does not offer “${change.label}” any more: it was deleted or hidden there. Refresh to see what is left.`,
  );
}

/**
 * Cells that were changed though they cannot be sent, in rows of these ids: their mark is not the one that was remembered,
 * and they do not say what the platform says.
 */
export function readOnlyProblems(
  suspects: readonly string[],
  live: LiveRecords,
  table: EditedTable,
): readonly Change[] {
  if (suspects.length === 0) return [];
  const { snapshot, timeZone, words } = table;
  const cells = new EditedCells(table);
  const places = new Map((snapshot.config.shownFields ?? []).map((key, place) => [key, place]));
  return suspects.flatMap((id) => {
    const [row] = cells.rowsOf(id);
    const record = live.get(id);
    const shown = snapshot.rows.get(id)?.shown;
    if (row === undefined || !record || shown === undefined) return [];
    return cells.columns.flatMap(({ field }): Change[] => {
      const place = places.get(field.key);
      if (place === undefined || field.writable) return [];
      const cell = cells.cell(row, field.key);
      const now = liveValue(field, record, timeZone);
      if (shownMark(field, cell, cells.context) === markAt(shown, place)) return [];
      if (says(field, cell, now, cells.context)) return [];
      const about = { row, id, name: cells.nameOf(row, id), action: 'update', field: field.key } as const;
      const values = { from: now, to: decodeCell(field, cell, cells.context).value, live: now };
      const message = `${words.provider} does not take changes of “${field.label}”; the next refresh puts it back.`;
      return [{ ...about, label: field.label, ...values, kind: 'problem', message }];
    });
  });
}
