/** SpreadsheetApp and Spreadsheet: the file, its tabs and names. https://developers.google.com/apps-script/reference/spreadsheet/spreadsheet */
import { openedFile } from './opened-file';

const wrongly = (value: unknown): never => value as never;

describe('the way to files', () => {
  test('the open file, by every name', () => {
    const { app, book, workbook } = openedFile();
    expect(app.getActiveSpreadsheet().getId()).toBe(workbook.id);
    expect(app.openById(workbook.id).getName()).toBe('Untitled spreadsheet');
    expect(app.openByUrl(book.getUrl()).getId()).toBe(workbook.id);
  });

  // Platform facts 2.5 and 2.10: explicit scopes that are too narrow [M].
  test('other files are refused', () => {
    const { app } = openedFile();
    const text =
      'Specified permissions are not sufficient to call SpreadsheetApp.openById. Required permissions: https://www.googleapis.com/auth/spreadsheets';
    expect(() => app.openById('other')).toThrow(text);
    expect(() => app.create()).toThrow('Required permissions');
  });

  test('enums hang on the service', () => {
    const { app } = openedFile();
    expect(app.constants.WrapStrategy.CLIP.name).toBe('CLIP');
    expect(app.constants.DataValidationCriteria.CHECKBOX.name).toBe('CHECKBOX');
  });
});

describe('tabs', () => {
  // Platform facts 2.3: https://developers.google.com/apps-script/reference/spreadsheet/spreadsheet
  test('insertSheet takes name, index and template in any combination', () => {
    const { book, sheet } = openedFile();
    sheet.getRange('A1').setValue('copied');
    expect(book.insertSheet('First', 0).getIndex()).toBe(1);
    expect(book.getActiveSheet().getName()).toBe('First');
    expect(book.insertSheet().getName()).toBe('Sheet3');
    const copy = book.insertSheet('Copy', { template: sheet });
    expect(copy.getRange('A1').getValue()).toBe('copied');
    expect(book.getActiveSheet().getSheetId()).toBe(copy.getSheetId());
    expect(book.getNumSheets()).toBe(4);
    expect(() => book.insertSheet(wrongly(true))).toThrow(
      "The parameters (boolean) don't match the method signature for SpreadsheetApp.Spreadsheet.insertSheet.",
    );
  });

  test('tabs are found by name and by id, or are null', () => {
    const { book, sheet } = openedFile();
    expect(book.getSheetByName('Sheet1')?.getSheetId()).toBe(sheet.getSheetId());
    expect(book.getSheetById(sheet.getSheetId())?.getName()).toBe('Sheet1');
    expect(book.getSheetByName('none')).toBeNull();
  });

  test('a tab is moved, renamed, hidden and deleted', () => {
    const { book, sheet } = openedFile();
    const second = book.insertSheet('Second');
    book.moveActiveSheet(1);
    expect(second.getIndex()).toBe(1);
    second.setName('Renamed').hideSheet();
    expect([second.isSheetHidden(), book.getActiveSheet().getName()]).toEqual([true, 'Sheet1']);
    expect(() => sheet.hideSheet()).toThrow("You can't hide all the sheets in a document.");
    book.deleteSheet(second);
    expect(() => second.getName()).toThrow('not found');
  });

  test('a copy of a tab lands at the end of the file', () => {
    const { book, sheet } = openedFile();
    sheet.getRange('A1').setValue(7);
    const copy = sheet.copyTo(book);
    expect([copy.getName(), copy.getIndex(), copy.getRange('A1').getValue()]).toEqual([
      'Copy of Sheet1',
      2,
      7,
    ]);
  });
});

