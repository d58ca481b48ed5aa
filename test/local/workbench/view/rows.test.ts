/** The window of rows that the page gets: displayed text, what was typed, looks, notes, checkboxes, drop-downs. */
import { Workbook } from '../../../../local/runtime/workbook/workbook';
import type { RichCell, RowsView } from '../../../../local/workbench/protocol';
import { rowsView } from '../../../../local/workbench/view/rows';
import { tabView } from '../../../../local/workbench/view/tab';
import { cpuTime } from '../../../cpu-time';

const NOW = Date.parse('2026-11-22T10:00:00Z');

function sheetWith(values: unknown[][]) {
  const workbook = new Workbook({ now: () => NOW, timeZone: 'Etc/UTC' });
  const sheet = workbook.active;
  sheet.write(1, 1, values);
  return sheet;
}

const rich = (view: RowsView, row: number, column: number): RichCell => {
  const cell = view.rows[row - view.from]?.[column - 1] ?? null;
  if (cell === null || typeof cell === 'string') throw new Error(`plain: ${String(cell)}`);
  return cell;
};
const look = (view: RowsView, row: number, column: number) => view.looks[rich(view, row, column).look ?? -1];

test('plain text is only a string, and empty cells at the end of a row are left out', () => {
  const view = rowsView(sheetWith([['a', 'b'], [''], ['', 'c']]), 1, 3);
  expect(view.rows).toEqual([['a', 'b'], [], [null, 'c']]);
});

test('numbers and dates stand right, booleans in the middle', () => {
  const view = rowsView(sheetWith([[12, true, new Date('2026-03-04T00:00:00Z')]]), 1, 1);
  expect(look(view, 1, 1)).toEqual({ align: 'right' });
  expect(look(view, 1, 2)).toEqual({ align: 'center' });
  expect(look(view, 1, 3)).toEqual({ align: 'right' });
});

test('a formula shows its result and is edited as a formula', () => {
  const cell = rich(rowsView(sheetWith([[21, '=A1*2']]), 1, 1), 1, 2);
  expect(cell).toMatchObject({ text: '42', typed: '=A1*2' });
});

test('what is typed gives the same value again', () => {
  const hostile = ['=HYPERLINK("x")', '+1-555', '-2', '00123', '1-2', '3/4', '50%', 'TRUE', '1e5', "'quoted"];
  const sheet = sheetWith([
    hostile.map((text) => `'${text}`),
    ['50%', '1234.5', '3/4/2026', 'plain', '0.1', ''],
  ]);
  const before = sheet.values(1, 1, 2, hostile.length);
  const view = rowsView(sheet, 1, 2);
  view.rows.forEach((cells, line) =>
    cells.forEach((cell, place) => {
      if (cell === null) return;
      const text = typeof cell === 'string' ? cell : (cell.typed ?? cell.text);
      sheet.typeText(line + 1, place + 1, text);
    }),
  );
  expect(sheet.values(1, 1, 2, hostile.length)).toEqual(before);
});

test('text of a plain-text cell is edited without an apostrophe', () => {
  const sheet = sheetWith([['x']]);
  sheet.restyle({ row: 1, column: 1, rows: 1, columns: 1 }, 'format', () => '@');
  sheet.typeText(1, 1, '00123');
  expect(rowsView(sheet, 1, 1).rows[0]).toEqual(['00123']);
});

test('equal looks are told once', () => {
  const sheet = sheetWith([['a', 'b', 'c']]);
  sheet.restyle({ row: 1, column: 1, rows: 1, columns: 3 }, 'fontWeight', () => 'bold');
  sheet.restyle({ row: 1, column: 2, rows: 1, columns: 1 }, 'background', () => '#ff0000');
  const view = rowsView(sheet, 1, 1);
  expect(view.looks).toEqual([{ bold: true }, { background: '#ff0000', bold: true }]);
  expect([1, 2, 3].map((column) => rich(view, 1, column).look)).toEqual([0, 1, 0]);
});

test('notes, checkboxes and drop-downs come along', () => {
  const sheet = sheetWith([['a', '', '']]);
  const rule = { values: [], allowInvalid: false, helpText: null };
  sheet.setNote(1, 1, 'why');
  sheet.setValidation({ row: 1, column: 2, rows: 1, columns: 1 }, { ...rule, criteria: 'CHECKBOX' });
  const list = { ...rule, criteria: 'VALUE_IN_LIST', values: ['x', 'y'] };
  sheet.setValidation({ row: 1, column: 3, rows: 1, columns: 1 }, list);
  const view = rowsView(sheet, 1, 1);
  expect(rich(view, 1, 1).note).toBe('why');
  expect(rich(view, 1, 2).checkbox).toEqual({ on: false, toggled: 'TRUE' });
  expect(view.lists[rich(view, 1, 3).list ?? -1]).toEqual(['x', 'y']);
  sheet.typeText(1, 2, 'TRUE');
  expect(rich(rowsView(sheet, 1, 1), 1, 2).checkbox).toEqual({ on: true, toggled: 'FALSE' });
});

test('what breaks a rule is flagged, with the reason, whether the rule refuses or only warns', () => {
  const sheet = sheetWith([['x', 'z', '', '=1+1'], [5]]);
  const rule = { allowInvalid: true, helpText: null };
  const list = { ...rule, criteria: 'VALUE_IN_LIST', values: ['x', 'y'] };
  sheet.setValidation({ row: 1, column: 1, rows: 1, columns: 4 }, list);
  const large = { ...rule, criteria: 'NUMBER_GREATER_THAN', values: [9], helpText: 'At least ten.' };
  sheet.setValidation({ row: 2, column: 1, rows: 1, columns: 1 }, large);
  const view = rowsView(sheet, 1, 2);
  expect([1, 2, 3, 4].map((column) => rich(view, 1, column).warning)).toEqual([
    undefined,
    'Invalid: this is not one of the choices.',
    undefined,
    'Invalid: this is not one of the choices.',
  ]);
  expect(rich(view, 2, 1).warning).toBe('Invalid: this breaks the rule of the cell. At least ten.');
});

test('a window ends where the tab ends', () => {
  const sheet = sheetWith([['a']]);
  expect(rowsView(sheet, 951, 100).rows).toHaveLength(50);
  expect(rowsView(sheet, 2000, 100).rows).toEqual([]);
});

test('a window of a large tab is quick', () => {
  const row = Array.from({ length: 26 }, (_, place) => (place % 3 === 0 ? place : `text ${place}`));
  const sheet = sheetWith(Array.from({ length: 900 }, () => row));
  rowsView(sheet, 1, 100);
  const started = cpuTime();
  rowsView(sheet, 401, 100);
  expect(cpuTime() - started).toBeLessThan(500);
});

test('a tab tells its size, its frozen part and what is hidden or sized', () => {
  const sheet = sheetWith([['a']]);
  sheet.frozenRows = 1;
  sheet.columnAxis.resize(2, 222);
  sheet.rowAxis.hide(5, true);
  sheet.columnAxis.hide(3, true);
  expect(tabView(sheet)).toMatchObject({
    name: 'Sheet1',
    rows: 1000,
    columns: 26,
    frozenRows: 1,
    columnWidths: [[2, 222]],
    hiddenRows: [5],
    hiddenColumns: [3],
  });
});
