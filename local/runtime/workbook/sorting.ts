/** Sorts the rows of a block. */
import type { Rect } from './a1';
import { translateFormula } from './formula/references';
import { Formula } from './content';
import type { Sheet } from './sheet';

export interface SortKey {
  /** Counted on the tab, from 1. */
  readonly column: number;
  readonly ascending: boolean;
}

type Value = number | string | boolean | null;

const TEXT_ORDER = new Intl.Collator('en', { sensitivity: 'base' });

/**
 * Numbers come before text and text before booleans, the other way round when descending; blanks come last either
 * way, and rows with equal keys keep their order. Formulas keep their references relative to the row.
 */
export function sortBlock(sheet: Sheet, rect: Rect, keys: readonly SortKey[]): void {
  sheet.demandInside(rect);
  const columns = keys.map(({ column, ascending }) => ({
    ascending,
    values: Array.from({ length: rect.rows }, (_, line) => sheet.subject(rect.row + line, column).value),
  }));
  const order = Array.from({ length: rect.rows }, (_, line) => line);
  order.sort((a, b) => {
    for (const { values, ascending } of columns) {
      const difference = compare(values[a] ?? null, values[b] ?? null, ascending);
      if (difference !== 0) return difference;
    }
    return a - b;
  });
  reorderRows(sheet, rect, order);
}

/** Puts the rows of a block into another order: line i becomes what was line `order[i]`, from 0. */
export function reorderRows(sheet: Sheet, rect: Rect, order: readonly number[]): void {
  sheet.contents.reorder(rect, order);
  sheet.styles.reorder(rect, order);
  sheet.noteTexts.reorder(rect, order);
  sheet.rules.reorder(rect, order);
  if (sheet.hasFormulas) {
    sheet.contents.update(rect, (content, row) => {
      const line = row - rect.row;
      const moved = line - (order[line] ?? line);
      return content instanceof Formula && moved !== 0
        ? new Formula(translateFormula(content.text, moved, 0))
        : content;
    });
  }
  sheet.workbook.contentChanged();
}

function compare(a: Value, b: Value, ascending: boolean): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  const difference = rank(a) - rank(b) || compareAlike(a, b);
  return ascending ? difference : -difference;
}

function rank(value: number | string | boolean): number {
  return ['number', 'string', 'boolean'].indexOf(typeof value);
}

function compareAlike(a: number | string | boolean, b: number | string | boolean): number {
  return typeof a === 'string' && typeof b === 'string' ? TEXT_ORDER.compare(a, b) : Number(a) - Number(b);
}
