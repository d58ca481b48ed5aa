/** Sheet: ranges, rows and columns, charts and formats. https://developers.google.com/apps-script/reference/spreadsheet/sheet */
import { ChartType } from '../../../../local/runtime/services/spreadsheet/chart-enums';
import { describeChart } from '../../../../local/runtime/workbook/chart';
import { openedFile } from './opened-file';

const wrongly = (value: unknown): never => value as never;

describe('getRange', () => {
  test.each([
    ['B2', 'B2'],
    ['$B$2:C9', 'B2:C9'],
    ['C9:B2', 'B2:C9'],
    ['A:A', 'A:A'],
    ['3:5', '3:5'],
    ['A2:C', 'A2:C1000'],
    ["'Sheet1'!A1:B2", 'A1:B2'],
  ])('%s is %s', (given, shown) => {
    expect(openedFile().sheet.getRange(given).getA1Notation()).toBe(shown);
  });

  test('numbers count from 1', () => {
    const { sheet } = openedFile();
    expect(sheet.getRange(2, 25, 3, 2).getA1Notation()).toBe('Y2:Z4');
    expect(sheet.getRange(2, 3).getA1Notation()).toBe('C2');
    expect(sheet.getRange(2, 3, 4).getA1Notation()).toBe('C2:C5');
  });

  // Platform facts 2.1: the grid does not grow by itself, text seen live [M].
  test('a range outside the grid is refused', () => {
    const { sheet } = openedFile();
    const outside = 'The coordinates of the range are outside the dimensions of the sheet.';
    expect(() => sheet.getRange(1001, 1)).toThrow(outside);
    expect(() => sheet.getRange(1, 26, 1, 2)).toThrow(outside);
    expect(() => sheet.getRange('AA1')).toThrow(outside);
    expect(() => sheet.getRange(0, 1)).toThrow('The starting row of the range is too small.');
    expect(() => sheet.getRange(1, 1, 0)).toThrow('The number of rows in the range must be at least 1.');
    expect(() => sheet.getRange('nowhere')).toThrow('Range not found');
    expect(() => sheet.getRange(wrongly(undefined))).toThrow(
      "The parameters () don't match the method signature for SpreadsheetApp.Sheet.getRange.",
    );
  });
});

describe('content', () => {
  // Platform facts 2.1 [H][M]: below the last content row, in a grid that grows.
  test('appendRow extends the grid', () => {
    const { sheet } = openedFile();
    sheet.deleteRows(3, 998);
    sheet.getRange('B2').setValue('last');
    sheet.appendRow(['a', '007']);
    expect([sheet.getMaxRows(), sheet.getRange('A3:B3').getValues()]).toEqual([3, [['a', 7]]]);
    sheet.appendRow(new Array(30).fill(1));
    expect([sheet.getMaxColumns(), sheet.getLastRow(), sheet.getLastColumn()]).toEqual([30, 4, 30]);
  });

  // Platform facts 2.2: formats, notes and rules are no content; the false of a checkbox is.
  test('the last row is the last one with content', () => {
    const { sheet } = openedFile();
    expect(sheet.getDataRange().getA1Notation()).toBe('A1');
    sheet.getRange('C9').setBackground('red').setNote('note').setNumberFormat('@');
    expect([sheet.getLastRow(), sheet.getLastColumn()]).toEqual([0, 0]);
    sheet.getRange('B4').insertCheckboxes();
    expect(sheet.getDataRange().getA1Notation()).toBe('A1:B4');
  });
});

