/** Range: styles, rules, protection, copies and places. https://developers.google.com/apps-script/reference/spreadsheet/range */
import {
  CopyPasteType,
  Direction,
  ProtectionType,
  WrapStrategy,
} from '../../../../local/runtime/services/spreadsheet/enums';
import { RangeList } from '../../../../local/runtime/services/spreadsheet/range-list';
import { openedFile } from './opened-file';

const wrongly = (value: unknown): never => value as never;

describe('styles', () => {
  test('an untouched cell reports the defaults', () => {
    const range = openedFile().sheet.getRange('A1');
    expect([range.getBackground(), range.getFontColor(), range.getFontWeight(), range.getFontSize()]).toEqual(
      ['#ffffff', '#000000', 'normal', 10],
    );
    // https://github.com/brucemcpherson/gas-fakes/blob/main/notes/oddities.md
    expect(range.getNumberFormat()).toBe('0.###############');
    expect(range.setNumberFormat('@').setNumberFormat('general').getNumberFormat()).toBe('0.###############');
  });

  test('are set for all cells or for each, and null sets them back', () => {
    const range = openedFile().sheet.getRange('A1:B1');
    range
      .setFontWeight('bold')
      .setBackgrounds([['red', '#ABC']])
      .setWrapStrategy(WrapStrategy.CLIP);
    expect(range.getBackgrounds()).toEqual([['#ff0000', '#aabbcc']]);
    expect(range.getFontWeights()).toEqual([['bold', 'bold']]);
    expect([range.getWrap(), range.getWrapStrategy()]).toEqual([false, WrapStrategy.CLIP]);
    expect(range.setBackground(null).getBackgrounds()).toEqual([['#ffffff', '#ffffff']]);
    expect(() => range.setFontColors([['red']])).toThrow('The number of columns in the data does not match');
  });
});

describe('rules', () => {
  // Platform facts 2.1, side rules: text seen live by developers [M].
  test('a rule that refuses input refuses script writes, the whole call', () => {
    const { app, sheet } = openedFile();
    const rule = app.newDataValidation().requireValueInList(['yes', 'no']).setAllowInvalid(false).build();
    sheet.getRange('F1').setDataValidation(rule);
    expect(() => sheet.getRange('E1:F1').setValues([['written?', 'maybe']])).toThrow(
      'The data you entered in cell F1 violates the data validation rules set on this cell.',
    );
    expect(sheet.getRange('E1').getValue()).toBe('');
    sheet.getRange('E1:F1').setValues([['', 'yes']]);
    sheet.getRange('F1').setValue('');
    expect(sheet.getRange('F1').isBlank()).toBe(true);
  });

  test('a person who types is refused alike', () => {
    const { app, sheet, workbook } = openedFile();
    const rule = app.newDataValidation().requireNumberBetween(1, 9).setAllowInvalid(false).build();
    sheet.getRange('A1').setDataValidation(rule);
    expect(() => workbook.active.typeText(1, 1, '10')).toThrow('violates the data validation rules');
    workbook.active.typeText(1, 1, '9');
    expect(sheet.getRange('A1').getValue()).toBe(9);
  });

  test('a rule that only warns lets everything through', () => {
    const { app, sheet } = openedFile();
    sheet.getRange('A1').setDataValidation(app.newDataValidation().requireValueInList(['yes']).build());
    expect(sheet.getRange('A1').setValue('other').getValue()).toBe('other');
  });

  test('a list may be taken from cells, and follows them', () => {
    const { app, sheet } = openedFile();
    sheet.getRange('C1:C2').setValues([['red'], ['blue']]);
    const rule = app.newDataValidation().requireValueInRange(sheet.getRange('C1:C2')).setAllowInvalid(false);
    sheet.getRange('A5').setDataValidation(rule.build());
    sheet.insertColumnBefore(2);
    sheet.getRange('A5').setValue('blue');
    expect(() => sheet.getRange('A5').setValue('green')).toThrow('cell A5 violates');
    expect(
      sheet.getRange('D1:D2').setValues([['green'], ['x']]) &&
        sheet.getRange('A5').setValue('green').getValue(),
    ).toBe('green');
  });

  // Platform facts 2.1: strict types, and the shape of a list's criteria values [M].
  test('builders check types and tell what they were given', () => {
    const { app } = openedFile();
    const builder = app.newDataValidation();
    expect(() => builder.requireDateAfter(wrongly('=I1'))).toThrow(
      "The parameters (String) don't match the method signature for SpreadsheetApp.DataValidationBuilder.requireDateAfter.",
    );
    const rule = builder.requireValueInList(['a', 'b'], false).setHelpText('Pick').build();
    expect(rule.getCriteriaValues()).toEqual([['a', 'b'], false]);
    expect([rule.getCriteriaType()?.name, rule.getHelpText(), rule.getAllowInvalid()]).toEqual([
      'VALUE_IN_LIST',
      'Pick',
      true,
    ]);
  });

  // Platform facts 2.1: empty cells turn into false; isChecked is null where boxes differ.
  test('checkboxes', () => {
    const { sheet } = openedFile();
    const range = sheet.getRange('A1:A2').insertCheckboxes();
    expect([range.getValues(), range.isChecked()]).toEqual([[[false], [false]], false]);
    sheet.getRange('A1').check();
    expect([range.getValues(), range.isChecked()]).toEqual([[[true], [false]], null]);
    expect(() => sheet.getRange('A1').setValue('text')).toThrow('cell A1 violates');
    expect(sheet.getRange('B1').isChecked()).toBeNull();
    const custom = sheet.getRange('C1').insertCheckboxes('yes', 'no');
    expect([custom.getValue(), custom.check().getValue(), custom.isChecked()]).toEqual(['no', 'yes', true]);
    expect(range.removeCheckboxes().isBlank()).toBe(true);
  });

  test('several ranges get their checkboxes in one call', () => {
    const { sheet } = openedFile();
    const list = sheet.getRangeList(['A1', 'C1:C2']).insertCheckboxes();
    expect(list).toBeInstanceOf(RangeList);
    expect(sheet.getRange('A1:C2').getValues()).toEqual([
      [false, '', false],
      ['', '', false],
    ]);
  });
});

