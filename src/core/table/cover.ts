/** Covers scattered cells with few rectangles: each costs a service call, each cell within costs little. */
import type { Rect } from '../../ports/grid';

/** Cells of one column, by ascending row. */
export interface ColumnCells {
  readonly column: number;
  readonly rows: readonly number[];
}

/** Neighbouring columns that a rectangle may span, both ends included. */
export interface ColumnRun {
  readonly first: number;
  readonly last: number;
}

/**
 * Untouched cells that may be written again rather than pay for another call. Writing them takes far less time than a
 * call, yet the fewer the better: links within a text and the like do not survive it.
 */
const SPARE = 100;

/** Columns that are covered together. */
interface Band {
  readonly first: number;
  readonly last: number;
  /** Ascending, without repetition. */
  readonly rows: readonly number[];
}

/**
 * Rectangles that hold all the cells, no column outside the runs, and no two of them the same cell; at most `limit`
 * of them, or one for each run that has cells where there are more runs than that.
 */
export function coverCells(cells: readonly ColumnCells[], runs: readonly ColumnRun[], limit: number): Rect[] {
  const bands = runs.map(({ first, last }) =>
    cells
      .filter(({ column, rows }) => column >= first && column <= last && rows.length > 0)
      .sort((one, other) => one.column - other.column)
      .map(({ column, rows }): Band => ({ first: column, last: column, rows })),
  );
  mergeBands(bands, limit);
  return cutBands(bands.flat(), limit);
}

/** Merges neighbours, the cheapest pair first, while that saves time or there are too many. */
function mergeBands(runs: Band[][], limit: number): void {
  for (;;) {
    let best: { run: Band[]; at: number; cost: number } | undefined;
    let count = 0;
    for (const run of runs) {
      count += run.length;
      for (let at = 0; at + 1 < run.length; at += 1) {
        const cost = mergeCost(run[at]!, run[at + 1]!);
        if (!best || cost < best.cost) best = { run, at, cost };
      }
    }
    if (!best || (best.cost > SPARE && count <= limit)) return;
    const [one, other] = best.run.slice(best.at, best.at + 2) as [Band, Band];
    best.run.splice(best.at, 2, { first: one.first, last: other.last, rows: union(one.rows, other.rows) });
  }
}

function mergeCost(one: Band, other: Band): number {
  const top = Math.min(one.rows[0]!, other.rows[0]!);
  const bottom = Math.max(one.rows[one.rows.length - 1]!, other.rows[other.rows.length - 1]!);
  return (bottom - top + 1) * (other.last - one.first + 1) - area(one) - area(other);
}

function area({ first, last, rows }: Band): number {
  return (rows[rows.length - 1]! - rows[0]! + 1) * (last - first + 1);
}

function union(one: readonly number[], other: readonly number[]): number[] {
  const rows: number[] = [];
  for (let i = 0, j = 0; i < one.length || j < other.length;) {
    const next = Math.min(one[i] ?? Infinity, other[j] ?? Infinity);
    rows.push(next);
    if (one[i] === next) i += 1;
    if (other[j] === next) j += 1;
  }
  return rows;
}

/** Cuts the bands at their widest gaps, as long as the limit allows and it saves time. */
function cutBands(bands: readonly Band[], limit: number): Rect[] {
  const gaps = bands.flatMap((band, index) =>
    band.rows.flatMap((row, at) => {
      const skipped = at === 0 ? 0 : row - band.rows[at - 1]! - 1;
      const saved = skipped * (band.last - band.first + 1);
      return saved > SPARE ? [{ index, at, saved }] : [];
    }),
  );
  gaps.sort((one, other) => other.saved - one.saved);
  const cuts = bands.map(() => [] as number[]);
  for (const { index, at } of gaps.slice(0, Math.max(0, limit - bands.length))) cuts[index]!.push(at);
  return bands.flatMap((band, index) => {
    const ends = [0, ...cuts[index]!.sort((one, other) => one - other), band.rows.length];
    return ends.slice(1).map((end, part): Rect => {
      const row = band.rows[ends[part]!]!;
      return {
        row,
        column: band.first,
        rows: band.rows[end - 1]! - row + 1,
        columns: band.last - band.first + 1,
      };
    });
  });
}

/** Numbers that follow one another, as runs. */
export function neighbours(positions: readonly number[]): ColumnRun[] {
  const runs: { first: number; last: number }[] = [];
  for (const position of [...positions].sort((one, other) => one - other)) {
    const run = runs[runs.length - 1];
    if (run && run.last + 1 === position) run.last = position;
    else runs.push({ first: position, last: position });
  }
  return runs;
}
