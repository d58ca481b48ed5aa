/** Brings a cell of a preview, or of an upload's check, into a person's view. */
import { EditedCells } from '../../core/change/edited-table';
import { columnIndex } from '../../core/upload/matching';
import type { Ports } from '../../ports';
import type { Api } from '../contract';
import { TabIndex } from '../tab-index';
import { namedTab, topOfTab } from '../upload/upload-sheet';
import { fieldsOfTarget, openPushTarget, tableOf } from './push-target';

/** People sort: the row of a record is the one that has its id by now. Throws UNKNOWN_TAB. */
export function showCell(ports: Ports, payload: Api['showCell']['payload']): Api['showCell']['value'] {
  const { tab, row, id = '', field, column: name } = payload;
  if (name !== undefined || !new TabIndex(ports).named(tab)) return showNamed(ports, tab, row, name);
  const target = openPushTarget(ports, tab);
  const cells = new EditedCells(tableOf(ports, target, fieldsOfTarget(target, null)));
  const [found] = cells.rowsOf(id);
  const column = field === undefined ? null : cells.columnOf(field);
  const { entry } = target;
  ports.grid.show({ id: entry.id, name: entry.tab }, Math.max(1, found ?? row), (column ?? 0) + 1);
  return { shown: field === undefined || column !== null };
}

/** Of any tab of the file. */
function showNamed(
  ports: Ports,
  name: string,
  row: number,
  column: string | undefined,
): Api['showCell']['value'] {
  const tab = namedTab(ports, name);
  const sheet = column === undefined ? null : topOfTab(ports, tab);
  const at = sheet && column !== undefined ? columnIndex(sheet, column) : -1;
  ports.grid.show(tab, Math.max(1, row), Math.max(0, at) + 1);
  return { shown: column === undefined || at >= 0 };
}
