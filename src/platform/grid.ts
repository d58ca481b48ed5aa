/** The Grid port over SpreadsheetApp: whole tabs in few calls, plans carried out as they are. */
import { AppError } from '../core/errors';
import { activeSpreadsheet } from './active-spreadsheet';
import { insertChart } from './sheet-charts';
import { showAll, showOnly } from './sheet-filter';
import { hiddenRows, selectCell, tabInFront } from './sheet-view';
import { a1, belowHeader, rangesOf, wholeColumns } from './sheet-ranges';
import { refusing } from './sheet-refusal';
import { SheetSizes } from './sheet-sizes';
import type {
  CellValue,
  DropDown,
  FileFacts,
  FilterChange,
  Grid,
  Rect,
  TabImage,
  TabOperation,
  TabPlan,
  TabRef,
} from '../ports/grid';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;

const HEADER_BACKGROUND = '#e8eaed';

/** One for each execution: it remembers tabs that it has looked up. */
export class SheetGrid implements Grid {
  private facts: FileFacts | undefined;
  private language: string | undefined;
  /** By id, and by name where no id is known: a tab may have got the old name of another. */
  private readonly found = new Map<number | string, Sheet>();
  private readonly sizes = new SheetSizes();

  file(): FileFacts {
    this.facts ??= { timeZone: activeSpreadsheet().getSpreadsheetTimeZone() };
    return this.facts;
  }

  locale(): string {
    this.language ??= activeSpreadsheet().getSpreadsheetLocale();
    return this.language;
  }

  read(tab: TabRef): TabImage | null {
    const sheet = this.find(tab);
    if (!sheet) return null;
    const range = sheet.getDataRange();
    const values = range.getValues() as CellValue[][];
    const columns = values[0]?.length ?? 0;
    this.sizes.read(sheet, values);
    const id = tab.id ?? sheet.getSheetId();
    this.found.set(id, sheet);
    return {
      id,
      // One that is found by its id may have been renamed since we last looked.
      name: tab.id === undefined ? tab.name : sheet.getName(),
      values,
      formulas: range.getFormulas(),
      formats: range.getNumberFormats(),
      headerNotes: columns > 0 ? (sheet.getRange(1, 1, 1, columns).getNotes()[0] ?? []) : [],
    };
  }

  readValues(tab: TabRef): CellValue[][] | null {
    const sheet = this.find(tab);
    if (!sheet) return null;
    const values = sheet.getDataRange().getValues() as CellValue[][];
    this.sizes.read(sheet, values);
    return values;
  }

  readRows(
    tab: TabRef,
    row: number,
    { most = Infinity, columns }: { readonly most?: number; readonly columns?: number } = {},
  ): CellValue[][] | null {
    const sheet = this.find(tab);
    if (!sheet) return null;
    const rows = Math.min(most, sheet.getLastRow() - row + 1);
    const width = columns ?? sheet.getLastColumn();
    return rows > 0 && width > 0 ? (sheet.getRange(row, 1, rows, width).getValues() as CellValue[][]) : [];
  }

  readFormats(tab: TabRef, at: Rect): string[][] {
    return rangesOf(this.demand(tab))(at).getNumberFormats();
  }

  readNotes(tab: TabRef, at: Rect): string[][] {
    return rangesOf(this.demand(tab))(at).getNotes();
  }

  readBackgrounds(tab: TabRef, at: Rect): string[][] {
    return rangesOf(this.demand(tab))(at).getBackgrounds();
  }

  hiddenAmong(tab: TabRef, rows: readonly number[]): Set<number> {
    const sheet = this.find(tab);
    return sheet ? hiddenRows(sheet, rows) : new Set();
  }

  active(): ReturnType<Grid['active']> {
    return tabInFront();
  }

  show(tab: TabRef, row: number, column: number): void {
    selectCell(this.demand(tab), row, column);
  }

  showOnly(tab: TabRef, table: Rect, column: number, passes: (text: string) => boolean): FilterChange {
    return refusing(tab.name, () => showOnly(this.demand(tab), table, column, passes));
  }

  showAll(tab: TabRef, column: number, whole: boolean): void {
    refusing(tab.name, () => showAll(this.demand(tab), column, whole));
  }

  headerNotes(tab: TabRef): string[] | null {
    const sheet = this.find(tab);
    if (!sheet) return null;
    const columns = sheet.getLastColumn();
    return columns > 0 ? (sheet.getRange(1, 1, 1, columns).getNotes()[0] ?? []) : [];
  }

  create(
    name: string,
    options: { readonly hidden?: boolean; readonly atEnd?: boolean; readonly guarded?: boolean } = {},
  ): number {
    const inFront = options.atEnd ? activeSpreadsheet().getActiveSheet() : null;
    const sheet = this.insert(name, options.hidden === true);
    // A warning, not a ban: colleagues must be able to write here with their own rights.
    if (options.hidden || options.guarded) sheet.protect().setWarningOnly(true);
    if (inFront) {
      activeSpreadsheet().moveActiveSheet(activeSpreadsheet().getNumSheets());
      activeSpreadsheet().setActiveSheet(inFront);
    }
    if (!options.hidden) {
      const id = sheet.getSheetId();
      this.found.set(id, sheet);
      return id;
    }
    this.found.set(name, sheet);
    sheet.hideSheet();
    return 0;
  }

  copy(tab: TabRef, name: string): number | null {
    const sheet = this.find(tab);
    if (!sheet) return null;
    return refusing(tab.name, () => {
      const copy = sheet.copyTo(activeSpreadsheet());
      rename(copy, name);
      return copy.getSheetId();
    });
  }

