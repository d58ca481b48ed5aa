/** Filters as Torii's lists take them: a JSON array of {key, op, value}. */
import { dayRangeOf, widened } from '../../core/filter/day-range';
import type { Filter, FilterOnField } from '../../core/filter/filter';
import type { Field } from '../../core/table/field';
import { choicesOf } from '../choices';
import type { Filtering } from '../definition';
import { reference } from './settings';

interface Condition {
  readonly key: string;
  readonly op: string;
  readonly value?: unknown;
}

/** [I] Whose days they are is not said, and two time zones are never more than two days apart. */
const DAYS_OF_LEEWAY = 2;

/**
 * [D] The operators and where they go. What Torii does not say about them decides what is left to us, lest a record be missing: whether texts
 * match in upper and lower case alike, what negations do with empty fields, whether an empty list is set, and how amounts of
 * several currencies compare. People are asked for by a number that only a list of all users tells.
 */
export const FILTERING: Filtering = {
  encode,
  place: { parameter: 'filters' },
  evidence: reference('filters'),
};

function encode({ filter, field }: FilterOnField, today: string): readonly Condition[] {
  switch (field.type) {
    case 'id':
      return oneOf(filter, field, filter.values.map(Number));
    case 'option':
    case 'options':
      return [...oneOf(filter, field, choicesOf({ filter, field })), ...presence(filter, field)];
    case 'person':
    case 'people':
      return presence(filter, field);
    case 'boolean':
      return yesNo(filter, field);
    case 'number':
      return [...oneOf(filter, field, filter.values), ...bound(filter), ...presence(filter, field)];
    case 'date':
    case 'dateTime':
      return [...days(filter, today), ...presence(filter, field)];
    default:
      return [];
  }
}

/**
 * [D] A single value of a field of one value. [I] Sets in an array, and choices by the value that is stored, as in the simple
 * filter “state=discovered” that https://developers.toriihq.com/reference/getapps shows.
 */
function oneOf(
  { test, field: key }: Filter,
  { type }: Field,
  values: readonly (string | number)[],
): readonly Condition[] {
  const usable =
    values.length > 0 && values.every((value) => typeof value === 'string' || Number.isSafeInteger(value));
  if (test !== 'isAnyOf' || !usable) return [];
  return values.length === 1 && type !== 'options'
    ? [{ key, op: 'equals', value: values[0] }]
    : [{ key, op: 'anyOf', value: values }];
}

/** Built-in fields are always one of both; an organisation's own may be empty, which Torii may not take for a no. */
function yesNo({ test, field: key }: Filter, { custom }: Field): readonly Condition[] {
  if (test === 'isYes') return [{ key, op: 'equals', value: true }];
  return test === 'isNo' && !custom ? [{ key, op: 'equals', value: false }] : [];
}

function bound({ test, field: key, values }: Filter): readonly Condition[] {
  if (test === 'atLeast') return [{ key, op: 'gte', value: values[0] }];
  return test === 'atMost' ? [{ key, op: 'lte', value: values[0] }] : [];
}

function days(filter: Filter, today: string): readonly Condition[] {
  const range = dayRangeOf(filter, today);
  if (!range) return [];
  const { from, to } = widened(range, DAYS_OF_LEEWAY);
  const key = filter.field;
  return [
    ...(from === undefined ? [] : [{ key, op: 'dayOnOrAfter', value: `${from}T00:00:00.000Z` }]),
    ...(to === undefined ? [] : [{ key, op: 'dayOnOrBefore', value: `${to}T00:00:00.000Z` }]),
  ];
}

function presence({ test, field: key }: Filter, { type }: Field): readonly Condition[] {
  if (test === 'isNotEmpty') return [{ key, op: 'isSet' }];
  return test === 'isEmpty' && type !== 'options' && type !== 'people' ? [{ key, op: 'isNotSet' }] : [];
}
