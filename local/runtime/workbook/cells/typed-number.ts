/** Reads a typed text as a number, the way Sheets does. */
import { CURRENCY_SIGNS, localeFacts } from './locale';

export interface TypedNumber {
  readonly value: number;
  /** The format that the way of typing gives the cell; absent for a plain number. */
  readonly format?: string;
}

interface NumberPatterns {
  /** Named groups: sign, whole, fraction, exponent. */
  readonly number: RegExp;
  readonly grouping: RegExp;
}

const escaped = (text: string): string => text.replace(/[$.*+?^|()[\]{}\\]/g, '\\$&');
const CURRENCY = CURRENCY_SIGNS.map(escaped).join('|');
const LEADING_CURRENCY = new RegExp(`^([+-]?)\\s*(${CURRENCY})\\s*(.+)$`);
const TRAILING_CURRENCY = new RegExp(`^(.+?)\\s*(${CURRENCY})$`);
const patterns = new Map<string, NumberPatterns>();

/**
 * A number, or null where the text is none. Understood are grouping, a percent sign, a currency sign before or
 * after, an exponent, and brackets for negative numbers.
 * Source of the samples: https://developers.google.com/apps-script/reference/spreadsheet/range
 *
 * @param text without spaces around it
 */
export function typedNumber(text: string, locale: string): TypedNumber | null {
  const bracketed = /^\((.+)\)$/.exec(text)?.[1];
  if (bracketed !== undefined) {
    const inside = /^[+-]/.test(bracketed) ? null : typedNumber(bracketed, locale);
    return inside && { ...inside, value: 0 - inside.value };
  }
  if (text.endsWith('%')) return typedPercent(text.slice(0, -1).trimEnd(), locale);
  return plainNumber(text, locale) ?? typedMoney(text, locale);
}

function typedPercent(text: string, locale: string): TypedNumber | null {
  const found = read(text, locale);
  if (found === null) return null;
  // Dividing the decimal text keeps 12.3% at 0.123 where dividing the number would not.
  return {
    value: Number(`${found.digits}e${found.exponent - 2}`),
    format: found.hasFraction ? '0.00%' : '0%',
  };
}

function plainNumber(text: string, locale: string): TypedNumber | null {
  const found = read(text, locale);
  if (found === null) return null;
  const value = numberOf(found, 0);
  if (!Number.isFinite(value)) return null;
  if (found.isScientific) return { value, format: '0.00E+00' };
  if (found.isGrouped) return { value, format: found.hasFraction ? '#,##0.00' : '#,##0' };
  return { value };
}

function typedMoney(text: string, locale: string): TypedNumber | null {
  const leading = LEADING_CURRENCY.exec(text);
  const trailing = leading === null ? TRAILING_CURRENCY.exec(text) : null;
  const sign = leading?.[2] ?? trailing?.[2];
  const amount = leading === null ? trailing?.[1] : `${leading[1]}${leading[3]}`;
  const found = sign === undefined || amount === undefined ? null : read(amount, locale);
  if (found === null || found.isScientific) return null;
  const value = numberOf(found, 0);
  const digits = found.hasFraction ? '#,##0.00' : '#,##0';
  const symbol = sign === '$' ? '"$"' : `[$${sign}]`;
  return { value, format: leading === null ? `${digits} ${symbol}` : `${symbol}${digits}` };
}

/** The number times a power of ten; a cell knows no negative zero. */
function numberOf(found: ReadNumber, shift: number): number {
  return Number(`${found.digits}e${found.exponent + shift}`) || 0;
}

interface ReadNumber {
  /** Sign, digits and a decimal point, as JavaScript writes them. */
  readonly digits: string;
  readonly exponent: number;
  readonly hasFraction: boolean;
  readonly isGrouped: boolean;
  readonly isScientific: boolean;
}

function read(text: string, locale: string): ReadNumber | null {
  if (!/\d/.test(text)) return null;
  const { number, grouping } = numberPatterns(locale);
  const parts = number.exec(text)?.groups;
  if (!parts) return null;
  const whole = (parts['whole'] ?? '').replace(grouping, '');
  const fraction = parts['fraction'] ?? '';
  if (whole === '' && fraction === '') return null;
  return {
    digits: `${parts['sign'] ?? ''}${whole || '0'}.${fraction || '0'}`,
    exponent: Number(parts['exponent'] ?? 0),
    hasFraction: fraction !== '',
    isGrouped: whole !== parts['whole'],
    isScientific: parts['exponent'] !== undefined,
  };
}

function numberPatterns(locale: string): NumberPatterns {
  const known = patterns.get(locale);
  if (known !== undefined) return known;
  const facts = localeFacts(locale);
  // People type an ordinary space where the locale groups by a narrow or unbreakable one.
  const group = /\s/.test(facts.grouping) ? '[ \u00a0\u202f]' : escaped(facts.grouping);
  const grouped = facts.pairedGroups
    ? `\\d{1,3}(?:${group}\\d{2,3})*${group}\\d{3}`
    : `\\d{1,3}(?:${group}\\d{3})+`;
  const made = {
    number: new RegExp(
      `^(?<sign>[+-]?)(?<whole>${grouped}|\\d*)(?:${escaped(facts.decimal)}(?<fraction>\\d*))?(?:e(?<exponent>[+-]?\\d{1,4}))?$`,
      'i',
    ),
    grouping: new RegExp(group, 'g'),
  };
  patterns.set(locale, made);
  return made;
}
