/** A tab as it will be: what was read, with the plan's insertion and new contents on top. */
import type { CellValue, Rect, TabImage, TabOperation } from '../../ports/grid';
import { written } from './cell';
import type { CodecContext } from './codec/codec';
import type { ColumnPlan } from './column-plan';
import { type ColumnRun, coverCells, neighbours } from './cover';
import { GENERAL, guard } from './typed-text';

/** Rectangles that scattered changes may take. Two calls each. */
const RECTANGLES = 12;

/** New contents of one column, by index of the row; rows in ascending order. */
interface Layer<Content> {
  readonly contents: (Content | undefined)[];
  readonly rows: number[];
}

/** Collects changes of existing rows, row after row, and turns them into few operations. */
export class TabDraft {
  private readonly values = new Map<number, Layer<CellValue>>();
  private readonly formats = new Map<number, Layer<string>>();
  /** Index in the image of each managed column, by position. */
  private readonly sources = new Map<number, number | null>();

  constructor(
    private readonly image: TabImage,
    columns: ColumnPlan,
    private readonly context: CodecContext,
  ) {
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

  /** Formats first, because they decide how the values are taken. */
  operations(): TabOperation[] {
    const formats = this.cover(this.formats).map((at): TabOperation => ({
      kind: 'formats',
      at,
      formats: fill(at, (row, column) => this.formatAt(row, column)),
    }));
    const values = this.cover(this.values).map((at): TabOperation => ({
      kind: 'values',
      at,
      values: fill(at, (row, column) => this.contentAt(row, column)),
    }));
    return [...formats, ...values];
  }

  private cover(layers: ReadonlyMap<number, Layer<unknown>>): Rect[] {
    const cells = [...layers].map(([column, { rows }]) => ({ column, rows }));
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
    if (formula) return formula;
    const value = this.image.values[row]?.[from] ?? '';
    return typeof value === 'string' ? guard(value, this.formatAt(row, column)) : value;
  }
}

/**
 * A format as it is to be set again: a cell that nobody formatted reports a pattern, which would show “5.” once set.
 * https://github.com/brucemcpherson/gas-fakes/blob/main/notes/oddities.md
 */
function asSet(format: string): string {
  return isGeneral(format) ? GENERAL : format;
}

/** Whether a format as it was read is the one of cells that nobody has formatted. */
export function isGeneral(format: string): boolean {
  return format === '' || /^(general|0\.#+)$/i.test(format);
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
