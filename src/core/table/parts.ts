/** Cuts a plan that may not fit one execution into parts that do. */
import type { Rect, TabOperation } from '../../ports/grid';
import { neighbours } from './cover';
import { isGeneral } from './typed-text';

/**
 * One call takes so much at most. A block of 10,000 rows stays one call, also a wide one; larger ones are cut, as they would
 * take minutes at about a tenth of a millisecond for each cell.
 * https://ruby-bash.developreference.com/article/29263774/What+is+faster+ScriptDb+or+SpreadsheetApp
 */
const LARGEST = { rows: 12_000, cells: 600_000 };

/** What a part of a cut plan holds at most. */
const PART = { rows: 10_000, cells: 250_000 };

/** Operations that belong to one stretch of work; after each, what was written lasts. */
export interface Part {
  readonly operations: readonly TabOperation[];
  readonly cells: number;
  /** Rows of values in it: what people see coming. */
  readonly rows: number;
}

/** Whether a plan with these operations is carried out in parts. */
export function isLarge(operations: readonly TabOperation[]): boolean {
  return operations.some((operation) =>
    rectsOf(operation).some(({ rows, columns }) => isLargeBlock(rows, columns)),
  );
}

export function isLargeBlock(rows: number, columns: number): boolean {
  return rows > LARGEST.rows || rows * columns > LARGEST.cells;
}

/** The same operations in the same order, blocks of many rows cut into several. */
export function partsOf(operations: readonly TabOperation[]): readonly Part[] {
  const parts: Part[] = [];
  let open: TabOperation[] = [];
  let cells = 0;
  const close = (): void => {
    if (open.length > 0) parts.push({ operations: open, cells, rows: rowsOf(open) });
    open = [];
    cells = 0;
  };
  for (const operation of operations.flatMap(cut)) {
    const size = cellsOf(operation);
    if (cells + size > PART.cells) close();
    open.push(operation);
    cells += size;
  }
  close();
  return parts;
}

/**
 * What is left of setting formats, given those that the cells have: whole columns, where any of their cells differs. Reading
 * costs far less than writing, and in a new tab most columns have the format already.
 */
export function missingFormats(
  { at, formats }: Extract<TabOperation, { kind: 'formats' }>,
  current: readonly (readonly string[])[],
): TabOperation[] {
  const differing: number[] = [];
  for (let column = 0; column < at.columns; column += 1) {
    const differs = formats.some((row, index) => !isSame(row[column] ?? '', current[index]?.[column] ?? ''));
    if (differs) differing.push(column);
  }
  return neighbours(differing).map(({ first, last }) => ({
    kind: 'formats',
    at: { ...at, column: at.column + first, columns: last - first + 1 },
    formats: formats.map((row) => row.slice(first, last + 1)),
  }));
}

function isSame(wanted: string, current: string): boolean {
  return wanted === current || (isGeneral(wanted) && isGeneral(current));
}

function cut(operation: TabOperation): TabOperation[] {
  switch (operation.kind) {
    case 'values': {
      const { at, values } = operation;
      return blocks(at).map((block) => ({ ...operation, at: block, values: rowsWithin(values, at, block) }));
    }
    case 'formats': {
      const { at, formats } = operation;
      return blocks(at).map((block) => ({
        ...operation,
        at: block,
        formats: rowsWithin(formats, at, block),
      }));
    }
    case 'checkboxes':
    case 'fontColor':
      return bundles(operation.at.flatMap(blocks)).map((at) => ({ ...operation, at }));
    default:
      return [operation];
  }
}

function blocks(at: Rect): Rect[] {
  const most = Math.max(1, Math.min(PART.rows, Math.floor(PART.cells / at.columns)));
  const found: Rect[] = [];
  for (let done = 0; done < at.rows; done += most) {
    found.push({ ...at, row: at.row + done, rows: Math.min(most, at.rows - done) });
  }
  return found;
}

function rowsWithin<T>(rows: readonly T[], whole: Rect, block: Rect): readonly T[] {
  return rows.slice(block.row - whole.row, block.row - whole.row + block.rows);
}

/** Blocks that together are no larger than a part. */
function bundles(rects: readonly Rect[]): Rect[][] {
  const found: Rect[][] = [];
  let room = 0;
  for (const rect of rects) {
    const size = rect.rows * rect.columns;
    if (size > room || found.length === 0) {
      found.push([]);
      room = PART.cells;
    }
    found[found.length - 1]!.push(rect);
    room -= size;
  }
  return found;
}

function rowsOf(operations: readonly TabOperation[]): number {
  return operations.reduce((sum, each) => sum + (each.kind === 'values' ? each.at.rows : 0), 0);
}

function cellsOf(operation: TabOperation): number {
  return rectsOf(operation).reduce((sum, { rows, columns }) => sum + rows * columns, 0);
}

function rectsOf(operation: TabOperation): readonly Rect[] {
  switch (operation.kind) {
    case 'values':
    case 'formats':
      return [operation.at];
    case 'checkboxes':
    case 'fontColor':
      return operation.at;
    default:
      return [];
  }
}
