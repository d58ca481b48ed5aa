/** Drop-downs as a script sets them, and what becomes of them. https://developers.google.com/apps-script/reference/spreadsheet/data-validation-builder */
import { listOptions } from '../../../../local/runtime/workbook/validation';
import { openedFile } from './opened-file';

function file() {
  const opened = openedFile();
  const { app, book, sheet, workbook } = opened;
  const users = book.insertSheet('Users');
  users.getRange('B1:B3').setValues([['Email'], ['ada@example.com'], ['bob@example.com']]);
  const offered = (row: number, column: number, tab = 'Sheet1'): readonly string[] | null => {
    const rule = workbook.sheet(tab)?.validation(row, column) ?? null;
    return rule === null ? null : listOptions(rule);
  };
  return { ...opened, app, sheet, users, offered };
}

// Google: A1 notation, “A2:C” runs to the last row. https://developers.google.com/workspace/sheets/api/guides/concepts#cell
test('a rule on an open-ended range holds for every row of the grid below its first', () => {
  const { app, sheet, offered } = file();
  sheet.getRange('F2:F').setDataValidation(app.newDataValidation().requireValueInList(['x', 'y']).build());
  expect([1, 2, 500, 1000].map((row) => offered(row, 6))).toEqual([null, ['x', 'y'], ['x', 'y'], ['x', 'y']]);
  expect([offered(2, 5), offered(2, 7)]).toEqual([null, null]);
  expect(sheet.getLastRow()).toBe(0);
  sheet.getRange('F:F').setDataValidation(null);
  expect(offered(1000, 6)).toBeNull();
});

// Google: new rows take over from the row that they come after. https://developers.google.com/workspace/sheets/api/reference/rest/v4/spreadsheets/request#InsertDimensionRequest
// That page names formats; that rules go along is the local Apps Script's inference.
test('rows added at the end have the drop-downs and the formats of the last row', () => {
  const { app, sheet, offered } = file();
  sheet.getRange('B2:B').setDataValidation(app.newDataValidation().requireValueInList(['x']).build());
  sheet.getRange('C2:C').setNumberFormat('@').setBackground('#ff0000');
  sheet.getRange('B1000').setNote('of this row only').setValue('x');
  sheet.insertRowsAfter(1000, 200);
  expect([offered(1001, 2), offered(1200, 2)]).toEqual([['x'], ['x']]);
  const added = sheet.getRange('C1200');
  expect([added.getNumberFormat(), added.getBackground()]).toEqual(['@', '#ff0000']);
  expect([sheet.getRange('B1001').getNote(), sheet.getRange('B1001').getValue()]).toEqual(['', '']);
  expect(sheet.getRange('C1200').setValue('007').getValue()).toBe('007');
  sheet.getRange('A1200').setValue('last');
  sheet.appendRow(['appended']);
  expect(offered(1201, 2)).toEqual(['x']);
});

test('a list from a range offers what is in its cells, also such as come later', () => {
  const { app, sheet, users, offered } = file();
  const rule = app.newDataValidation().requireValueInRange(users.getRange('B2:B'), true).build();
  sheet.getRange('A2:A').setDataValidation(rule);
  expect(offered(9, 1)).toEqual(['ada@example.com', 'bob@example.com']);
  users.getRange('B4').setValue('eve@example.com');
  users.getRange('B2').clearContent();
  expect(offered(9, 1)).toEqual(['bob@example.com', 'eve@example.com']);
  users.setName('People').insertColumnBefore(1);
  expect(offered(9, 1)).toEqual(['bob@example.com', 'eve@example.com']);
  expect(sheet.getRange('A2').setValue('nobody@example.com').getValue()).toBe('nobody@example.com');
});

// Inferred, as said at requireValueInRange.
test.each([
  ['B2:B', ['ada@example.com', 'bob@example.com', 'new@example.com']],
  ['B2:B1000', ['ada@example.com', 'bob@example.com']],
])('a list from %s offers %j when a row was added at the end', (range, expected) => {
  const { app, sheet, users, offered } = file();
  sheet
    .getRange('A2')
    .setDataValidation(app.newDataValidation().requireValueInRange(users.getRange(range)).build());
  users.insertRowsAfter(1000, 1).getRange('B1001').setValue('new@example.com');
  expect(offered(2, 1)).toEqual(expected);
  const [source] = sheet.getRange('A2').getDataValidation()?.getCriteriaValues() as [
    { getLastRow(): number },
  ];
  expect(source.getLastRow()).toBe(range === 'B2:B' ? 1001 : 1000);
});

// Text seen live by developers: https://gist.github.com/h7b/3c11a4595559e58efd586cde06dede97
test('a list of more than 500 texts is refused', () => {
  const { app, sheet, offered } = file();
  const list = (count: number) =>
    app
      .newDataValidation()
      .requireValueInList(Array.from({ length: count }, (_, at) => `Choice ${at}`))
      .build();
  expect(() => sheet.getRange('A2:A').setDataValidation(list(501))).toThrow(
    'The data validation rule has more items than the limit of 500. Use the "List from a range" criteria instead.',
  );
  expect(offered(2, 1)).toBeNull();
  sheet.getRange('A2:A').setDataValidation(list(500));
  expect(offered(2, 1)).toHaveLength(500);
});

// Google: Sheet.copyTo. https://developers.google.com/apps-script/reference/spreadsheet/sheet#copyTo(Spreadsheet)
test('a copy of a tab has the drop-downs of its own cells and the same of other tabs', () => {
  const { app, book, sheet, users, offered } = file();
  const list = app.newDataValidation();
  sheet.getRange('A2').setDataValidation(list.requireValueInRange(users.getRange('B2:B')).build());
  sheet.getRange('B2').setDataValidation(list.requireValueInRange(sheet.getRange('C:C')).build());
  sheet.getRange('C1').setValue('here');
  sheet.setFrozenRows(1);
  const copy = sheet.copyTo(book).setName('Copy');
  copy.getRange('C1').setValue('there');
  expect([offered(2, 1, 'Copy'), offered(2, 2, 'Copy'), offered(2, 2)]).toEqual([
    ['ada@example.com', 'bob@example.com'],
    ['there'],
    ['here'],
  ]);
  expect([copy.getFrozenRows(), copy.getIndex(), book.getActiveSheet().getName()]).toEqual([1, 3, 'Users']);
  users.insertRowsAfter(1000, 1).getRange('B1001').setValue('new@example.com');
  expect(offered(2, 1, 'Copy')).toContain('new@example.com');
  expect(() => copy.setName('users')).toThrow('A sheet with the name "users" already exists.');
});

// Platform facts 2.3: text met by developers [M].
test('rows go with their drop-downs, but never all that are not frozen', () => {
  const { app, sheet, offered } = file();
  sheet.setFrozenRows(1);
  sheet.getRange('A3').setDataValidation(app.newDataValidation().requireValueInList(['x']).build());
  expect(() => sheet.deleteRows(2, 999)).toThrow('Sorry, it is not possible to delete all non-frozen rows.');
  expect([sheet.getMaxRows(), offered(3, 1)]).toEqual([1000, ['x']]);
  sheet.deleteRows(2, 1);
  expect([offered(2, 1), offered(3, 1)]).toEqual([['x'], null]);
  sheet.deleteRows(3, 997);
  expect([sheet.getMaxRows(), offered(2, 1)]).toEqual([2, ['x']]);
});
