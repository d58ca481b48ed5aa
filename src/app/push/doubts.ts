/** Looks for the records of new rows that an earlier push may have made: none is made twice unasked. */
import type { Change } from '../../core/change/change';
import { doubtedRows, doubtNewRows } from '../../core/change/doubted-rows';
import type { EditedTable } from '../../core/change/edits';
import type { Dispatcher } from '../../core/http/dispatcher';
import type { Ports } from '../../ports';
import { findCreated } from '../../providers/created';
import { addresseesOf } from './addressees';
import { PushJournal } from './journal';
import { writesOf } from './letters';
import type { PushTarget } from './push-target';

/** The journal is asked only where records would be made, and the platform only about what is in doubt. Throws what reading throws. */
export function doubted(
  ports: Ports,
  target: PushTarget,
  table: EditedTable,
  dispatcher: Dispatcher | null,
  changes: readonly Change[],
): readonly Change[] {
  if (!changes.some(({ action, kind }) => action === 'create' && kind === 'change')) return changes;
  const entries = new PushJournal(ports).all().filter(({ tabId }) => tabId === target.entry.id);
  const rows = doubtedRows(changes, entries, table);
  if (rows.size === 0) return changes;
  const known = changes.filter(({ id, kind }) => rows.has(id) && kind === 'change');
  const found = dispatcher
    ? lookedUp(ports, target, table, dispatcher, rows, known)
    : new Map([...rows.keys()].map((id) => [id, null]));
  return doubtNewRows(changes, found, table);
}

/** Ids of the records that are there, by “row 12”. Also such as a refresh has brought meanwhile: in rows of their own. */
function lookedUp(
  ports: Ports,
  target: PushTarget,
  table: EditedTable,
  dispatcher: Dispatcher,
  rows: ReadonlyMap<string, number>,
  changes: readonly Change[],
): ReadonlyMap<string, string> {
  const { provider, resource } = target;
  const ids = [...rows.keys()];
  const creations = ids.map((id) =>
    writesOf({ id, action: 'create', changes: changes.filter((change) => change.id === id) }, table.fields),
  );
  const records = findCreated(dispatcher, provider, resource, creations, {
    notAmong: new Set(),
    since: Math.min(...rows.values()),
    now: ports.clock.now(),
    ...addresseesOf(ports, target, dispatcher, table, changes),
  });
  return new Map(
    ids.flatMap((id, index) => {
      const record = records[index];
      return record ? [[id, record.id]] : [];
    }),
  );
}
