/** The `filters` parameter and simple filters. https://developers.toriihq.com/reference/filters */
import { Refusal } from '../../http/exchange';
import { compare, isEmpty, same } from '../../records/comparison';
import type { Comparable } from '../../records/comparison';
import type { FieldCatalog, KnownField } from '../field';
import type { ToriiRecord } from '../record';
import { comparable, comparables } from './comparable';

export type Test = (record: ToriiRecord) => boolean;

type Operator = (values: readonly Comparable[], wanted: readonly Comparable[]) => boolean;

const DAY = 86_400_000;
const dayOf = (value: Comparable) => (typeof value === 'number' ? Math.floor(value / DAY) : null);
const set = (values: readonly Comparable[]) => values.filter((value) => !isEmpty(value));
const some = (values: readonly Comparable[], wanted: readonly Comparable[]) =>
  values.some((value) => wanted.some((other) => same(value, other)));
const contains: Operator = (values, [wanted]) =>
  values.some((value) =>
    String(value ?? '')
      .toLowerCase()
      .includes(String(wanted ?? '').toLowerCase()),
  );

const ordered =
  (accepts: (difference: number) => boolean): Operator =>
  ([value = null], [wanted = null]) =>
    value !== null && wanted !== null && accepts(compare(value, wanted));
const byDay =
  (accepts: (difference: number) => boolean): Operator =>
  ([value = null], [wanted = null]) => {
    const [day, other] = [dayOf(value), dayOf(wanted)];
    return day !== null && other !== null && accepts(day - other);
  };

const OPERATORS: Readonly<Record<string, Operator>> = {
  equals: some,
  notEquals: (values, wanted) => !some(values, wanted),
  contains,
  notContains: (values, wanted) => !contains(values, wanted),
  anyOf: some,
  noneOf: (values, wanted) => !some(values, wanted),
  allOf: (values, wanted) => wanted.every((other) => some(values, [other])),
  isExactly: (values, wanted) =>
    set(values).length === wanted.length && wanted.every((other) => some(values, [other])),
  isSet: (values) => set(values).length > 0,
  isNotSet: (values) => set(values).length === 0,
  exists: (values) => set(values).length > 0,
  notExists: (values) => set(values).length === 0,
  gt: ordered((difference) => difference > 0),
  gte: ordered((difference) => difference >= 0),
  lt: ordered((difference) => difference < 0),
  lte: ordered((difference) => difference <= 0),
  dayAfter: byDay((difference) => difference > 0),
  dayOnOrAfter: byDay((difference) => difference >= 0),
  dayBefore: byDay((difference) => difference < 0),
  dayOnOrBefore: byDay((difference) => difference <= 0),
};

/** Documented by name alone: what their value looks like is not known. */
const UNKNOWN_SHAPES = [
  'relativeDateToday',
  'relativeDateOn',
  'relativeDateLess',
  'relativeDateMore',
  'nested',
  'or',
  'and',
];
const NEEDS_NO_VALUE = ['isSet', 'isNotSet', 'exists', 'notExists'];

/** Tests of the JSON in `filters`: an array of `{key, op, value}`, all of which must hold. */
export function parseFilters(text: string, catalog: FieldCatalog): Test[] {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    throw new Refusal(400, 'filters is not valid JSON');
  }
  if (!Array.isArray(parsed)) throw new Refusal(400, 'filters must be an array of {key, op, value}');
  return parsed.map((filter: { key?: unknown; op?: unknown; value?: unknown } | null) => {
    const op = String(filter?.op);
    if (UNKNOWN_SHAPES.includes(op)) {
      throw new Refusal(
        400,
        `The shape of a "${op}" filter is not documented, so this server does not take it`,
      );
    }
    const operator = OPERATORS[op];
    if (operator === undefined) throw new Refusal(400, `Unknown filter operator "${op}"`);
    const field = catalog.get(String(filter?.key));
    if (field === undefined) throw new Refusal(400, `Unknown filter key "${String(filter?.key)}"`);
    if (filter?.value === undefined && !NEEDS_NO_VALUE.includes(op)) {
      throw new Refusal(400, `The filter on "${field.key}" has no value`);
    }
    const values: unknown[] = Array.isArray(filter?.value) ? (filter.value as unknown[]) : [filter?.value];
    const wanted = values.map((value) => comparable(field, value));
    return (record) => operator(comparables(field, record), wanted);
  });
}

/** `key=value`: exact, on one value or on any of a list. */
export function simpleFilter(field: KnownField, value: string): Test {
  const wanted = comparable(field, value);
  return (record) => comparables(field, record).some((own) => same(own, wanted));
}
