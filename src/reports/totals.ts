/** Sums of a column of amounts: one for each currency, and one across them where the rates are set. */
import type { SummaryCell } from '../core/table/beside';
import { moneyFormat, type CurrencyRates } from '../core/table/currency';
import type { RemoteRecord } from '../core/table/field';
import { currenciesIn } from './columns';

/** The sum of one summary line or column, `criteria` being further pairs for SUMIFS: “;{band};{1}”. */
export interface Total {
  /** The currency; in words where it is a sum across several, '' where the platform names none. */
  readonly label: string;
  readonly cell: (criteria?: string) => SummaryCell;
}

/**
 * A total for each currency, those of most rows first. The one across them follows only where there are several and every one
 * has a rate: a sum without some of the rows would look like all of them.
 */
export function totalsOf(
  rows: readonly RemoteRecord[],
  amount: string,
  rates: CurrencyRates | null,
): readonly Total[] {
  const currencies = currenciesIn(rows, amount);
  const sum = (currency: string, criteria: string): string =>
    `SUMIFS({${amount}};{currency};"${currency}"${criteria})`;
  const each = currencies.map((currency): Total => ({
    label: currency,
    cell: (criteria = '') => ({
      formula: `=${sum(currency, criteria)}`,
      format: moneyFormat(currency || null),
    }),
  }));
  const factors = currencies.map((currency) => factorOf(currency, rates));
  if (rates === null || currencies.length < 2 || factors.includes(null)) return each;
  const across = (criteria: string): string =>
    currencies.map((currency, index) => sum(currency, criteria) + (factors[index] ?? '')).join('+');
  const all: Total = {
    label: `all in ${rates.currency} at your rates`,
    cell: (criteria = '') => ({ formula: `=${across(criteria)}`, format: moneyFormat(rates.currency) }),
  };
  return [...each, all];
}

/** What a total is headed by: “Spend, EUR”. */
export function headed(name: string, { label }: Total): string {
  return label === '' ? name : `${name}, ${label}`;
}

/**
 * The criterion for cells that say just what the first cell of the line does, `name`: alone, “<b>” would mean less than “b”, and
 * “C*” all that begins with C. https://support.google.com/docs/answer/3238496
 */
export function sameAs(name: string): string {
  const escaped = name.replace(/[~*?]/g, '~$&');
  return escaped === name ? '"="&{1}' : `"=${escaped.replace(/"/g, '""')}"`;
}

/** “*108/100”: a decimal sign would depend on the file's locale. Null where there is no rate. */
function factorOf(currency: string, rates: CurrencyRates | null): string | null {
  if (currency === rates?.currency) return '';
  const worth = rates?.worth[currency];
  if (worth === undefined) return null;
  const decimals = worth.toFixed(RATE_DECIMALS).replace(/0+$/, '').split('.')[1]?.length ?? 0;
  return `*${Math.round(worth * 10 ** decimals)}/${10 ** decimals}`;
}

const RATE_DECIMALS = 8;
