/** What a column of a report holds, for the lines of a summary and for the order of rows. */
import type { RemoteRecord } from '../core/table/field';
import { byText } from './order';

/** The currencies of a column of amounts, those of most rows first; '' where some have an amount and no currency. */
export function currenciesIn(rows: readonly RemoteRecord[], amount: string): readonly string[] {
  const counts = new Map<string, number>();
  for (const { [amount]: value, currency } of rows) {
    if (typeof value !== 'number') continue;
    const code = typeof currency === 'string' ? currency : '';
    counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  return [...counts]
    .sort((one, other) => other[1] - one[1] || byText(one[0], other[0]))
    .map(([code]) => code);
}

/** The texts of a column, each once. */
export function textsIn(rows: readonly RemoteRecord[], key: string): readonly string[] {
  const texts = rows.flatMap(({ [key]: value }) =>
    typeof value === 'string' && value !== '' ? [value] : [],
  );
  return [...new Set(texts)].sort(byText);
}

/**
 * The largest amounts first. Amounts in different currencies are not compared: those in the currency of most come first, and
 * what has no amount comes last.
 */
export function byAmount<Row extends RemoteRecord>(rows: readonly Row[], amount: string): readonly Row[] {
  const currencies = currenciesIn(rows, amount);
  const group = ({ [amount]: value, currency }: RemoteRecord): number =>
    typeof value === 'number'
      ? currencies.indexOf(typeof currency === 'string' ? currency : '')
      : currencies.length;
  const size = ({ [amount]: value }: RemoteRecord): number => (typeof value === 'number' ? value : 0);
  return [...rows].sort((one, other) => group(one) - group(other) || size(other) - size(one));
}