describe('protection', () => {
  const TEXT = 'You are trying to edit a protected cell or object.';

  // Platform facts 2.1: it does nothing until its editors change; the owner always may. https://developers.google.com/apps-script/reference/spreadsheet/sheet
  test('stops everybody who is neither owner nor editor, once its editors were changed', () => {
    const { sheet, workbook, as } = openedFile();
    workbook.editors.add('bob@example.com').add('eve@example.com');
    const protection = sheet.getRange('A1:A9').protect();
    const cell = (who: string, a1: string) => as(who).getActiveSheet().getRange(a1);
    cell('eve@example.com', 'A1').setValue('free');
    expect(protection.getEditors().map((user) => user.getEmail())).toEqual([
      'bob@example.com',
      'eve@example.com',
    ]);
    protection.removeEditor('eve@example.com');
    expect(() => cell('eve@example.com', 'A1:B1').setValues([[1, 2]])).toThrow(TEXT);
    expect(() => cell('eve@example.com', 'A1').setBackground('red')).toThrow(TEXT);
    expect(() => as('eve@example.com').getActiveSheet().deleteRow(1)).toThrow(TEXT);
    expect(() => workbook.active.typeText(1, 1, 'x', 'eve@example.com')).toThrow(TEXT);
    expect(cell('eve@example.com', 'B1').setValue('open').getValue()).toBe('open');
    expect(cell('bob@example.com', 'A1').setValue('editor').getValue()).toBe('editor');
    expect(sheet.getRange('A1').setValue('owner').getValue()).toBe('owner');
    expect([cell('eve@example.com', 'A1').canEdit(), sheet.getRange('A1').canEdit()]).toEqual([false, true]);
  });

  test('of a whole tab leaves open what it is told to', () => {
    const { sheet, as } = openedFile();
    const protection = sheet.protect().addEditor('bob@example.com');
    protection.setUnprotectedRanges([sheet.getRange('B:B')]);
    const eve = as('eve@example.com').getActiveSheet();
    eve.getRange('B2').setValue('open');
    expect(() => eve.getRange('A2').setValue('closed')).toThrow(TEXT);
    expect(() => eve.setName('other')).toThrow(TEXT);
    expect(() => eve.insertRowAfter(1)).toThrow(TEXT);
    expect(sheet.getProtections(ProtectionType.SHEET)).toHaveLength(1);
    protection.remove();
    expect(sheet.getProtections(ProtectionType.SHEET)).toEqual([]);
    eve.getRange('A2').setValue('free');
  });

  test('that only warns stops nobody', () => {
    const { sheet, as } = openedFile();
    sheet.protect().removeEditors([]).setWarningOnly(true);
    expect(as('eve@example.com').getActiveSheet().getRange('A1').setValue(1).getValue()).toBe(1);
  });
});

