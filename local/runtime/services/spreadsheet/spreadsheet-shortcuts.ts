/** Spreadsheet: methods that act on the tab in front. */
import { ServiceObject } from '../../service-object';
import type { CellValue } from '../../workbook/content';
import { demand, text } from './arguments';
import type { Range } from './range';
import type { RangeList } from './range-list';
import type { Selection } from './selection';
import type { Session } from './session';
import type { Sheet } from './sheet';

const sessions = new WeakMap<object, Session>();

/** The execution that a Spreadsheet belongs to. */
export function sessionOf(spreadsheet: object): Session {
  const session = sessions.get(spreadsheet);
  if (session === undefined) throw new Error('A Spreadsheet without a session.');
  return session;
}

export abstract class SpreadsheetShortcuts extends ServiceObject {
  readonly className = 'Spreadsheet';

  constructor(session: Session) {
    super();
    sessions.set(this, session);
  }

  getActiveSheet(): Sheet {
    const session = sessionOf(this);
    return session.sheet(session.workbook.active);
  }

  getSheetId(): number {
    return this.getActiveSheet().getSheetId();
  }

  getSheetName(): string {
    return this.getActiveSheet().getName();
  }

  /** A1 notation or the name of a named range. */
  getRange(a1Notation: string): Range {
    demand('Spreadsheet.getRange', [a1Notation], [text]);
    return this.getActiveSheet().getRange(a1Notation);
  }

  getRangeList(a1Notations: string[]): RangeList {
    return this.getActiveSheet().getRangeList(a1Notations);
  }

  getDataRange(): Range {
    return this.getActiveSheet().getDataRange();
  }

  getSheetValues(startRow: number, startColumn: number, numRows: number, numColumns: number): CellValue[][] {
    return this.getActiveSheet().getSheetValues(startRow, startColumn, numRows, numColumns);
  }

  getLastRow(): number {
    return this.getActiveSheet().getLastRow();
  }

  getLastColumn(): number {
    return this.getActiveSheet().getLastColumn();
  }

  appendRow(rowContents: unknown[]): Sheet {
    return this.getActiveSheet().appendRow(rowContents);
  }

  insertRowAfter(afterPosition: number): Sheet {
    return this.getActiveSheet().insertRowAfter(afterPosition);
  }

  insertRowBefore(beforePosition: number): Sheet {
    return this.getActiveSheet().insertRowBefore(beforePosition);
  }

  insertRowsAfter(afterPosition: number, howMany: number): Sheet {
    return this.getActiveSheet().insertRowsAfter(afterPosition, howMany);
  }

  insertRowsBefore(beforePosition: number, howMany: number): Sheet {
    return this.getActiveSheet().insertRowsBefore(beforePosition, howMany);
  }

  insertColumnAfter(afterPosition: number): Sheet {
    return this.getActiveSheet().insertColumnAfter(afterPosition);
  }

  insertColumnBefore(beforePosition: number): Sheet {
    return this.getActiveSheet().insertColumnBefore(beforePosition);
  }

  insertColumnsAfter(afterPosition: number, howMany: number): Sheet {
    return this.getActiveSheet().insertColumnsAfter(afterPosition, howMany);
  }

  insertColumnsBefore(beforePosition: number, howMany: number): Sheet {
    return this.getActiveSheet().insertColumnsBefore(beforePosition, howMany);
  }

  deleteRow(rowPosition: number): Sheet {
    return this.getActiveSheet().deleteRow(rowPosition);
  }

  deleteRows(rowPosition: number, howMany: number): void {
    this.getActiveSheet().deleteRows(rowPosition, howMany);
  }

  deleteColumn(columnPosition: number): Sheet {
    return this.getActiveSheet().deleteColumn(columnPosition);
  }

  deleteColumns(columnPosition: number, howMany: number): void {
    this.getActiveSheet().deleteColumns(columnPosition, howMany);
  }

  hideRow(row: Range): void {
    this.getActiveSheet().hideRow(row);
  }

  unhideRow(row: Range): void {
    this.getActiveSheet().unhideRow(row);
  }

  hideColumn(column: Range): void {
    this.getActiveSheet().hideColumn(column);
  }

  unhideColumn(column: Range): void {
    this.getActiveSheet().unhideColumn(column);
  }

  isRowHiddenByUser(rowPosition: number): boolean {
    return this.getActiveSheet().isRowHiddenByUser(rowPosition);
  }

  isRowHiddenByFilter(rowPosition: number): boolean {
    return this.getActiveSheet().isRowHiddenByFilter(rowPosition);
  }

  isColumnHiddenByUser(columnPosition: number): boolean {
    return this.getActiveSheet().isColumnHiddenByUser(columnPosition);
  }

  getFrozenRows(): number {
    return this.getActiveSheet().getFrozenRows();
  }

  setFrozenRows(rows: number): void {
    this.getActiveSheet().setFrozenRows(rows);
  }

  getFrozenColumns(): number {
    return this.getActiveSheet().getFrozenColumns();
  }

  setFrozenColumns(columns: number): void {
    this.getActiveSheet().setFrozenColumns(columns);
  }

  getColumnWidth(columnPosition: number): number {
    return this.getActiveSheet().getColumnWidth(columnPosition);
  }

  setColumnWidth(columnPosition: number, width: number): Sheet {
    return this.getActiveSheet().setColumnWidth(columnPosition, width);
  }

  autoResizeColumn(columnPosition: number): Sheet {
    return this.getActiveSheet().autoResizeColumn(columnPosition);
  }

  getRowHeight(rowPosition: number): number {
    return this.getActiveSheet().getRowHeight(rowPosition);
  }

  setRowHeight(rowPosition: number, height: number): Sheet {
    return this.getActiveSheet().setRowHeight(rowPosition, height);
  }

  sort(columnPosition: number, ascending?: boolean): Sheet {
    return this.getActiveSheet().sort(columnPosition, ascending);
  }

  getActiveCell(): Range {
    return this.getActiveSheet().getActiveCell();
  }

  getActiveRange(): Range {
    return this.getActiveSheet().getActiveRange();
  }

  getActiveRangeList(): RangeList {
    return this.getActiveSheet().getActiveRangeList();
  }

  getCurrentCell(): Range {
    return this.getActiveSheet().getCurrentCell();
  }

  getSelection(): Selection {
    return this.getActiveSheet().getSelection();
  }

  setActiveRange(range: Range): Range {
    return this.getActiveSheet().setActiveRange(range);
  }

  setActiveRangeList(rangeList: RangeList): RangeList {
    return this.getActiveSheet().setActiveRangeList(rangeList);
  }

  setActiveSelection(selection: Range | string): Range {
    return this.getActiveSheet().setActiveSelection(selection);
  }

  setCurrentCell(cell: Range): Range {
    return this.getActiveSheet().setCurrentCell(cell);
  }
}
