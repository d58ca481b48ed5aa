/** Where cells lie, in pixels. */
import type { TabView } from '../../protocol';

type Sizes = Pick<
  TabView,
  | 'frozenRows'
  | 'frozenColumns'
  | 'columnWidths'
  | 'rowHeights'
  | 'hiddenRows'
  | 'hiddenColumns'
  | 'defaultWidth'
  | 'defaultHeight'
>;

/** What the frozen rows and columns take. */
export function frozenSize(tab: Sizes): { width: number; height: number } {
  return { width: widthOf(tab, 1, tab.frozenColumns), height: heightOf(tab, 1, tab.frozenRows) };
}

/** The upper left corner of a cell, from that of the first one that is not frozen; at its edge for a frozen one. */
export function cornerOf(tab: Sizes, row: number, column: number): { left: number; top: number } {
  return {
    left: widthOf(tab, tab.frozenColumns + 1, column - 1),
    top: heightOf(tab, tab.frozenRows + 1, row - 1),
  };
}

function widthOf({ columnWidths, hiddenColumns, defaultWidth }: Sizes, first: number, last: number): number {
  return sum(first, last, new Map(columnWidths), new Set(hiddenColumns), defaultWidth);
}

function heightOf({ rowHeights, hiddenRows, defaultHeight }: Sizes, first: number, last: number): number {
  return sum(first, last, new Map(rowHeights), new Set(hiddenRows), defaultHeight);
}

function sum(
  first: number,
  last: number,
  sizes: ReadonlyMap<number, number>,
  hidden: ReadonlySet<number>,
  usual: number,
): number {
  let pixels = 0;
  for (let place = first; place <= last; place += 1)
    if (!hidden.has(place)) pixels += sizes.get(place) ?? usual;
  return pixels;
}
