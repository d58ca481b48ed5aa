/** Blocks of cells as SpreadsheetApp wants them named. */
import type { Rect } from '../ports/grid';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;

/** Ranges of one tab; steps that follow one another on the same block share one look-up. */
export function rangesOf(sheet: Sheet): (at: Rect) => Range {
  const known = new Map<string, Range>();
  return (at) => {
    const name = a1(at);
    const range = known.get(name) ?? sheet.getRange(at.row, at.column, at.rows, at.columns);
    known.set(name, range);
    return range;
  };
}

/** “A1:C9”. */
export function a1({ row, column, rows, columns }: Rect): string {
  return `${letters(column)}${row}:${letters(column + columns - 1)}${row + rows - 1}`;
}

function letters(column: number): string {
  let name = '';
  for (let left = column; left > 0; left = Math.floor((left - 1) / 26)) {
    name = String.fromCharCode(65 + ((left - 1) % 26)) + name;
  }
  return name;
}

/** “F:G”: columns with all their rows. */
export function wholeColumns({ column, count }: { readonly column: number; readonly count: number }): string {
  return `${letters(column)}:${letters(column + count - 1)}`;
}

/** All cells of a column down to the end of the grid, whatever its size. */
export function belowHeader(sheet: Sheet, column: number): Range {
  return sheet.getRange(`${letters(column)}2:${letters(column)}`);
}
