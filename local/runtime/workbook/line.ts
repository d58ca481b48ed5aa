/** Arrays that stand for rows or columns: gaps come, blocks go or move. Positions count from 1. */

/** The array with `count` holes before position `at`; positions past its end need none. */
export function insertGap<T>(line: T[], at: number, count: number): T[] {
  if (at > line.length) return line;
  return line.slice(0, at - 1).concat(new Array<T>(count), line.slice(at - 1));
}

/** Takes `count` places out, from position `at`. */
export function removeBlock<T>(line: T[], at: number, count: number): void {
  line.splice(at - 1, count);
}

/** The array with `count` places from `from` moved to stand before position `to`, counted before the move. */
export function moveBlock<T>(line: T[], from: number, count: number, to: number): T[] {
  if (to >= from && to <= from + count) return line;
  const reach = Math.max(from + count, to) - 1;
  if (line.length < reach) line.length = reach;
  const start = from - 1;
  const block = line.slice(start, start + count);
  return to < from
    ? line.slice(0, to - 1).concat(block, line.slice(to - 1, start), line.slice(start + count))
    : line.slice(0, start).concat(line.slice(start + count, to - 1), block, line.slice(to - 1));
}
