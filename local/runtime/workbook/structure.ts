/** Rows and columns that come, go and move, with everything that hangs on them. */
import { ScriptError } from '../service-object';
import type { Axis } from './axis';
import type { StructuralEdit } from './formula/references';
import type { Layer } from './layer';
import { MAX_COLUMNS } from './limits';
import type { Sheet } from './sheet';

/** Whose formats and rules new rows or columns take over: those before or those after them. */
export type Neighbour = 'before' | 'after';

type Dimension = 'Rows' | 'Columns';

function layers(sheet: Sheet): readonly Layer<unknown>[] {
  return [sheet.contents, sheet.styles, sheet.noteTexts, sheet.rules, sheet.spills] as Layer<unknown>[];
}

function axis(sheet: Sheet, dimension: Dimension): Axis {
  return dimension === 'Rows' ? sheet.rowAxis : sheet.columnAxis;
}

/**
 * Formats are taken over from the rows on one side: https://developers.google.com/workspace/sheets/api/reference/rest/v4/spreadsheets/request#InsertDimensionRequest
 * That rules are too is inferred from Sheets itself, where a row added below a drop-down has it as well.
 */
export function insertRows(sheet: Sheet, before: number, count: number, like: Neighbour): void {
  insert(sheet, 'Rows', before, count);
  const model = like === 'before' ? before - 1 : before + count;
  if (model < 1 || model > sheet.maxRows) return;
  const columns = Math.max(sheet.styles.extent().columns, sheet.rules.extent().columns);
  for (let column = 1; column <= columns; column++) {
    const block = { row: before, column, rows: count, columns: 1 };
    takeOver(sheet, block, model, column);
  }
}

export function insertColumns(sheet: Sheet, before: number, count: number, like: Neighbour): void {
  insert(sheet, 'Columns', before, count);
  const model = like === 'before' ? before - 1 : before + count;
  if (model < 1 || model > sheet.maxColumns) return;
  const rows = Math.max(sheet.styles.extent().rows, sheet.rules.extent().rows);
  for (let row = 1; row <= rows; row++) {
    const block = { row, column: before, rows: 1, columns: count };
    takeOver(sheet, block, row, model);
  }
}

function takeOver(
  sheet: Sheet,
  block: { row: number; column: number; rows: number; columns: number },
  row: number,
  column: number,
): void {
  const style = sheet.styles.get(row, column);
  if (style !== undefined) sheet.styles.fill(block, style);
  const rule = sheet.rules.get(row, column);
  if (rule !== undefined) sheet.rules.fill(block, rule);
}

function insert(sheet: Sheet, dimension: Dimension, before: number, count: number): void {
  const line = axis(sheet, dimension);
  if (before < 1 || before > line.count + 1 || count < 1) throw outOfBounds(dimension);
  if (dimension === 'Columns' && line.count + count > MAX_COLUMNS) {
    throw new ScriptError(
      `This action would increase the number of columns in the sheet above the limit of ${MAX_COLUMNS} columns.`,
    );
  }
  sheet.workbook.demandSpace(count * (dimension === 'Rows' ? sheet.maxColumns : sheet.maxRows));
  const size = line.count;
  adjust(sheet, { kind: `insert${dimension}`, sheet: sheet.name, at: before, count });
  for (const layer of layers(sheet)) layer[`insert${dimension}`](before, count);
  for (const region of sheet.regions) region[`insert${dimension}`](before, count, size);
  line.insert(before, count);
  if (before <= sheet[`frozen${dimension}`]) sheet[`frozen${dimension}`] += count;
}

export function deleteRows(sheet: Sheet, at: number, count: number): void {
  remove(sheet, 'Rows', at, count);
}

export function deleteColumns(sheet: Sheet, at: number, count: number): void {
  remove(sheet, 'Columns', at, count);
}

function remove(sheet: Sheet, dimension: Dimension, at: number, count: number): void {
  const line = axis(sheet, dimension);
  demandExisting(line, dimension, at, count);
  const frozen = sheet[`frozen${dimension}`];
  const frozenLost = Math.max(0, Math.min(at + count - 1, frozen) - at + 1);
  const left = line.count - count;
  if (left === 0) {
    throw new ScriptError(`You can't delete all the ${dimension.toLowerCase()} on the sheet.`);
  }
  if (left <= frozen - frozenLost) {
    throw new ScriptError(`Sorry, it is not possible to delete all non-frozen ${dimension.toLowerCase()}.`);
  }
  adjust(sheet, { kind: `delete${dimension}`, sheet: sheet.name, at, count });
  for (const layer of layers(sheet)) layer[`delete${dimension}`](at, count);
  for (const region of sheet.regions) region[`delete${dimension}`](at, count);
  sheet[`frozen${dimension}`] = frozen - frozenLost;
  line.remove(at, count);
}

export function moveRows(sheet: Sheet, from: number, count: number, to: number): void {
  move(sheet, 'Rows', from, count, to);
}

export function moveColumns(sheet: Sheet, from: number, count: number, to: number): void {
  move(sheet, 'Columns', from, count, to);
}

function move(sheet: Sheet, dimension: Dimension, from: number, count: number, to: number): void {
  const line = axis(sheet, dimension);
  demandExisting(line, dimension, from, count);
  if (to < 1 || to > line.count + 1) throw outOfBounds(dimension);
  if (to >= from && to <= from + count) return;
  adjust(sheet, { kind: `move${dimension}`, sheet: sheet.name, from, count, to });
  for (const layer of layers(sheet)) layer[`move${dimension}`](from, count, to);
  for (const region of sheet.regions) region[`move${dimension}`](from, count, to);
  line.move(from, count, to);
}

function adjust(sheet: Sheet, edit: StructuralEdit): void {
  sheet.workbook.adjustFormulas(edit);
  sheet.workbook.contentChanged();
}

function demandExisting(line: Axis, dimension: Dimension, at: number, count: number): void {
  if (at < 1 || count < 1 || at + count - 1 > line.count) throw outOfBounds(dimension);
}

function outOfBounds(dimension: Dimension): ScriptError {
  return new ScriptError(`Those ${dimension.toLowerCase()} are out of bounds.`);
}
