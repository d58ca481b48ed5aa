/** Rows and columns of each tab's grid, as far as this execution knows them: asking costs a call. */

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Grid of a new tab. [M] several independent emulators agree; no page of Google's states it. */
const NEW_TAB = { rows: 1000, columns: 26 };

/** More rows and columns than that may exist unless it is exact. */
interface Size {
  readonly rows: number;
  readonly columns: number;
  readonly exact: boolean;
}

/** Grows and shrinks grids, and keeps count. */
export class SheetSizes {
  private readonly sizes = new Map<Sheet, Size>();

  /** A tab that was made just now. */
  made(sheet: Sheet): void {
    this.sizes.set(sheet, { ...NEW_TAB, exact: true });
  }

  /** A tab whose content was read. */
  read(sheet: Sheet, values: readonly (readonly unknown[])[]): void {
    this.sizes.set(sheet, { rows: values.length, columns: values[0]?.length ?? 0, exact: false });
  }

  /** Asks for the size only where what is known of it does not suffice. */
  grow(sheet: Sheet, rows: number, columns: number): void {
    const known = this.of(sheet);
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

  insertColumns(sheet: Sheet, column: number, count: number): void {
    const { rows, columns, exact } = this.of(sheet);
    // The column itself may lie beyond the grid, the one before it does not.
    if (column > columns) sheet.insertColumnsAfter(column - 1, count);
    else sheet.insertColumnsBefore(column, count);
    this.sizes.set(sheet, { rows, columns: columns + count, exact });
  }

  insertRows(sheet: Sheet, row: number, count: number): void {
    const { rows, columns, exact } = this.of(sheet);
    sheet.insertRowsBefore(row, count);
    this.sizes.set(sheet, { rows: rows + count, columns, exact });
  }

  /** From the bottom up, so that the numbers of the others stay true. */
  deleteRows(sheet: Sheet, blocks: readonly { readonly row: number; readonly rows: number }[]): void {
    const { columns, exact, ...known } = this.of(sheet);
    const gone = blocks.reduce((sum, { rows }) => sum + rows, 0);
    let { rows } = known;
    // Sheets does not let all rows go that are not frozen.
    if (gone + 1 >= rows) {
      rows = sheet.getMaxRows();
      if (rows - gone <= sheet.getFrozenRows()) {
        sheet.insertRowsAfter(rows, 1);
        rows += 1;
      }
    }
    for (const block of [...blocks].sort((one, other) => other.row - one.row)) {
      sheet.deleteRows(block.row, block.rows);
    }
    this.sizes.set(sheet, { rows: rows - gone, columns, exact });
  }

  private of(sheet: Sheet): Size {
    return this.sizes.get(sheet) ?? { rows: 1, columns: 1, exact: false };
  }
}
