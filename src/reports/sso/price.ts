/** Reads a price as it is published: amount, currency, what it is for, and whether it is only a lower bound. */
import type { Period, Price } from './vendor';

const SYMBOLS: ReadonlyMap<string, string> = new Map([
  ['$', 'USD'],
  ['US$', 'USD'],
  ['CA$', 'CAD'],
  ['C$', 'CAD'],
  ['A$', 'AUD'],
  ['AU$', 'AUD'],
  ['NZ$', 'NZD'],
  ['S$', 'SGD'],
  ['R$', 'BRL'],
  ['€', 'EUR'],
  ['£', 'GBP'],
  ['¥', 'JPY'],
  ['₹', 'INR'],
]);
const CODES = 'USD|EUR|GBP|CHF|JPY|INR|CAD|AUD|NZD|SGD|BRL|SEK|NOK|DKK|PLN|CZK|ILS|MXN|ZAR';

const NUMBER = String.raw`\d+(?:[.,]\d+)*`;
const MARK = String.raw`(?:(?:US|CA|C|AU|A|NZ|S|R)?\$|[€£¥₹]|\b(?:${CODES})\b)`;
/** An amount with its currency on either side; without a currency only where the text begins with it. */
const AMOUNT = new RegExp(`(${MARK})\\s*(${NUMBER})|(${NUMBER})\\s*(${MARK})|^\\s*(${NUMBER})`, 'u');

const CODE_AFTER = new RegExp(`^\\s*(${CODES})\\b`);

/** The words that the list’s own site looks for: https://github.com/robchahin/sso-wall-of-shame/blob/main/index.md */
const ON_REQUEST = /\b(?:call|contact|custom|quotes?)\b/i;
const LOWER_BOUND = /\b(?:over|from|min|minimum|at least|starting|starts|more than)\b/i;

const NO_AMOUNT = { amount: null, currency: null, unit: null, period: null, isAtLeast: false };

/** What the text says; every part that it does not say is null. “Free” is an amount of zero. */
export function parsePrice(text: string): Price {
  if (/^\s*free\s*$/i.test(text)) return { ...NO_AMOUNT, text, amount: 0 };
  const found = AMOUNT.exec(text);
  const amount = found === null ? null : numberOf(found[2] ?? found[3] ?? found[5] ?? '');
  if (found === null || amount === null) return { ...NO_AMOUNT, text };
  const rest = text.slice(found.index + found[0].length);
  // “$20 CAD”: many currencies share the sign, and the code says which is meant.
  const mark = CODE_AFTER.exec(rest)?.[1] ?? found[1] ?? found[4];
  return {
    text,
    amount,
    currency: mark === undefined ? null : (SYMBOLS.get(mark) ?? mark),
    ...measureOf(rest),
    isAtLeast: isOnRequest(text) || LOWER_BOUND.test(text) || isOpenEnded(rest),
  };
}

/** Whether the vendor asks to be called instead of naming a price. */
export function isOnRequest(text: string): boolean {
  return ON_REQUEST.test(text);
}

/** “1,234.50”, “2.166,67” and “4,99” as numbers. */
function numberOf(text: string): number | null {
  const isContinental = /^\d{1,3}(?:\.\d{3})*,\d{1,2}$/.test(text) || /^\d{1,3}(?:\.\d{3}){2,}$/.test(text);
  const value = Number(isContinental ? text.replace(/\./g, '').replace(',', '.') : text.replace(/,/g, ''));
  return Number.isFinite(value) ? value : null;
}

/** “$400+ per month”, “$79.90/month+”, “$0.60 - $7.20”: more may be asked. */
function isOpenEnded(rest: string): boolean {
  return /^\s*\+|\+\s*\)?\s*$/.test(rest) || /^[^\d]*?(?:-|–|—|\bto\b)\s*[^\w\s]?\s*\d/u.test(rest);
}

const PERIODS: ReadonlyMap<string, Period> = new Map([
  ...['m', 'mo', 'mth', 'month', 'months', 'monthly'].map((word) => [word, 'month'] as const),
  ...['y', 'yr', 'year', 'years', 'yearly', 'annum', 'annually', 'pa'].map((word) => [word, 'year'] as const),
]);
const SINGULARS: ReadonlyMap<string, string> = new Map([['u', 'user']]);

/** “per u/m”, “/ device”, “per host-month”, “for 100K events”: what is counted, and for how long one pays. */
function measureOf(rest: string): Pick<Price, 'unit' | 'period'> {
  const plain = rest.toLowerCase().replace(/\([^)]*\)?/g, ' ');
  const counted = /^\s*for\s+(\d+\w*\s+[a-z]+)/.exec(plain);
  if (counted) return { unit: counted[1] ?? null, period: null };
  let unit: string | null = null;
  let period: Period | null = null;
  for (const [, word = ''] of plain.matchAll(
    /(?:\bper\b|\/|-|\ban?\b|\bevery\b)\s*([a-z]+)|\b(?:monthly|yearly|annually)\b/g,
  )) {
    const time = PERIODS.get(word);
    if (time !== undefined) period ??= time;
    else if (word !== '') unit ??= SINGULARS.get(word) ?? word.replace(/(?<=[a-z]{3})s$/, '');
  }
  const adverb = /\b(monthly|yearly|annually)\b/.exec(plain)?.[1];
  return { unit, period: period ?? PERIODS.get(adverb ?? '') ?? null };
}
