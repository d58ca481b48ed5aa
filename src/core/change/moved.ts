/** Whether what a person was shown still holds: the tab says the same, and so does the platform. */
import { decodeCell, says } from '../table/cell';
import type { Canonical } from '../table/codec/codec';
import type { Field } from '../table/field';
import { type Change, nameOfChange } from './change';
import { gone, type LiveRecords, liveValue, notOffered, renamed, sameValue } from './compare';
import { EditedCells, type EditedTable } from './edited-table';
import type { Found } from './edits';
import type { Plan } from './plan';
import { told } from './told';

/** Sentences that name what moved. */
const MOST_TOLD = 5;

/**
 * What the tab says otherwise than these changes of a push do, as up to five sentences; [] where all still holds. Rows are
 * found by id, and new ones by what they say: sorting is no change. `now` is what findEdits finds by now. Not for an undo,
 * which sends what the journal says.
 */
export function sheetMoved(planned: readonly Change[], now: Found, table: EditedTable): readonly string[] {
  const sheet = new Sheet(table, now);
  const told: string[] = [];
  for (const change of planned) {
    if (told.length === MOST_TOLD) break;
    const sentence = change.action === 'create' ? sheet.movedNew(change, planned) : sheet.moved(change);
    if (sentence !== null) told.push(sentence);
  }
  return told;
}

class Sheet {
  private readonly cells: EditedCells;
  private readonly fields: ReadonlyMap<string, Field>;
  private readonly problems: ReadonlyMap<string, Change>;
  /** By planned id, the row that holds the new record now; null where none does. */
  private readonly homes = new Map<string, number | null>();
  private readonly taken = new Set<number>();

  constructor(table: EditedTable, { changes }: Found) {
    this.cells = new EditedCells(table);
    this.fields = new Map(table.fields.map((field) => [field.key, field]));
    const problems = changes.filter(({ kind }) => kind === 'problem');
    this.problems = new Map(problems.map((change) => [nameOfChange(change), change]));
  }

  moved(change: Change): string | null {
    const { id, name, label } = change;
    const rows = this.cells.rowsOf(id);
    const [row] = rows;
    if (row === undefined) return `The row of “${name}” is not in the tab any more.`;
    if (rows.length > 1) return `Rows ${rows.join(' and ')} are both “${name}” now.`;
    if (change.field === '') return null;
    if (!this.cells.has(change.field)) return noColumn(label);
    if (!this.holds(row, change)) {
      return `“${name}”, ${label}: was ${said(change.to)} in the preview, is ${said(this.saidNow(row, change))} now.`;
    }
    const problem = this.problems.get(nameOfChange(change));
    return problem ? `“${name}”, ${label}: ${problem.message ?? 'it cannot be sent any more.'}` : null;
  }

  /** Told once for each new row. */
  movedNew(change: Change, planned: readonly Change[]): string | null {
    const { id, name, row } = change;
    if (this.homes.has(id)) return null;
    const cells = planned.filter((each) => each.id === id);
    const missing = cells.find(({ field }) => !this.cells.has(field));
    const home = missing ? null : this.homeOf(row, cells);
    this.homes.set(id, home);
    if (home !== null) this.taken.add(home);
    if (missing) return noColumn(missing.label);
    return home === null ? `Row ${row} is not the new “${name}” of the preview any more.` : null;
  }

  /** The planned row where it still says all that, else another without an id that does. */
  private homeOf(row: number, planned: readonly Change[]): number | null {
    const isHome = (at: number): boolean =>
      !this.taken.has(at) && this.cells.idAt(at) === '' && planned.every((change) => this.holds(at, change));
    if (isHome(row)) return row;
    for (let at = 2; at <= this.cells.lastRow; at += 1) if (isHome(at)) return at;
    return null;
  }

  private holds(row: number, { field: key, to }: Change): boolean {
    const field = this.fields.get(key);
    return field !== undefined && says(field, this.cells.cell(row, key), to, this.cells.context);
  }

  private saidNow(row: number, { field: key }: Change): Canonical {
    const field = this.fields.get(key);
    return field ? decodeCell(field, this.cells.cell(row, key), this.cells.context).value : '';
  }
}

function noColumn(label: string): string {
  return `The column “${label}” is not in the tab any more.`;
}

function said(value: Canonical): string {
  return value === '' ? 'empty' : told(value);
}

/**
 * Those of the changes for which the platform says something else by now than the plan shows, and not yet what is to be sent;
 * as conflicts with what it says, or as problems where the record or the field is gone. A record that cannot be read has moved,
 * unless just that was shown. What is to be deleted has moved where it is called something else, and not where it is gone.
 */
export function liveMoved(
  planned: readonly Change[],
  live: LiveRecords,
  plan: Pick<Plan, 'isLive'>,
  table: EditedTable,
): readonly Change[] {
  const fields = new Map(table.fields.map((field) => [field.key, field]));
  return planned.flatMap((change): Change[] => {
    if (change.action === 'create') return [];
    const record = live.get(change.id);
    if (record === undefined) return isUnread(change) ? [] : [change];
    if (change.action === 'delete') return [(record && renamed(change, record, table)) ?? []].flat();
    if (record === null) return [gone(change, table)];
    const field = fields.get(change.field);
    if (!field) return [notOffered(change, table)];
    const now = liveValue(field, record, table.timeZone);
    const shown = plan.isLive ? (change.live ?? change.from) : change.from;
    const isAs = (value: Canonical): boolean => sameValue(field, now, value, table.timeZone);
    return isAs(shown) || isAs(change.to) ? [] : [{ ...change, live: now, kind: 'conflict' }];
  });
}

/** Whether a person was shown that nobody can see what the platform says, and chose to send it all the same. */
function isUnread({ kind, live }: Change): boolean {
  return kind === 'conflict' && live === undefined;
}
