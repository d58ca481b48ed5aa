/** The tab's own filter as the add-on sets it, beside what a person has in it. */
import type { Desk } from '../../../local/desk';
import { opened } from '../../local/desk/opened';
import { scriptWithPorts } from './script';

const SCRIPT = scriptWithPorts(`
  var sheet = function () { return SpreadsheetApp.getActiveSpreadsheet().getSheets()[0]; };
  var TAB = { name: 'Sheet1' };
  function fill() {
    sheet().getRange(1, 1, 5, 3).setValues([
      ['Id', 'State', 'Status'], [11, 'open', 'Bad: a'], [12, 'closed', ''], [13, 'open', 'Good'], [14, 'closed', 'Bad: b'],
    ]);
  }
  function only() {
    return portsOf().grid.showOnly(TAB, { row: 1, column: 1, rows: 5, columns: 3 }, 3, function (text) {
      return text.indexOf('Bad') === 0;
    });
  }
  function all() { portsOf().grid.showAll(TAB, 3, false); }
  function allWhole() { portsOf().grid.showAll(TAB, 3, true); }
  function small() {
    sheet().getRange('B1:B3').createFilter().setColumnFilterCriteria(
      2, SpreadsheetApp.newFilterCriteria().setHiddenValues(['closed']).build());
  }
  function seen() {
    var filter = sheet().getFilter();
    return {
      range: filter && filter.getRange().getA1Notation(),
      rows: [2, 3, 4, 5].filter(function (row) { return !sheet().isRowHiddenByFilter(row); }),
    };
  }
  function gone() { portsOf().grid.showAll({ name: 'Gone' }, 3, true); }
`);

const NO_FILTER = { range: null, rows: [2, 3, 4, 5] };

async function call(desk: Desk, fn: string): Promise<unknown> {
  const { ok, value, error } = await desk.call(fn);
  if (!ok) throw error;
  return value;
}

let desk: Desk;
beforeEach(async () => {
  desk = await opened(SCRIPT);
  await call(desk, 'fill');
});

test('one is made over the table where there is none, and goes whole', async () => {
  await call(desk, 'allWhole');
  expect(await call(desk, 'seen')).toEqual(NO_FILTER);
  expect(await call(desk, 'only')).toEqual({ isNew: true, hadCriterion: false, hasOthers: false });
  expect(await call(desk, 'seen')).toEqual({ range: 'A1:C5', rows: [2, 5] });
  expect(await call(desk, 'only')).toEqual({ isNew: false, hadCriterion: true, hasOthers: false });
  await call(desk, 'allWhole');
  expect(await call(desk, 'seen')).toEqual(NO_FILTER);
});

test('one stays where only its criterion is taken off', async () => {
  await call(desk, 'only');
  await call(desk, 'all');
  expect(await call(desk, 'seen')).toEqual({ range: 'A1:C5', rows: [2, 3, 4, 5] });
});

test('a person’s keeps its other criteria, reaches the whole table from then on, and stays', async () => {
  await call(desk, 'small');
  expect(await call(desk, 'only')).toEqual({ isNew: false, hadCriterion: false, hasOthers: true });
  expect(await call(desk, 'seen')).toEqual({ range: 'A1:C5', rows: [2] });
  await call(desk, 'allWhole');
  expect(await call(desk, 'seen')).toEqual({ range: 'A1:C5', rows: [2, 4] });
});

test('a tab that is gone is named', async () => {
  await expect(call(desk, 'gone')).rejects.toThrow('“Gone”');
});
