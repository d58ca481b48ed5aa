import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { typedText } from '../../../local/desk/typed-text';
import { opened } from './opened';

const SCRIPT = `
  function fill() {
    var sheet = SpreadsheetApp.getActiveSpreadsheet().getSheetByName('Sheet1');
    sheet.getRange(1, 1, 4, 3).setValues([['Id', 'Name', 'Cost'], [11, 'Slack', 5], [12, 'Zoom', 9], [13, 'Asana', 7]]);
  }
  function onEdit(e) {
    PropertiesService.getDocumentProperties().setProperty('edit',
      [e.range.getA1Notation(), e.value, e.oldValue, String(e.authMode)].join());
  }
  function installed(e) { return [e.value, String(e.authMode), e.triggerUid !== undefined]; }
  function install() { ScriptApp.newTrigger('installed').forSpreadsheet(SpreadsheetApp.getActiveSpreadsheet()).onEdit().create(); }
`;

async function filled() {
  const desk = await opened(SCRIPT);
  await desk.call('fill');
  return desk;
}

test('a tab reads as rows by label, and as values', async () => {
  const tab = (await filled()).tab('Sheet1');
  expect(tab.header()).toEqual(['Id', 'Name', 'Cost']);
  expect(tab.rows()[1]).toEqual({ Id: 12, Name: 'Zoom', Cost: 9 });
  expect(tab.values()[3]).toEqual([13, 'Asana', 7]);
  expect(tab.display()[1]).toEqual(['11', 'Slack', '5']);
  expect(tab.formulas()[1]).toEqual(['', '', '']);
  expect(tab.notes()[0]).toEqual(['', '', '']);
  expect(tab.charts()).toEqual([]);
});

test('an empty tab has no header, no rows and no values', async () => {
  const tab = (await opened(SCRIPT)).tab('Sheet1');
  expect([tab.header(), tab.rows(), tab.values()]).toEqual([[], [], []]);
});

test('a column tells what its drop-down offers, row by row', async () => {
  const desk = await opened(`
    ${SCRIPT}
    function offer() {
      var sheet = SpreadsheetApp.getActiveSpreadsheet().getSheetByName('Sheet1');
      var list = SpreadsheetApp.newDataValidation();
      sheet.getRange('B2:B3').setDataValidation(list.requireValueInList(['Slack', 'Zoom']).build());
      sheet.getRange('B4').setDataValidation(list.requireValueInRange(sheet.getRange('A:A')).build());
      sheet.getRange('C2').setDataValidation(list.requireValueInList(['1'], false).build());
      sheet.getRange('C3').insertCheckboxes();
    }
  `);
  await desk.call('fill');
  await desk.call('offer');
  const tab = desk.tab('Sheet1');
  expect(tab.choices('Name')).toEqual(['Slack', 'Zoom']);
  expect(tab.choices('Name', 12)).toEqual(['Slack', 'Zoom']);
  expect(tab.choices('Name', 13)).toEqual(['Id', '11', '12', '13']);
  expect([tab.choices('Cost'), tab.choices('Cost', 12), tab.choices('Id')]).toEqual([[], [], []]);
  expect(() => tab.choices('Nope')).toThrow('no column “Nope”');
  expect(() => tab.choices('Name', 99)).toThrow('no row with the id 99');
});

// Google: edit events, for user actions only. https://developers.google.com/apps-script/guides/triggers/events
test('typing converts as Sheets does and fires onEdit with old and new text', async () => {
  const desk = await filled();
  await desk.tab('Sheet1').type('C2', '12.5');
  expect(desk.tab('Sheet1').rows()[0]).toEqual({ Id: 11, Name: 'Slack', Cost: 12.5 });
  expect(desk.stores().document.edit).toBe('C2,12.5,5,LIMITED');
});

test('a script that writes fires nothing', async () => {
  const desk = await filled();
  expect(desk.stores().document).toEqual({});
});

test('an installed edit trigger runs in full, as its owner', async () => {
  const desk = await filled();
  await desk.call('install');
  await desk.as('grace@example.com').tab('Sheet1').type('B2', 'Slack 2');
  expect(desk.executions.at(-1)).toMatchObject({
    function: 'installed',
    user: desk.user,
    value: ['Slack 2', 'FULL', true],
  });
});

