/** `filter_by` of list requests. https://developers.zluri.com/docs/filters */
import { compare, same } from '../../records/comparison';
import type { Comparable } from '../../records/comparison';
import type { Listed } from '../attributes';
import { attributeOf } from '../attributes';
import { WrongValue } from '../error-body';
import { FILTER_FIELDS } from '../filter-fields';
import type { FilterField } from '../filter-fields';
import type { ZluriRecord } from '../record';
import type { View } from '../shown-record';
import { customFieldTest, licenceTest, sourceTest } from './nested-filters';

export type Test = (record: ZluriRecord) => boolean;

/** One filter object, as it was sent. */
export interface Filter {
  readonly field_id?: unknown;
  readonly field_values?: unknown;
  readonly field_order?: unknown;
  readonly negative?: unknown;
  readonly is_only?: unknown;
}

/** The guide lists all but `ne`, which the pages of the lists have. */
const OPERATORS: Readonly<Record<string, (difference: number) => boolean>> = {
  gte: (difference) => difference >= 0,
  lte: (difference) => difference <= 0,
  gt: (difference) => difference > 0,
  lt: (difference) => difference < 0,
  eq: (difference) => difference === 0,
  ne: (difference) => difference !== 0,
};

/** The tests of a request, all of which must hold (inferred). */
export function parseFilters(given: unknown, listed: Listed, view: View): Test[] {
  if (given === undefined) return [];
  if (!Array.isArray(given)) throw new WrongValue('filter_by', 'Must be an array of filter objects');
  return given.map((filter: Filter | null, i) => {
    const place = `filter_by[${i}]`;
    const field = FILTER_FIELDS[listed][String(filter?.field_id)];
    // Inferred: what happens to a field that cannot be filtered by is not said.
    if (filter === null || field === undefined) {
      throw new WrongValue(`${place}.field_id`, `Cannot filter by "${String(filter?.field_id)}"`);
    }
    const test = testOf(filter, field, listed, view, place);
    return filter.negative === true ? (record) => !test(record) : test;
  });
}

/** The fields that the request filters by. */
export function filteredFields(given: unknown): unknown[] {
  return Array.isArray(given) ? given.map((filter: Filter | null) => filter?.field_id) : [];
}

function testOf(filter: Filter, field: FilterField, listed: Listed, view: View, place: string): Test {
  const key = String(filter.field_id);
  const read = (record: ZluriRecord) => attributeOf(listed, record, key, view.tenant);
  if (field.type === 'customFields') return customFieldTest(filter, place);
  const values = filter.field_values;
  if (!Array.isArray(values) || values.length === 0) {
    throw new WrongValue(`${place}.field_values`, 'Must be an array with at least one value');
  }
  switch (field.type) {
    case 'sources':
      return sourceTest(values, filter.is_only === true, read, place);
    case 'licences':
      return licenceTest(values, read);
    case 'date':
      return orderTest(values.map(instant), filter, (record) => instant(read(record)), place);
    case 'number':
      return orderTest(values.map(number), filter, (record) => number(read(record)), place);
    case 'boolean':
      return anyOf(values, (value) => typeof value === 'boolean', read, place, same);
    case 'enum':
      return anyOf(values, (value) => field.values.includes(value as string), read, place, same);
    case 'text': {
      const matches = view.options.textFilters === 'exact' ? same : contains;
      return anyOf(values, (value) => typeof value === 'string', read, place, matches);
    }
  }
}

/** Several values act as “or”. Inferred. */
function anyOf(
  values: readonly unknown[],
  valid: (value: unknown) => boolean,
  read: (record: ZluriRecord) => unknown,
  place: string,
  matches: (own: Comparable, wanted: Comparable) => boolean,
): Test {
  const wrong = values.findIndex((value) => !valid(value));
  if (wrong >= 0) {
    throw new WrongValue(`${place}.field_values[${wrong}]`, `Invalid value "${String(values[wrong])}"`);
  }
  const wanted = values as Comparable[];
  return (record) => {
    const own = read(record) ?? null;
    const list = (Array.isArray(own) ? own : [own]) as Comparable[];
    const hit = (value: Comparable) => list.some((entry) => matches(entry, value));
    return wanted.some(hit);
  };
}

/** Each value with its operator; all must hold, so that two make a range. */
function orderTest(
  values: readonly (number | null)[],
  filter: Filter,
  read: (record: ZluriRecord) => number | null,
  place: string,
): Test {
  const order = filter.field_order ?? values.map(() => 'eq');
  if (!Array.isArray(order) || order.length !== values.length) {
    throw new WrongValue(`${place}.field_order`, 'Must have as many operators as there are values');
  }
  const bounds = values.map((value, i) => {
    const accepts = OPERATORS[String(order[i])];
    if (accepts === undefined)
      throw new WrongValue(`${place}.field_order`, `Unknown operator "${String(order[i])}"`);
    if (value === null) throw new WrongValue(`${place}.field_values[${i}]`, 'Invalid value');
    return { value, accepts };
  });
  return (record) => {
    const own = read(record);
    return own !== null && bounds.every(({ value, accepts }) => accepts(compare(own, value)));
  };
}

function contains(own: Comparable, wanted: Comparable): boolean {
  return own !== null && String(own).toLowerCase().includes(String(wanted).toLowerCase());
}

function instant(value: unknown): number | null {
  const ms = typeof value === 'string' ? Date.parse(value) : NaN;
  return Number.isNaN(ms) ? null : ms;
}

function number(value: unknown): number | null {
  return typeof value === 'number' ? value : null;
}
