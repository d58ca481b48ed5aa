/** The file: its tabs, copies of it, and its speed. https://developers.google.com/apps-script/reference/spreadsheet/spreadsheet */
import { Workbook } from '../../../local/runtime/workbook/workbook';
import { cpuTime } from '../../cpu-time';

const NOW = Date.UTC(2026, 10, 22);
const book = (): Workbook => new Workbook({ now: () => NOW, timeZone: 'Etc/UTC' });

describe('tabs', () => {
  // Platform facts 1.5 and 2.3.
  test('a file starts with one tab of 1,000 × 26 cells', () => {
    const { active } = book();
    expect([active.name, active.maxRows, active.maxColumns]).toEqual(['Sheet1', 1000, 26]);
    expect([active.lastRow(), active.lastColumn()]).toEqual([0, 0]);
  });

  test('a new tab comes to the front, behind the one that was there', () => {
    const workbook = book();
    workbook.insertSheet('B');
    workbook.active = workbook.sheets()[0]!;
    const sheet = workbook.insertSheet();
    expect(workbook.sheets().map(({ name }) => name)).toEqual(['Sheet1', 'Sheet3', 'B']);
    expect(workbook.active).toBe(sheet);
    expect(workbook.insertSheet('First', 0).name).toBe(workbook.sheets()[0]?.name);
  });

  // Platform facts 2.3: text seen live by developers [M]; case [L].
  test('names are told apart by more than case, and have at most 100 characters', () => {
    const workbook = book();
    expect(() => workbook.insertSheet('SHEET1')).toThrow(
      'A sheet with the name "SHEET1" already exists. Please enter another name.',
    );
    expect(() => workbook.insertSheet('x'.repeat(101))).toThrow(
      'The sheet name cannot be greater than 100 characters.',
    );
    workbook.active.name = 'sheet1';
    expect(workbook.sheet('sheet1')).not.toBeNull();
  });

  test('a tab in front that is hidden or deleted makes way for the one to its left', () => {
    const workbook = book();
    const second = workbook.insertSheet('B');
    const third = workbook.insertSheet('C');
    third.hidden = true;
    expect(workbook.active).toBe(second);
    workbook.deleteSheet(second);
    expect(workbook.active.name).toBe('Sheet1');
    expect(() => (workbook.active.hidden = true)).toThrow("You can't hide all the sheets in a document.");
  });

  // Platform facts 2.3, [M].
  test('the last tab stays', () => {
    const workbook = book();
    expect(() => workbook.deleteSheet(workbook.active)).toThrow(
      "You can't remove all the sheets in a document.",
    );
  });

  test('a reference to a deleted tab is lost', () => {
    const workbook = book();
    const second = workbook.insertSheet('Second');
    workbook.sheets()[0]!.write(1, 1, [['=Second!A1']]);
    workbook.deleteSheet(second);
    expect(workbook.active.name).toBe('Sheet1');
    expect(workbook.active.values(1, 1, 1, 1)).toEqual([['#REF!']]);
  });
});