test('set finds the row by its id and the column by its label', async () => {
  const desk = await filled();
  const tab = desk.tab('Sheet1');
  await tab.set(13, 'Cost', 8);
  await tab.set('12', 'Name', null);
  expect(tab.rows().map(({ Name, Cost }) => [Name, Cost])).toEqual([
    ['Slack', 5],
    ['', 9],
    ['Asana', 8],
  ]);
  await expect(tab.set(99, 'Cost', 1)).rejects.toThrow('no row with the id 99');
  await expect(tab.set(11, 'Price', 1)).rejects.toThrow('no column “Price”. It has: Id, Name, Cost.');
});

test('the key in the header’s note tells the id column, wherever it stands', async () => {
  const desk = await filled();
  const tab = desk.tab('Sheet1');
  tab.renameHeader('Id', 'Number');
  tab.moveColumn(1, 3);
  desk.workbook.sheet('Sheet1')?.setNote(1, 3, 'What it is.\nid');
  expect(tab.header()).toEqual(['Name', 'Cost', 'Number']);
  await tab.set(12, 'Name', 'Zoom 2');
  tab.deleteRow(11);
  expect(tab.values()).toEqual([
    ['Name', 'Cost', 'Number'],
    ['Zoom 2', 9, 12],
    ['Asana', 7, 13],
  ]);
});

test.each([['saas-ledger: id'], ['saas-ledger: app_id']])(
  'the line “%s” at the end of a note tells the id column, whatever it is called',
  async (line) => {
    const desk = await filled();
    const tab = desk.tab('Sheet1');
    tab.renameHeader('Id', 'Number');
    desk.workbook.sheet('Sheet1')?.setNote(1, 1, `What it is.\n${line}`);
    tab.insertColumn(1, 'Mine');
    await tab.set(12, 'Mine', 'here');
    expect(tab.rows().map(({ Mine }) => Mine)).toEqual(['', 'here', '']);
  },
);

test('people insert, move, sort, delete and rename', async () => {
  const desk = await filled();
  const tab = desk.tab('Sheet1');
  tab.insertColumn(2, 'Mine', ['a', '=C3&"!"', '3']);
  expect(tab.rows().map(({ Mine }) => Mine)).toEqual(['a', 'Zoom!', 3]);
  tab.sort('Name');
  expect(tab.rows().map(({ Name }) => Name)).toEqual(['Asana', 'Slack', 'Zoom']);
  tab.sort('Cost', true);
  expect(tab.rows().map(({ Cost }) => Cost)).toEqual([9, 7, 5]);
  tab.moveColumn(4, 1);
  expect(tab.header()).toEqual(['Cost', 'Id', 'Mine', 'Name']);
  tab.moveColumn(1, 3);
  expect(tab.header()).toEqual(['Id', 'Mine', 'Cost', 'Name']);
  tab.deleteColumn('Mine');
  expect(tab.header()).toEqual(['Id', 'Cost', 'Name']);
  tab.rename('Apps');
  expect(desk.tabs()).toEqual(['Apps']);
  expect(() => desk.tab('Sheet1')).toThrow('There is no tab “Sheet1”. There is: Apps.');
});

test('a person’s new column takes formulas, whatever stands beside it', async () => {
  const desk = await filled();
  const column = { row: 1, column: 2, rows: 1000, columns: 1 };
  desk.workbook.sheet('Sheet1')?.restyle(column, 'format', () => '@');
  const tab = desk.tab('Sheet1');
  tab.insertColumn(2, 'Before', ['=A2*2']);
  tab.insertColumn(4, 'After', ['=A2*3']);
  expect(tab.values()[1]).toEqual([11, 22, 'Slack', 33, 5]);
});

test('a hidden column keeps its place, and stays hidden where it is moved to', async () => {
  const desk = await filled();
  const tab = desk.tab('Sheet1');
  tab.hideColumn('Name');
  expect(tab.header()).toEqual(['Id', 'Name', 'Cost']);
  expect(desk.workbook.sheet('Sheet1')?.hiddenColumns()).toEqual([2]);
  tab.moveColumn(2, 3);
  expect(desk.workbook.sheet('Sheet1')?.hiddenColumns()).toEqual([3]);
  expect(() => tab.hideColumn('Nope')).toThrow('no column “Nope”');
});

test('hidden tabs are listed only when asked for', async () => {
  const desk = await filled();
  desk.workbook.insertSheet('Secret').hidden = true;
  expect(desk.tabs()).toEqual(['Sheet1']);
  expect(desk.tabs({ hidden: true })).toEqual(['Sheet1', 'Secret']);
});

