/** Cells merged into one. */
import { ScriptError } from '../service-object';
import { encloses, type Rect } from './a1';
import type { Region } from './region';
import type { Sheet } from './sheet';

export function mergesIn(sheet: Sheet, rect: Rect): Region[] {
  return sheet.merges.filter((merge) => merge.rect !== null && merge.intersects(rect));
}

/** Makes each block one cell: the first cell keeps its content, the others lose theirs. */
export function mergeBlocks(sheet: Sheet, whole: Rect, blocks: readonly Rect[]): void {
  breakApart(sheet, whole);
  for (const block of blocks.filter(({ rows, columns }) => rows * columns > 1)) {
    const { row, column } = block;
    sheet.place(block, (r, c) => (r === row && c === column ? sheet.contents.get(r, c) : undefined));
    sheet.merges = [...sheet.merges, sheet.track(block)];
  }
}

/** Takes merges apart; one that reaches beyond the block is refused. */
export function breakApart(sheet: Sheet, rect: Rect): void {
  const touched = mergesIn(sheet, rect);
  for (const { rect: merged } of touched) {
    if (merged !== null && !encloses(rect, merged)) {
      throw new ScriptError('You must select all cells in a merged range to merge or unmerge them.');
    }
  }
  sheet.merges = sheet.merges.filter((merge) => !touched.includes(merge));
  sheet.workbook.touch();
}