describe('copies', () => {
  const original = (): Workbook => {
    const workbook = book();
    const sheet = workbook.active;
    sheet.write(1, 1, [['name', '2026-01-02', '=LEN(A1)']]);
    sheet.setNote(1, 1, 'note');
    sheet.frozenRows = 1;
    sheet.rowAxis.hide(3, true);
    workbook.namedRanges = [
      { name: 'Head', sheet, region: sheet.track({ row: 1, column: 1, rows: 1, columns: 3 }), scoped: false },
    ];
    workbook.insertSheet('Hidden').hidden = true;
    return workbook;
  };

  test('a copied file holds the same and goes its own way', () => {
    const workbook = original();
    const copy = workbook.clone();
    expect(copy.id).not.toBe(workbook.id);
    expect(copy.sheets().map(({ name, id, hidden }) => [name, id, hidden])).toEqual(
      workbook.sheets().map(({ name, id, hidden }) => [name, id, hidden]),
    );
    const sheet = copy.sheet('Sheet1')!;
    sheet.insertRows(1, 1);
    sheet.write(2, 1, [['longer name']]);
    expect(sheet.values(2, 1, 1, 3)).toEqual([['longer name', new Date('2026-01-02T00:00:00Z'), 11]]);
    expect(sheet.notes(2, 1, 1, 1)).toEqual([['note']]);
    expect([sheet.frozenRows, sheet.hiddenRows()]).toEqual([2, [4]]);
    expect(copy.namedRanges[0]?.region.rect?.row).toBe(2);
    const before = workbook.sheet('Sheet1')!;
    expect(before.values(1, 1, 1, 3)[0]?.[2]).toBe(4);
    expect(workbook.namedRanges[0]?.region.rect?.row).toBe(1);
  });

  // Platform facts 2.3: two tabs may hold the same name after a copy. https://developers.google.com/apps-script/reference/spreadsheet/spreadsheet
  test('a copied tab brings its named ranges', () => {
    const workbook = original();
    const copy = workbook.duplicateSheet(workbook.sheet('Sheet1')!);
    expect(copy.name).toBe('Copy of Sheet1');
    expect(copy.values(1, 1, 1, 3)[0]?.[2]).toBe(4);
    expect(workbook.namedRanges.map(({ name, sheet, scoped }) => [name, sheet.name, scoped])).toEqual([
      ['Head', 'Sheet1', false],
      ['Head', 'Copy of Sheet1', true],
    ]);
  });
});

test('typing gives the edit event its old and new value', () => {
  // Platform facts 2.4: https://developers.google.com/apps-script/guides/triggers/events
  const sheet = book().active;
  expect(sheet.typeText(1, 1, '10')).toEqual({ oldValue: undefined, value: '10' });
  expect(sheet.typeText(1, 1, 'TRUE')).toEqual({ oldValue: '10', value: 'TRUE' });
  expect(sheet.values(1, 1, 1, 1)).toEqual([[true]]);
});

test('the version grows with every change', () => {
  const workbook = book();
  const seen = new Set<number>();
  const change = (make: () => void): void => {
    make();
    expect(seen.has(workbook.version)).toBe(false);
    seen.add(workbook.version);
  };
  const sheet = workbook.active;
  change(() => sheet.write(1, 1, [['x']]));
  change(() => sheet.setNote(1, 1, 'n'));
  change(() => sheet.restyle({ row: 1, column: 1, rows: 1, columns: 1 }, 'background', () => '#ff0000'));
  change(() => sheet.insertColumns(1, 1));
  change(() => workbook.insertSheet());
  change(() => (sheet.hidden = true));
});

test('an .xlsx holds values, formulas, notes and styles', () => {
  const workbook = book();
  const sheet = workbook.active;
  sheet.write(1, 1, [[0, '=A1+1', false]]);
  sheet.setNote(1, 1, 'zero');
  sheet.restyle({ row: 1, column: 3, rows: 1, columns: 1 }, 'background', () => '#eeeeee');
  sheet.setValidation(
    { row: 1, column: 3, rows: 1, columns: 1 },
    { criteria: 'CHECKBOX', values: [], allowInvalid: false, helpText: null },
  );
  const cells = [...(workbook.xlsx().sheets[0]?.cells ?? [])];
  expect(cells).toEqual([
    { row: 1, column: 1, value: 0, note: 'zero' },
    { row: 1, column: 2, value: 1, formula: '=A1+1' },
    {
      row: 1,
      column: 3,
      value: false,
      background: '#eeeeee',
      validation: { kind: 'checkbox', allowInvalid: false },
    },
  ]);
});

test('a quarter of a million cells are written and read in a moment', () => {
  const sheet = book().active;
  sheet.insertRows(1000, 9000);
  const block = Array.from({ length: 10_000 }, (_, row) =>
    Array.from({ length: 25 }, (_cell, column) => (column % 2 === 0 ? row * column : `text ${row}`)),
  );
  const started = cpuTime();
  sheet.write(1, 1, block);
  sheet.restyle({ row: 1, column: 1, rows: 10_000, columns: 25 }, 'format', () => '0.00');
  const values = sheet.values(1, 1, 10_000, 25);
  expect(cpuTime() - started).toBeLessThan(2000);
  expect(values).toEqual(block);
  expect([sheet.lastRow(), sheet.lastColumn()]).toEqual([10_000, 25]);
});