describe('copying', () => {
  test('copyTo takes everything along, and moves references', () => {
    const { sheet } = openedFile();
    sheet
      .getRange('A1:B1')
      .setValues([[2, '=A1*3']])
      .setBackground('red')
      .setNote('n');
    sheet.getRange('A1:B1').copyTo(sheet.getRange('A3:B4'));
    expect(sheet.getRange('A3:B4').getFormulas()).toEqual([
      ['', '=A3*3'],
      ['', '=A4*3'],
    ]);
    expect([sheet.getRange('B4').getBackground(), sheet.getRange('B4').getNote()]).toEqual(['#ff0000', 'n']);
  });

  test('or only a part of it', () => {
    const { sheet } = openedFile();
    sheet
      .getRange('A1:B1')
      .setValues([[2, '=A1*3']])
      .setBackground('red');
    sheet.getRange('A1:B1').copyTo(sheet.getRange('D1'), { contentsOnly: true });
    expect(sheet.getRange('D1:E1').getValues()).toEqual([[2, 6]]);
    expect([sheet.getRange('E1').getFormula(), sheet.getRange('E1').getBackground()]).toEqual([
      '',
      '#ffffff',
    ]);
    sheet.getRange('A1:B1').copyTo(sheet.getRange('D5'), CopyPasteType.PASTE_VALUES, true);
    expect(sheet.getRange('D5:D6').getValues()).toEqual([[2], [6]]);
    sheet.getRange('B1').copyTo(sheet.getRange('B2:B3'), CopyPasteType.PASTE_FORMULA, false);
    expect(sheet.getRange('B2:B3').getFormulas()).toEqual([['=A2*3'], ['=A3*3']]);
  });

  test('duplicates go, and the rest moves up', () => {
    const { sheet } = openedFile();
    sheet.getRange('A1:A4').setValues([['a'], ['b'], ['A'], ['c']]);
    expect(sheet.getRange('A1:A4').removeDuplicates().getA1Notation()).toBe('A1:A3');
    expect(sheet.getRange('A1:A4').getValues().flat()).toEqual(['a', 'b', 'c', '']);
  });

  test('merged cells keep the first content', () => {
    const { sheet } = openedFile();
    sheet.getRange('A1:B2').setValues([
      ['first', 'second'],
      [3, 4],
    ]);
    sheet.getRange('A1:B2').mergeAcross();
    expect(sheet.getRange('A1:B2').getValues()).toEqual([
      ['first', ''],
      [3, ''],
    ]);
    expect(sheet.getRange('B1').isPartOfMerge()).toBe(true);
    expect(() => sheet.getRange('B1').breakApart()).toThrow('You must select all cells in a merged range');
    expect(sheet.getRange('A1:B2').breakApart().getMergedRanges()).toEqual([]);
  });
});

describe('places', () => {
  test('offsets, cells and edges', () => {
    const { sheet } = openedFile();
    const range = sheet.getRange('B2:D4');
    expect(range.offset(1, 1).getA1Notation()).toBe('C3:E5');
    expect(range.offset(0, 0, 1, 1).getA1Notation()).toBe('B2');
    expect(range.getCell(2, 3).getA1Notation()).toBe('D3');
    expect([range.getLastRow(), range.getLastColumn(), range.getNumRows()]).toEqual([4, 4, 3]);
    expect(() => range.offset(-2, 0)).toThrow('The starting row of the range is too small.');
    expect(sheet.getRange('A:A').isEndRowBounded()).toBe(false);
  });

  test('the selection and the front tab', () => {
    const { app, book } = openedFile();
    const second = book.insertSheet('Second');
    book.getSheets()[0]!.getRange('C3').activate();
    expect([app.getActiveSheet().getName(), app.getActiveRange().getA1Notation()]).toEqual(['Sheet1', 'C3']);
    expect(app.getCurrentCell().getA1Notation()).toBe('C3');
    app.setActiveSheet(second);
    expect(app.getActiveRange().getA1Notation()).toBe('A1');
  });

  test('the block of data around a cell, and the next filled one', () => {
    const { sheet } = openedFile();
    sheet.getRange('B2:C4').setValue(1);
    expect(sheet.getRange('C3').getDataRegion().getA1Notation()).toBe('B2:C4');
    expect(sheet.getRange('B2').getNextDataCell(Direction.DOWN).getA1Notation()).toBe('B4');
    expect(sheet.getRange('B10').getNextDataCell(Direction.UP).getA1Notation()).toBe('B4');
  });
});
