/** A sparse layer of a tab: contents, styles, notes or rules by cell. */
import type { Rect } from './a1';
import { insertGap, moveBlock, removeBlock } from './line';

/** Rows and columns count from 1. Rows are arrays, so whatever stands in a row moves with it. */
export class Layer<T> {
  #rows: (T | undefined)[][] = [];
  #extent: { rows: number; columns: number } | null = null;

  get(row: number, column: number): T | undefined {
    return this.#rows[row - 1]?.[column - 1];
  }

  /** Undefined empties the cell. */
  set(row: number, column: number, value: T | undefined): void {
    this.#extent = null;
    let cells = this.#rows[row - 1];
    if (cells === undefined) {
      if (value === undefined) return;
      cells = this.#rows[row - 1] = [];
    }
    cells[column - 1] = value;
  }

  clear(): void {
    this.#extent = null;
    this.#rows = [];
  }

  fill(rect: Rect, value: T | undefined): void {
    for (let row = rect.row; row < rect.row + rect.rows; row++) {
      for (let column = rect.column; column < rect.column + rect.columns; column++) {
        this.set(row, column, value);
      }
    }
  }

  /** Replaces each cell of a block by what `change` makes of it. */
  update(rect: Rect, change: (value: T | undefined, row: number, column: number) => T | undefined): void {
    for (let row = rect.row; row < rect.row + rect.rows; row++) {
      for (let column = rect.column; column < rect.column + rect.columns; column++) {
        this.set(row, column, change(this.get(row, column), row, column));
      }
    }
  }

  /** A block as rows, each as long as the block is wide. */
  read<U>(rect: Rect, present: (value: T | undefined, row: number, column: number) => U): U[][] {
    const block: U[][] = [];
    for (let row = rect.row; row < rect.row + rect.rows; row++) {
      const cells = this.#rows[row - 1];
      const line: U[] = [];
      for (let column = rect.column; column < rect.column + rect.columns; column++) {
        line.push(present(cells?.[column - 1], row, column));
      }
      block.push(line);
    }
    return block;
  }

  /** Every cell that holds something, row by row. */
  *entries(): Generator<readonly [row: number, column: number, value: T]> {
    for (let row = 0; row < this.#rows.length; row++) {
      const cells = this.#rows[row];
      if (cells === undefined) continue;
      for (let column = 0; column < cells.length; column++) {
        const value = cells[column];
        if (value !== undefined) yield [row + 1, column + 1, value];
      }
    }
  }

  /** Last row and last column that hold something; 0 where nothing does. */
  extent(): { readonly rows: number; readonly columns: number } {
    if (this.#extent === null) {
      let rows = 0;
      let columns = 0;
      for (let row = 0; row < this.#rows.length; row++) {
        const cells = this.#rows[row];
        let last = cells?.length ?? 0;
        while (last > 0 && cells?.[last - 1] === undefined) last--;
        if (last === 0) continue;
        rows = row + 1;
        columns = Math.max(columns, last);
      }
      this.#extent = { rows, columns };
    }
    return this.#extent;
  }

  insertRows(at: number, count: number): void {
    this.#extent = null;
    this.#rows = insertGap(this.#rows, at, count);
  }

  deleteRows(at: number, count: number): void {
    this.#extent = null;
    removeBlock(this.#rows, at, count);
  }

  moveRows(from: number, count: number, to: number): void {
    this.#extent = null;
    this.#rows = moveBlock(this.#rows, from, count, to);
  }

  insertColumns(at: number, count: number): void {
    this.#eachRow((cells) => insertGap(cells, at, count));
  }

  deleteColumns(at: number, count: number): void {
    this.#eachRow((cells) => {
      removeBlock(cells, at, count);
      return cells;
    });
  }

  moveColumns(from: number, count: number, to: number): void {
    this.#eachRow((cells) => moveBlock(cells, from, count, to));
  }

  /** Puts the rows of a block into another order: line i of the block becomes what was line `order[i]`, from 0. */
  reorder(rect: Rect, order: readonly number[]): void {
    const before = this.read(rect, (value) => value);
    order.forEach((from, line) => {
      before[from]?.forEach((value, offset) => this.set(rect.row + line, rect.column + offset, value));
    });
  }

  /** A copy; `convert` may replace values that must not be shared. */
  clone(convert: (value: T) => T = (value) => value): Layer<T> {
    const copy = new Layer<T>();
    copy.#rows = this.#rows.map((cells) =>
      cells.map((value) => (value === undefined ? undefined : convert(value))),
    );
    return copy;
  }

  #eachRow(change: (cells: (T | undefined)[]) => (T | undefined)[]): void {
    this.#extent = null;
    this.#rows.forEach((cells, index) => {
      this.#rows[index] = change(cells);
    });
  }
}
