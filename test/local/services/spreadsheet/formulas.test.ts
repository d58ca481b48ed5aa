/** Formulas as a script meets them, while rows, columns and tabs come, go and move. */
import { openedFile } from './opened-file';
import { cpuTime } from '../../../cpu-time';

/** Apps and, on another tab, formulas that look into them. */
function prepared() {
  const file = openedFile();
  const { book, sheet } = file;
  sheet.getRange(1, 1, 4, 3).setValues([
    ['Id', 'App', 'Cost'],
    [1, 'Slack', 5],
    [2, 'Zoom', 9],
    [3, 'Asana', 7],
  ]);
  const report = book.insertSheet('Report');
  report
    .getRange(1, 1, 5, 1)
    .setValues([
      ['=SUM(Sheet1!C2:C4)'],
      ['=COUNTIF(Sheet1!C:C,">6")'],
      ['=VLOOKUP("Zoom",Sheet1!B:C,2,FALSE)'],
      ['=(Sheet1!C2+Sheet1!C3)*2/4'],
      ['=Sheet1!B3&"!"'],
    ]);
  const results = () =>
    report
      .getRange(1, 1, 5, 1)
      .getValues()
      .map(([value]) => value);
  const formulas = () =>
    report
      .getRange(1, 1, 5, 1)
      .getFormulas()
      .map(([formula]) => formula);
  return { ...file, report, results, formulas };
}
const RESULTS = [21, 2, 9, 7, 'Zoom!'];

// Google: the Sheets function list; references follow what people do to rows, columns and tabs.
describe('formulas across tabs', () => {
  test('are worked out', () => {
    expect(prepared().results()).toEqual(RESULTS);
  });

  test('follow rows and columns that are inserted', () => {
    const { sheet, results, formulas } = prepared();
    sheet.insertRowBefore(1);
    sheet.insertColumnBefore(2);
    expect(results()).toEqual(RESULTS);
    expect(formulas()).toEqual([
      '=SUM(Sheet1!D3:D5)',
      '=COUNTIF(Sheet1!D:D,">6")',
      '=VLOOKUP("Zoom",Sheet1!C:D,2,FALSE)',
      '=(Sheet1!D3+Sheet1!D4)*2/4',
      '=Sheet1!C4&"!"',
    ]);
  });

  test('follow a moved column, a renamed tab and a sorted one', () => {
    const { sheet, results, formulas } = prepared();
    sheet.moveColumns(sheet.getRange('A:A'), 4);
    expect(results()).toEqual(RESULTS);
    sheet.setName('My apps');
    expect(results()).toEqual(RESULTS);
    expect(formulas()[0]).toBe("=SUM('My apps'!B2:B4)");
    sheet.getRange('A2:C4').sort({ column: 2, ascending: false });
    expect(results()).toEqual([21, 2, 9, 8, 'Asana!']);
  });

  test('shrink with deleted rows, and lose what was deleted whole', () => {
    const { book, sheet, results } = prepared();
    sheet.deleteRow(3);
    expect(results()).toEqual([12, 1, '#N/A', '#REF!', '#REF!']);
    book.deleteSheet(sheet);
    expect(results()).toEqual(Array(5).fill('#REF!'));
  });

  test('stay with their row when it is sorted', () => {
    const { sheet } = prepared();
    sheet.getRange('D2:D4').setFormula('=C2*10');
    sheet.getRange('A2:D4').sort(3);
    expect(sheet.getRange('B2:D4').getValues()).toEqual([
      ['Slack', 5, 50],
      ['Asana', 7, 70],
      ['Zoom', 9, 90],
    ]);
    expect(sheet.getRange('D2:D4').getFormulas()).toEqual([['=C2*10'], ['=C3*10'], ['=C4*10']]);
  });
});

// Seen in Sheets by everybody who writes =A1+1 beside a date; Google documents no rule.
describe('a result takes over the format of what it is made of', () => {
  function shown(formula: string) {
    const { sheet } = openedFile();
    sheet.getRange('A1:A2').setValues([['2026-03-01'], ['2026-03-08']]);
    sheet.getRange('B1').setValue('$5');
    sheet.getRange('C1').setFormula('=A1+1');
    const range = sheet.getRange('D1').setFormula(formula);
    const value = range.getValue();
    return [value instanceof Date ? value.toISOString().slice(0, 10) : value, range.getDisplayValue()];
  }

  test.each([
    ['=A1', '2026-03-01', '2026-03-01'],
    ['=A1+30', '2026-03-31', '2026-03-31'],
    ['=C1+1', '2026-03-03', '2026-03-03'],
    ['=A2-A1', 7, '7'],
    ['=A2-A1+A1', '2026-03-08', '2026-03-08'],
    ['=MAX(A1:A2)', '2026-03-08', '2026-03-08'],
    ['=TODAY()', '2026-11-22', '11/22/2026'],
    ['=TODAY()-A1', 266, '266'],
    ['=DATE(2026,1,2)', '2026-01-02', '1/2/2026'],
    ['=B1', 5, '$5'],
    ['=A1*1', 46082, '46082'],
    ['=YEAR(A1)', 2026, '2026'],
    ['=TEXT(A1,"yyyy")', '2026', '2026'],
    ['=Gone!A1', '#REF!', '#REF!'],
  ])('%s', (formula, value, display) => {
    expect(shown(formula)).toEqual([value, display]);
  });

  test('unless its cell has one', () => {
    const { sheet } = openedFile();
    sheet.getRange('A1').setValue('2026-03-01');
    const range = sheet.getRange('B1').setFormula('=A1').setNumberFormat('0');
    expect([range.getValue(), range.getNumberFormat()]).toEqual([46082, '0']);
    expect(sheet.getRange('C1').setFormula('=A1').getNumberFormat()).toBe('0.###############');
  });
});

test('ten thousand formulas that look into ten thousand rows are quick, also after an edit', () => {
  const { sheet } = openedFile();
  const rows = 10_000;
  sheet.insertRowsAfter(1000, rows - 1000);
  sheet.getRange(1, 1, rows, 2).setValues(Array.from({ length: rows }, (_, at) => [at + 1, `=A${at + 1}*2`]));
  const before = cpuTime();
  expect(sheet.getRange(rows, 2).getValue()).toBe(2 * rows);
  const first = cpuTime() - before;
  sheet.getRange('A1').setValue(100);
  expect(sheet.getRange('B1').getValue()).toBe(200);
  expect(first).toBeLessThan(5000);
  expect(cpuTime() - before - first).toBeLessThan(2500);
});
