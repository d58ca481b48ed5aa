/** A block of cells that follows what happens to the rows and columns around it. */
import type { Rect } from './a1';

interface Span {
  start: number;
  count: number;
}

/** Edges of a block that are left to the grid, as the bottom of `A:A` or of `A2:A` is. */
export interface OpenEdges {
  readonly rows?: boolean;
  readonly columns?: boolean;
}

/** Used wherever a tab remembers a place: named ranges, protections, filters, charts, rules, metadata. */
export class Region {
  #rows: Span;
  #columns: Span;

  /** With an open edge it also takes in what is added to the grid there. */
  constructor(
    rect: Rect,
    readonly open: OpenEdges = {},
  ) {
    this.#rows = { start: rect.row, count: rect.rows };
    this.#columns = { start: rect.column, count: rect.columns };
  }

  /** Where it lies now, or null once all its rows or columns were deleted. */
  get rect(): Rect | null {
    const { start: row, count: rows } = this.#rows;
    const { start: column, count: columns } = this.#columns;
    return rows > 0 && columns > 0 ? { row, column, rows, columns } : null;
  }

  place(rect: Rect): void {
    this.#rows = { start: rect.row, count: rect.rows };
    this.#columns = { start: rect.column, count: rect.columns };
  }

  contains(row: number, column: number): boolean {
    return within(this.#rows, row) && within(this.#columns, column);
  }

  intersects(other: Rect): boolean {
    return (
      overlap(this.#rows, { start: other.row, count: other.rows }) > 0 &&
      overlap(this.#columns, { start: other.column, count: other.columns }) > 0
    );
  }

  /** `size` is the number of rows before the edit: a region of whole columns stays one. */
  insertRows(at: number, count: number, size: number): void {
    this.#rows = inserted(this.#rows, { at, count, size }, this.open.rows);
  }

  insertColumns(at: number, count: number, size: number): void {
    this.#columns = inserted(this.#columns, { at, count, size }, this.open.columns);
  }

  deleteRows(at: number, count: number): void {
    this.#rows = deleted(this.#rows, at, count);
  }

  deleteColumns(at: number, count: number): void {
    this.#columns = deleted(this.#columns, at, count);
  }

  moveRows(from: number, count: number, to: number): void {
    this.#rows = moved(this.#rows, from, count, to);
  }

  moveColumns(from: number, count: number, to: number): void {
    this.#columns = moved(this.#columns, from, count, to);
  }
}

function within(span: Span, position: number): boolean {
  return position >= span.start && position < span.start + span.count;
}

function overlap(a: Span, b: Span): number {
  return Math.min(a.start + a.count, b.start + b.count) - Math.max(a.start, b.start);
}

/** New positions before `at`, in a grid that had `size` of them. */
interface Insertion {
  readonly at: number;
  readonly count: number;
  readonly size: number;
}

function inserted(span: Span, { at, count, size }: Insertion, open = false): Span {
  if (span.count === 0) return span;
  // A single cell stays one, even where the tab has shrunk to its row or column.
  const whole = span.start === 1 && span.count === size && size > 1;
  const added = open && at === size + 1 && span.start + span.count === at;
  if (whole || added || (at > span.start && at < span.start + span.count)) {
    return { start: span.start, count: span.count + count };
  }
  return at <= span.start ? { start: span.start + count, count: span.count } : span;
}

function deleted(span: Span, at: number, count: number): Span {
  const lost = Math.max(0, overlap(span, { start: at, count }));
  const before = Math.max(0, Math.min(count, span.start - at));
  return { start: span.start - before, count: span.count - lost };
}

function moved(span: Span, from: number, count: number, to: number): Span {
  if (to >= from && to <= from + count) return span;
  const landing = to > from ? to - count : to;
  if (span.start >= from && span.start + span.count <= from + count) {
    return { start: span.start - from + landing, count: span.count };
  }
  const inside = from >= span.start && from + count <= span.start + span.count;
  if (inside && to >= span.start && to <= span.start + span.count) return span;
  const without = deleted(span, from, count);
  return landing > without.start && landing < without.start + without.count
    ? { start: without.start, count: without.count + count }
    : { start: landing <= without.start ? without.start + count : without.start, count: without.count };
}