describe('rows and columns', () => {
  test('new rows look like the ones that they are added to', () => {
    const { sheet } = openedFile();
    sheet.getRange('A2').setBackground('#ff0000');
    sheet.insertRowsAfter(2, 2);
    expect(sheet.getRange('A1:A5').getBackgrounds().flat()).toEqual([
      '#ffffff',
      '#ff0000',
      '#ff0000',
      '#ff0000',
      '#ffffff',
    ]);
  });

  test('positions outside the grid are refused', () => {
    const { sheet } = openedFile();
    expect(() => sheet.deleteRows(1000, 2)).toThrow('Those rows are out of bounds.');
    expect(() => sheet.setColumnWidth(27, 50)).toThrow('Those columns are out of bounds.');
  });

  test('columns are hidden, sized and moved with what they hold', () => {
    const { sheet } = openedFile();
    sheet.getRange('A1:C1').setValues([['a', 'b', '=A1']]);
    sheet.setColumnWidths(1, 2, 180).hideColumns(2);
    sheet.moveColumns(sheet.getRange('A:A'), 4);
    expect(sheet.getRange('A1:C1').getValues()).toEqual([['b', 'a', 'a']]);
    expect(sheet.getRange('B1').getFormula()).toBe('=C1');
    expect([sheet.isColumnHiddenByUser(1), sheet.getColumnWidth(3), sheet.getColumnWidth(2)]).toEqual([
      true,
      180,
      100,
    ]);
    sheet.showColumns(1);
    expect(sheet.isColumnHiddenByUser(1)).toBe(false);
  });

  test('a column is made as wide as its longest text', () => {
    const { sheet } = openedFile();
    sheet.getRange('A1:B1').setValues([['short', 'a text that is a good deal longer than the others']]);
    sheet.autoResizeColumns(1, 2);
    expect(sheet.getColumnWidth(1)).toBeLessThan(sheet.getColumnWidth(2));
  });
});

test('sorting leaves frozen rows, puts blanks last, and formulas keep to their row', () => {
  const { sheet } = openedFile();
  sheet.getRange('A1:B6').setValues([
    ['name', 'twice'],
    ['b', '=A2&A2'],
    [true, ''],
    ['', 'blank'],
    [10, '=A5*2'],
    [9, '=A6*2'],
  ]);
  sheet.getRange('A5').setNote('ten');
  sheet.setFrozenRows(1);
  sheet.sort(1);
  expect(sheet.getRange('A1:A6').getValues().flat()).toEqual(['name', 9, 10, 'b', true, '']);
  expect(sheet.getRange('B2:B4').getFormulas().flat()).toEqual(['=A2*2', '=A3*2', '=A4&A4']);
  expect(sheet.getRange('A3').getNote()).toBe('ten');
  sheet.sort(1, false);
  expect(sheet.getRange('A1:A6').getValues().flat()).toEqual(['name', true, 'b', 10, 9, '']);
});

test('charts are kept as specifications whose ranges follow their cells', () => {
  const { sheet, workbook } = openedFile();
  const builder = sheet.newChart().setChartType(ChartType.BAR).addRange(sheet.getRange('A1:B5'));
  sheet.insertChart(builder.setPosition(2, 4, 0, 0).setOption('title', 'Spend').setNumHeaders(1).build());
  sheet.insertRowsBefore(1, 3);
  const [chart] = sheet.getCharts();
  expect(chart?.getRanges()[0]?.getA1Notation()).toBe('A4:B8');
  expect(workbook.active.charts.map(describeChart)).toEqual([
    expect.objectContaining({
      type: 'BAR',
      options: { title: 'Spend' },
      headers: 1,
      ranges: [{ sheet: 'Sheet1', rect: { row: 4, column: 1, rows: 5, columns: 2 } }],
    }),
  ]);
  sheet.updateChart(chart!.modify().setOption('title', 'Cost').build());
  expect(sheet.getCharts().map((each) => each.getOptions().get('title'))).toEqual(['Cost']);
  sheet.removeChart(sheet.getCharts()[0]!);
  expect(sheet.getCharts()).toEqual([]);
});

