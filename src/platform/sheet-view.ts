/** What the person who runs this sees of the file: the tab in front, what is selected in it, which rows are hidden. */
import type { Grid } from '../ports/grid';
import { activeSpreadsheet } from './active-spreadsheet';
import { screen } from './screen';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Null in a run without a person, where Sheets would name the first tab of the file. */
export function tabInFront(): ReturnType<Grid['active']> {
  if (!screen()) return null;
  const sheet = activeSpreadsheet().getActiveSheet();
  // Null where nothing is selected. https://developers.google.com/apps-script/reference/spreadsheet/sheet#getactiverangelist
  const ranges = sheet.getActiveRangeList()?.getRanges() ?? [];
  const last = sheet.getLastRow();
  const rows = new Set<number>();
  for (const range of ranges) {
    const from = range.getRow();
    // Whole columns reach down to the end of the grid, far below the content.
    const to = Math.min(last, from + range.getNumRows() - 1);
    for (let row = from; row <= to; row += 1) rows.add(row);
  }
  return { id: sheet.getSheetId(), name: sheet.getName(), rows: [...rows].sort((one, other) => one - other) };
}

/** Shows the tab too. https://developers.google.com/apps-script/reference/spreadsheet/spreadsheet-app#setactiverangerange */
export function selectCell(sheet: Sheet, row: number, column: number): void {
  SpreadsheetApp.setActiveRange(sheet.getRange(row, column));
}

/** Rows that the tab's filter hides, or a person; a filter view of one's own cannot be asked for. */
export function hiddenRows(sheet: Sheet, rows: readonly number[]): Set<number> {
  return new Set(rows.filter((row) => sheet.isRowHiddenByUser(row) || sheet.isRowHiddenByFilter(row)));
}
