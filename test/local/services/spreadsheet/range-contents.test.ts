/** Range: values, formulas and notes. https://developers.google.com/apps-script/reference/spreadsheet/range */
import type { Range } from '../../../../local/runtime/services/spreadsheet/range';
import { openedFile } from './opened-file';

const wrongly = (value: unknown): never => value as never;

describe('writing', () => {
  // Platform facts 2.1: strings are typed, as https://developers.google.com/workspace/sheets/api/reference/rest/v4/ValueInputOption says.
  test('strings become what typing them gives', () => {
    const { sheet } = openedFile();
    sheet.getRange('A1:F1').setValues([['007', '50%', 'TRUE', '=1+2', "'=A1", 'text']]);
    expect(sheet.getRange('A1:F1').getValues()).toEqual([[7, 0.5, true, 3, '=A1', 'text']]);
    expect(sheet.getRange('A1:F1').getFormulas()).toEqual([['', '', '', '=1+2', '', '']]);
    expect(sheet.getRange('B1').getDisplayValue()).toBe('50%');
  });

  // Platform facts 2.1, [M]: add-ons rely on a plain-text format to keep text.
  test('a cell formatted as plain text keeps a string as it is', () => {
    const { sheet } = openedFile();
    const range = sheet.getRange('A1:C1').setNumberFormat('@');
    range.setValues([['007', '=A1', 'TRUE']]);
    expect(range.getValues()).toEqual([['007', '=A1', 'TRUE']]);
    expect(range.getFormulas()).toEqual([['', '', '']]);
  });

  // Platform facts 2.1: dates live in the spreadsheet's zone. https://developers.google.com/apps-script/reference/base/session
  test('a Date is kept in the zone of the spreadsheet and comes back as a Date', () => {
    const { sheet } = openedFile({ timeZone: 'Europe/Berlin' });
    const moment = new Date(Date.UTC(2026, 6, 1, 22, 30));
    const range = sheet.getRange('A1').setValue(moment);
    expect(range.getValue()).toEqual(moment);
    expect(range.getDisplayValue()).toBe('7/2/2026 0:30:00');
    sheet.getRange('A2').setValue(new Date(Date.UTC(2026, 6, 1, 22)));
    expect(sheet.getRange('A2').getDisplayValue()).toBe('7/2/2026');
    expect(range.setNumberFormat('0.00').getValue()).toBeCloseTo(46205.0208, 3);
  });

  // Platform facts 2.1: https://developers.google.com/apps-script/guides/v8-runtime/migration
  test('null, undefined and the empty string empty a cell', () => {
    const { sheet } = openedFile();
    const range = sheet.getRange('A1:C1').setValue(1);
    range.setValues([[null, undefined, '']]);
    expect(range.getValues()).toEqual([['', '', '']]);
    expect(range.isBlank()).toBe(true);
    expect(sheet.getLastRow()).toBe(0);
  });

  // Platform facts 2.1: text of the size errors, seen live by developers [M].
  test('a grid of another size is refused', () => {
    const { sheet } = openedFile();
    expect(() => sheet.getRange('A1:B2').setValues([['a', 'b']])).toThrow(
      'The number of rows in the data does not match the number of rows in the range. The data has 1 but the range has 2.',
    );
    expect(() => sheet.getRange('A1:B2').setValues([['a', 'b'], ['c']])).toThrow(
      'The number of columns in the data does not match the number of columns in the range. The data has 1 but the range has 2.',
    );
    expect(sheet.getLastRow()).toBe(0);
  });

  // Platform facts 2.1, [M].
  test('arguments of the wrong type are refused by signature', () => {
    const { sheet } = openedFile();
    expect(() => sheet.getRange('A1').setValues(wrongly([1, 2]))).toThrow(
      "The parameters (number[]) don't match the method signature for SpreadsheetApp.Range.setValues.",
    );
    expect(() => sheet.getRange('A1').setNumberFormat(wrongly(null))).toThrow(
      "The parameters (null) don't match the method signature for SpreadsheetApp.Range.setNumberFormat.",
    );
  });

  // Platform facts 1.5, [M]: 50,000 characters, and nothing of the call is written.
  test('a text that is too long stops the whole call', () => {
    const { sheet } = openedFile();
    const long = 'x'.repeat(50_001);
    expect(() => sheet.getRange('A1:B1').setValues([['first', long]])).toThrow(
      'Your input contains more than the maximum of 50000 characters in a single cell.',
    );
    expect(sheet.getRange('A1').getValue()).toBe('');
    sheet.getRange('A1').setValue('x'.repeat(50_000));
  });

  test.each([[Number.NaN], [Number.POSITIVE_INFINITY], [new Date(Number.NaN)]])(
    'what Sheets does with %p is not known, so it is refused',
    (value) => {
      const { sheet } = openedFile();
      expect(() => sheet.getRange('A1').setValue(value)).toThrow('what Sheets stores is not known');
    },
  );

  // Platform facts 2.1, [L].
  test('an array or an object in a cell becomes its text', () => {
    const { sheet } = openedFile();
    sheet.getRange('A1:B1').setValues([[['a', 'b'], { a: 1 }]]);
    expect(sheet.getRange('A1:B1').getValues()).toEqual([['a,b', '[object Object]']]);
  });

  test('one value fills a range, and references of a formula move along', () => {
    const { sheet } = openedFile();
    sheet.getRange('A1:A3').setValues([[1], [2], [3]]);
    sheet.getRange('B1:B3').setFormula('=A1*10');
    expect(sheet.getRange('B1:B3').getFormulas()).toEqual([['=A1*10'], ['=A2*10'], ['=A3*10']]);
    expect(sheet.getRange('B1:B3').getValues()).toEqual([[10], [20], [30]]);
    sheet.getRange('C1:C2').setValue('=A1');
    expect(sheet.getRange('C2').getFormula()).toBe('=A2');
  });
});

