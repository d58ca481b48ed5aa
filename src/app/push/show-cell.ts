/** Brings a cell of a preview into a person's view. */
import { EditedCells } from '../../core/change/edited-table';
import type { Ports } from '../../ports';
import type { Api } from '../contract';
import { fieldsOfTarget, openPushTarget, tableOf } from './push-target';

/** People sort: the row is the one that has the id by now. Throws UNKNOWN_TAB. */
export function showCell(
  ports: Ports,
  { tab, row, id = '', field }: Api['showCell']['payload'],
): Api['showCell']['value'] {
  const target = openPushTarget(ports, tab);
  const cells = new EditedCells(tableOf(ports, target, fieldsOfTarget(target, null)));
  const [found] = cells.rowsOf(id);
  const column = field === undefined ? null : cells.columnOf(field);
  const { entry } = target;
  ports.grid.show({ id: entry.id, name: entry.tab }, Math.max(1, found ?? row), (column ?? 0) + 1);
  return { shown: field === undefined || column !== null };
}
