/** Sheet: rows and columns that come, go, move and are sorted. */
import { ScriptError } from '../../service-object';
import type { Axis } from '../../workbook/axis';
import type { Rect } from '../../workbook/a1';
import type { Sheet as Tab } from '../../workbook/sheet';
import { demand, flag, whole } from './arguments';
import type { Range } from './range';
import { areaOf, isRange } from './range-place';
import { SheetCells, tabOf } from './sheet-cells';

/** Refuses rows or columns that the grid does not have. */
export function demandLines(axis: Axis, what: 'rows' | 'columns', at: number, count: number): void {
  if (at < 1 || count < 1 || at + count - 1 > axis.count) {
    throw new ScriptError(`Those ${what} are out of bounds.`);
  }
}

const wholeRows = (tab: Tab, row: number, rows: number): Rect => ({
  row,
  column: 1,
  rows,
  columns: tab.maxColumns,
});

const wholeColumns = (tab: Tab, column: number, columns: number): Rect => ({
  row: 1,
  column,
  rows: tab.maxRows,
  columns,
});

export abstract class SheetStructure extends SheetCells {
  insertRows(rowIndex: number, numRows?: number): void {
    demand('Sheet.insertRows', [rowIndex, numRows], [whole], [whole, whole]);
    this.insertRowsBefore(rowIndex, numRows ?? 1);
  }

  insertRowBefore(beforePosition: number): this {
    return this.insertRowsBefore(beforePosition, 1);
  }

  /** New rows look like the row that they come before. */
  insertRowsBefore(beforePosition: number, howMany: number): this {
    demand('Sheet.insertRowsBefore', [beforePosition, howMany], [whole, whole]);
    const { session, tab } = tabOf(this);
    session.demandEdit(tab, null);
    demandLines(tab.rowAxis, 'rows', beforePosition, 1);
    tab.insertRows(beforePosition, howMany, 'after');
    return this;
  }

  insertRowAfter(afterPosition: number): this {
    return this.insertRowsAfter(afterPosition, 1);
  }

  /** New rows look like the row that they come after. */
  insertRowsAfter(afterPosition: number, howMany: number): this {
    demand('Sheet.insertRowsAfter', [afterPosition, howMany], [whole, whole]);
    const { session, tab } = tabOf(this);
    session.demandEdit(tab, null);
    demandLines(tab.rowAxis, 'rows', afterPosition, 1);
    tab.insertRows(afterPosition + 1, howMany, 'before');
    return this;
  }

  insertColumns(columnIndex: number, numColumns?: number): void {
    demand('Sheet.insertColumns', [columnIndex, numColumns], [whole], [whole, whole]);
    this.insertColumnsBefore(columnIndex, numColumns ?? 1);
  }

  insertColumnBefore(beforePosition: number): this {
    return this.insertColumnsBefore(beforePosition, 1);
  }

  /** New columns look like the column that they come before. */
  insertColumnsBefore(beforePosition: number, howMany: number): this {
    demand('Sheet.insertColumnsBefore', [beforePosition, howMany], [whole, whole]);
    const { session, tab } = tabOf(this);
    session.demandEdit(tab, null);
    demandLines(tab.columnAxis, 'columns', beforePosition, 1);
    tab.insertColumns(beforePosition, howMany, 'after');
    return this;
  }

  insertColumnAfter(afterPosition: number): this {
    return this.insertColumnsAfter(afterPosition, 1);
  }

  /** New columns look like the column that they come after. */
  insertColumnsAfter(afterPosition: number, howMany: number): this {
    demand('Sheet.insertColumnsAfter', [afterPosition, howMany], [whole, whole]);
    const { session, tab } = tabOf(this);
    session.demandEdit(tab, null);
    demandLines(tab.columnAxis, 'columns', afterPosition, 1);
    tab.insertColumns(afterPosition + 1, howMany, 'before');
    return this;
  }

  deleteRow(rowPosition: number): this {
    this.deleteRows(rowPosition, 1);
    return this;
  }

  deleteRows(rowPosition: number, howMany: number): void {
    demand('Sheet.deleteRows', [rowPosition, howMany], [whole, whole]);
    const { session, tab } = tabOf(this);
    session.demandEdit(tab, wholeRows(tab, rowPosition, howMany));
    tab.deleteRows(rowPosition, howMany);
  }

  deleteColumn(columnPosition: number): this {
    this.deleteColumns(columnPosition, 1);
    return this;
  }

  deleteColumns(columnPosition: number, howMany: number): void {
    demand('Sheet.deleteColumns', [columnPosition, howMany], [whole, whole]);
    const { session, tab } = tabOf(this);
    session.demandEdit(tab, wholeColumns(tab, columnPosition, howMany));
    tab.deleteColumns(columnPosition, howMany);
  }

  /** `destinationIndex` is counted before the move. */
  moveRows(rowSpec: Range, destinationIndex: number): void {
    demand('Sheet.moveRows', [rowSpec, destinationIndex], [isRange, whole]);
    const { session, tab } = tabOf(this);
    const { row, rows } = areaOf(rowSpec).rect;
    session.demandEdit(tab, wholeRows(tab, row, rows));
    tab.moveRows(row, rows, destinationIndex);
  }

  /** `destinationIndex` is counted before the move. */
  moveColumns(columnSpec: Range, destinationIndex: number): void {
    demand('Sheet.moveColumns', [columnSpec, destinationIndex], [isRange, whole]);
    const { session, tab } = tabOf(this);
    const { column, columns } = areaOf(columnSpec).rect;
    session.demandEdit(tab, wholeColumns(tab, column, columns));
    tab.moveColumns(column, columns, destinationIndex);
  }

  /** Sorts every row below the frozen ones. */
  sort(columnPosition: number, ascending?: boolean): this {
    demand('Sheet.sort', [columnPosition, ascending], [whole], [whole, flag]);
    const { session, tab } = tabOf(this);
    const first = tab.frozenRows + 1;
    const rows = tab.lastRow() - tab.frozenRows;
    if (rows < 1) return this;
    const block = wholeRows(tab, first, rows);
    session.demandEdit(tab, block);
    tab.sort(block, [{ column: columnPosition, ascending: ascending ?? true }]);
    return this;
  }
}
