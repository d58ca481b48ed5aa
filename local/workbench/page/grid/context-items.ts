/** What a right click on a cell, a row number or a column letter offers. */
import type { Commands } from '../../protocol';
import type { MenuItem } from '../menu/Menu';
import { perform } from '../server/client';
import type { Attempt } from '../trouble';
import { columnName } from './names';

export interface Spot {
  readonly tab: number;
  /** Absent on a column letter. */
  readonly row?: number;
  /** Absent on a row number. */
  readonly column?: number;
}

export function contextItems({ tab, row, column }: Spot, attempt: Attempt, onNote: () => void): MenuItem[] {
  const change = (action: Commands['structure']['action'], at: number) => () =>
    attempt(perform('structure', { tab, action, at, count: 1 }));
  const sort = (by: number, ascending: boolean) => () =>
    attempt(perform('sort', { tab, column: by, ascending }));
  const moveTo = (to: number) => () => attempt(perform('move', { tab, column: column ?? 1, to }));
  const rows: MenuItem[] =
    row === undefined
      ? []
      : [
          { label: 'Insert 1 row above', run: change('insertRows', row) },
          { label: 'Insert 1 row below', run: change('insertRows', row + 1) },
          { label: 'Delete row', run: change('deleteRows', row) },
          { label: 'Hide row', run: () => attempt(perform('hideRow', { tab, row })) },
          ...(column === undefined || row === 1
            ? []
            : [
                {
                  label: 'Show only rows that say this',
                  run: () => attempt(perform('filter', { tab, row, column })),
                },
              ]),
          { label: 'Show all rows', run: () => attempt(perform('showRows', { tab })) },
        ];
  const columns: MenuItem[] =
    column === undefined
      ? []
      : [
          { label: 'Insert 1 column left', run: change('insertColumns', column) },
          { label: 'Insert 1 column right', run: change('insertColumns', column + 1) },
          { label: 'Delete column', run: change('deleteColumns', column) },
          { label: '', separator: true },
          ...(column === 1 ? [] : [{ label: 'Move column left', run: moveTo(column - 1) }]),
          { label: 'Move column right', run: moveTo(column + 2) },
          { label: '', separator: true },
          { label: `Sort sheet by ${columnName(column)}, A to Z`, run: sort(column, true) },
          { label: `Sort sheet by ${columnName(column)}, Z to A`, run: sort(column, false) },
        ];
  const between: MenuItem[] = rows.length > 0 && columns.length > 0 ? [{ label: '', separator: true }] : [];
  const note: MenuItem[] =
    row === undefined || column === undefined
      ? []
      : [
          { label: '', separator: true },
          { label: 'Edit note', run: onNote },
        ];
  return [...rows, ...between, ...columns, ...note];
}
