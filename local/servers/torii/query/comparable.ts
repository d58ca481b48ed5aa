/** Stored values made comparable, for filters, order and search. */
import type { Comparable } from '../../records/comparison';
import type { KnownField } from '../field';
import { idOf } from '../shown-value';

/** A record, or a row made of one. */
export type Values = Readonly<Record<string, unknown>>;

const isMoment = (field: KnownField) => field.type === 'datePicker' || field.type === 'time';

/** One comparable for a single value, one each for a list; moments as milliseconds, people and options as their ids. */
export function comparables(field: KnownField, record: Values): Comparable[] {
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
