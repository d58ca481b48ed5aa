/** Undo: what a push has sent, the other way round, as changes to be previewed and checked like any others. */
import type { JournalEntry } from '../log/push-journal';
import type { Field } from '../table/field';
import { type Change, nameOfChange, newRowId } from './change';
import { sameValue } from './compare';
import { EditedCells, type EditedTable } from './edited-table';
import { problem, told } from './told';

/**
 * The changes that take back what these entries have sent, in the order of the tab's rows; for a cell that was sent several
 * times, the last time. `canDelete` tells whether the platform lets us delete such records: only then a creation can be taken
 * back. What cannot be is a problem that says what to do.
 */
export function reverse(
  entries: readonly JournalEntry[],
  table: EditedTable,
  canDelete: boolean,
): readonly Change[] {
  const undo = new Undo(table, canDelete);
  const last = new Map<string, JournalEntry>();
  for (const entry of entries) if (entry.outcome === 'sent') last.set(nameOfChange(entry), entry);
  const sent = [...last.values()];
  const created = new Map(sent.filter(({ action }) => action === 'create').map((entry) => [entry.id, entry]));
  const updated = sent.filter(({ action, id }) => action === 'update' && !created.has(id));
  const deleted = sent.filter(({ action }) => action === 'delete');
  return [
    ...[...created.values()].map((entry) => undo.ofCreated(entry)),
    ...deleted.map((entry) => undo.ofDeleted(entry)),
    ...updated.flatMap((entry) => undo.ofUpdated(entry)),
  ].sort((one, other) => one.row - other.row);
}

/**
 * What the records that these entries have made said then, as changes of nothing: compared with the platform, they tell what was
 * changed there since. For `deletionsSince`.
 */
export function madeValues(entries: readonly JournalEntry[]): readonly Change[] {
  const made = entries.filter(({ action, outcome }) => action === 'create' && outcome === 'sent');
  return made.map(({ row, id, name, field, label, after }) => {
    const about = { row, id, name, action: 'update', field, label } as const;
    return { ...about, from: after, to: after, kind: 'change' };
  });
}

/** The changes without madeValues; the deletion of a record that somebody has worked on since as a conflict. */
export function deletionsSince(changes: readonly Change[], provider: string): readonly Change[] {
  const deleted = new Set(changes.flatMap(({ action, id }) => (action === 'delete' ? [id] : [])));
  const isValue = ({ action, id }: Change): boolean => action !== 'delete' && deleted.has(id);
  const since = new Map<string, string[]>();
  for (const change of changes) {
    if (!isValue(change) || change.kind !== 'conflict') continue;
    since.set(change.id, [...(since.get(change.id) ?? []), `“${change.label}”`]);
  }
  return changes.flatMap((change): Change[] => {
    if (isValue(change)) return [];
    const labels = change.kind === 'change' && since.get(change.id);
    if (!labels || change.action !== 'delete') return [change];
    const message = `It was changed in ${provider} since it was made: ${labels.join(', ')}.`;
    return [{ ...change, kind: 'conflict', message }];
  });
}

class Undo {
  private readonly cells: EditedCells;
  private readonly fields: ReadonlyMap<string, Field>;

  constructor(
    private readonly table: EditedTable,
    private readonly canDelete: boolean,
  ) {
    this.cells = new EditedCells(table);
    this.fields = new Map(table.fields.map((field) => [field.key, field]));
  }

  ofUpdated(entry: JournalEntry): Change[] {
    const { id, name, field: key, before, after } = entry;
    const field = this.fields.get(key);
    const about = { row: this.rowOf(id), id, name, action: 'update', field: key } as const;
    const label = field?.label ?? entry.label;
    const change: Change = { ...about, label, from: after, to: before, kind: 'change' };
    const { provider } = this.table.words;
    if (!field) {
      return [
        problem(change, `${provider} does not offer “${label}” any more: it was deleted or hidden there.`),
      ];
    }
    if (!field.writable)
      return [problem(change, `${provider} does not take changes of “${label}” any more.`)];
    return sameValue(field, after, before, this.table.timeZone) ? [] : [change];
  }

  /** A record that the push has made is deleted, with whatever was changed in it since. */
  ofCreated({ row, id, name }: JournalEntry): Change {
    const { provider, singular } = this.table.words;
    const isKnown = id !== newRowId(row);
    const change = this.whole(isKnown ? this.rowOf(id) : row, id, name, 'delete', `Delete this ${singular}`);
    if (!isKnown) {
      return problem(
        change,
        `Nobody knows which id this ${singular} was given. Delete it in ${provider} itself.`,
      );
    }
    return this.canDelete
      ? change
      : problem(
          change,
          `This ${singular} was created, and ${provider} lets no add-on delete it. Delete it in ${provider} itself.`,
        );
  }

  ofDeleted({ id, name }: JournalEntry): Change {
    const { creating, words } = this.table;
    const change = this.whole(this.rowOf(id), id, name, 'create', `Restore this ${words.singular}`);
    const advice = creating
      ? `Empty the ${told(this.cells.keyHeader)} cell of its row and push: it is then made anew.`
      : `Make it anew in ${words.provider} itself.`;
    return problem(change, `A ${words.singular} that was deleted does not come back. ${advice}`);
  }

  private whole(row: number, id: string, name: string, action: Change['action'], label: string): Change {
    const values = action === 'delete' ? { from: name, to: '' } : { from: '', to: name };
    return { row, id, name, action, field: '', label, ...values, kind: 'change' };
  }

  /** 0 where the tab does not have it, or has it twice. */
  private rowOf(id: string): number {
    const rows = this.cells.rowsOf(id);
    return rows.length === 1 ? (rows[0] ?? 0) : 0;
  }
}
