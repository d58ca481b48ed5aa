/** Formulas with which people fill a column of their own: rows that arrive later get them too. */
import type { TabImage, TabOperation } from '../../ports/grid';
import { isBeside } from './beside';
import type { ColumnPlan } from './column-plan';
import { neighbours } from './cover';
import { afterInsertion, filledDown } from './formula';
import type { KnownRow } from './row-plan';

/** A column that is not refreshed, as the last row with a record shows it. */
export interface OwnColumn {
  /** Position after the plan's insertion, from 1. */
  readonly at: number;
  /** Index in the tab as it was read. */
  readonly from: number;
  /** Number format as it was read. */
  readonly format: string;
  /** The formula for a row, counted from 1; null where no formula fills the column. */
  readonly formula: ((row: number) => string | null) | null;
}

/**
 * Columns that the plan does not refresh. A formula fills one when the last of `rows` and at least one more hold it,
 * each with references to its own surroundings; anything less may be meant for single rows.
 */
export function ownColumns(
  image: TabImage,
  { fields, status, insertion }: ColumnPlan,
  rows: readonly KnownRow[],
): OwnColumn[] {
  const managed = new Set([...fields, ...(status ? [status] : [])].map(({ from }) => from));
  const last = rows[rows.length - 1];
  const width = image.values[0]?.length ?? 0;
  const own: OwnColumn[] = [];
  for (let from = 0; from < width; from += 1) {
    if (managed.has(from)) continue;
    const text = last && !isBeside(image.headerNotes[from]) && fillingFormula(image, from, rows);
    own.push({
      at: from + 1 < insertion.at ? from + 1 : from + 1 + insertion.count,
      from,
      format: last ? (image.formats[last.index]?.[from] ?? '') : '',
      formula: text
        ? (row) => {
            const moved = filledDown(text, row - 1 - last.index);
            return moved && afterInsertion(moved, image.name, insertion.at, insertion.count);
          }
        : null,
    });
  }
  return own;
}

function fillingFormula({ formulas }: TabImage, column: number, rows: readonly KnownRow[]): string | null {
  const last = rows[rows.length - 1];
  const text = last && formulas[last.index]?.[column];
  if (!text) return null;
  const another = rows.some(({ index }) => {
    const other = formulas[index]?.[column];
    return index !== last.index && other ? filledDown(other, last.index - index) === text : false;
  });
  return another ? text : null;
}

/** Formulas for rows that came without them, because the run that added them was cut off. */
export function missedFormulas(
  image: TabImage,
  own: readonly OwnColumn[],
  rows: readonly KnownRow[],
): TabOperation[] {
  return own.flatMap(({ at, from, formula }) => {
    if (!formula) return [];
    const formulas = new Map<number, string>();
    for (const { index } of rows) {
      const text = image.values[index]?.[from] === '' && !image.formulas[index]?.[from] && formula(index + 1);
      if (text) formulas.set(index + 1, text);
    }
    return neighbours([...formulas.keys()]).map(({ first, last }): TabOperation => ({
      kind: 'values',
      at: { row: first, column: at, rows: last - first + 1, columns: 1 },
      values: Array.from({ length: last - first + 1 }, (_, offset) => [formulas.get(first + offset) ?? '']),
    }));
  });
}
