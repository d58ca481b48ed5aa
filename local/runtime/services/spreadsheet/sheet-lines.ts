/** Sheet: rows and columns that are hidden, frozen or sized. */
import { demand, whole } from './arguments';
import type { Range } from './range';
import { isRange } from './range-place';
import { tabOf } from './sheet-cells';
import { demandLines, SheetStructure } from './sheet-structure';

/** Pixels that a character of the standard font takes, about, and those around a text. */
const CHARACTER_WIDTH = 7;
const CELL_PADDING = 8;
const NARROWEST_COLUMN = 21;

function eachLine(at: number, count: number, visit: (position: number) => void): void {
  for (let position = at; position < at + count; position++) visit(position);
}

export abstract class SheetLines extends SheetStructure {
  hideRow(row: Range): void {
    demand('Sheet.hideRow', [row], [isRange]);
    this.hideRows(row.getRow(), row.getNumRows());
  }

  hideRows(rowIndex: number, numRows?: number): void {
    this.#hideRows('hideRows', rowIndex, numRows, true);
  }

  unhideRow(row: Range): void {
    demand('Sheet.unhideRow', [row], [isRange]);
    this.showRows(row.getRow(), row.getNumRows());
  }

  showRows(rowIndex: number, numRows?: number): void {
    this.#hideRows('showRows', rowIndex, numRows, false);
  }

  hideColumn(column: Range): void {
    demand('Sheet.hideColumn', [column], [isRange]);
    this.hideColumns(column.getColumn(), column.getNumColumns());
  }

  hideColumns(columnIndex: number, numColumns?: number): void {
    this.#hideColumns('hideColumns', columnIndex, numColumns, true);
  }

  unhideColumn(column: Range): void {
    demand('Sheet.unhideColumn', [column], [isRange]);
    this.showColumns(column.getColumn(), column.getNumColumns());
  }

  showColumns(columnIndex: number, numColumns?: number): void {
    this.#hideColumns('showColumns', columnIndex, numColumns, false);
  }

  isRowHiddenByUser(rowPosition: number): boolean {
    demand('Sheet.isRowHiddenByUser', [rowPosition], [whole]);
    return tabOf(this).tab.rowAxis.isHiddenByUser(rowPosition);
  }

  isRowHiddenByFilter(rowPosition: number): boolean {
    demand('Sheet.isRowHiddenByFilter', [rowPosition], [whole]);
    return tabOf(this).tab.rowAxis.isHiddenByFilter(rowPosition);
  }

  isColumnHiddenByUser(columnPosition: number): boolean {
    demand('Sheet.isColumnHiddenByUser', [columnPosition], [whole]);
    return tabOf(this).tab.columnAxis.isHiddenByUser(columnPosition);
  }

  getFrozenRows(): number {
    return tabOf(this).tab.frozenRows;
  }

  setFrozenRows(rows: number): void {
    demand('Sheet.setFrozenRows', [rows], [whole]);
    const { session, tab } = tabOf(this);
    session.demandEdit(tab, null);
    tab.frozenRows = rows;
  }

  getFrozenColumns(): number {
    return tabOf(this).tab.frozenColumns;
  }

  setFrozenColumns(columns: number): void {
    demand('Sheet.setFrozenColumns', [columns], [whole]);
    const { session, tab } = tabOf(this);
    session.demandEdit(tab, null);
    tab.frozenColumns = columns;
  }

  /** Pixels. */
  getColumnWidth(columnPosition: number): number {
    demand('Sheet.getColumnWidth', [columnPosition], [whole]);
    const { tab } = tabOf(this);
    demandLines(tab.columnAxis, 'columns', columnPosition, 1);
    return tab.columnWidth(columnPosition);
  }

  setColumnWidth(columnPosition: number, width: number): this {
    return this.setColumnWidths(columnPosition, 1, width);
  }

  setColumnWidths(startColumn: number, numColumns: number, width: number): this {
    demand('Sheet.setColumnWidths', [startColumn, numColumns, width], [whole, whole, whole]);
    return this.#resizeColumns(startColumn, numColumns, () => width);
  }

  autoResizeColumn(columnPosition: number): this {
    return this.autoResizeColumns(columnPosition, 1);
  }

  /** Wide enough for the longest text of the column; an estimate from its number of characters. */
  autoResizeColumns(startColumn: number, numColumns: number): this {
    demand('Sheet.autoResizeColumns', [startColumn, numColumns], [whole, whole]);
    const { tab } = tabOf(this);
    const rows = tab.lastRow();
    return this.#resizeColumns(startColumn, numColumns, (column) => {
      const texts = tab.display(1, column, rows, 1).flat().join('\n').split('\n');
      const longest = texts.reduce((most, line) => Math.max(most, line.length), 0);
      return Math.max(NARROWEST_COLUMN, longest * CHARACTER_WIDTH + CELL_PADDING);
    });
  }

  /** Pixels. */
  getRowHeight(rowPosition: number): number {
    demand('Sheet.getRowHeight', [rowPosition], [whole]);
    const { tab } = tabOf(this);
    demandLines(tab.rowAxis, 'rows', rowPosition, 1);
    return tab.rowHeight(rowPosition);
  }

  /** Rows do not become lower than their text. */
  setRowHeight(rowPosition: number, height: number): this {
    return this.setRowHeights(rowPosition, 1, height);
  }

  setRowHeights(startRow: number, numRows: number, height: number): this {
    demand('Sheet.setRowHeights', [startRow, numRows, height], [whole, whole, whole]);
    const { tab } = tabOf(this);
    return this.#resizeRows(startRow, numRows, Math.max(height, tab.rowAxis.defaultSize));
  }

  setRowHeightsForced(startRow: number, numRows: number, height: number): this {
    demand('Sheet.setRowHeightsForced', [startRow, numRows, height], [whole, whole, whole]);
    return this.#resizeRows(startRow, numRows, height);
  }

  #hideRows(method: string, at: number, count: number | undefined, hidden: boolean): void {
    demand(`Sheet.${method}`, [at, count], [whole], [whole, whole]);
    const { session, tab } = tabOf(this);
    session.demandEdit(tab, null);
    demandLines(tab.rowAxis, 'rows', at, count ?? 1);
    eachLine(at, count ?? 1, (row) => tab.rowAxis.hide(row, hidden));
    tab.workbook.touch();
  }

  #hideColumns(method: string, at: number, count: number | undefined, hidden: boolean): void {
    demand(`Sheet.${method}`, [at, count], [whole], [whole, whole]);
    const { session, tab } = tabOf(this);
    session.demandEdit(tab, null);
    demandLines(tab.columnAxis, 'columns', at, count ?? 1);
    eachLine(at, count ?? 1, (column) => tab.columnAxis.hide(column, hidden));
    tab.workbook.touch();
  }

  #resizeColumns(at: number, count: number, width: (column: number) => number): this {
    const { session, tab } = tabOf(this);
    session.demandEdit(tab, null);
    demandLines(tab.columnAxis, 'columns', at, count);
    eachLine(at, count, (column) => tab.columnAxis.resize(column, width(column)));
    tab.workbook.touch();
    return this;
  }

  #resizeRows(at: number, count: number, height: number): this {
    const { session, tab } = tabOf(this);
    session.demandEdit(tab, null);
    demandLines(tab.rowAxis, 'rows', at, count);
    eachLine(at, count, (row) => tab.rowAxis.resize(row, height));
    tab.workbook.touch();
    return this;
  }
}
