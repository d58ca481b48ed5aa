/** Records to be deleted: those of the rows that a person has selected and sees, and no others. */
import type { Change } from '../../core/change/change';
import { EditedCells } from '../../core/change/edited-table';
import type { EditedTable, Found } from '../../core/change/edits';
import { problem, withArticle } from '../../core/change/told';
import { AppError } from '../../core/errors';
import type { Ports } from '../../ports';
import type { PushTarget } from './push-target';

/** Throws NOT_DELETABLE where the platform lets nobody delete, KEY_COLUMN_GONE and NOTHING_SELECTED. */
export function deletions(
  ports: Ports,
  { provider, resource, entry, image }: PushTarget,
  table: EditedTable,
): Pick<Found, 'changes' | 'suspects'> {
  if (!resource.writes?.remove) {
    throw new AppError('NOT_DELETABLE', { provider: provider.title, subject: resource.plural });
  }
  const active = ports.grid.active();
  const cells = new EditedCells(table);
  const rows = active?.id === entry.id ? [...new Set(active.rows)].filter((row) => row > 1) : [];
  const changes = rows.flatMap((row): Change[] => {
    const id = cells.idAt(row);
    if (id === '') return [];
    // By the platform's name for it: what a person has typed over that tells nothing of the record.
    const name = cells.nameOf(row, id);
    const about = { row, id, name, action: 'delete', field: '' } as const;
    const change: Change = {
      ...about,
      label: `Delete this ${resource.singular}`,
      from: name,
      to: '',
      kind: 'change',
    };
    const message = problemOf(id, table, cells);
    return [message === null ? change : problem(change, message)];
  });
  if (changes.length === 0) {
    throw new AppError(
      'NOTHING_SELECTED',
      { tab: image.name, subject: resource.plural },
      { tab: image.name },
    );
  }
  return { changes, suspects: [] };
}

/** Why nobody can tell that this row is the record; null where it is. */
function problemOf(id: string, { words, snapshot }: EditedTable, cells: EditedCells): string | null {
  const { provider, singular } = words;
  const rows = cells.rowsOf(id);
  if (rows.length > 1) {
    return `Rows ${rows.join(' and ')} have the same “${cells.keyHeader}”, ${id}, so it is not clear which ${singular} is meant. Delete the copy from the tab first.`;
  }
  return snapshot.rows.has(id)
    ? null
    : `${provider} never sent ${withArticle(singular)} ${id}. Correct its “${cells.keyHeader}”, or refresh if it is new there.`;
}
