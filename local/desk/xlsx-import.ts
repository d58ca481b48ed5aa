/** Fills a new workbook from an .xlsx file: values, formulas, number formats, notes and the look of each tab. */
import type { Cell, CellValue, Worksheet } from 'exceljs';
import type { CellError, Scalar } from '../runtime/workbook/cells/cell';
import { Formula, type Content } from '../runtime/workbook/content';
import type { Sheet } from '../runtime/workbook/sheet';
import type { Workbook } from '../runtime/workbook/workbook';

const DAY = 86_400_000;
/** Days from 30 Dec 1899 to 1 Jan 1970. */
const EPOCH = 25_569;

type FileCell = Scalar | Date | CellError | null | undefined;

/** A plain value; rich text and links are reduced to their text, an error to its name. */
function scalar(value: FileCell): Scalar | undefined {
  if (value === null || value === undefined) return undefined;
  // The library gives the wall clock of the file as UTC.
  if (value instanceof Date) return value.getTime() / DAY + EPOCH;
  return typeof value === 'object' ? value.error : value;
}

function contentOf(value: CellValue, cell: Cell): Content | undefined {
  if (typeof value !== 'object' || value === null || value instanceof Date) return scalar(value);
  if ('formula' in value || 'sharedFormula' in value) return new Formula(`=${cell.formula}`);
  if ('richText' in value) return value.richText.map(({ text }) => text).join('');
  if ('hyperlink' in value) return value.text;
  return 'error' in value ? value.error : undefined;
}

function noteOf(cell: Cell): string {
  // The library's types leave out that a cell without a note has none.
  const note = cell.note as Cell['note'] | undefined;
  if (note === undefined || typeof note === 'string') return note ?? '';
  return (note.texts ?? []).map(({ text }) => text).join('');
}

function fill(sheet: Sheet, tab: Worksheet): void {
  const missingRows = tab.rowCount - sheet.maxRows;
  const missingColumns = tab.columnCount - sheet.maxColumns;
  if (missingRows > 0) sheet.insertRows(sheet.maxRows + 1, missingRows, 'before');
  if (missingColumns > 0) sheet.insertColumns(sheet.maxColumns + 1, missingColumns, 'before');
  tab.eachRow((line, row) => {
    line.eachCell((cell, column) => {
      const place = { row, column, rows: 1, columns: 1 };
      const content = contentOf(cell.value, cell);
      if (content !== undefined && !cell.isMerged) sheet.place(place, () => content);
      // The library's types leave out that an untouched cell has no format.
      const format = cell.numFmt as string | undefined;
      if (format !== undefined && format !== 'General') sheet.restyle(place, 'format', () => format);
      sheet.setNote(row, column, noteOf(cell));
    });
  });
  // The library's types leave out that a tab without a view has none.
  const view = (tab.views as Worksheet['views'] | null)?.[0];
  if (view?.state === 'frozen') {
    sheet.frozenRows = view.ySplit ?? 0;
    sheet.frozenColumns = view.xSplit ?? 0;
  }
}

/** @param workbook new and empty: its one tab becomes the first of the file */
export async function importXlsx(path: string, workbook: Workbook): Promise<void> {
  // Loaded only when a file is given: it takes longer to load than everything else here together.
  const { default: excel } = await import('exceljs');
  const file = new excel.Workbook();
  await file.xlsx.readFile(path);
  const first = workbook.active;
  file.worksheets.forEach((tab, index) => {
    const sheet = index === 0 ? first : workbook.insertSheet(tab.name, index);
    sheet.name = tab.name;
    fill(sheet, tab);
  });
  for (const tab of file.worksheets) {
    const sheet = workbook.sheet(tab.name);
    if (sheet !== null && tab.state !== 'visible') sheet.hidden = true;
  }
  workbook.active = first;
}
