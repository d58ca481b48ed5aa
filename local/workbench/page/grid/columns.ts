/** The grid's columns and row numbers for a tab. */
import type { ColumnRegular, RowHeaders } from '@revolist/revogrid';
import type { TabView } from '../../protocol';
import { cellProperties, cellTemplate, type CellActions } from './cell-template';
import { columnName } from './names';
import type { RowModel, TabData } from './tab-data';

export const EDITOR = 'typed';

export function gridColumns(tab: TabView, data: TabData, actions: CellActions): ColumnRegular[] {
  const widths = new Map(tab.columnWidths);
  const hidden = new Set(tab.hiddenColumns);
  const template = cellTemplate(data, actions);
  const properties = cellProperties(data);
  const columns: ColumnRegular[] = [];
  for (let column = 1; column <= tab.columns; column += 1) {
    if (hidden.has(column)) continue;
    columns.push({
      prop: column,
      name: columnName(column),
      size: widths.get(column) ?? tab.defaultWidth,
      minSize: 20,
      editor: EDITOR,
      cellTemplate: template,
      cellProperties: properties,
      columnProperties: () => ({ 'data-header-column': column }),
      ...(column <= tab.frozenColumns ? { pin: 'colPinStart' as const } : {}),
    });
  }
  return columns;
}

export const ROW_NUMBERS: RowHeaders = {
  prop: 'n',
  size: 46,
  cellTemplate: (_, { model }) => String((model as RowModel).n),
  cellProperties: ({ model }) => ({ 'data-header-row': (model as RowModel).n }),
};

/** Places of hidden rows within the rows from `first` on. */
export function trimmed(hiddenRows: readonly number[], first: number): Record<number, boolean> {
  return Object.fromEntries(
    hiddenRows.filter((row) => row >= first).map((row) => [row - first, true] as const),
  );
}
