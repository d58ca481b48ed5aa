/** Columns that a person adds: values of theirs, or a formula with what it must give. */
import { columnLetters } from '../../../local/runtime/workbook/a1';
import { cellOf, columnOf, type Plain, rowsById, type TabView } from './tab-view';

/** Ranges end here, below everything that a shuffle makes. */
const LAST_ROW = 300;

/**
 * - join: the row's cell of a column, and an x
 * - total: the sum of a column
 * - lookup: the cell that another record, named by its id, has in a column
 * - place: the number of the row, by a reference to the row above
 */
export type FormulaForm = 'join' | 'total' | 'lookup' | 'place';

export const FORMS: readonly FormulaForm[] = ['join', 'total', 'lookup', 'place'];

export interface Formula {
  readonly form: FormulaForm;
  /** Handle of the column that it reads. */
  readonly reads: string;
  /** Of a look-up. */
  readonly id: string;
}

/** The formula in a row, from 1; null where the column that it would read is not there. */
export function formulaText(view: TabView, key: string, row: number, formula: Formula): string | null {
  const [column, ids] = [columnOf(view, formula.reads), columnOf(view, key)];
  if (column === undefined || ids === undefined) return null;
  const letters = columnLetters(column.at + 1);
  const range = (name: string): string => `$${name}$2:$${name}$${String(LAST_ROW)}`;
  switch (formula.form) {
    case 'join':
      return `=${letters}${String(row)}&"x"`;
    case 'total':
      return `=SUM(${range(letters)})`;
    case 'lookup': {
      const id = /^\d{1,9}$/.test(formula.id) ? formula.id : `"${formula.id}"`;
      return `=INDEX(${range(letters)},MATCH(${id},${range(columnLetters(ids.at + 1))},0))&"!"`;
    }
    case 'place':
      return `=ROW(${letters}${String(row - 1)})+1`;
  }
}

/** As a formula joins it to text; null where that depends on more than the cell, as with dates and errors. */
function joined(cell: Plain): string | null {
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  if (typeof cell === 'number') return String(cell);
  return /^#|^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(cell) ? null : cell;
}

/** What the formula must give in a row, from 0; null where the model does not say. */
export function formulaResult(view: TabView, key: string, row: number, formula: Formula): Plain | null {
  const { reads, form, id } = formula;
  if (columnOf(view, reads) === undefined) return null;
  switch (form) {
    case 'join': {
      const text = joined(cellOf(view, row, reads));
      return text === null ? null : `${text}x`;
    }
    case 'total': {
      let sum = 0;
      for (let each = 1; each < view.cells.length; each += 1) {
        const cell = cellOf(view, each, reads);
        if (typeof cell === 'number') sum += cell;
        else if (joined(cell) === null) return null;
      }
      return sum;
    }
    case 'lookup': {
      const found = rowsById(view, key).get(id);
      const text = found === undefined ? null : joined(cellOf(view, found, reads));
      return found === undefined ? '#N/A' : text === null ? null : `${text}!`;
    }
    case 'place':
      return null;
  }
}
