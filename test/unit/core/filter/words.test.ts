/** Filters as people read them. */
import { filterWords, testWords } from '../../../../src/core/filter/words';
import { FILTER_TESTS } from '../../../../src/core/filter/filter';
import type { Filter } from '../../../../src/core/filter/filter';
import { fieldOf } from '../table/fields';

const FIELDS = [
  fieldOf({ key: 'name', label: 'Name' }),
  fieldOf({
    key: 'state',
    label: 'State',
    type: 'option',
    options: [
      { value: 'discovered', label: 'Discovered' },
      { value: 'inReview', label: 'In Review' },
      { value: 'closed', label: 'Closed' },
    ],
  }),
  fieldOf({ key: 'owner', label: 'Primary owner', type: 'person' }),
  fieldOf({ key: 'end', label: 'End date', type: 'date' }),
  fieldOf({ key: 'hidden', label: 'Hidden', type: 'boolean' }),
  fieldOf({ key: 'value', label: 'Contract value', type: 'money' }),
];

test.each<[string, string, Filter['test'], Filter['values']]>([
  ['State is Discovered or In Review', 'state', 'isAnyOf', ['discovered', 'inReview']],
  ['State is Discovered, In Review or Closed', 'state', 'isAnyOf', ['discovered', 'inReview', 'closed']],
  ['State is not Closed', 'state', 'isNoneOf', ['closed']],
  ['State is neither Discovered nor Closed', 'state', 'isNoneOf', ['discovered', 'closed']],
  ['Primary owner is empty', 'owner', 'isEmpty', []],
  ['Primary owner is ana@example.com', 'owner', 'isAnyOf', ['Ana <ana@example.com>']],
  ['Name is “Slack” or “Zoom”', 'name', 'isAnyOf', ['Slack', 'Zoom']],
  ['Name is “1”, “2”, “3”, “4”, “5” or 2 more', 'name', 'isAnyOf', [1, 2, 3, 4, 5, 6, 7]],
  ['Name contains “slack”', 'name', 'contains', ['slack']],
  ['Name does not contain “slack”', 'name', 'containsNot', ['slack']],
  ['Name is not empty', 'name', 'isNotEmpty', []],
  ['End date is in the next 90 days', 'end', 'inNextDays', [90]],
  ['End date is in the next 1 day', 'end', 'inNextDays', [1]],
  ['End date is today', 'end', 'inNextDays', [0]],
  ['End date is in the past 1,000 days', 'end', 'inPastDays', [1000]],
  ['End date is more than 30 days ago', 'end', 'olderThanDays', [30]],
  ['End date is more than 1 day ago', 'end', 'olderThanDays', [1]],
  ['End date is before today', 'end', 'olderThanDays', [0]],
  ['End date is on or after 2026-11-22', 'end', 'onOrAfter', ['2026-11-22']],
  ['End date is on or before 2026-11-22', 'end', 'onOrBefore', ['2026-11-22']],
  ['Contract value is at least 12,500.5', 'value', 'atLeast', [12500.5]],
  ['Contract value is at most 100', 'value', 'atMost', [100]],
  ['Contract value is 1,200 or 5', 'value', 'isAnyOf', [1200, 5]],
  ['Hidden is no', 'hidden', 'isNo', []],
  ['Hidden is yes', 'hidden', 'isYes', []],
])('%s', (words, key, test, values) => {
  const field = FIELDS.find((one) => one.key === key) ?? fieldOf({ key });
  expect(filterWords({ filter: { field: key, test, values }, field })).toBe(words);
});

test('every test has words of its own', () => {
  expect(new Set(FILTER_TESTS.map(testWords)).size).toBe(FILTER_TESTS.length);
});
