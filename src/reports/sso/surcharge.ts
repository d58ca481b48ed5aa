/** What single sign-on costs more than the cheapest plan without it, as far as the published prices say so. */
import { isOnRequest } from './price';
import type { Period, Price, Vendor } from './vendor';

/** Why an amount is not known. */
export type UnknownWhy =
  /** The vendor wants to be asked for the price with single sign-on. */
  | 'onRequest'
  | 'noSsoPrice'
  | 'noBasePrice'
  /** The price without single sign-on is itself only a lower bound. */
  | 'baseIsOpen'
  /** No currency, or not the same one. */
  | 'currency'
  /** The two prices are for different things, or for a different time, so that no difference can be taken. */
  | 'differentMeasures'
  /** The price with single sign-on is at least what the plan without it costs, or less. */
  | 'noMore'
  /** Neither price says for what time it pays. */
  | 'noPeriod'
  | 'noUsers'
  /** It is per device, per location or the like, of which the company’s number is not known. */
  | 'noCount';

/** Amounts in whole units of the currency; null where not known, which is never 0. */
export interface Surcharge {
  /** For one `unit` and `period`, as the prices are published; by the year where one is monthly and the other yearly. */
  readonly perUnit: number | null;
  readonly unit: string | null;
  readonly period: Period | null;
  /** The same for a year. */
  readonly perYear: number | null;
  /** For the whole company and a year. */
  readonly total: number | null;
  /** Whether the amounts are only the least that it can be. */
  readonly isAtLeast: boolean;
  /** ISO 4217 code; null where no amount is known. */
  readonly currency: string | null;
  /** Why `total` is not known; null where it is. */
  readonly unknownWhy: UnknownWhy | null;
}

const NOTHING_KNOWN: Omit<Surcharge, 'unknownWhy'> = {
  perUnit: null,
  unit: null,
  period: null,
  perYear: null,
  total: null,
  isAtLeast: false,
  currency: null,
};

/** `users` are the company’s own active users of the app; null where their number is not known. */
export function surcharge(
  { base: published, sso }: Pick<Vendor, 'base' | 'sso'>,
  { users }: { readonly users: number | null },
): Surcharge {
  // What is free is so in every currency and by every measure.
  const base = published.amount === 0 ? { ...sso, amount: 0, isAtLeast: published.isAtLeast } : published;
  const obstacle = obstacleTo(base, sso);
  if (obstacle !== null) return { ...NOTHING_KNOWN, unknownWhy: obstacle };
  const isSamePeriod = base.period === sso.period;
  const perYear = sso.period === null ? null : exact(yearly(sso) - yearly(base));
  const perUnit = isSamePeriod ? exact((sso.amount ?? 0) - (base.amount ?? 0)) : perYear;
  if (perUnit === null || perUnit < 0 || (perUnit === 0 && sso.isAtLeast))
    return { ...NOTHING_KNOWN, unknownWhy: 'noMore' };
  return {
    perUnit,
    unit: sso.unit,
    period: isSamePeriod ? sso.period : 'year',
    perYear,
    isAtLeast: sso.isAtLeast,
    currency: sso.currency,
    ...totalOf(perYear, sso.unit, users),
  };
}

function obstacleTo(base: Price, sso: Price): UnknownWhy | null {
  if (sso.amount === null) return isOnRequest(sso.text) ? 'onRequest' : 'noSsoPrice';
  if (base.amount === null) return 'noBasePrice';
  if (base.isAtLeast) return 'baseIsOpen';
  if (sso.currency === null || sso.currency !== base.currency) return 'currency';
  const isComparable = base.unit === sso.unit && (base.period === null) === (sso.period === null);
  return isComparable ? null : 'differentMeasures';
}

function totalOf(
  perYear: number | null,
  unit: string | null,
  users: number | null,
): Pick<Surcharge, 'total' | 'unknownWhy'> {
  if (perYear === null) return { total: null, unknownWhy: 'noPeriod' };
  if (unit === null) return { total: perYear, unknownWhy: null };
  if (unit !== 'user') return { total: null, unknownWhy: 'noCount' };
  if (users === null) return { total: null, unknownWhy: 'noUsers' };
  return { total: exact(perYear * users), unknownWhy: null };
}

const MONTHS = 12;

function yearly({ amount, period }: Price): number {
  return (amount ?? 0) * (period === 'month' ? MONTHS : 1);
}

/** Without the crumbs of binary fractions: 11.99 − 3.99 is 8. Some prices have four decimals. */
function exact(amount: number): number {
  return Math.round(amount * 1e6) / 1e6;
}

/** In a sentence, for the cell beside an amount that is not known. */
export const UNKNOWN_WORDS: Readonly<Record<UnknownWhy, string>> = {
  onRequest: 'The vendor names its price with single sign-on only on request.',
  noSsoPrice: 'No price with single sign-on is published.',
  noBasePrice: 'No price without single sign-on is published.',
  baseIsOpen: 'The price without single sign-on is only known to be “from”.',
  currency: 'The two prices are not in the same known currency.',
  differentMeasures: 'The two prices are for different things, so their difference says nothing.',
  noMore: 'The published prices do not show that single sign-on costs more.',
  noPeriod: 'The list does not say whether the prices are by the month or by the year.',
  noUsers: 'The number of active users is not known.',
  noCount: 'The price is not by user, and how many you pay for is not known here.',
};
