/** Where a log is in this file: found by its id, else by its name, and made when there is something to write. */
import { AppError } from '../core/errors';
import {
  type LogDefinition,
  type LogPlaces,
  type LogRow,
  placesByLabel,
  placesByNote,
  readLog,
} from '../core/log/log';
import { planLog, planLogHeader } from '../core/log/log-plan';
import type { Ports } from '../ports';
import type { CellValue, TabRef } from '../ports/grid';

/** One property for each log: the id of its tab. */
const PREFIX = 'log.';

export interface LogTab {
  readonly tab: TabRef;
  /** [] for one that has no header yet. */
  readonly values: readonly (readonly CellValue[])[];
  readonly places: LogPlaces;
}

/** The entries in the tab; [] where there is none. */
export function readLogTab(ports: Ports, log: LogDefinition): readonly LogRow[] {
  const found = findLog(ports, log);
  return found ? readLog(log, found.values, found.places) : [];
}

/**
 * Adds what `choose` makes of the entries that are there (null where there is no tab yet), the newest first, and keeps no
 * more than `kept` of all. Nobody else writes a log meanwhile. Lasting once this returns; false where `choose` put it off.
 */
export function addToLog(
  ports: Ports,
  log: LogDefinition,
  kept: number,
  choose: (entries: readonly LogRow[] | null) => readonly LogRow[] | null,
): boolean {
  return ports.lock.hold(() => {
    const found = findLog(ports, log);
    const rows = choose(found && readLog(log, found.values, found.places));
    if (rows === null) return false;
    if (rows.length === 0 || (!found && kept === 0)) return true;
    const { tab, values, places } = found ?? makeLog(ports, log);
    const isNew = values.length === 0;
    const operations = planLog({ log, values, places, rows, kept });
    ports.grid.execute({ tab, operations: isNew ? [...planLogHeader(log), ...operations] : operations });
    ports.grid.flush();
    return true;
  });
}

/** Sheet ids of the logs that this file has. */
export function logTabs({ store }: Pick<Ports, 'store'>): readonly number[] {
  return Object.values(store.all('document', PREFIX)).map(Number);
}

/** Null where the file has none. */
export function findLog(ports: Ports, log: LogDefinition): LogTab | null {
  const id = ports.store.get('document', PREFIX + log.name);
  const known = id === null ? null : open(ports, log, { id: Number(id), name: log.name });
  if (known) return known;
  // A copied file brings its logs along, but not their ids.
  for (const name of namesOf(log)) {
    const tab = open(ports, log, { name });
    if (!tab) continue;
    const found = ports.grid.list().find((each) => each.name === name);
    if (found) ports.store.set('document', PREFIX + log.name, String(found.id));
    return tab;
  }
  return null;
}

/** The tab if it is the log, or empty as one that was cut off while it was made; a person's is left alone. */
function open(ports: Ports, log: LogDefinition, tab: TabRef): LogTab | null {
  const values = ports.grid.readValues(tab);
  if (!values) return null;
  if (values.every((row) => row.every((cell) => cell === '')))
    return { tab, values: [], places: inOrder(log) };
  const places = placesByLabel(log, values[0] ?? []) ?? placesByNote(log, ports.grid.headerNotes(tab) ?? []);
  return places && { tab, values, places };
}

/** An empty tab for a log that has none. */
export function makeLog(ports: Ports, log: LogDefinition): LogTab {
  const tab = create(ports, log);
  ports.store.set('document', PREFIX + log.name, String(tab.id));
  return { tab, values: [], places: inOrder(log) };
}

function create(ports: Ports, log: LogDefinition): TabRef {
  const [name, other] = namesOf(log);
  const options = { atEnd: true, guarded: log.isRecord === true };
  try {
    return { id: ports.grid.create(name, options), name };
  } catch (thrown) {
    if (AppError.from(thrown).code !== 'TAB_TAKEN') throw thrown;
    return { id: ports.grid.create(other, options), name: other };
  }
}

/** The second one is for a file in which a person has a tab of that name. */
function namesOf({ name }: LogDefinition): readonly [string, string] {
  return [name, `${name} (SaaS Ledger)`];
}

function inOrder({ columns }: LogDefinition): LogPlaces {
  return new Map(columns.map(({ key }, index) => [key, index]));
}
