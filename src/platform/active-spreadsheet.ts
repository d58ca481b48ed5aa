/** The spreadsheet that this execution runs in, looked up once. */

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** Apps Script loads the whole bundle anew for each execution, so this never outlives one. */
let opened: Spreadsheet | undefined;

export function activeSpreadsheet(): Spreadsheet {
  opened ??= SpreadsheetApp.getActiveSpreadsheet();
  return opened;
}