  execute(plan: TabPlan): void {
    if (plan.operations.length === 0) return;
    const sheet = this.demand(plan.tab);
    let range = rangesOf(sheet);
    for (const operation of plan.operations) {
      refusing(plan.tab.name, () => this.carryOut(sheet, operation, range));
      // Nobody documents whether a range that was looked up before moves along.
      if (operation.kind === 'insertColumns' || operation.kind === 'insertRows') range = rangesOf(sheet);
    }
  }

  idOf(name: string): number | null {
    return this.find({ name })?.getSheetId() ?? null;
  }

  list(): { id: number; name: string }[] {
    return activeSpreadsheet().getSheets().map(nameOfSheet);
  }

  visible(): { id: number; name: string }[] {
    return activeSpreadsheet()
      .getSheets()
      .filter((sheet) => !sheet.isSheetHidden())
      .map(nameOfSheet);
  }

  remove(tab: TabRef): void {
    const sheet = this.find(tab);
    if (!sheet) return;
    activeSpreadsheet().deleteSheet(sheet);
    this.found.delete(keyOf(tab));
  }

  flush(): void {
    SpreadsheetApp.flush();
  }

  private carryOut(sheet: Sheet, operation: TabOperation, range: (at: Rect) => Range): void {
    switch (operation.kind) {
      case 'grow':
        this.sizes.grow(sheet, operation.rows, operation.columns);
        return;
      case 'insertColumns':
        this.sizes.insertColumns(sheet, operation.column, operation.count);
        return;
      case 'insertRows':
        this.sizes.insertRows(sheet, operation.row, operation.count);
        return;
      case 'formats':
        range(operation.at).setNumberFormats(mutable(operation.formats));
        return;
      case 'values':
        range(operation.at).setValues(mutable(operation.values));
        return;
      case 'notes':
        range(operation.at).setNotes(mutable(operation.notes));
        return;
      case 'checkboxes':
        sheet.getRangeList(operation.at.map(a1)).insertCheckboxes();
        return;
      case 'fontColor':
        sheet.getRangeList(operation.at.map(a1)).setFontColor(operation.color);
        return;
      case 'background':
        sheet.getRangeList(operation.at.map(a1)).setBackground(operation.color);
        return;
      case 'deleteRows':
        this.sizes.deleteRows(sheet, operation.blocks);
        return;
      case 'lists':
        for (const list of operation.lists) this.offer(sheet, list);
        return;
      case 'noRules':
        sheet.getRangeList(operation.columns.map(wholeColumns)).clearDataValidations();
        return;
      case 'widths':
        sheet.setColumnWidths(operation.column, operation.count, operation.width);
        return;
      case 'chart':
        insertChart(sheet, operation.chart);
        return;
      case 'header':
        range({ row: 1, column: 1, rows: 1, columns: operation.columns }).setBackground(HEADER_BACKGROUND);
        sheet.setFrozenRows(1);
        sheet.setColumnWidths(1, operation.columns, operation.width);
    }
  }

  private insert(name: string, hidden: boolean): Sheet {
    try {
      const sheet = activeSpreadsheet().insertSheet(name);
      this.sizes.made(sheet);
      return sheet;
    } catch (thrown) {
      if (!isTaken(thrown)) throw thrown;
      const existing = hidden ? activeSpreadsheet().getSheetByName(name) : null;
      // Left from a run that was cut off, before it hid the tab or later. One that people see with something in it is theirs.
      if (existing && (existing.isSheetHidden() || existing.getLastRow() === 0)) return existing;
      throw new AppError('TAB_TAKEN', { tab: name }, { tab: name }, { cause: thrown });
    }
  }

  /** A new rule warns of other values and lets them stand: https://developers.google.com/apps-script/reference/spreadsheet/data-validation-builder */
  private offer(sheet: Sheet, { column, choices }: DropDown): void {
    const rule = SpreadsheetApp.newDataValidation();
    if ('tab' in choices) {
      const source = this.find(choices.tab);
      // A tab that went meanwhile has nothing to offer.
      if (!source) return;
      rule.requireValueInRange(belowHeader(source, choices.column), true);
    } else {
      rule.requireValueInList([...choices], true);
    }
    belowHeader(sheet, column).setDataValidation(rule.build());
  }

  private demand(tab: TabRef): Sheet {
    const sheet = this.find(tab);
    if (!sheet) throw new AppError('TAB_GONE', { tab: tab.name }, { tab: tab.name });
    return sheet;
  }

  private find(tab: TabRef): Sheet | null {
    const known = this.found.get(keyOf(tab));
    if (known) return known;
    const sheet =
      tab.id === undefined
        ? activeSpreadsheet().getSheetByName(tab.name)
        : activeSpreadsheet().getSheetById(tab.id);
    if (sheet) this.found.set(keyOf(tab), sheet);
    return sheet;
  }
}

function nameOfSheet(sheet: Sheet): { id: number; name: string } {
  return { id: sheet.getSheetId(), name: sheet.getName() };
}

function keyOf({ id, name }: TabRef): number | string {
  return id ?? name;
}

/** Names a tab that was just made; where the name is in use it goes again, and TAB_TAKEN is thrown. */
function rename(sheet: Sheet, name: string): void {
  try {
    sheet.setName(name);
  } catch (thrown) {
    activeSpreadsheet().deleteSheet(sheet);
    throw isTaken(thrown)
      ? new AppError('TAB_TAKEN', { tab: name }, { tab: name }, { cause: thrown })
      : thrown;
  }
}

function isTaken(thrown: unknown): thrown is Error {
  return thrown instanceof Error && /already exists/.test(thrown.message);
}

/** Apps Script's declarations ask for arrays that could be changed, though they are only read. */
function mutable<T>(rows: readonly (readonly T[])[]): T[][] {
  return rows as T[][];
}
