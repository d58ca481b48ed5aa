/** Brings a cell of a preview into a person's view. */
import { bindColumns } from '../../core/table/column-binding';
import type { Ports } from '../../ports';
import { openPushTarget } from './push-target';

/** The row alone where the field has no column, or none is named. Throws UNKNOWN_TAB. */
export function showCell(
  ports: Ports,
  { tab, row, field }: { readonly tab: string; readonly row: number; readonly field?: string },
): { shown: boolean } {
  const { entry, image, snapshot } = openPushTarget(ports, tab);
  const { found } = bindColumns(image, [], snapshot);
  const column = field === undefined ? undefined : found.get(field);
  ports.grid.show({ id: entry.id, name: entry.tab }, row, (column ?? 0) + 1);
  return { shown: column !== undefined };
}
