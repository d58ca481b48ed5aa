/** Numbers, money and yes/no. */
import type { CellValue } from '../../../ports/grid';
import { currencyCode, moneyFormat, wholeUnits } from '../currency';
import type { Field } from '../field';
import { GENERAL } from '../typed-text';
import { serialOf, zoneOf } from '../wall-clock';
import { type Codec, type CodecContext, type Decoded, misread } from './codec';
import { bareValue, moneyOf } from './remote-shape';
import { cellText, unreadable } from './text';

/** Digits that a double keeps: a number with more would come back as another one. */
const EXACT_DIGITS = 15;

/** Reads “-1234.5” and “1e3”; null for anything else, also for numbers too long to be exact. */
function plainNumber(text: string): number | null {
  const match = /^\s*[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?\s*$/i.exec(text);
  if (!match) return null;
  const digits = (match[1] ?? '').replace('.', '').replace(/^0+|0+$/g, '');
  const value = Number(text);
  return digits.length > EXACT_DIGITS || !Number.isFinite(value) ? null : value + 0;
}

/**
 * Reads also “1,234.50” and, where only one reading is possible, “1.234,50” and “12,5”, as people type numbers into
 * plain-text cells.
 */
export function typedNumber(text: string): number | null {
  const bare = text.trim();
  if (/^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(bare)) return plainNumber(bare.replace(/,/g, ''));
  const isContinental = /^[+-]?(\d{1,3}(\.\d{3})+,\d+|\d+,(\d{1,2}|\d{4,}))$/.test(bare);
  return plainNumber(isContinental ? bare.replace(/\./g, '').replace(',', '.') : bare);
}

/** Reads also “€1,234.50” and “1,234.50 EUR”. */
function amount(text: string): number | null {
  return typedNumber(text.trim().replace(/^(?:[A-Z]{3}\b|\p{Sc})\s*|\s*(?:\b[A-Z]{3}|\p{Sc})$/gu, ''));
}

function remoteNumber(raw: unknown): number | null {
  if (typeof raw === 'number') return Number.isFinite(raw) ? raw + 0 : null;
  return typeof raw === 'string' ? plainNumber(raw) : null;
}

function decodeNumber(
  cell: CellValue,
  context: CodecContext,
  read: (text: string) => number | null,
): Decoded {
  if (typeof cell === 'number') return { ok: true, value: cell + 0 };
  // A number whose cell a person formatted as a date.
  if (cell instanceof Date)
    return { ok: true, value: serialOf(zoneOf(context.timeZone).wallOf(cell.getTime())) };
  const text = cellText(cell, context);
  if (text.trim() === '') return { ok: true, value: '' };
  const value = typeof cell === 'string' ? read(text) : null;
  return value === null ? misread(text, `“${text}” is not a number`) : { ok: true, value };
}

export const numberCodec: Codec = {
  format: GENERAL,
  encode: (_field, raw) => {
    if (raw === '') return { value: '', format: GENERAL };
    const value = remoteNumber(bareValue(raw));
    return value === null ? unreadable(raw, GENERAL) : { value, format: GENERAL };
  },
  decode: (_field, cell, context) => decodeNumber(cell, context, typedNumber),
};

function currencyOf(field: Field, record: Readonly<Record<string, unknown>>): string | null {
  return field.currencyField === undefined ? null : currencyCode(bareValue(record[field.currencyField]));
}

/** The ISO 4217 code of an amount of this record; null where nothing says it. */
export function currencyIn(field: Field, record: Readonly<Record<string, unknown>>): string | null {
  return moneyOf(record[field.key])?.currency ?? currencyOf(field, record);
}

/** The format that an amount of this record has, also while there is none. */
export function moneyFormatOf(field: Field, record: Readonly<Record<string, unknown>>): string {
  return moneyFormat(currencyIn(field, record));
}

export const moneyCodec: Codec = {
  format: moneyFormat(null),
  encode: (field, raw, record) => {
    const money = moneyOf(raw);
    const currency = money?.currency ?? currencyOf(field, record);
    const format = moneyFormat(currency);
    const given = money ? money.value : bareValue(raw);
    if (given === '' || given === null) return { value: '', format };
    const value = remoteNumber(given);
    if (value === null) return unreadable(raw, format);
    return { value: field.minorUnits ? wholeUnits(value, currency) : value, format };
  },
  decode: (_field, cell, context) => decodeNumber(cell, context, amount),
};

const YES = /^\s*(true|yes|y|1)\s*$/i;
const NO = /^\s*(false|no|n|0)\s*$/i;

/** Yes or no, as a checkbox or as people write it; null for anything else. */
export function yesNo(value: unknown): boolean | null {
  if (typeof value === 'boolean') return value;
  const text = typeof value === 'number' || typeof value === 'string' ? String(value) : '';
  if (YES.test(text)) return true;
  return NO.test(text) ? false : null;
}

export const booleanCodec: Codec = {
  format: GENERAL,
  encode: (_field, raw) => {
    const given = bareValue(raw);
    if (given === '' || given === null) return { value: '', format: GENERAL };
    const value = yesNo(given);
    return value === null ? unreadable(raw, GENERAL) : { value, format: GENERAL };
  },
  decode: (_field, cell, context) => {
    const value = yesNo(cell);
    if (value !== null) return { ok: true, value };
    const text = cellText(cell, context);
    return text.trim() === '' ? { ok: true, value: false } : misread(text, `“${text}” is neither yes nor no`);
  },
};
