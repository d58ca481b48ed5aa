/** What the person sees of the file: the tab in front, selected and hidden rows, dialogs; and marks in cells. */
import type { Desk } from '../../../local/desk';
import { opened } from '../../local/desk/opened';
import { scriptWithPorts } from './script';

const SCRIPT = scriptWithPorts(`
  var book = function () { return SpreadsheetApp.getActiveSpreadsheet(); };
  function fill() {
    var sheet = book().getSheets()[0];
    sheet.getRange(1, 1, 5, 2).setValues([['Id', 'State'], [11, 'open'], [12, 'closed'], [13, 'open'], [14, 'closed']]);
    book().insertSheet('Other');
  }
  function front() { return portsOf().grid.active(); }
  function hidden() { return Array.from(portsOf().grid.hiddenAmong({ name: 'Sheet1' }, [2, 3, 4, 5])); }
  function show() { portsOf().grid.show({ name: 'Sheet1' }, 4, 2); }
  function showGone() { portsOf().grid.show({ name: 'Gone' }, 4, 2); }
  function mark() {
    var grid = portsOf().grid, tab = { name: 'Sheet1' }, cell = function (row) { return { row: row, column: 2, rows: 1, columns: 1 }; };
    grid.execute({ tab: tab, operations: [
      { kind: 'background', at: [cell(2), cell(4)], color: '#fce8b2' },
      { kind: 'background', at: [cell(4)], color: null },
      { kind: 'notes', at: cell(2), notes: [['not sent yet']] },
    ] });
    var all = { row: 2, column: 2, rows: 3, columns: 1 };
    return [grid.readBackgrounds(tab, all), grid.readNotes(tab, all)];
  }
  function guarded() { return portsOf().grid.create('Journal', { atEnd: true, guarded: true }); }
  function guards() {
    return book().getSheets().map(function (sheet) {
      return sheet.getProtections(SpreadsheetApp.ProtectionType.SHEET).map(function (guard) { return guard.isWarningOnly(); });
    });
  }
  function sure() { return portsOf().notice.confirm('Send?', '3 changes'); }
  function unattended() {
    var ports = portsOf();
    ports.notice.alert('Title', 'Text');
    ports.notice.openSidebar();
    var seen = [ports.grid.active(), ports.notice.confirm('Send?', '3 changes')];
    PropertiesService.getDocumentProperties().setProperty('seen', JSON.stringify(seen));
  }
  function later() { ScriptApp.newTrigger('unattended').timeBased().after(60000).create(); }
`);

async function filled(): Promise<Desk> {
  const desk = await opened(SCRIPT);
  await call(desk, 'fill');
  return desk;
}

async function call(desk: Desk, fn: string): Promise<unknown> {
  const { ok, value, error } = await desk.call(fn);
  if (!ok) throw error;
  return value;
}

test('the tab in front comes with the rows of all selected blocks, as far as there is content', async () => {
  const desk = await filled();
  const id = desk.workbook.sheet('Sheet1')?.id;
  desk.tab('Sheet1').select('B4:C5, 3:3, A4');
  expect(await call(desk, 'front')).toEqual({ id, name: 'Sheet1', rows: [3, 4, 5] });
  desk.tab('Sheet1').select('B:B');
  expect(await call(desk, 'front')).toEqual({ id, name: 'Sheet1', rows: [1, 2, 3, 4, 5] });
  desk.tab('Other').select('A7');
  expect(await call(desk, 'front')).toMatchObject({ name: 'Other', rows: [] });
});

test('rows are hidden by a person and by a filter, and seen again without', async () => {
  const desk = await filled();
  const tab = desk.tab('Sheet1');
  expect(await call(desk, 'hidden')).toEqual([]);
  tab.hideRows(2);
  tab.filter('State', ['open']);
  expect(await call(desk, 'hidden')).toEqual([2, 3, 5]);
  tab.filter('State', null);
  tab.showRows(2);
  expect(await call(desk, 'hidden')).toEqual([]);
});

test('a cell is shown: its tab comes to the front and the cell is selected', async () => {
  const desk = await filled();
  expect(desk.workbook.active.name).toBe('Other');
  await call(desk, 'show');
  expect(desk.workbook.active.name).toBe('Sheet1');
  expect(desk.workbook.active.selection).toEqual([{ row: 4, column: 2, rows: 1, columns: 1 }]);
  await expect(call(desk, 'showGone')).rejects.toThrow('“Gone”');
});

test('colours and notes are set and read, and white is no colour', async () => {
  const desk = await filled();
  expect(await call(desk, 'mark')).toEqual([
    [['#fce8b2'], ['#ffffff'], ['#ffffff']],
    [['not sent yet'], [''], ['']],
  ]);
  expect(desk.tab('Sheet1').backgrounds()[1]).toEqual(['#ffffff', '#fce8b2']);
});

test('a guarded tab warns whoever edits it, and does not come to the front', async () => {
  const desk = await filled();
  expect(await call(desk, 'guarded')).toBe(desk.workbook.sheet('Journal')?.id);
  expect([desk.tabs().at(-1), desk.workbook.active.name]).toEqual(['Journal', 'Other']);
  expect(await call(desk, 'guards')).toEqual([[], [], [true]]);
});

// Google: closing a dialog by its X gives CLOSE. https://developers.google.com/apps-script/reference/base/ui
test('only OK says yes', async () => {
  const desk = await filled();
  desk.answer('OK', 'cancel', 'close');
  expect([await call(desk, 'sure'), await call(desk, 'sure'), await call(desk, 'sure')]).toEqual([
    true,
    false,
    false,
  ]);
  expect(desk.dialogs[0]).toMatchObject({ title: 'Send?', text: '3 changes', buttons: ['OK', 'CANCEL'] });
});

test('in the run of a trigger there is nobody: nothing is shown, nothing is in front, and nobody says yes', async () => {
  const desk = await filled();
  await call(desk, 'later');
  const [run] = await desk.clock.advance({ minutes: 5 });
  expect(run).toMatchObject({ ok: true });
  expect(JSON.parse(desk.stores().document['seen'] ?? '')).toEqual([null, false]);
  expect(desk.dialogs).toEqual([]);
});