describe('named ranges', () => {
  test('follow their cells, and a second one with the name takes the first one’s place', () => {
    const { book, sheet } = openedFile();
    book.setNamedRange('Prices', sheet.getRange('B2:B4'));
    sheet.insertRowsBefore(1, 2);
    expect(book.getRangeByName('prices')?.getA1Notation()).toBe('B4:B6');
    expect(sheet.getRange('Prices').getA1Notation()).toBe('B4:B6');
    book.setNamedRange('Prices', sheet.getRange('C1'));
    expect(book.getNamedRanges().map((range) => range.getRange().getA1Notation())).toEqual(['C1']);
    book.removeNamedRange('Prices');
    expect(book.getRangeByName('Prices')).toBeNull();
  });

  // Platform facts 2.3.
  test('the copy of a tab has its own, asked for with the tab', () => {
    const { book, sheet } = openedFile();
    book.setNamedRange('Prices', sheet.getRange('B2'));
    const copy = book.duplicateActiveSheet();
    expect(book.getRangeByName('Prices')?.getSheet().getName()).toBe('Sheet1');
    expect(book.getRangeByName(`${copy.getName()}!Prices`)?.getSheet().getName()).toBe(copy.getName());
  });
});

// Platform facts 2.3: five seconds unless told.
test('a toast goes to the screen', () => {
  const { book, toasts } = openedFile();
  book.toast('Done');
  book.toast('Working', 'Title', -1);
  expect(toasts).toEqual([
    { message: 'Done', title: '', seconds: 5 },
    { message: 'Working', title: 'Title', seconds: -1 },
  ]);
});

describe('developer metadata', () => {
  // Platform facts 2.3: https://developers.google.com/workspace/sheets/api/guides/metadata
  test('moves with its row, is deleted with it, and keys may repeat', () => {
    const { book, sheet } = openedFile();
    sheet.getRange('3:3').addDeveloperMetadata('row', 'three');
    sheet.getRange('B:B').addDeveloperMetadata('column');
    book.addDeveloperMetadata('key', 'a').addDeveloperMetadata('key', 'b');
    sheet.insertRowsBefore(1, 1);
    const [entry] = book.createDeveloperMetadataFinder().withKey('row').find();
    expect(entry?.getLocation().getRow()?.getRow()).toBe(4);
    expect(sheet.getRange('4:4').getDeveloperMetadata()[0]?.getValue()).toBe('three');
    expect(book.createDeveloperMetadataFinder().withKey('key').find()).toHaveLength(2);
    expect(sheet.createDeveloperMetadataFinder().find()).toHaveLength(2);
    sheet.deleteRow(4);
    expect(book.createDeveloperMetadataFinder().withKey('row').find()).toEqual([]);
  });

  test('sits on nothing smaller than a row or a column, and within 30,000 characters', () => {
    const { book, sheet } = openedFile();
    expect(() => sheet.getRange('A1:B2').addDeveloperMetadata('key')).toThrow(
      'Adding developer metadata to arbitrary ranges is not currently supported.',
    );
    book.addDeveloperMetadata('k', 'x'.repeat(29_999));
    expect(() => book.addDeveloperMetadata('more')).toThrow('30000 characters');
    sheet.addDeveloperMetadata('tab', 'x'.repeat(29_000));
    expect(book.getDeveloperMetadata()).toHaveLength(1);
    expect(sheet.getDeveloperMetadata()).toHaveLength(1);
  });
});

test('text is found and replaced', () => {
  const { book, sheet } = openedFile();
  sheet.getRange('A1:B2').setValues([
    ['Apple', 'pineapple'],
    ['pear', 'APPLE pie'],
  ]);
  const finder = book.createTextFinder('apple');
  expect(finder.findAll().map((range) => range.getA1Notation())).toEqual(['A1', 'B1', 'B2']);
  expect(finder.findNext()?.getA1Notation()).toBe('A1');
  expect(finder.findNext()?.getA1Notation()).toBe('B1');
  expect(sheet.createTextFinder('apple').matchEntireCell(true).findAll()).toHaveLength(1);
  expect(sheet.createTextFinder('APPLE').matchCase(true).replaceAllWith('plum')).toBe(1);
  expect(sheet.getRange('B2').getValue()).toBe('plum pie');
});
