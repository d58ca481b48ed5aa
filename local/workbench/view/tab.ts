/** A tab as the strip and the grid need it. */
import type { Axis } from '../../runtime/workbook/axis';
import { DEFAULT_COLUMN_WIDTH, DEFAULT_ROW_HEIGHT } from '../../runtime/workbook/limits';
import type { Sheet } from '../../runtime/workbook/sheet';
import type { TabView } from '../protocol';
import { chartViews } from './chart';

export function tabView(sheet: Sheet): TabView {
  return {
    id: sheet.id,
    name: sheet.name,
    hidden: sheet.hidden,
    rows: sheet.maxRows,
    columns: sheet.maxColumns,
    frozenRows: sheet.frozenRows,
    frozenColumns: sheet.frozenColumns,
    rightToLeft: sheet.rightToLeft,
    defaultWidth: DEFAULT_COLUMN_WIDTH,
    defaultHeight: DEFAULT_ROW_HEIGHT,
    columnWidths: [...sheet.columnAxis.sizes()],
    rowHeights: [...sheet.rowAxis.sizes()],
    hiddenRows: hidden(sheet.rowAxis),
    hiddenColumns: hidden(sheet.columnAxis),
    charts: chartViews(sheet),
  };
}

function hidden(axis: Axis): number[] {
  const positions: number[] = [];
  for (let position = 1; position <= axis.count; position += 1) {
    if (axis.isHiddenByUser(position) || axis.isHiddenByFilter(position)) positions.push(position);
  }
  return positions;
}
