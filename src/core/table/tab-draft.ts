/** A tab as it will be: what was read, with the plan's insertion and new contents on top. */
import type { CellValue, Rect, TabImage, TabOperation } from '../../ports/grid';
import { written } from './cell';
import type { CodecContext } from './codec/codec';
import type { ColumnPlan, ManagedColumn } from './column-plan';
import { type ColumnRun, coverCells, neighbours } from './cover';
import { RECTANGLES } from './call-budget';
import { afterInsertion } from './formula';
import { asSet, guard } from './typed-text';

/** New contents of one column, by index of the row; rows in ascending order. */
interface Layer<Content> {
  readonly contents: (Content | undefined)[];
  readonly rows: number[];
}

type Place = Pick<ManagedColumn, 'at' | 'from'>;

/** What a draft needs to know of the columns. */
export interface DraftColumns {
  readonly fields: readonly Place[];
  readonly status: Place | null;
  readonly insertion: ColumnPlan['insertion'];
}

/** Collects changes of existing rows, row after row, and turns them into few operations. */
export class TabDraft {
  private readonly values = new Map<number, Layer<CellValue>>();
  private readonly formats = new Map<number, Layer<string>>();
  /** Index in the image of each managed column, by position. */
  private readonly sources = new Map<number, number | null>();
  private readonly insertion: ColumnPlan['insertion'];

  constructor(
    private readonly image: TabImage,
    columns: DraftColumns,
    private readonly context: CodecContext,
  ) {
    this.insertion = columns.insertion;
    for (const { at, from } of columns.fields) this.sources.set(at, from);
    if (columns.status) this.sources.set(columns.status.at, columns.status.from);
  }

  /** Positions of managed columns that stand side by side. */
  runs(): ColumnRun[] {
    return neighbours([...this.sources.keys()]);
  }

  /** `column` is a position, `row` an index; the first time, rows of one column come in ascending order. */
  setValue(column: number, row: number, value: CellValue): void {
    put(this.values, column, row, value);
  }

  setFormat(column: number, row: number, format: string): void {
    put(this.formats, column, row, format);
  }

  /** Formats first, because they decide how the values are taken; both of a rectangle share its look-up. */
  operations(): TabOperation[] {
    const operations: TabOperation[] = [];
    for (const at of this.cover()) {
      if (touches(this.formats, at)) {
        const formats = fill(at, (row, column) => this.formatAt(row, column));
        operations.push({ kind: 'formats', at, formats });
      }
      if (touches(this.values, at)) {
        const values = fill(at, (row, column) => this.contentAt(row, column));
        operations.push({ kind: 'values', at, values });
      }
    }
    return operations;
  }

  private cover(): Rect[] {
    const columns = [...new Set([...this.values.keys(), ...this.formats.keys()])];
    const cells = columns.map((column) => {
      const rows = new Set(this.values.get(column)?.rows);
      for (const row of this.formats.get(column)?.rows ?? []) rows.add(row);
      return { column, rows: [...rows].sort((one, other) => one - other) };
    });
    return coverCells(cells, this.runs(), RECTANGLES).map((at) => ({ ...at, row: at.row + 1 }));
  }

  private formatAt(row: number, column: number): string {
    const changed = this.formats.get(column)?.contents[row];
    if (changed !== undefined) return changed;
    const from = this.sources.get(column) ?? -1;
    return asSet(this.image.formats[row]?.[from] ?? '');
  }

  /** What to hand to setValues so that the cell holds its new content, or exactly the old one where none is new. */
  private contentAt(row: number, column: number): CellValue {
    const changed = this.values.get(column)?.contents[row];
    if (changed !== undefined) return written(changed, this.formatAt(row, column), this.context);
    const from = this.sources.get(column) ?? -1;
    const formula = this.image.formulas[row]?.[from];
    if (formula) return afterInsertion(formula, this.image.name, this.insertion.at, this.insertion.count);
    const value = this.image.values[row]?.[from] ?? '';
    return typeof value === 'string' ? guard(value, this.formatAt(row, column)) : value;
  }
}

/** Whether a layer has new contents within a rectangle. */
function touches(layers: ReadonlyMap<number, Layer<unknown>>, at: Rect): boolean {
  for (let column = at.column; column < at.column + at.columns; column += 1) {
    const rows = layers.get(column)?.rows ?? [];
    if (rows.some((row) => at.row - 1 <= row && row < at.row - 1 + at.rows)) return true;
  }
  return false;
}

function put<Content>(
  layers: Map<number, Layer<Content>>,
  column: number,
  row: number,
  content: Content,
): void {
  let layer = layers.get(column);
  if (!layer) layers.set(column, (layer = { contents: [], rows: [] }));
  if (layer.contents[row] === undefined) layer.rows.push(row);
  layer.contents[row] = content;
}

/** A matrix for a rectangle; the reader gets the index of the row and the position of the column. */
function fill<Content>(at: Rect, read: (row: number, column: number) => Content): Content[][] {
  const rows: Content[][] = [];
  for (let row = at.row - 1; row < at.row - 1 + at.rows; row += 1) {
    const cells: Content[] = [];
    for (let column = at.column; column < at.column + at.columns; column += 1) cells.push(read(row, column));
    rows.push(cells);
  }
  return rows;
}
