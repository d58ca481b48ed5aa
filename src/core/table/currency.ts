/** Currencies: how many decimals each has, and the number format that shows its amounts. */

/** Currencies to which ISO 4217 gives another number of decimals than two. */
const DECIMALS: ReadonlyMap<string, number> = new Map([
  ...codes('BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF', 0),
  ...codes('BHD IQD JOD KWD LYD OMR TND', 3),
  ...codes('CLF UYW', 4),
]);

function codes(list: string, decimals: number): [string, number][] {
  return list.split(' ').map((code) => [code, decimals]);
}

/** The ISO 4217 code in upper case, or null for anything that cannot be one. */
export function currencyCode(raw: unknown): string | null {
  if (typeof raw !== 'string') return null;
  const code = raw.trim().toUpperCase();
  return /^[A-Z]{3}$/.test(code) ? code : null;
}

/** Decimals of a currency, which is also the power of ten between its whole and its smallest unit; 2 when unknown. */
export function decimalsOf(currency: string | null): number {
  return (currency === null ? undefined : DECIMALS.get(currency)) ?? 2;
}

/** An amount in the smallest unit (cents) as whole units (euros). */
export function wholeUnits(minor: number, currency: string | null): number {
  return minor / 10 ** decimalsOf(currency);
}

/** “[$EUR] #,##0.00”; without the code when the currency is not known. */
export function moneyFormat(currency: string | null): string {
  const decimals = decimalsOf(currency);
  const digits = decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}`;
  return currency === null ? digits : `[$${currency}] ${digits}`;
}

/** What amounts in other currencies are worth in one, as people set it. */
export interface CurrencyRates {
  /** ISO 4217 code of the one. */
  readonly currency: string;
  /** By the code of another, what one unit of it is worth: {EUR: 1.08} with USD as the one. */
  readonly worth: Readonly<Record<string, number>>;
}

/** The sign or code of the currency that a number format shows, as a spreadsheet gives it to an amount that is typed; '' for none. */
export function currencySign(format: string): string {
  // “[$-409]” is a locale, “[$€-407]” the euro in one.
  const found = /\[\$([^\]-]+)|([$€£¥₹])/.exec(format.replace(/\[\$-[^\]]*\]/g, ''));
  return found?.[1] ?? found?.[2] ?? '';
}

/** Whether a format is one that moneyFormat makes; any other was chosen by a person. */
export function isMoneyFormat(format: string): boolean {
  return /^(\[\$[A-Z]{3}\] )?#,##0(\.0{2,4})?$/.test(format);
}
