/** A condition on a field: which records a tab shows, as a person chose it and as it is kept with the tab. */
import type { Field, FieldType } from '../table/field';

/**
 * - isAnyOf, isNoneOf: the field, or any of its items, is one of the values (option labels or values, e-mail addresses, texts, numbers)
 * - contains, containsNot: the text, or any item of a list, holds the one value
 * - atLeast, atMost: numbers, and money in whole currency units
 * - onOrAfter, onOrBefore: days as “2026-11-22”
 * - inNextDays, inPastDays: a number of days, counted from the day of the run in the file's time zone; today is in both
 * - olderThanDays: more than this number of days ago
 * - isYes, isNo, isEmpty, isNotEmpty: without values; an empty yes/no field is a no
 *
 * Upper and lower case are alike, but for ids. An empty field is no amount and no day, so that of the tests with values only
 * isNoneOf and containsNot hold for it.
 */
export const FILTER_TESTS = [
  'isAnyOf',
  'isNoneOf',
  'contains',
  'containsNot',
  'atLeast',
  'atMost',
  'onOrAfter',
  'onOrBefore',
  'inNextDays',
  'inPastDays',
  'olderThanDays',
  'isYes',
  'isNo',
  'isEmpty',
  'isNotEmpty',
] as const;

export type FilterTest = (typeof FILTER_TESTS)[number];

export interface Filter {
  /** Key of the field. */
  readonly field: string;
  readonly test: FilterTest;
  /** One for most tests, any number for isAnyOf and isNoneOf, none for those that need none. */
  readonly values: readonly (string | number)[];
}

/** A filter with all that its meaning depends on. */
export interface FilterOnField {
  readonly filter: Filter;
  readonly field: Field;
}

const PRESENCE: readonly FilterTest[] = ['isEmpty', 'isNotEmpty'];
const CHOICE: readonly FilterTest[] = ['isAnyOf', 'isNoneOf', ...PRESENCE];
const TEXT: readonly FilterTest[] = ['contains', 'containsNot', ...CHOICE];
const AMOUNT: readonly FilterTest[] = ['atLeast', 'atMost', ...CHOICE];
const DAY: readonly FilterTest[] = [
  'inNextDays',
  'inPastDays',
  'olderThanDays',
  'onOrAfter',
  'onOrBefore',
  ...PRESENCE,
];

const TESTS: Readonly<Record<FieldType, readonly FilterTest[]>> = {
  id: CHOICE,
  text: TEXT,
  longText: TEXT,
  email: TEXT,
  url: TEXT,
  number: AMOUNT,
  money: AMOUNT,
  boolean: ['isYes', 'isNo'],
  date: DAY,
  dateTime: DAY,
  option: CHOICE,
  options: CHOICE,
  person: CHOICE,
  people: CHOICE,
  list: TEXT,
  // A shape that nobody documented: only whether something is there can be told.
  other: PRESENCE,
};

/** The tests that make sense for a field of this type, the usual one first. */
export function testsFor(type: FieldType): readonly FilterTest[] {
  return TESTS[type];
}
