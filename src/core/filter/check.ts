/** Refuses filters that cannot mean anything, before anything is asked for or changed. */
import { AppError } from '../errors';
import { decodeCell } from '../table/cell';
import type { Field } from '../table/field';
import { testsFor } from './filter';
import type { Filter, FilterOnField, FilterTest } from './filter';
import { testWords } from './words';

const MOST_FILTERS = 20;
const MOST_VALUES = 100;
const MOST_CHARACTERS = 200;
/** A hundred years. */
const MOST_DAYS = 36_500;
const NAMED_CHOICES = 10;

/**
 * Each filter with its field, its values as the rest of the filter code takes them: options by the value that the platform
 * stores, which outlives a new label; amounts and numbers of days as numbers; text without blanks around it. Throws AppError
 * BAD_FILTER that names the field and what is wrong.
 */
export function checkFilters(filters: readonly Filter[], fields: readonly Field[]): FilterOnField[] {
  if (filters.length > MOST_FILTERS) {
    throw badFilter(`there are ${String(filters.length)} filters, and ${String(MOST_FILTERS)} are the most`);
  }
  const byKey = new Map(fields.map((field) => [field.key, field]));
  return filters.map((filter) => {
    const field = byKey.get(filter.field);
    if (!field) throw badFilter(`the field “${filter.field}” is not offered here`, filter.field);
    if (!testsFor(field.type).includes(filter.test)) {
      const offered = testsFor(field.type).map((test) => `“${testWords(test)}”`);
      throw badFilter(
        `“${field.label}” does not go with “${testWords(filter.test)}”; it goes with ${offered.join(', ')}`,
        field.label,
      );
    }
    return { field, filter: { ...filter, values: readValues(field, filter) } };
  });
}

function badFilter(problem: string, field?: string): AppError {
  return new AppError('BAD_FILTER', { problem }, field === undefined ? undefined : { field });
}

type ReadValue = (field: Field, value: string | number) => string | number | { readonly problem: string };

/** How many values a test takes, and how each is read. */
const VALUES: Readonly<Record<FilterTest, { readonly most: number; readonly read: ReadValue }>> = {
  isAnyOf: { most: MOST_VALUES, read: readChoice },
  isNoneOf: { most: MOST_VALUES, read: readChoice },
  contains: { most: 1, read: readText },
  containsNot: { most: 1, read: readText },
  atLeast: { most: 1, read: readAmount },
  atMost: { most: 1, read: readAmount },
  onOrAfter: { most: 1, read: readDay },
  onOrBefore: { most: 1, read: readDay },
  inNextDays: { most: 1, read: readDayCount },
  inPastDays: { most: 1, read: readDayCount },
  olderThanDays: { most: 1, read: readDayCount },
  isYes: { most: 0, read: readText },
  isNo: { most: 0, read: readText },
  isEmpty: { most: 0, read: readText },
  isNotEmpty: { most: 0, read: readText },
};

function readValues(field: Field, { test, values }: Filter): readonly (string | number)[] {
  const { most, read } = VALUES[test];
  const about = `“${field.label}” (${testWords(test)})`;
  if (values.length > most) {
    const limit = most === 0 ? 'takes no value' : `takes ${String(most)} at most`;
    throw badFilter(`${about} has ${String(values.length)} values and ${limit}`, field.label);
  }
  if (values.length === 0 && most > 0) throw badFilter(`${about} lacks a value`, field.label);
  return values.map((value) => {
    if (String(value).length > MOST_CHARACTERS) {
      throw badFilter(
        `a value of “${field.label}” is longer than ${String(MOST_CHARACTERS)} characters`,
        field.label,
      );
    }
    const found = read(field, value);
    if (typeof found === 'object') throw badFilter(found.problem, field.label);
    return found;
  });
}

function readText(field: Field, value: string | number): ReturnType<ReadValue> {
  const text = String(value).trim();
  return text === '' ? { problem: `a value of “${field.label}” is empty` } : text;
}

function readChoice(field: Field, value: string | number): ReturnType<ReadValue> {
  const { type, options = [] } = field;
  if (type === 'number' || type === 'money') return readAmount(field, value);
  const text = readText(field, value);
  const isClosed = (type === 'option' || type === 'options') && options.length > 0;
  if (typeof text !== 'string' || !isClosed) return text;
  // The zone matters to days alone.
  const label = String(decodeCell(field, text, { timeZone: 'UTC' }).value);
  const choice =
    options.find((option) => option.value === text) ?? options.find((option) => option.label === label);
  if (choice) return choice.value;
  const named = options.slice(0, NAMED_CHOICES).map((option) => option.label);
  const more = options.length - named.length;
  const choices = more > 0 ? [...named, `${String(more)} more`] : named;
  return { problem: `“${field.label}” has no choice “${text}”; it has ${choices.join(', ')}` };
}

function readAmount(field: Field, value: string | number): ReturnType<ReadValue> {
  const amount = typeof value === 'number' ? value : Number(value.trim() === '' ? NaN : value);
  return Number.isFinite(amount)
    ? amount
    : { problem: `“${field.label}” is compared with “${value}”, which is not a number` };
}

function readDay(field: Field, value: string | number): ReturnType<ReadValue> {
  const text = String(value).trim();
  // Decoding a bare day is the same in every zone.
  const decoded = /^\d{4}-\d\d-\d\d$/.test(text)
    ? decodeCell({ ...field, type: 'date' }, text, { timeZone: 'UTC' })
    : null;
  return decoded?.ok
    ? text
    : { problem: `“${field.label}” is compared with “${text}”, which is not a day such as 2026-11-22` };
}

function readDayCount(field: Field, value: string | number): ReturnType<ReadValue> {
  const days = readAmount(field, value);
  return typeof days === 'number' && Number.isInteger(days) && days >= 0 && days <= MOST_DAYS
    ? days
    : {
        problem: `“${field.label}” is compared with “${value}”, which is not a whole number of days up to ${String(MOST_DAYS)}`,
      };
}
