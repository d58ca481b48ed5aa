/** Charts as the page gets them: the bars that their cells say now. */
import type { ChartSpec } from '../../../../local/runtime/workbook/chart';
import { Region } from '../../../../local/runtime/workbook/region';
import type { Sheet } from '../../../../local/runtime/workbook/sheet';
import { Workbook } from '../../../../local/runtime/workbook/workbook';
import { chartViews } from '../../../../local/workbench/view/chart';

function sheetWith(values: unknown[][]): Sheet {
  const sheet = new Workbook({ now: () => 0, timeZone: 'Etc/UTC' }).active;
  sheet.write(1, 1, values);
  return sheet;
}

function withChart(sheet: Sheet, change: Partial<ChartSpec> = {}): Sheet {
  const region = new Region({ row: 1, column: 1, rows: 4, columns: 2 });
  sheet.charts = [
    {
      id: 7,
      type: 'BAR',
      ranges: [{ sheet, region }],
      options: { title: 'Dearest' },
      position: { anchorRow: 2, anchorColumn: 5, offsetX: 3, offsetY: 4 },
      headers: 1,
      transposed: false,
      mergeStrategy: 'MERGE_COLUMNS',
      hiddenDimensionStrategy: 'IGNORE_BOTH',
      ...change,
    },
  ];
  return sheet;
}

test('names and amounts come from the cells, also from formulas, and follow them', () => {
  const sheet = withChart(
    sheetWith([
      ['App', 'USD'],
      ['Slack', 1200],
      ['Box', '=B2/2'],
      ['', ''],
    ]),
  );
  expect(chartViews(sheet)).toEqual([
    {
      ...{ id: 7, type: 'bar', title: 'Dearest', row: 2, column: 5, left: 3, top: 4 },
      bars: [
        { name: 'Slack', amount: 1200, text: '1200' },
        { name: 'Box', amount: 600, text: '600' },
      ],
    },
  ]);
  sheet.write(2, 2, [[10]]);
  expect(chartViews(sheet)[0]?.bars.map(({ amount }) => amount)).toEqual([10, 5]);
});

test('what has no number is no bar, and a chart whose cells are gone has none', () => {
  const sheet = withChart(
    sheetWith([
      ['App', 'USD'],
      ['Slack', 'call us'],
      ['Box', '=1/0'],
      ['Zoom', 0],
    ]),
  );
  expect(chartViews(sheet)[0]?.bars).toEqual([{ name: 'Zoom', amount: 0, text: '0' }]);
  const [chart] = sheet.charts;
  chart?.ranges[0]?.region.deleteRows(1, 4);
  expect(chartViews(sheet)[0]?.bars).toEqual([]);
});

test('only bars that lie or stand are drawn', () => {
  const sheet = sheetWith([['App', 'USD']]);
  expect(chartViews(withChart(sheet, { type: 'COLUMN' }))[0]?.type).toBe('column');
  expect(chartViews(withChart(sheet, { type: 'PIE' }))).toEqual([]);
});
