/** Values on their way to a platform: what a cell says, as requests take it. */
import { splitItems } from '../core/table/codec/choice';
import type { Canonical } from '../core/table/codec/codec';
import { bareValue, moneyOf } from '../core/table/codec/remote-shape';
import { currencyCode, decimalsOf } from '../core/table/currency';
import { AppError } from '../core/errors';
import type { Field, FieldType, RemoteRecord } from '../core/table/field';
import type { MoneyForm, ValueForm } from './writes';

/** Ids by e-mail address in lower case, as findPeople gives them. */
export type People = ReadonlyMap<string, string | number>;

/** What a value is turned with. */
export interface ValueContext {
  /** The record as the platform has it, for its currency and its choices; null where there is none yet. */
  readonly record: RemoteRecord | null;
  readonly people: People;
  readonly money: MoneyForm;
}

/** Types of fields that hold several things. */
export const SEVERAL: ReadonlySet<FieldType> = new Set(['options', 'people', 'list']);

/** The value as the body of a request holds it; `to` is not ''. Throws AppError BUG for what validation lets nobody send. */
export function writtenValue(
  field: Field,
  to: Canonical,
  form: ValueForm | undefined,
  context: ValueContext,
): unknown {
  const text = String(to);
  switch (form) {
    case 'id number':
      return numberOf(field, text);
    case 'comma text':
      return splitItems(field, text).join(',');
    case 'text':
    case 'address':
      return text;
    case 'choices':
      return splitItems(field, text).map((label) => ({ value: storedChoice(label, context.record), label }));
    default:
      return valueOfType(field, to, context);
  }
}

function valueOfType(field: Field, to: Canonical, context: ValueContext): unknown {
  const text = String(to);
  switch (field.type) {
    case 'number':
      return numberOf(field, to);
    case 'money':
      return moneyValue(field, numberOf(field, to), context);
    case 'boolean':
      if (typeof to !== 'boolean') throw unsendable(field);
      return to;
    case 'option':
      return storedOption(field, text);
    case 'options':
      return splitItems(field, text).map((label) => storedOption(field, label));
    case 'person':
      return personId(field, text, context.people);
    case 'people':
      return splitItems(field, text).map((address) => personId(field, address, context.people));
    case 'list':
      return splitItems(field, text);
    default:
      return text;
  }
}

function numberOf(field: Field, to: Canonical): number {
  const number = to === '' || typeof to === 'boolean' ? NaN : Number(to);
  if (!Number.isFinite(number)) throw unsendable(field);
  return number;
}

function moneyValue(field: Field, amount: number, { record, money }: ValueContext): unknown {
  const currency = currencyOf(field, record);
  const value = field.minorUnits ? smallestUnits(amount, currency) : amount;
  if (money === 'value') return { value };
  // Without a currency the platform takes its own, in which the amount was shown too.
  return money === 'number' || currency === null ? value : { value, currency };
}

/** The currency of the record's amount: that of the amount itself, else that of the field which holds it. */
function currencyOf({ key, currencyField }: Field, record: RemoteRecord | null): string | null {
  const own = moneyOf(record?.[key])?.currency;
  if (own !== undefined) return own;
  return currencyField === undefined ? null : currencyCode(bareValue(record?.[currencyField]));
}

/**
 * An amount in whole units (euros) in the currency's smallest unit (cents), rounded half away from nothing. Through its
 * decimal digits, since 1.005 × 100 is less than 100.5.
 */
export function smallestUnits(amount: number, currency: string | null): number {
  const [digits = '0', exponent = '0'] = String(Math.abs(amount)).split('e');
  const whole = Math.round(Number(`${digits}e${Number(exponent) + decimalsOf(currency)}`));
  return amount < 0 && whole !== 0 ? -whole : whole;
}

/** What the platform stores for a choice that is named by label or value; null for what is none. */
export function optionNamed({ options = [] }: Field, name: string): string | null {
  const exact = options.find(({ label }) => label === name) ?? options.find(({ value }) => value === name);
  const alike = exact ?? options.find(({ label }) => label.toLowerCase() === name.toLowerCase());
  return alike?.value ?? null;
}

function storedOption(field: Field, name: string): string {
  const stored = optionNamed(field, name);
  if (stored === null) throw unsendable(field);
  return stored;
}

/** A choice that is there already keeps what the platform stores for it. */
function storedChoice(label: string, record: RemoteRecord | null): string {
  const labels = record?.['options'];
  const values = record?.['optionValues'];
  const place = Array.isArray(labels) ? labels.indexOf(label) : -1;
  const value: unknown = Array.isArray(values) && place >= 0 ? values[place] : undefined;
  return typeof value === 'string' || typeof value === 'number' ? String(value) : label;
}

function personId(field: Field, address: string, people: People): string | number {
  const id = people.get(address.trim().toLowerCase());
  if (id === undefined) throw unsendable(field);
  return id;
}

function unsendable({ label }: Field): AppError {
  return new AppError('BUG', { problem: `a value of “${label}” was to be sent that no request can hold` });
}
