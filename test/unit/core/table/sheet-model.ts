/** A tab as plainly as a test can have it: takes plans as Sheets would, types strings as Sheets does, gives images back. */
import type { CellValue, DropDown, Rect, TabImage, TabOperation, TabPlan } from '../../../../src/ports/grid';

type Stored = string | number | boolean | { readonly wall: number };

export interface ModelCell {
  value: Stored;
  formula: string;
  format: string;
  color: string | null;
  background?: string | null;
  /** Below the header. */
  note?: string;
}

const blank = (): ModelCell => ({ value: '', formula: '', format: 'General', color: null });

/** What Sheets makes of text that is typed into a cell that is not plain text; undefined where it stays text. */
export function typed(text: string): Stored | undefined {
  const trimmed = text.trim();
  if (/^(true|false|wahr|falsch|vrai|faux)$/i.test(trimmed)) return /^(true|wahr|vrai)$/i.test(trimmed);
  if (
    /^[-+(]?\s*([A-Z]{3}|\p{Sc})?\s*[-+]?[\d.,\s]*\d[\d.,\s]*(e[-+]?\d+)?\s*(%|\p{Sc}|[A-Z]{3})?\)?$/iu.test(
      trimmed,
    )
  ) {
    return Number.parseFloat(trimmed.replace(/[^\d.eE+-]/g, '')) || 0;
  }
  const dateLike =
    /^\d{1,4}[-/. ]\d{1,2}([-/. ]\d{1,4})?([T ].*)?$/.test(trimmed) ||
    /^\d{1,2}:\d{2}/.test(trimmed) ||
    /^(\d{1,2}[-. ]*)?(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[-. ,]*\d/i.test(trimmed) ||
    /^\d{1,2}[-. ]*(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i.test(trimmed);
  if (dateLike) return { wall: Date.UTC(2026, 0, 1) };
  if (/^#(N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!|ERROR!)/i.test(trimmed)) return 0;
  return undefined;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Wall reading of a moment, found independently of the code under test. */
export function wallClock(moment: number, timeZone: string): number {
  const format =
    formats.get(timeZone) ??
    new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  formats.set(timeZone, format);
  return Date.parse(`${format.format(moment).replace(' ', 'T')}Z`) + (((moment % 1000) + 1000) % 1000);
}

/** The moment with that wall reading: the last of two, to differ from the code under test; past a gap where there is none. */
export function momentAt(wall: number, timeZone: string): number {
  const moments = [wall - 86_400_000, wall + 86_400_000].map(
    (near) => wall - (wallClock(near, timeZone) - near),
  );
  const fitting = moments.filter((moment) => wallClock(moment, timeZone) === wall);
  return Math.max(...(fitting.length > 0 ? fitting : moments));
}

export class SheetModel {
  cells: ModelCell[][] = [];
  notes: string[] = [];
  rowsInGrid = 1000;
  columnsInGrid = 26;
  readonly checkboxes = new Set<string>();
  /** The choices of each column's drop-down. */
  lists: (DropDown['choices'] | undefined)[] = [];
  /** Service calls that the plans have taken, as the executor makes them; a new tab's grid is known. */
  calls = 0;
  sizeKnown = false;

  constructor(
    readonly timeZone = 'UTC',
    readonly id = 7,
    readonly name = 'Apps',
  ) {}

  cell(row: number, column: number): ModelCell {
    while (this.cells.length < row) this.cells.push([]);
    const cells = this.cells[row - 1]!;
    while (cells.length < column) cells.push(blank());
    return cells[column - 1]!;
  }

  /** Stores a value as setValues does. */
  write(row: number, column: number, value: CellValue): void {
    const cell = this.cell(row, column);
    cell.formula = '';
    if (value instanceof Date) {
      if (cell.format === '@') throw new Error('a date would turn into text here');
      cell.value = { wall: wallClock(value.getTime(), this.timeZone) };
    } else if (typeof value !== 'string' || cell.format === '@') {
      cell.value = value;
      if (typeof value === 'string' && value.length > 50_000) throw new Error('more than 50000 characters');
    } else if (value.length > 50_000) {
      throw new Error('more than 50000 characters');
    } else if (value.startsWith("'")) {
      cell.value = value.slice(1);
    } else if (/^[=+]./.test(value) && typed(value) === undefined) {
      cell.formula = value;
      cell.value = `result of ${value}`;
    } else {
      cell.value = typed(value) ?? value;
    }
  }

  read(row: number, column: number): CellValue {
    const value = this.cells[row - 1]?.[column - 1]?.value ?? '';
    return typeof value === 'object' ? new Date(momentAt(value.wall, this.timeZone)) : value;
  }

  image(): TabImage {
    let rows = 0;
    let columns = 0;
    this.cells.forEach((cells, row) =>
      cells.forEach((cell, column) => {
        if (cell.value === '' && cell.formula === '') return;
        rows = Math.max(rows, row + 1);
        columns = Math.max(columns, column + 1);
      }),
    );
    const block = <Content>(read: (row: number, column: number) => Content): Content[][] =>
      Array.from({ length: rows }, (_, row) =>
        Array.from({ length: columns }, (__, column) => read(row + 1, column + 1)),
      );
    return {
      id: this.id,
      name: this.name,
      values: block((row, column) => this.read(row, column)),
      formulas: block((row, column) => this.cell(row, column).formula),
      formats: block((row, column) => this.cell(row, column).format),
      headerNotes: Array.from({ length: columns }, (_, column) => this.notes[column] ?? ''),
    };
  }

  /** Carries out a plan, or only its first steps: a run may be cut off between any two. */
  execute(plan: TabPlan, steps = Infinity): void {
    const ranges = new Set<string>();
    for (const operation of plan.operations.slice(0, steps)) {
      this.calls += this.callsFor(operation, ranges);
      this.carryOut(operation);
    }
  }

  private callsFor(operation: TabOperation, ranges: Set<string>): number {
    const lookUp = (at: Rect): number => {
      const name = JSON.stringify([at.row, at.column, at.rows, at.columns]);
      const known = ranges.has(name);
      ranges.add(name);
      return known ? 0 : 1;
    };
    switch (operation.kind) {
      case 'grow': {
        const [rows, columns] = [operation.rows > this.rowsInGrid, operation.columns > this.columnsInGrid];
        const { values } = this.image();
        const unknown = this.sizeKnown
          ? []
          : [operation.rows > values.length, operation.columns > (values[0]?.length ?? 0)];
        return [rows, columns, ...unknown].filter(Boolean).length;
      }
      case 'formats':
      case 'values':
      case 'notes':
        return 1 + lookUp(operation.at);
      case 'header':
        return 3 + lookUp({ row: 1, column: 1, rows: 1, columns: operation.columns });
      case 'checkboxes':
      case 'fontColor':
      case 'background':
        return 2;
      case 'insertColumns':
      case 'insertRows':
        return 1;
      case 'noRules':
        return 2;
      case 'widths':
        return 1;
      case 'chart':
        return 10;
      case 'deleteRows':
        return operation.blocks.length + 2;
      case 'lists':
        return operation.lists.reduce((calls, { choices }) => calls + ('tab' in choices ? 7 : 5), 0);
    }
  }

  insertRows(before: number, count: number): void {
    if (before > this.rowsInGrid) throw new Error('outside the grid');
    const width = this.cells[before - 1]?.length ?? 0;
    const like = Array.from({ length: width }, (_, at) => this.cells[before - 1]?.[at]?.format ?? 'General');
    const row = (): ModelCell[] => like.map((format) => ({ ...blank(), format }));
    while (this.cells.length < before - 1) this.cells.push([]);
    this.cells.splice(before - 1, 0, ...Array.from({ length: count }, row));
    this.rowsInGrid += count;
  }

  insertColumns(before: number, count: number): void {
    for (const row of this.cells) {
      while (row.length < before - 1) row.push(blank());
      row.splice(before - 1, 0, ...Array.from({ length: count }, blank));
    }
    while (this.notes.length < before - 1) this.notes.push('');
    this.notes.splice(before - 1, 0, ...Array.from({ length: count }, () => ''));
    this.columnsInGrid += count;
    while (this.lists.length < before) this.lists.push(undefined);
    this.lists.splice(before - 1, 0, ...new Array<undefined>(count).fill(undefined));
    // They look like the column that they come before, its drop-down included.
    this.lists.fill(this.lists[before + count - 1], before - 1, before + count - 1);
    for (const row of this.cells) {
      const color = row[before + count - 1]?.color ?? null;
      for (const cell of row.slice(before - 1, before + count - 1)) cell.color = color;
    }
  }

  private carryOut(operation: TabOperation): void {
    switch (operation.kind) {
      case 'grow':
        this.addRows(operation.rows - this.rowsInGrid);
        this.columnsInGrid = Math.max(this.columnsInGrid, operation.columns);
        return;
      case 'insertColumns':
        if (operation.column > this.columnsInGrid + 1) throw new Error('outside the grid');
        this.insertColumns(operation.column, operation.count);
        return;
      case 'insertRows':
        this.insertRows(operation.row, operation.count);
        return;
      case 'formats':
        this.each(operation.at, operation.formats, (row, column, format) => {
          if (format === '') throw new Error('an empty format');
          this.cell(row, column).format = format;
        });
        return;
      case 'values':
        this.each(operation.at, operation.values, (row, column, value) => this.write(row, column, value));
        return;
      case 'notes':
        this.each(operation.at, operation.notes, (row, column, note) => {
          if (row === 1) this.notes[column - 1] = note;
          else this.cell(row, column).note = note;
        });
        return;
      case 'checkboxes':
        for (const at of operation.at) {
          this.within(at, (row, column) => {
            this.checkboxes.add(`${row}:${column}`);
            const cell = this.cell(row, column);
            if (cell.value === '') cell.value = false;
          });
        }
        return;
      case 'fontColor':
        for (const at of operation.at) {
          this.within(at, (row, column) => (this.cell(row, column).color = operation.color));
        }
        return;
      case 'background':
        for (const at of operation.at) {
          this.within(at, (row, column) => (this.cell(row, column).background = operation.color));
        }
        return;
      case 'deleteRows':
        this.deleteRows(operation.blocks);
        return;
      case 'lists':
        for (const { column, choices } of operation.lists) this.lists[column - 1] = choices;
        return;
      case 'noRules':
        for (const { column, count } of operation.columns) {
          for (let at = column; at < column + count; at += 1) this.lists[at - 1] = undefined;
        }
        return;
      case 'widths':
      case 'chart':
      case 'header':
        return;
    }
  }

  /** Rows at the end of the grid take over the look of the last one. */
  private addRows(count: number): void {
    if (count <= 0) return;
    const last = this.cells[this.rowsInGrid - 1] ?? [];
    last.forEach(({ color }, column) => {
      if (color === null) return;
      for (let row = 1; row <= count; row += 1) this.cell(this.rowsInGrid + row, column + 1).color = color;
    });
    this.rowsInGrid += count;
  }

  private deleteRows(blocks: readonly { readonly row: number; readonly rows: number }[]): void {
    const count = blocks.reduce((sum, { rows }) => sum + rows, 0);
    if (this.rowsInGrid - count <= 1) this.addRows(1);
    for (const { row, rows } of [...blocks].sort((one, other) => other.row - one.row)) {
      if (row < 2 || row + rows - 1 > this.rowsInGrid) throw new Error('Those rows are out of bounds.');
      this.cells.splice(row - 1, rows);
      const boxes = [...this.checkboxes].map((name) => name.split(':').map(Number) as [number, number]);
      this.checkboxes.clear();
      for (const [at, column] of boxes) {
        if (at >= row && at < row + rows) continue;
        this.checkboxes.add(`${at >= row + rows ? at - rows : at}:${column}`);
      }
      this.rowsInGrid -= rows;
    }
  }

  private within(at: Rect, visit: (row: number, column: number) => void): void {
    if (
      at.row < 1 ||
      at.column < 1 ||
      at.row + at.rows - 1 > this.rowsInGrid ||
      at.column + at.columns - 1 > this.columnsInGrid
    ) {
      throw new Error('The coordinates of the range are outside the dimensions of the sheet.');
    }
    for (let row = at.row; row < at.row + at.rows; row += 1) {
      for (let column = at.column; column < at.column + at.columns; column += 1) visit(row, column);
    }
  }

  private each<Content>(
    at: Rect,
    contents: readonly (readonly Content[])[],
    visit: (row: number, column: number, content: Content) => void,
  ): void {
    if (contents.length !== at.rows || contents.some((row) => row.length !== at.columns)) {
      throw new Error('The number of rows in the data does not match the number of rows in the range.');
    }
    this.within(at, (row, column) => visit(row, column, contents[row - at.row]![column - at.column]!));
  }
}