test.each([
  [true, 'TRUE'],
  [1234.5, '1234.5'],
  [null, ''],
  ['=A1', '=A1'],
  [new Date('2026-03-01T00:00:00Z'), '2026-03-01'],
  [new Date('2026-03-01T08:05:00Z'), '2026-03-01 08:05:00'],
])('%p is typed as %p', (value, text) => {
  expect(typedText(value, 'en_US', 'Etc/UTC')).toBe(text);
});

test('numbers are typed with the locale’s decimal mark, dates in the spreadsheet’s zone', () => {
  expect(typedText(1234.5, 'de_DE', 'Etc/UTC')).toBe('1234,5');
  expect(typedText(new Date('2026-03-01T23:00:00Z'), 'de_DE', 'Europe/Berlin')).toBe('2026-03-02');
});

test('the workbook is saved as .xlsx, and a desk can start from such a file', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'desk-'));
  const path = join(folder, 'book.xlsx');
  const desk = await filled();
  const tab = desk.tab('Sheet1');
  tab.insertColumn(4, 'More', ['=C2*2', '2026-03-01', "'007"]);
  desk.workbook.sheet('Sheet1')?.setNote(1, 1, 'What it is.\nid');
  desk.workbook.insertSheet('Secret').hidden = true;
  await desk.save(path);
  const again = await opened(SCRIPT, { workbook: path });
  rmSync(folder, { recursive: true });
  expect(again.workbook.name).toBe('book');
  expect(again.tabs({ hidden: true })).toEqual(['Sheet1', 'Secret']);
  expect(again.tabs()).toEqual(['Sheet1']);
  expect(again.tab('Sheet1').values()).toEqual(tab.values());
  expect(again.tab('Sheet1').formulas()).toEqual(tab.formulas());
  expect(again.tab('Sheet1').notes()[0]).toEqual(['What it is.\nid', '', '', '']);
});

// Google: a filter hides rows by what their cells show, and tells them from rows hidden by hand.
// https://developers.google.com/apps-script/reference/spreadsheet/sheet#isrowhiddenbyfilterrowposition
test('rows that a person filters out or hides are hidden for a script, each in its way', async () => {
  const desk = await opened(`${SCRIPT}
    function hidden() {
      var sheet = SpreadsheetApp.getActiveSheet();
      return [1, 2, 3, 4].map(function (row) { return [sheet.isRowHiddenByFilter(row), sheet.isRowHiddenByUser(row)]; });
    }
  `);
  await desk.call('fill');
  const tab = desk.tab('Sheet1');
  tab.filter('Name', ['Slack', 'Zoom']);
  tab.filter('Cost', ['9', '7']);
  tab.hideRows(3, 2);
  const [no, byFilter, byHand] = [
    [false, false],
    [true, false],
    [false, true],
  ];
  expect((await desk.call('hidden')).value).toEqual([no, byFilter, byHand, [true, true]]);
  tab.filter('Cost', null);
  tab.showRows(4);
  expect((await desk.call('hidden')).value).toEqual([no, no, byHand, byFilter]);
  expect(() => tab.filter('Nope', [])).toThrow('no column “Nope”');
});

// Google: the active range list. https://developers.google.com/apps-script/reference/spreadsheet/sheet#getactiverangelist
test('what a person selects is what a script finds selected, and whoever types has that cell selected', async () => {
  const desk = await opened(`${SCRIPT}
    function selected() {
      var sheet = SpreadsheetApp.getActiveSheet();
      return [sheet.getName()].concat(sheet.getActiveRangeList().getRanges().map(function (range) { return range.getA1Notation(); }));
    }
    function other() { SpreadsheetApp.getActiveSpreadsheet().insertSheet('Other'); }
  `);
  await desk.call('fill');
  await desk.call('other');
  expect((await desk.call('selected')).value).toEqual(['Other', 'A1']);
  desk.tab('Sheet1').select('B2:C3, A4');
  expect((await desk.call('selected')).value).toEqual(['Sheet1', 'B2:C3', 'A4']);
  await desk.tab('Other').type('B7', 'x');
  expect((await desk.call('selected')).value).toEqual(['Other', 'B7']);
  expect(() => desk.tab('Other').select('B7:')).toThrow('“B7:” is not a block');
});

test('backgrounds are told for all cells with content', async () => {
  const desk = await opened(`${SCRIPT}
    function mark() { SpreadsheetApp.getActiveSheet().getRange('B2').setBackground('#FCE8B2'); }
  `);
  await desk.call('fill');
  await desk.call('mark');
  const shown = desk.tab('Sheet1').backgrounds();
  expect([shown.length, shown[1]]).toEqual([4, ['#ffffff', '#fce8b2', '#ffffff']]);
});
