/** Filters that cannot mean anything are refused in words; the others come out ready for use. */
import { AppError } from '../../../../src/core/errors';
import { checkFilters } from '../../../../src/core/filter/check';
import type { Filter } from '../../../../src/core/filter/filter';
import { fieldOf } from '../table/fields';

const FIELDS = [
  fieldOf({ key: 'name', label: 'Name' }),
  fieldOf({
    key: 'state',
    label: 'State',
    type: 'option',
    options: [
      { value: 'inReview', label: 'In Review' },
      { value: 'closed', label: 'Closed' },
    ],
  }),
  fieldOf({ key: 'tier', label: 'Tier', type: 'option' }),
  fieldOf({ key: 'score', label: 'Score', type: 'number' }),
  fieldOf({ key: 'end', label: 'End date', type: 'date' }),
  fieldOf({ key: 'hidden', label: 'Hidden', type: 'boolean' }),
  fieldOf({ key: 'blob', label: 'Blob', type: 'other' }),
  fieldOf({
    key: 'many',
    label: 'Many',
    type: 'options',
    options: Array.from({ length: 12 }, (_, n) => ({ value: `v${String(n)}`, label: `Choice ${String(n)}` })),
  }),
];

function refusal(...filters: Filter[]): AppError {
  try {
    checkFilters(filters, FIELDS);
  } catch (thrown) {
    return AppError.from(thrown);
  }
  throw new Error('not refused');
}

const values = (field: string, test: Filter['test'], given: Filter['values']) =>
  checkFilters([{ field, test, values: given }], FIELDS)[0]?.filter.values;

test.each<[string, Filter, RegExp]>([
  ['an unknown field', { field: 'nowhere', test: 'isEmpty', values: [] }, /field “nowhere” is not offered/],
  [
    'a test of another type',
    { field: 'name', test: 'atLeast', values: [1] },
    /“Name” does not go with “is at least”; it goes with “contains”, /,
  ],
  [
    'a choice where nothing is known',
    { field: 'blob', test: 'isAnyOf', values: ['x'] },
    /“Blob” does not go/,
  ],
  ['no value', { field: 'name', test: 'isAnyOf', values: [] }, /“Name” \(is any of\) lacks a value/],
  ['two values for one', { field: 'score', test: 'atLeast', values: [1, 2] }, /has 2 values and takes 1 at/],
  ['a value for none', { field: 'hidden', test: 'isYes', values: ['x'] }, /has 1 values and takes no value/],
  ['an empty text', { field: 'name', test: 'contains', values: [' '] }, /a value of “Name” is empty/],
  ['a word as amount', { field: 'score', test: 'atLeast', values: ['ten'] }, /“ten”, which is not a number/],
  ['no amount', { field: 'score', test: 'atLeast', values: [''] }, /not a number/],
  [
    'a word among numbers',
    { field: 'score', test: 'isAnyOf', values: [1, 'x'] },
    /“x”, which is not a number/,
  ],
  ['an endless amount', { field: 'score', test: 'atMost', values: [Infinity] }, /not a number/],
  ['a day in other words', { field: 'end', test: 'onOrAfter', values: ['22.11.2026'] }, /not a day such as/],
  ['a day that never was', { field: 'end', test: 'onOrAfter', values: ['2026-02-30'] }, /not a day such as/],
  ['half a day', { field: 'end', test: 'inNextDays', values: [1.5] }, /not a whole number of days/],
  ['days backwards', { field: 'end', test: 'inPastDays', values: [-1] }, /not a whole number of days/],
  ['a thousand years', { field: 'end', test: 'olderThanDays', values: [365_000] }, /whole number of days/],
  [
    'an unknown choice, naming those that there are',
    { field: 'state', test: 'isAnyOf', values: ['Closd'] },
    /“State” has no choice “Closd”; it has In Review, Closed\./,
  ],
  [
    'an unknown choice of many, naming ten',
    { field: 'many', test: 'isNoneOf', values: ['x'] },
    /Choice 9, 2 more\.$/,
  ],
  [
    'a long value',
    { field: 'name', test: 'contains', values: ['x'.repeat(201)] },
    /longer than 200 characters/,
  ],
  [
    'too many values',
    { field: 'name', test: 'isAnyOf', values: Array.from({ length: 101 }, (_, n) => n) },
    /101 values and takes 100/,
  ],
])('refused: %s', (_, filter, words) => {
  const error = refusal({ field: 'score', test: 'isEmpty', values: [] }, filter);
  expect(error.code).toBe('BAD_FILTER');
  expect(error.what).toMatch(words);
  expect(error.what).not.toMatch(/[{}]|isAnyOf|atLeast|undefined/);
  const label = FIELDS.find(({ key }) => key === filter.field)?.label;
  expect(error.where).toEqual({ field: label ?? 'nowhere' });
});

test('refused: more filters than anybody reads', () => {
  const filter: Filter = { field: 'name', test: 'isEmpty', values: [] };
  expect(checkFilters(Array<Filter>(20).fill(filter), FIELDS)).toHaveLength(20);
  expect(refusal(...Array<Filter>(21).fill(filter)).what).toMatch(/21 filters, and 20 are the most/);
});

test('each filter comes with its field, in order', () => {
  const filters: Filter[] = [
    { field: 'hidden', test: 'isNo', values: [] },
    { field: 'name', test: 'contains', values: [' slack '] },
  ];
  expect(checkFilters(filters, FIELDS)).toEqual([
    { field: FIELDS[5], filter: filters[0] },
    { field: FIELDS[0], filter: { field: 'name', test: 'contains', values: ['slack'] } },
  ]);
});

test('choices are kept by what the platform stores, whichever way they were named', () => {
  expect(values('state', 'isAnyOf', ['In Review', 'inReview', 'in review', 'CLOSED'])).toEqual([
    'inReview',
    'inReview',
    'inReview',
    'closed',
  ]);
  // Nobody knows the choices of this one.
  expect(values('tier', 'isAnyOf', ['Gold'])).toEqual(['Gold']);
});

test('numbers that were typed are numbers', () => {
  expect(values('score', 'atLeast', [' 12.5 '])).toEqual([12.5]);
  expect(values('score', 'isAnyOf', ['0', 1])).toEqual([0, 1]);
  expect(values('end', 'inNextDays', ['90'])).toEqual([90]);
  expect(values('end', 'onOrBefore', [' 2026-11-22 '])).toEqual(['2026-11-22']);
});
