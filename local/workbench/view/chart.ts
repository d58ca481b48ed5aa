/** The charts of a tab as the page draws them: bars with the names and amounts that stand in their cells now. */
import type { Chart } from '../../runtime/workbook/chart';
import { resultOf } from '../../runtime/workbook/content';
import type { Sheet } from '../../runtime/workbook/sheet';
import type { ChartBar, ChartView } from '../protocol';

const TYPES: Readonly<Record<string, ChartView['type']>> = { BAR: 'bar', COLUMN: 'column' };

/** Charts of other types are not drawn. */
export function chartViews(sheet: Sheet): ChartView[] {
  return sheet.charts.flatMap((chart): ChartView[] => {
    const type = TYPES[chart.type];
    if (!type) return [];
    const { anchorRow, anchorColumn, offsetX, offsetY } = chart.position;
    return [
      {
        id: chart.id,
        type,
        title: String(chart.options['title'] ?? ''),
        row: anchorRow,
        column: anchorColumn,
        left: offsetX,
        top: offsetY,
        bars: barsOf(chart),
      },
    ];
  });
}

/** Names in the first column of the block, amounts in the second; rows without an amount have no bar. */
function barsOf({ ranges: [range], headers }: Chart): ChartBar[] {
  const rect = range?.region.rect;
  if (!range || !rect || rect.rows <= headers || rect.columns < 2) return [];
  const { sheet } = range;
  const first = rect.row + headers;
  const shown = sheet.display(first, rect.column, rect.rows - headers, 2);
  return shown.flatMap(([name = '', text = ''], index): ChartBar[] => {
    const content = sheet.contents.get(first + index, rect.column + 1);
    const amount = content === undefined ? null : resultOf(content);
    return typeof amount === 'number' ? [{ name, amount, text }] : [];
  });
}
