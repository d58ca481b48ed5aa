/** Stored values made comparable, for filters, order and search. */
import type { KnownField } from '../field';
import type { ToriiRecord } from '../record';
import { idOf } from '../shown-value';

export type Comparable = string | number | boolean | null;

const isMoment = (field: KnownField) => field.type === 'datePicker' || field.type === 'time';

/** One comparable for a single value, one each for a list; moments as milliseconds, people and options as their ids. */
export function comparables(field: KnownField, record: ToriiRecord): Comparable[] {
  const value = record[field.stored] ?? null;
  const list = Array.isArray(value) ? (value as unknown[]) : [value];
  return list.map((entry) => comparable(field, entry));
}

/** A value of a record or of a request, as the field compares it. */
export function comparable(field: KnownField, value: unknown): Comparable {
  if (value === null || value === undefined) return null;
  if (isMoment(field)) return instant(value);
  const plain = typeof value === 'object' && 'value' in value ? value.value : idOf(value);
  return typeof plain === 'string' || typeof plain === 'number' || typeof plain === 'boolean' ? plain : null;
}

function instant(value: unknown): number | null {
  const ms = typeof value === 'number' ? value : Date.parse(String(value));
  return Number.isNaN(ms) ? null : ms;
}

export function isEmpty(value: Comparable): boolean {
  return value === null || value === '';
}

/** Texts from the address line meet numbers and truth values: compared as texts. */
export function same(a: Comparable, b: Comparable): boolean {
  return a === b || (a !== null && b !== null && String(a) === String(b));
}

/** Below 0, 0 or above 0; empty values come last. */
export function compare(a: Comparable, b: Comparable): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  const [left, right] = [String(a).toLowerCase(), String(b).toLowerCase()];
  return left < right ? -1 : left > right ? 1 : 0;
}
