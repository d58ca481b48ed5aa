/** The Grid port over SpreadsheetApp: whole tabs in few calls, plans carried out as they are. */
import { AppError } from '../core/errors';
import { activeSpreadsheet } from './active-spreadsheet';
import type {
  CellValue,
  FileFacts,
  Grid,
  Rect,
  TabImage,
  TabOperation,
  TabPlan,
  TabRef,
} from '../ports/grid';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;

/** Grid of a new tab. [M] several independent emulators agree; no page of Google's states it. */
const NEW_TAB = { rows: 1000, columns: 26 };

const HEADER_BACKGROUND = '#e8eaed';

/** What this execution knows of a grid; more rows and columns than that may exist unless it is exact. */
interface Size {
  readonly rows: number;
  readonly columns: number;
  readonly exact: boolean;
}

/** One for each execution: it remembers tabs that it has looked up. */
export class SheetGrid implements Grid {
  private facts: FileFacts | undefined;
  private readonly found = new Map<string, Sheet>();
  private readonly sizes = new Map<Sheet, Size>();

  file(): FileFacts {
    this.facts ??= { timeZone: activeSpreadsheet().getSpreadsheetTimeZone() };
    return this.facts;
  }

  read(tab: TabRef): TabImage | null {
    const sheet = this.find(tab);
    if (!sheet) return null;
    const range = sheet.getDataRange();
    const values = range.getValues() as CellValue[][];
    const columns = values[0]?.length ?? 0;
    this.sizes.set(sheet, { rows: values.length, columns, exact: false });
    return {
      id: tab.id ?? sheet.getSheetId(),
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
    this.sizes.set(sheet, { rows: values.length, columns: values[0]?.length ?? 0, exact: false });
    return values;
  }

  create(name: string, options: { readonly hidden?: boolean } = {}): number {
    const sheet = this.insert(name, options.hidden === true);
    this.found.set(name, sheet);
    if (!options.hidden) return sheet.getSheetId();
    sheet.hideSheet();
    // A warning, not a ban: colleagues who refresh must be able to write here with their own rights.
    sheet.protect().setWarningOnly(true);
    return 0;
  }

  execute(plan: TabPlan): void {
    if (plan.operations.length === 0) return;
    const sheet = this.find(plan.tab);
    if (!sheet) throw new AppError('TAB_GONE', { tab: plan.tab.name }, { tab: plan.tab.name });
    const range = rangesOf(sheet);
    for (const operation of plan.operations) {
      try {
        this.carryOut(sheet, operation, range);
      } catch (thrown) {
        throw asFileFull(thrown);
      }
    }
  }

  list(): { id: number; name: string }[] {
    return activeSpreadsheet()
      .getSheets()
      .map((sheet) => ({ id: sheet.getSheetId(), name: sheet.getName() }));
  }

  remove(tab: TabRef): void {
    const sheet = this.find(tab);
    if (!sheet) return;
    activeSpreadsheet().deleteSheet(sheet);
    this.found.delete(tab.name);
  }

  flush(): void {
    SpreadsheetApp.flush();
  }

  private carryOut(sheet: Sheet, operation: TabOperation, range: (at: Rect) => Range): void {
    switch (operation.kind) {
      case 'grow':
        this.grow(sheet, operation.rows, operation.columns);
        return;
      case 'insertColumns':
        this.insertColumns(sheet, operation.column, operation.count);
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
      case 'header':
        range({ row: 1, column: 1, rows: 1, columns: operation.columns }).setBackground(HEADER_BACKGROUND);
        sheet.setFrozenRows(1);
        sheet.setColumnWidths(1, operation.columns, operation.width);
    }
  }

  private insert(name: string, hidden: boolean): Sheet {
    try {
      const sheet = activeSpreadsheet().insertSheet(name);
      this.sizes.set(sheet, { ...NEW_TAB, exact: true });
      return sheet;
    } catch (thrown) {
      if (!(thrown instanceof Error) || !/already exists/.test(thrown.message)) throw thrown;
      // A hidden tab of that name is left from a run that was cut off before it was used.
      const existing = hidden ? activeSpreadsheet().getSheetByName(name) : null;
      if (existing) return existing;
      throw new AppError('TAB_TAKEN', { tab: name }, { tab: name }, { cause: thrown });
    }
  }

  /** Asks for the size of the grid only where what is known of it does not suffice. */
  private grow(sheet: Sheet, rows: number, columns: number): void {
    const known = this.sizeOf(sheet);
    const size = {
      rows: known.exact || rows <= known.rows ? known.rows : sheet.getMaxRows(),
      columns: known.exact || columns <= known.columns ? known.columns : sheet.getMaxColumns(),
    };
    if (rows > size.rows) sheet.insertRowsAfter(size.rows, rows - size.rows);
    if (columns > size.columns) sheet.insertColumnsAfter(size.columns, columns - size.columns);
    this.sizes.set(sheet, {
      rows: Math.max(rows, size.rows),
      columns: Math.max(columns, size.columns),
      exact: known.exact,
    });
  }

  private insertColumns(sheet: Sheet, column: number, count: number): void {
    const { rows, columns, exact } = this.sizeOf(sheet);
    // The column itself may lie beyond the grid, the one before it does not.
    if (column > columns) sheet.insertColumnsAfter(column - 1, count);
    else sheet.insertColumnsBefore(column, count);
    this.sizes.set(sheet, { rows, columns: columns + count, exact });
  }

  private sizeOf(sheet: Sheet): Size {
    return this.sizes.get(sheet) ?? { rows: 1, columns: 1, exact: false };
  }

  private find(tab: TabRef): Sheet | null {
    const known = this.found.get(tab.name);
    if (known) return known;
    const sheet =
      tab.id === undefined
        ? activeSpreadsheet().getSheetByName(tab.name)
        : activeSpreadsheet().getSheetById(tab.id);
    if (sheet) this.found.set(tab.name, sheet);
    return sheet;
  }
}

/** Ranges of one tab; steps that follow one another on the same block share one look-up. */
function rangesOf(sheet: Sheet): (at: Rect) => Range {
  const known = new Map<string, Range>();
  return (at) => {
    const name = a1(at);
    const range = known.get(name) ?? sheet.getRange(at.row, at.column, at.rows, at.columns);
    known.set(name, range);
    return range;
  };
}

function a1({ row, column, rows, columns }: Rect): string {
  return `${letters(column)}${row}:${letters(column + columns - 1)}${row + rows - 1}`;
}

function letters(column: number): string {
  let name = '';
  for (let left = column; left > 0; left = Math.floor((left - 1) / 26)) {
    name = String.fromCharCode(65 + ((left - 1) % 26)) + name;
  }
  return name;
}

/** Apps Script's declarations ask for arrays that could be changed, though they are only read. */
function mutable<T>(rows: readonly (readonly T[])[]): T[][] {
  return rows as T[][];
}

/** https://developers.google.com/apps-script/guides/support/best-practices names the limit; the words are Sheets' own. */
function asFileFull(thrown: unknown): unknown {
  return thrown instanceof Error && /above the limit of 10000000 cells/.test(thrown.message)
    ? new AppError('FILE_FULL', {}, undefined, { cause: thrown })
    : thrown;
}
