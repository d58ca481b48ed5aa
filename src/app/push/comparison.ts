/** Edits beside what the platform says and takes: people, parents, values, and the records as they are now. */
import type { Change } from '../../core/change/change';
import { compareLive, liveValue, readOnlyProblems } from '../../core/change/compare';
import type { EditedTable, Found } from '../../core/change/edits';
import { checkPeople } from '../../core/change/people';
import type { Dispatcher } from '../../core/http/dispatcher';
import type { Field, RemoteRecord } from '../../core/table/field';
import type { Ports } from '../../ports';
import { readLive } from '../../providers/live';
import { checkParents } from '../../providers/parents';
import { withAddresses } from '../../providers/people';
import { checkWrites } from '../../providers/write-problem';
import { addresseesOf } from './addressees';
import type { PushTarget } from './push-target';
import { withheld } from './withheld';

type Records = ReadonlyMap<string, RemoteRecord | null>;

/** In the order of the rows. Without a dispatcher, only what this file can tell. Throws what reading from the platform throws. */
export function compared(
  ports: Ports,
  target: PushTarget,
  table: EditedTable,
  dispatcher: Dispatcher | null,
  { changes, suspects }: Pick<Found, 'changes' | 'suspects'>,
): readonly Change[] {
  const { provider, resource, snapshot } = target;
  const allowed = withheld(ports, resource, changes);
  if (!dispatcher) return checked(target, table, allowed, new Map());
  const sendable = allowed.filter(({ kind }) => kind !== 'problem');
  const { people, parents } = addresseesOf(ports, target, dispatcher, table, sendable);
  const existing = sendable.filter(({ action }) => action !== 'create').map(({ id }) => id);
  const wanted =
    suspects.length > 0 ? shownFields(target, table.fields, changes) : changedFields(table, changes);
  const { records, refused } = readLive(
    dispatcher,
    provider,
    resource,
    wanted,
    distinct([...existing, ...suspects]),
    {
      now: ports.clock.now(),
      rows: snapshot.config.rows,
    },
  );
  const fields = table.fields.filter(({ key }) => !refused.includes(key));
  const known = new Map(
    [...records].map(([id, record]) => [id, record && withAddresses(record, table.fields, people)] as const),
  );
  const offered = { ...table, fields };
  const beside = compareLive(
    checkParents(provider, resource, checkPeople(allowed, fields, new Set(people.keys())), parents),
    known,
    offered,
  );
  return [...checked(target, offered, beside, known), ...readOnlyProblems(suspects, known, offered)].sort(
    byRow,
  );
}

function byRow(one: Change, other: Change): number {
  return one.row - other.row;
}

function distinct(ids: readonly string[]): readonly string[] {
  return [...new Set(ids)];
}

/** The fewer fields are asked for, the more platforms show them of a single record. What is deleted is known by its name. */
export function changedFields(
  { fields, name }: Pick<EditedTable, 'fields' | 'name'>,
  changes: readonly Change[],
): readonly Field[] {
  const keys = new Set(changes.map(({ field, action }) => (action === 'delete' ? name : field)));
  return fields.filter(({ key }) => keys.has(key));
}

/** These, and all that the tab shows. */
function shownFields(
  { snapshot }: PushTarget,
  offered: readonly Field[],
  changes: readonly Change[],
): readonly Field[] {
  const keys = new Set([...snapshot.config.fields, ...changes.map(({ field }) => field)]);
  return offered.filter(({ key }) => keys.has(key));
}

/** What the definitions know to be wrong with a value, by what the rest of the record says. */
function checked(
  { resource, snapshot }: PushTarget,
  { fields, timeZone }: EditedTable,
  changes: readonly Change[],
  records: Records,
): readonly Change[] {
  const byKey = new Map(fields.map((field) => [field.key, field]));
  return checkWrites(resource, fields, changes, ({ id }, key) => {
    const [record, field] = [records.get(id), byKey.get(key)];
    const isTold = record?.[key] !== undefined && field;
    return isTold ? liveValue(field, record, timeZone) : snapshot.rows.get(id)?.values[key];
  });
}
