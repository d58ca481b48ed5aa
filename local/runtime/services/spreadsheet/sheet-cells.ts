/** Sheet: its identity, its cells as ranges, and what is selected. */
import { ScriptError, ServiceObject, type EnumValue } from '../../service-object';
import type { CellValue } from '../../workbook/content';
import type { Sheet as Tab } from '../../workbook/sheet';
import { demand, list, options, text, whole } from './arguments';
import { SheetType } from './enums';
import type { Range } from './range';
import { RangeList } from './range-list';
import { areaOf, isRange } from './range-place';
import { activeRange, activeRangeList, currentCell, Selection } from './selection';
import type { Session } from './session';
import type { Spreadsheet } from './spreadsheet';
import { newTextFinder, type TextFinder } from './text-finder';

interface Holding {
  readonly session: Session;
  readonly tab: Tab;
}

const holdings = new WeakMap<object, Holding>();

export const isSheet = (value: unknown): boolean => value instanceof SheetCells;

/** The tab of a Sheet; refused once it was deleted. */
export function tabOf(sheet: object): Holding {
  const holding = holdings.get(sheet);
  if (holding === undefined || !holding.session.workbook.sheets().includes(holding.tab)) {
    throw new ScriptError(`Sheet ${holding?.tab.id ?? ''} not found`);
  }
  return holding;
}

/** https://developers.google.com/apps-script/reference/spreadsheet/sheet */
export abstract class SheetCells extends ServiceObject {
  readonly className = 'Sheet';

  constructor(session: Session, tab: Tab) {
    super();
    holdings.set(this, { session, tab });
  }

  getSheetId(): number {
    return tabOf(this).tab.id;
  }

  getName(): string {
    return tabOf(this).tab.name;
  }

  getSheetName(): string {
    return this.getName();
  }

  setName(name: string): this {
    demand('Sheet.setName', [name], [text]);
    const { session, tab } = tabOf(this);
    session.demandEdit(tab, null);
    tab.name = name;
    return this;
  }

  /** From 1. */
  getIndex(): number {
    const { tab } = tabOf(this);
    return tab.workbook.sheets().indexOf(tab) + 1;
  }

  getParent(): Spreadsheet {
    return tabOf(this).session.spreadsheet();
  }

  getType(): EnumValue {
    return SheetType.GRID;
  }

  getMaxRows(): number {
    return tabOf(this).tab.maxRows;
  }

  getMaxColumns(): number {
    return tabOf(this).tab.maxColumns;
  }

  getLastRow(): number {
    return tabOf(this).tab.lastRow();
  }

  getLastColumn(): number {
    return tabOf(this).tab.lastColumn();
  }

  /** (row, column), (row, column, numRows), (row, column, numRows, numColumns) or (a1Notation). */
  getRange(row: number | string, column?: number, numRows?: number, numColumns?: number): Range {
    const args = [row, column, numRows, numColumns];
    const four = [whole, whole, whole, whole];
    demand('Sheet.getRange', args, [text], four.slice(2), four.slice(1), four);
    const { session, tab } = tabOf(this);
    if (typeof row === 'string') return session.rangeNamed(row, tab);
    return session.rangeAt(tab, { row, column: column ?? 1, rows: numRows ?? 1, columns: numColumns ?? 1 });
  }

  getRangeList(a1Notations: string[]): RangeList {
    demand('Sheet.getRangeList', [a1Notations], [list]);
    const { session, tab } = tabOf(this);
    return new RangeList(a1Notations.map((a1) => session.rangeNamed(a1, tab)));
  }

  /** From A1 to the last cell with content; A1 on an empty tab. */
  getDataRange(): Range {
    const { session, tab } = tabOf(this);
    const rows = Math.max(1, tab.lastRow());
    const columns = Math.max(1, tab.lastColumn());
    return session.range(tab, { row: 1, column: 1, rows, columns });
  }

  getSheetValues(startRow: number, startColumn: number, numRows: number, numColumns: number): CellValue[][] {
    const args = [startRow, startColumn, numRows, numColumns];
    demand('Sheet.getSheetValues', args, [whole, whole, whole, whole]);
    return this.getRange(startRow, startColumn, numRows, numColumns).getValues();
  }

  /** Writes below the last row with content, and makes the grid larger where it must. */
  appendRow(rowContents: unknown[]): this {
    demand('Sheet.appendRow', [rowContents], [list]);
    const { session, tab } = tabOf(this);
    const row = tab.lastRow() + 1;
    session.demandEdit(tab, { row, column: 1, rows: 1, columns: Math.max(1, rowContents.length) });
    if (row > tab.maxRows) tab.insertRows(row, 1, 'before');
    const missing = rowContents.length - tab.maxColumns;
    if (missing > 0) tab.insertColumns(tab.maxColumns + 1, missing, 'before');
    tab.write(row, 1, [rowContents], session.person);
    return this;
  }

  /** Contents and formats of every cell; with options only one of both. */
  clear(what?: { formatOnly?: boolean; contentsOnly?: boolean }): this {
    demand('Sheet.clear', [what], [], [options]);
    if (what?.formatOnly !== true || what.contentsOnly === true) this.clearContents();
    if (what?.contentsOnly !== true || what.formatOnly === true) this.clearFormats();
    return this;
  }

  clearContents(): this {
    this.#whole().clearContent();
    return this;
  }

  /** Conditional formats go too. */
  clearFormats(): this {
    this.#whole().clearFormat();
    tabOf(this).tab.conditionalFormats = [];
    return this;
  }

  clearNotes(): this {
    this.#whole().clearNote();
    return this;
  }

  createTextFinder(findText: string): TextFinder {
    return newTextFinder('Sheet', [areaOf(this.#whole())], findText);
  }

  /** Brings the tab to the front. */
  activate(): this {
    const { session, tab } = tabOf(this);
    session.workbook.active = tab;
    session.host.screen.activate(tab.name);
    return this;
  }

  getActiveCell(): Range {
    return this.getCurrentCell();
  }

  getActiveRange(): Range {
    const { session, tab } = tabOf(this);
    return activeRange(session, tab);
  }

  getActiveRangeList(): RangeList {
    const { session, tab } = tabOf(this);
    return activeRangeList(session, tab);
  }

  getCurrentCell(): Range {
    const { session, tab } = tabOf(this);
    return currentCell(session, tab);
  }

  getSelection(): Selection {
    return new Selection(tabOf(this).session);
  }

  setActiveRange(range: Range): Range {
    demand('Sheet.setActiveRange', [range], [isRange]);
    return range.activate();
  }

  setActiveRangeList(rangeList: RangeList): RangeList {
    demand('Sheet.setActiveRangeList', [rangeList], [(value) => value instanceof RangeList]);
    return rangeList.activate();
  }

  setActiveSelection(selection: Range | string): Range {
    demand('Sheet.setActiveSelection', [selection], [isRange], [text]);
    const range = typeof selection === 'string' ? this.getRange(selection) : selection;
    return range.activate();
  }

  setCurrentCell(cell: Range): Range {
    demand('Sheet.setCurrentCell', [cell], [isRange]);
    return cell.activateAsCurrentCell();
  }

  #whole(): Range {
    const { session, tab } = tabOf(this);
    return session.range(tab, { row: 1, column: 1, rows: tab.maxRows, columns: tab.maxColumns });
  }
}