describe('formulas', () => {
  test('are worked out when somebody reads after a change', () => {
    const { sheet } = openedFile();
    sheet.getRange('A1:B1').setValues([[2, '=A1*A1']]);
    expect(sheet.getRange('B1').getValue()).toBe(4);
    sheet.getRange('A1').setValue(5);
    expect(sheet.getRange('B1').getValue()).toBe(25);
  });

  // Platform facts 2.2, [M].
  test('errors arrive as text', () => {
    const { sheet } = openedFile();
    const range = sheet.getRange('A1').setFormula('=1/0');
    expect(range.getValue()).toBe('#DIV/0!');
    expect(range.getDisplayValue()).toBe('#DIV/0!');
  });

  test('an array spills beside its formula and goes with it', () => {
    const { sheet } = openedFile();
    sheet.getRange('A1:A3').setValues([['b'], ['a'], ['b']]);
    sheet.getRange('C1').setFormula('=UNIQUE(A1:A3)');
    expect(sheet.getRange('C1:C3').getValues()).toEqual([['b'], ['a'], ['']]);
    expect(sheet.getLastColumn()).toBe(3);
    sheet.getRange('C1').clearContent();
    expect(sheet.getRange('C1:C2').getValues()).toEqual([[''], ['']]);
  });

  test('TODAY follows the clock', () => {
    const { sheet, host } = openedFile();
    const range = sheet.getRange('A1').setFormula('=TODAY()');
    const before = range.getValue();
    host.clock.charge(86_400_000);
    expect(Number(range.getValue())).toBe(Number(before) + 86_400_000);
  });
});

describe('notes', () => {
  const noted = (): Range =>
    openedFile()
      .sheet.getRange('A1:B1')
      .setNotes([['left', 'right']]);

  test('are read and written cell by cell', () => {
    expect(noted().getNotes()).toEqual([['left', 'right']]);
    expect(noted().setNote(null).getNotes()).toEqual([['', '']]);
    expect(noted().clearNote().getNote()).toBe('');
  });

  // https://github.com/brucemcpherson/gas-fakes/blob/main/notes/oddities.md
  test('a number reads back as Java prints it', () => {
    expect(
      noted()
        .setNotes(wrongly([[25, 'x']]))
        .getNote(),
    ).toBe('25.0');
  });

  test('do not count as content', () => {
    const { sheet } = openedFile();
    sheet.getRange('D9').setNote('here');
    expect([sheet.getLastRow(), sheet.getLastColumn()]).toEqual([0, 0]);
  });
});

describe('clearing', () => {
  const filled = (): Range => {
    const { sheet } = openedFile();
    return sheet.getRange('A1').setValue('x').setBackground('red').setNote('note').insertCheckboxes();
  };

  test('clear() takes contents and formats, and leaves notes and rules', () => {
    const range = filled().clear();
    expect([range.getValue(), range.getBackground(), range.getNote()]).toEqual(['', '#ffffff', 'note']);
    expect(range.getDataValidation()).not.toBeNull();
  });

  test('options name what is cleared', () => {
    const range = filled().clear({ formatOnly: true, validationsOnly: true });
    expect([range.getValue(), range.getBackground(), range.getNote()]).toEqual(['x', '#ffffff', 'note']);
    expect(range.getDataValidation()).toBeNull();
  });
});
