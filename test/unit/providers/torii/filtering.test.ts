/** Filters as Torii takes them. https://developers.toriihq.com/reference/filters */
import { checkFilters } from '../../../../src/core/filter/check';
import type { Filter } from '../../../../src/core/filter/filter';
import type { Field } from '../../../../src/core/table/field';
import { narrowingOf } from '../../../../src/providers/narrowing';
import { listRequests } from '../../../../src/providers/requests';
import { APPS } from '../../../../src/providers/torii/apps';
import { CONTRACTS } from '../../../../src/providers/torii/contracts';
import { FILTERING } from '../../../../src/providers/torii/filtering';
import { USERS } from '../../../../src/providers/torii/users';
import { fieldOf } from '../../core/table/fields';

const TODAY = '2026-11-22';
const STATES = [
  { value: 'discovered', label: 'Discovered' },
  { value: 'inReview', label: 'In Review' },
  { value: 'inReview_2', label: 'In Review' },
];

const encoded = (field: Partial<Field>, test: Filter['test'], values: Filter['values'] = []) =>
  checkFilters([{ field: 'k', test, values }], [fieldOf({ key: 'k', ...field })]).flatMap((on) =>
    FILTERING.encode(on, TODAY),
  );

test('conditions are key, operator and value, in an array under “filters”', () => {
  const on = checkFilters([{ field: 'idApp', test: 'isAnyOf', values: ['1'] }], CONTRACTS.fields);
  const [{ request }] = listRequests(CONTRACTS, [], narrowingOf(CONTRACTS, on, TODAY));
  expect(request.query?.['filters']).toBe('[{"key":"idApp","op":"equals","value":1}]');
});

test('options go by the value that is stored, one as equal, several as a set', () => {
  const field = { type: 'option', options: STATES } as const;
  expect(encoded(field, 'isAnyOf', ['Discovered'])).toEqual([
    { key: 'k', op: 'equals', value: 'discovered' },
  ]);
  expect(encoded(field, 'isAnyOf', ['Discovered', 'In Review'])).toEqual([
    { key: 'k', op: 'anyOf', value: ['discovered', 'inReview', 'inReview_2'] },
  ]);
  expect(encoded({ ...field, type: 'options' }, 'isAnyOf', ['Discovered'])).toEqual([
    { key: 'k', op: 'anyOf', value: ['discovered'] },
  ]);
  // Without its options, nobody knows what is stored.
  expect(encoded({ type: 'option' }, 'isAnyOf', ['Gold'])).toEqual([]);
});

test('days have room for whatever zone they are counted in, as ISO text with milliseconds and Z', () => {
  expect(encoded({ type: 'date' }, 'inNextDays', [90])).toEqual([
    { key: 'k', op: 'dayOnOrAfter', value: '2026-11-20T00:00:00.000Z' },
    { key: 'k', op: 'dayOnOrBefore', value: '2027-02-22T00:00:00.000Z' },
  ]);
  expect(encoded({ type: 'dateTime' }, 'olderThanDays', [30])).toEqual([
    { key: 'k', op: 'dayOnOrBefore', value: '2026-10-24T00:00:00.000Z' },
  ]);
  expect(encoded({ type: 'date' }, 'onOrBefore', ['9999-12-31'])).toEqual([
    { key: 'k', op: 'dayOnOrBefore', value: '9999-12-31T00:00:00.000Z' },
  ]);
});

test.each<[string, Partial<Field>, Filter['test'], Filter['values'], unknown[]]>([
  ['numbers', { type: 'number' }, 'atLeast', [5], [{ key: 'k', op: 'gte', value: 5 }]],
  ['counts', { type: 'number' }, 'isAnyOf', [0], [{ key: 'k', op: 'equals', value: 0 }]],
  ['numbers', { type: 'number' }, 'atMost', [5], [{ key: 'k', op: 'lte', value: 5 }]],
  ['yes', { type: 'boolean', custom: true }, 'isYes', [], [{ key: 'k', op: 'equals', value: true }]],
  ['no', { type: 'boolean' }, 'isNo', [], [{ key: 'k', op: 'equals', value: false }]],
  ['nobody', { type: 'person' }, 'isEmpty', [], [{ key: 'k', op: 'isNotSet' }]],
  ['somebody', { type: 'people' }, 'isNotEmpty', [], [{ key: 'k', op: 'isSet' }]],
])('%s are taken', (_, field, test, values, conditions) => {
  expect(encoded(field, test, values)).toEqual(conditions);
});

test.each<[string, Partial<Field>, Filter['test'], Filter['values']]>([
  ['texts: upper and lower case may count', { type: 'text' }, 'isAnyOf', ['slack']],
  ['parts of texts: the same', { type: 'text' }, 'contains', ['slack']],
  ['negations: empty fields may not pass', { type: 'option', options: STATES }, 'isNoneOf', ['discovered']],
  ['a no of one’s own field: it may be empty', { type: 'boolean', custom: true }, 'isNo', []],
  ['an empty list: it may count as set', { type: 'people' }, 'isEmpty', []],
  ['people: they have numbers there', { type: 'person' }, 'isAnyOf', ['ana@example.com']],
  ['money: currencies differ', { type: 'money', minorUnits: true }, 'atLeast', [5]],
  ['an id that is no number', { type: 'id' }, 'isAnyOf', ['seventeen']],
])('left to us are %s', (_, field, test, values) => {
  expect(encoded(field, test, values)).toEqual([]);
});

test.each([APPS, CONTRACTS, USERS])('$title: what is offered by name is sent whole', (resource) => {
  for (const { label, filters } of resource.filterIdeas ?? []) {
    const options = [{ value: 'active', label: 'Active' }];
    const fields = resource.fields.map((field) =>
      field.type === 'option' && !field.options ? { ...field, options } : field,
    );
    const on = checkFilters(filters, fields);
    for (const one of on) expect([label, FILTERING.encode(one, TODAY).length]).not.toEqual([label, 0]);
  }
});
