/** Amounts that name a currency: an amount is sent as a bare number, so it must be in the currency of its record. */
import type { CellValue } from '../../ports/grid';
import { says } from '../table/cell';
import { moneyFormatOf } from '../table/codec/number';
import { currencyCode } from '../table/currency';
import type { Field, RemoteRecord } from '../table/field';
import type { Change } from './change';
import type { EditedCells, EditedTable } from './edited-table';

/**
 * The code or the symbol of a currency that a cell shows beside its amount: in its text, or else by its number format, which
 * Sheets changes where somebody types “$500”. Null for none.
 */
export function namedCurrency(cell: CellValue, format: string): string | null {
  if (typeof cell === 'string') return /\p{Sc}|\b[A-Z]{3}\b/u.exec(cell)?.[0] ?? null;
  const [positive = ''] = format.split(';');
  // “[$EUR] #,##0.00” and “[$€-407]#,##0.00”; “[$-409]” names a locale alone.
  const bracketed = /\[\$([^\]-]+)/.exec(positive)?.[1]?.trim();
  if (bracketed !== undefined) return /\p{Sc}|^[A-Z]{3}$/u.exec(bracketed)?.[0] ?? null;
  // “"$"#,##0.00” and “#,##0.00 "CHF"”
  const rest = positive.replace(/\[[^\]]*\]/g, '');
  return /\p{Sc}/u.exec(rest)?.[0] ?? /"\s*([A-Z]{3})\s*"/.exec(rest)?.[1] ?? null;
}

/** Whether a code or a symbol can stand for the currency: “$” does for every dollar. */
export function standsFor(named: string, code: string): boolean {
  if (named === code) return true;
  return (['symbol', 'narrowSymbol'] as const).some((currencyDisplay) => {
    const format = new Intl.NumberFormat('en-US', { style: 'currency', currency: code, currencyDisplay });
    return format.format(0).includes(named);
  });
}

/** The code of the record's currency as far as the tab or the snapshot tells; null where nobody knows. */
export function currencyInTab(
  { row, id }: Change,
  { currencyField }: Field,
  { snapshot }: EditedTable,
  cells: EditedCells,
): string | null {
  if (currencyField === undefined) return null;
  const remembered = snapshot.rows.get(id)?.values[currencyField];
  return currencyCode(cells.has(currencyField) ? cells.cell(row, currencyField) : remembered);
}

/** The code of the currency that the platform says an amount is in; null where it says none. */
export function currencyOf(field: Field, record: RemoteRecord): string | null {
  return field.type === 'money' ? namedCurrency(0, moneyFormatOf(field, record)) : null;
}

/** What to do about a cell whose amount is to be sent and names another currency than `code`; null where it does not. */
export function otherCurrency(
  { row, to }: Change,
  field: Field,
  code: string,
  { words }: EditedTable,
  cells: EditedCells,
): string | null {
  const cell = cells.cell(row, field.key);
  // An undo sends what the journal says, whatever the cell does.
  if (to === '' || !says(field, cell, to, cells.context)) return null;
  const named = namedCurrency(cell, cells.format(row, field.key));
  if (named === null || standsFor(named, code)) return null;
  return (
    `“${field.label}” names another currency (${named}) than the ${words.singular} has (${code}). ` +
    `Write the amount in ${code}; a bare number will do.`
  );
}