// https://developers.google.com/apps-script/reference/spreadsheet/embedded-chart-builder
test('titles and colours belong to the builders of single types of chart', () => {
  const { sheet } = openedFile();
  const general = sheet.newChart();
  const bars = general.asBarChart();
  expect([general.className, bars.className]).toEqual(['EmbeddedChartBuilder', 'EmbeddedBarChartBuilder']);
  expect('setTitle' in general).toBe(false);
  const chart = bars.setTitle('Spend').setXAxisTitle('Vendor').build();
  expect([chart.getOptions().get('title'), chart.getChartId()]).toEqual(['Spend', null]);
  expect(bars.getChartType()?.name).toBe('BAR');
});

test('conditional format rules are kept', () => {
  const { sheet, app } = openedFile();
  const rule = app
    .newConditionalFormatRule()
    .whenNumberGreaterThan(5)
    .setBackground('red')
    .setBold(true)
    .setRanges([sheet.getRange('B:B')])
    .build();
  sheet.setConditionalFormatRules([...sheet.getConditionalFormatRules(), rule]);
  sheet.insertColumnBefore(1);
  const [kept] = sheet.getConditionalFormatRules();
  expect(kept?.getRanges()[0]?.getColumn()).toBe(3);
  expect(kept?.getBooleanCondition()?.getCriteriaType()?.name).toBe('NUMBER_GREATER_THAN');
  expect(kept?.getBooleanCondition()?.getBackground()).toBe('#ff0000');
  sheet.clearConditionalFormatRules();
  expect(sheet.getConditionalFormatRules()).toEqual([]);
});

test('a filter hides the rows that do not pass', () => {
  const { sheet, app } = openedFile();
  sheet.getRange('A1:B4').setValues([
    ['name', 'n'],
    ['a', 1],
    ['b', 2],
    ['c', 3],
  ]);
  const filter = sheet.getRange('A1:B4').createFilter();
  filter.setColumnFilterCriteria(2, app.newFilterCriteria().whenNumberGreaterThan(1).build());
  const hidden = (): boolean[] => [1, 2, 3, 4].map((row) => sheet.isRowHiddenByFilter(row));
  expect(hidden()).toEqual([false, true, false, false]);
  filter.setColumnFilterCriteria(1, app.newFilterCriteria().setHiddenValues(['c']).build());
  expect(hidden()).toEqual([false, true, false, true]);
  sheet.insertColumnBefore(1);
  expect(sheet.getFilter()?.getColumnFilterCriteria(3)?.getCriteriaType()?.name).toBe('NUMBER_GREATER_THAN');
  expect(() => sheet.getRange('A1').createFilter()).toThrow('already has a filter');
  filter.remove();
  expect([sheet.getFilter(), hidden().includes(true)]).toEqual([null, false]);
});

// Google: a condition does not override hidden values, a row has to pass both; '' stands for blank cells (as macros
// record them). https://developers.google.com/workspace/sheets/api/reference/rest/v4/FilterCriteria
test('a filter hides values, blank cells among them, beside its condition, and knows its own columns only', () => {
  const { sheet, app } = openedFile();
  sheet.getRange('A1:B5').setValues([
    ['name', 'n'],
    ['ab', 1],
    ['', 2],
    ['ac', 3],
    ['b', 4],
  ]);
  const filter = sheet.getRange('A1:B5').createFilter();
  const criteria = app.newFilterCriteria().setHiddenValues(['', 'ac']).whenTextStartsWith('a').build();
  filter.setColumnFilterCriteria(1, criteria);
  expect([2, 3, 4, 5].map((row) => sheet.isRowHiddenByFilter(row))).toEqual([false, true, true, true]);
  filter.removeColumnFilterCriteria(1);
  expect([2, 3, 4, 5].some((row) => sheet.isRowHiddenByFilter(row))).toBe(false);
  expect(() => filter.setColumnFilterCriteria(3, criteria)).toThrow('Column 3');
  expect(() => filter.getColumnFilterCriteria(3)).toThrow('Column 3');
});
