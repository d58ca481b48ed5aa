/** What a script can observe of the platform, held against the platform facts, section by section, over the bridge. */
import type { Desk } from '../../../local/desk';
import { opened } from './opened';

/** Runs one piece of code; what it throws comes back as text. Dates come back as ISO texts. */
const SCRIPT = `
  function show(value) {
    if (value instanceof Date) return value.toISOString();
    return Array.isArray(value) ? value.map(show) : value;
  }
  function probe(code) {
    var book = SpreadsheetApp.getActiveSpreadsheet();
    var sheet = book.getSheets()[0];
    var cell = sheet.getRange('A1');
    try { return show(eval('(function () {' + code + '})()')); }
    catch (error) { return error.name + ': ' + error.message; }
  }
  function text(length) { return new Array(length + 1).join('x'); }
`;

let desk: Desk;
beforeEach(async () => {
  desk = await opened(SCRIPT);
});
const probe = async (code: string): Promise<unknown> => {
  const { ok, value, error } = await desk.call('probe', code);
  if (!ok) throw error;
  return value;
};

// Section 2.1: writing is typing. https://developers.google.com/workspace/sheets/api/reference/rest/v4/ValueInputOption
test('what setValues stores, row by row of the table', async () => {
  const table: [written: string, value: unknown, display: string, formula?: string][] = [
    ['5', 5, '5'],
    ['true', true, 'TRUE'],
    ['new Date(Date.UTC(2026, 0, 2))', '2026-01-02T00:00:00.000Z', '1/2/2026'],
    ['null', '', ''],
    ['undefined', '', ''],
    ['""', '', ''],
    ['"=1+1"', 2, '2', '=1+1'],
    ['"+1"', 1, '1'],
    ['"-5"', -5, '-5'],
    ['"+1+1"', 2, '2', '=+1+1'],
    ['"@x"', '@x', '@x'],
    [`"'abc"`, 'abc', 'abc'],
    [`"'=A1"`, '=A1', '=A1'],
    ['"007"', 7, '7'],
    ['" 5 "', 5, '5'],
    ['"2.000"', 2, '2'],
    ['"1,000,000"', 1_000_000, '1,000,000'],
    ['"$2.99"', 2.99, '$2.99'],
    ['"50%"', 0.5, '50%'],
    ['"TRUE"', true, 'TRUE'],
    ['"false"', false, 'FALSE'],
    ['"1/2/2026"', '2026-01-02T00:00:00.000Z', '1/2/2026'],
    ['"2026-01-02 10:20"', '2026-01-02T10:20:00.000Z', '2026-01-02 10:20'],
    ['"10:20"', '1899-12-30T10:20:00.000Z', '10:20'],
    ['"1e3"', 1000, '1.00E+03'],
    ['"a\\ud800"', 'a\ufffd', 'a\ufffd'],
  ];
  const written = table.map(([code]) => `[${code}]`).join();
  const found = await probe(`
    var range = sheet.getRange(1, 1, ${String(table.length)}, 1).setValues([${written}]);
    var shown = range.getDisplayValues(), formulas = range.getFormulas();
    return range.getValues().map(function (row, at) { return [row[0], shown[at][0], formulas[at][0]]; });`);
  expect(found).toEqual(table.map(([, value, display, formula = '']) => [value, display, formula]));
});

const GRID = 'The coordinates of the range are outside the dimensions of the sheet.';
const SIZE = 'in the data does not match the number of';
const LIST = 'SpreadsheetApp.newDataValidation().requireValueInList(["a"]).setAllowInvalid(false).build()';

