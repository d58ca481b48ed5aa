/** Putting things of a list into another order. */

/** The list with one thing taken from place `from` and put where it then is at place `to`; both from 0, kept within the list. */
export function moved<Item>(list: readonly Item[], from: number, to: number): readonly Item[] {
  const rest = [...list];
  const [item] = rest.splice(from, 1);
  if (item === undefined) return list;
  rest.splice(Math.max(0, Math.min(to, rest.length)), 0, item);
  return rest;
}

/**
 * The gap between rows that height `y` points at: 0 above the first row, as many as there are rows below the last.
 * @param rows from top to bottom, in pixels on the same scale as `y`
 */
export function gapAt(y: number, rows: readonly { readonly top: number; readonly bottom: number }[]): number {
  return rows.filter(({ top, bottom }) => (top + bottom) / 2 < y).length;
}

/** The place that the thing from place `from` has once it was put into a gap. */
export function placeInGap(gap: number, from: number): number {
  return gap > from ? gap - 1 : gap;
}
