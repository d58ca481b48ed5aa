/** Records to be deleted: those of the rows that a person has selected and sees, and no others. */
import type { Change } from '../../core/change/change';
import { bindColumns } from '../../core/table/column-binding';
import { idText } from '../../core/table/codec/text';
import type { EditedTable, Found } from '../../core/change/edits';
import { AppError } from '../../core/errors';
import type { Ports } from '../../ports';
import type { CellValue } from '../../ports/grid';
import type { PushTarget } from './push-target';

/** Throws NOT_WRITABLE where the platform lets nobody delete, and NOTHING_SELECTED. */
export function deletions(
  ports: Ports,
  { provider, resource, entry, image, snapshot }: PushTarget,
  { fields, timeZone }: EditedTable,
): Pick<Found, 'changes' | 'suspects'> {
  if (!resource.writes?.remove) {
    throw new AppError('NOT_DELETABLE', { provider: provider.title, subject: resource.plural });
  }
  const active = ports.grid.active();
  const { found } = bindColumns(image, fields, snapshot);
  const [key, name] = [found.get(resource.key), found.get(resource.name)];
  const cell = (row: number, column: number | undefined): CellValue =>
    column === undefined ? '' : (image.values[row - 1]?.[column] ?? '');
  const selected = active?.id === entry.id ? active.rows.filter((row) => row > 1) : [];
  // A selection runs across rows that a filter hides: nobody means what they do not see.
  const hidden = ports.grid.hiddenAmong({ id: entry.id, name: entry.tab }, selected);
  const rows = selected.filter((row) => !hidden.has(row));
  const changes = rows.flatMap((row): Change[] => {
    const id = idText(cell(row, key), { timeZone });
    if (id === '') return [];
    const title = String(cell(row, name)) || id;
    return [
      {
        row,
        id,
        name: title,
        action: 'delete',
        field: '',
        label: `Delete this ${resource.singular}`,
        from: title,
        to: '',
        kind: 'change',
      },
    ];
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
