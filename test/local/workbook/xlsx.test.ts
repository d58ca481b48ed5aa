/** Checks saved files by reading them back. Source of the file’s rules: exceljs, its README. */
import ExcelJS from 'exceljs';
import { writeXlsx, type XlsxCell, type XlsxSheet } from '../../../local/runtime/workbook/xlsx';

const sheet = (name: string, cells: XlsxCell[], more: Partial<XlsxSheet> = {}): XlsxSheet => ({
  name,
  hidden: false,
  frozenRows: 0,
  frozenColumns: 0,
  columnWidths: new Map(),
  cells,
  ...more,
});

async function readBack(...sheets: XlsxSheet[]): Promise<ExcelJS.Workbook> {
  const bytes = await writeXlsx({ name: 'Ledger', sheets });
  const workbook = new ExcelJS.Workbook();
  // exceljs declares a Buffer of its own, older than Node's: https://github.com/exceljs/exceljs/issues/2877
  await workbook.xlsx.load(bytes.buffer as unknown as Parameters<typeof workbook.xlsx.load>[0]);
  return workbook;
}

async function firstTab(...cells: XlsxCell[]): Promise<ExcelJS.Worksheet> {
  const tab = (await readBack(sheet('Apps', cells))).getWorksheet('Apps');
  if (tab === undefined) throw new Error('The tab is missing.');
  return tab;
}

test('values keep their kind, and text stays text', async () => {
  const values = ['Slack', '007', '=A1', '<b>&"', 12.5, true, false];
  const tab = await firstTab(...values.map((value, index) => ({ row: index + 1, column: 1, value })));
  expect(values.map((_, index) => tab.getCell(index + 1, 1).value)).toEqual(values);
});

test('dates are numbers with a date format', async () => {
  const tab = await firstTab({ row: 1, column: 1, value: 46_024.5, format: 'yyyy-mm-dd hh:mm' });
  expect(tab.getCell('A1').value).toEqual(new Date('2026-01-02T12:00:00Z'));
  expect(tab.getCell('A1').numFmt).toBe('yyyy-mm-dd hh:mm');
});

test('formulas keep their last results', async () => {
  const tab = await firstTab(
    { row: 1, column: 1, value: 3, formula: '=1+2' },
    { row: 2, column: 1, value: 'x', formula: '=TEXTJOIN(",",TRUE,B2:B)' },
    { row: 3, column: 1, value: { error: '#N/A' }, formula: '=NA()' },
    { row: 4, column: 1, value: { error: '#ERROR!' }, formula: '=1+' },
  );
  expect(tab.getCell('A1').value).toEqual({ formula: '1+2', result: 3 });
  expect(tab.getCell('A2').value).toEqual({ formula: '_xlfn.TEXTJOIN(",",TRUE,B2:B1048576)', result: 'x' });
  expect(tab.getCell('A3').value).toEqual({ formula: 'NA()', result: { error: '#N/A' } });
  expect(tab.getCell('A4').value).toBe('=1+');
});

test('looks and notes', async () => {
  const tab = await firstTab({
    row: 1,
    column: 2,
    value: 'Name',
    note: 'What people call it',
    bold: true,
    background: '#ffeecc',
    fontColor: '#112233',
    wrap: true,
    horizontalAlignment: 'center',
  });
  const cell = tab.getCell('B1');
  expect(JSON.stringify(cell.note)).toContain('What people call it');
  expect(cell.font).toMatchObject({ bold: true, color: { argb: 'FF112233' } });
  expect(cell.fill).toMatchObject({ pattern: 'solid', fgColor: { argb: 'FFFFEECC' } });
  expect(cell.alignment).toMatchObject({ wrapText: true, horizontal: 'center' });
});

test('frozen panes, widths, hidden tabs, rows and columns', async () => {
  const workbook = await readBack(
    sheet('Apps', [{ row: 4, column: 1, value: 1 }], {
      frozenRows: 2,
      frozenColumns: 1,
      columnWidths: new Map([[1, 215]]),
      hiddenColumns: [3],
      hiddenRows: [4],
    }),
    sheet('State', [], { hidden: true }),
  );
  const apps = workbook.getWorksheet('Apps');
  expect(apps?.views[0]).toMatchObject({ state: 'frozen', ySplit: 2, xSplit: 1 });
  expect(apps?.getColumn(1).width).toBeCloseTo(30, 6);
  expect(apps?.getColumn(3).hidden).toBe(true);
  expect(apps?.getRow(4).hidden).toBe(true);
  expect(workbook.getWorksheet('State')?.state).toBe('hidden');
});

test('drop-downs and checkboxes become lists', async () => {
  const many = Array.from({ length: 100 }, (_, index) => `Category ${index}`);
  const workbook = await readBack(
    sheet('Apps', [
      {
        row: 1,
        column: 1,
        value: 'a',
        validation: { kind: 'list', values: ['a', 'b'], allowInvalid: false },
      },
      { row: 2, column: 1, value: true, validation: { kind: 'checkbox', allowInvalid: false } },
      { row: 3, column: 1, value: null, validation: { kind: 'list', values: many, allowInvalid: true } },
      { row: 4, column: 1, value: null, validation: { kind: 'list', values: ['a, b'], allowInvalid: true } },
      {
        row: 5,
        column: 1,
        value: null,
        validation: { kind: 'list', range: 'Lists!$A$1:$A', allowInvalid: true },
      },
    ]),
    sheet('Lists', [{ row: 1, column: 1, value: 'x' }]),
  );
  const rule = (row: number): ExcelJS.DataValidation | undefined =>
    workbook.getWorksheet('Apps')?.getCell(row, 1).dataValidation;
  expect(rule(1)).toMatchObject({ type: 'list', formulae: ['"a,b"'], showErrorMessage: true });
  expect(rule(2)?.formulae).toEqual(['"TRUE,FALSE"']);
  expect(rule(3)?.formulae).toEqual(["'Drop-down choices'!$A$1:$A$100"]);
  expect(rule(4)?.formulae).toEqual(["'Drop-down choices'!$B$1:$B$1"]);
  expect(rule(5)?.formulae).toEqual(['Lists!$A$1:$A1048576']);
  const choices = workbook.getWorksheet('Drop-down choices');
  expect(choices?.state).toBe('veryHidden');
  expect(choices?.getCell('A100').value).toBe('Category 99');
});

test('names of tabs are made to fit, and formulas follow', async () => {
  const long = 'Contracts that end within the next quarter';
  const workbook = await readBack(
    sheet(long, [{ row: 1, column: 1, value: 1 }]),
    sheet(`${long}!`, [{ row: 1, column: 1, value: 1, formula: `='${long}'!A1` }]),
    sheet('a/b', []),
  );
  expect(workbook.worksheets.map((tab) => tab.name)).toEqual([
    'Contracts that end within the n',
    'Contracts that end within t (2)',
    'a_b',
  ]);
  expect(workbook.worksheets[1]?.getCell('A1').formula).toBe("'Contracts that end within the n'!A1");
});

test('a text longer than Excel takes is cut', async () => {
  const tab = await firstTab({ row: 1, column: 1, value: 'x'.repeat(40_000) });
  expect(tab.getCell('A1').text).toHaveLength(32_767);
});