// Sections 2.1 to 2.3, confidence H or M: the texts as Google documents them or as developers met them live.
test.each([
  ['cell.setNumberFormat("@").setValue("007"); return cell.getValue()', '007'],
  [
    'sheet.getRange(1,1,2,1).setValues([[1]])',
    `The number of rows ${SIZE} rows in the range. The data has 1 but the range has 2.`,
  ],
  [
    'sheet.getRange(1,1,2,2).setValues([[1,2],[1]])',
    `The number of columns ${SIZE} columns in the range. The data has 1 but the range has 2.`,
  ],
  [
    'cell.setValues("x")',
    "The parameters (String) don't match the method signature for SpreadsheetApp.Range.setValues.",
  ],
  ['sheet.getRange(1001, 1).setValue(1)', GRID],
  [
    'sheet.getRange(1000, 1).setValue(1); sheet.appendRow([2]); return [sheet.getMaxRows(), sheet.getLastRow()]',
    [1001, 1001],
  ],
  [
    'cell.setValue(text(50001))',
    'Your input contains more than the maximum of 50000 characters in a single cell.',
  ],
  [
    `cell.setDataValidation(${LIST}); cell.setValue("b")`,
    'The data you entered in cell A1 violates the data validation rules set on this cell.',
  ],
  [`return cell.setDataValidation(${LIST}).getDataValidation().getCriteriaValues()`, [['a'], true]],
  [
    'SpreadsheetApp.newDataValidation().requireDate("=I1")',
    'signature for SpreadsheetApp.DataValidationBuilder.requireDate.',
  ],
  [
    'cell.insertCheckboxes(); return [cell.getValue(), cell.isChecked(), sheet.getRange("A1:B1").isChecked(), sheet.getLastRow()]',
    [false, false, null, 1],
  ],
  [
    'cell.setBackground("red").setNote("n"); return [sheet.getLastRow(), sheet.getLastColumn(), sheet.getDataRange().getA1Notation()]',
    [0, 0, 'A1'],
  ],
  [
    'return [cell.getNumberFormat(), cell.setNumberFormat("0.0").setNumberFormat("general").getNumberFormat()]',
    ['0.###############', '0.###############'],
  ],
  ['cell.setNumberFormat(null)', 'signature for SpreadsheetApp.Range.setNumberFormat.'],
  ['return [cell.setNotes([[25]]).getNote(), cell.setNote(null).getNote()]', ['25.0', '']],
  ['return [cell.setFormula("=NA()").getValue(), cell.setFormula("=SUM(").getValue()]', ['#N/A', '#ERROR!']],
  [
    'var made = book.insertSheet("New", 0); return [made.getIndex(), book.getActiveSheet().getName(), made.getMaxRows(), made.getMaxColumns()]',
    [1, 'New', 1000, 26],
  ],
  ['book.insertSheet("sheet1")', 'A sheet with the name "sheet1" already exists. Please enter another name.'],
  ['book.insertSheet(text(101))', 'The sheet name cannot be greater than 100 characters.'],
  ['book.deleteSheet(sheet)', "You can't remove all the sheets in a document."],
  [
    'sheet.setFrozenRows(1); sheet.deleteRows(2, 999)',
    'Sorry, it is not possible to delete all non-frozen rows.',
  ],
  [
    'book.setNamedRange("N", cell); book.setNamedRange("N", sheet.getRange("B2")); return [book.getRangeByName("N").getA1Notation(), book.getRangeByName("M")]',
    ['B2', null],
  ],
  [
    'sheet.insertRowsAfter(1, 400000)',
    'This action would increase the number of cells in the workbook above the limit of 10000000 cells.',
  ],
  [
    'sheet.getRange("3:3").addDeveloperMetadata("k"); sheet.insertRowBefore(1); return sheet.createDeveloperMetadataFinder().withKey("k").find()[0].getLocation().getRow().getRow()',
    4,
  ],
  ['sheet.addDeveloperMetadata("k", text(30000))', '30000 characters'],
])('%s', async (code, expected) => {
  const found = await probe(code);
  if (typeof expected === 'string' && found !== expected) expect(found).toContain(expected);
  else expect(found).toEqual(expected);
});

// Section 1.4 and 2.7, confidence H or M: https://developers.google.com/apps-script/guides/services/quotas
test.each([
  ['PropertiesService.getUserProperties().setProperty("k", text(9217))', 'Argument too large: value'],
  [
    'for (var at = 0; at < 60; at++) PropertiesService.getUserProperties().setProperty("k" + at, text(9000))',
    'You have exceeded the property storage quota. Please remove some properties and try again.',
  ],
  ['CacheService.getUserCache().put("k", text(102401))', 'Argument too large: value'],
  ['CacheService.getUserCache().put(text(251), "v")', 'Argument too large: key'],
  [
    'for (var at = 0; at < 21; at++) ScriptApp.newTrigger("f").timeBased().after(1000).create()',
    'This script has too many triggers. Triggers must be deleted from the script before more can be added.',
  ],
  [
    'UrlFetchApp.fetch("https://api.toriihq.com/v1.0/orgs/my")',
    'Request failed for https://api.toriihq.com returned code 401. Truncated server response: ',
  ],
  [
    'UrlFetchApp.fetch("https://none.example/x", { muteHttpExceptions: true })',
    'DNS error: https://none.example/x',
  ],
  ['UrlFetchApp.fetch("http://localhost/x", { muteHttpExceptions: true })', 'DNS error: http://localhost/x'],
  [
    'UrlFetchApp.fetch("https://api.toriihq.com/", { headers: { Host: "x" } })',
    'Attribute provided with invalid value: Header:Host',
  ],
  ['UrlFetchApp.fetch("https://api.toriihq.com/" + text(2082))', 'Limit Exceeded: URLFetch URL Length.'],
])('%s throws', async (code, message) => {
  expect(await probe(code)).toContain(`Exception: ${message}`);
});

// Sections 2.8 and 2.9. https://developers.google.com/apps-script/guides/v8-runtime/migration
test.each([
  ['return JSON.stringify({ wrap: SpreadsheetApp.WrapStrategy.CLIP })', '{"wrap":"CLIP"}'],
  ['return sheet.getRange(2, 1, undefined, undefined).getA1Notation()', 'A2'],
  ['return Math.min.apply(null, Utilities.computeDigest(Utilities.DigestAlgorithm.MD5, "x")) < 0', true],
  ['return (1234.5).toLocaleString("de-DE")', '1.234,5'],
  ['return eval("1 + 1")', 2],
  ['return typeof WebAssembly.instantiate', 'function'],
])('%s', async (code, expected) => {
  expect(await probe(code)).toBe(expected);
});
