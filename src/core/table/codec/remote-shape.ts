/**
 * The shapes in which platforms send a value: bare, {label, value}, a person, money, or an array of these; one field
 * may change between them from one version or endpoint to the next.
 */
import { currencyCode } from '../currency';

/** Apps Script turns half of a surrogate pair into U+FFFD, and Sheets ends lines with \n: so does this. */
export function cleanText(text: string): string {
  if (!/[\r\ud800-\udfff]/.test(text)) return text;
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd');
}

/** What a person reads for a value of any shape; '' for nothing. */
export function textOf(raw: unknown): string {
  if (typeof raw === 'string') return cleanText(raw);
  if (raw === null || raw === undefined) return '';
  if (Array.isArray(raw)) return joined(raw);
  if (typeof raw !== 'object') return String(raw);
  const money = moneyOf(raw);
  if (money) return `${textOf(money.value)} ${money.currency}`;
  const shape = raw as Record<string, unknown>;
  for (const name of ['label', 'email', 'fullName', 'name', 'value', 'id']) {
    const part = shape[name];
    if (part !== null && part !== undefined && part !== '' && typeof part !== 'object') return textOf(part);
  }
  return Object.keys(shape).length === 0 ? '' : cleanText(JSON.stringify(raw));
}

function joined(parts: readonly unknown[]): string {
  return parts
    .map(textOf)
    .filter((text) => text !== '')
    .join(', ');
}

/** E-mail address; without one the full name, else whatever names the person, the id at worst. */
export function personOf(raw: unknown): string {
  if (raw === null || typeof raw !== 'object' || Array.isArray(raw)) return textOf(raw);
  const person = raw as Record<string, unknown>;
  for (const name of ['email', 'fullName']) {
    const part = person[name];
    if (typeof part === 'string' && part.trim() !== '') return cleanText(part.trim());
  }
  const names = [person['firstName'], person['lastName']].map(textOf).filter((part) => part !== '');
  return names.length > 0 ? names.join(' ') : textOf(raw);
}

/** {value, currency}, or null for any other shape. */
export function moneyOf(raw: unknown): { readonly value: unknown; readonly currency: string } | null {
  if (raw === null || typeof raw !== 'object') return null;
  const { value, currency: code } = raw as Record<string, unknown>;
  const currency = currencyCode(code);
  return currency === null || value === undefined ? null : { value, currency };
}

/** The value inside {label, value} and the like; anything else as it is. */
export function bareValue(raw: unknown): unknown {
  if (raw === null || typeof raw !== 'object' || Array.isArray(raw)) return raw;
  const { value } = raw as Record<string, unknown>;
  return value === undefined ? raw : value;
}
