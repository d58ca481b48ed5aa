/** Conditions: how their values are given, what they lack, and that a saved filter comes back the same. */
import * as fc from 'fast-check';
import type { Filter, FilterTest } from '../../../../src/core/filter/filter';
import {
  conditionOf,
  editorOf,
  emptyCondition,
  FIELD_GONE,
  filled,
  withTest,
} from '../../../../sidebar/state/condition';
import { field, STATE } from '../fields';

const text = field('name');
const owner = field('owner', { type: 'person' });

const filterAfterTyping = (test: FilterTest, typed: string, on = text): unknown =>
  filled({ ...emptyCondition(1, on), test, typed }, on);

test.each([
  [text, 'isAnyOf', 'lines'],
  [owner, 'isNoneOf', 'addresses'],
  [STATE, 'isAnyOf', 'options'],
  [{ ...STATE, options: [] }, 'isAnyOf', 'lines'],
  [text, 'contains', 'text'],
  [text, 'isEmpty', 'nothing'],
  [text, 'inNextDays', 'days'],
  [text, 'onOrAfter', 'day'],
  [text, 'atLeast', 'amount'],
] as const)('%#: the values of %j for %s are given as %s', (on, test, editor) => {
  expect(editorOf(on, test)).toBe(editor);
});

test.each([
  ['contains', ' slack ', ['slack']],
  ['isAnyOf', 'Acme, Inc.\n\n Slack \nSlack', ['Acme, Inc.', 'Slack']],
  ['atLeast', '12.5', [12.5]],
  ['inNextDays', '90', [90]],
  ['onOrBefore', '2026-11-22', ['2026-11-22']],
  ['isNotEmpty', 'left over', []],
] as const)('%s takes “%s” as %j', (test, typed, values) => {
  expect(filterAfterTyping(test, typed)).toEqual({ filter: { field: 'name', test, values } });
});

test('e-mail addresses may be parted in any way', () => {
  expect(filterAfterTyping('isAnyOf', 'ana@x.io, bo@x.io;cy@x.io\ndi@x.io', owner)).toEqual({
    filter: {
      field: 'owner',
      test: 'isAnyOf',
      values: ['ana@x.io', 'bo@x.io', 'cy@x.io', 'di@x.io'],
    },
  });
});

test.each([
  ['contains', ' '],
  ['isAnyOf', '\n'],
  ['atLeast', 'much'],
  ['atMost', ''],
  ['inNextDays', '-1'],
  ['inPastDays', '1.5'],
  ['onOrAfter', '22.11.2026'],
] as const)('%s does not take “%s” and says what to do', (test, typed) => {
  expect(filterAfterTyping(test, typed)).toEqual({ missing: expect.stringMatching(/^(Type|Choose) .+\.$/) });
});

test('options are kept by what the platform stores, also where they were saved by label', () => {
  const filter: Filter = { field: 'state', test: 'isAnyOf', values: ['in review', 'discovered', 'Retired'] };
  expect(conditionOf(1, filter, STATE).ticked).toEqual(['in_review', 'discovered', 'Retired']);
});

test('a field that is gone can only be taken out', () => {
  const condition = conditionOf(1, { field: 'old', test: 'contains', values: ['x'] }, undefined);
  expect(filled(condition, undefined)).toEqual({ missing: FIELD_GONE });
});

test('another test keeps what was typed only where it asks for the same', () => {
  const condition = { ...emptyCondition(1, text), test: 'contains' as const, typed: 'slack' };
  expect(withTest(condition, 'containsNot', text).typed).toBe('slack');
  expect(withTest(withTest(condition, 'isEmpty', text), 'contains', text).typed).toBe('slack');
  expect(withTest(condition, 'isAnyOf', owner).typed).toBe('');
});

test('a saved filter that is not touched is saved as it was', () => {
  const word = fc.string({ minLength: 1 }).filter((one) => one.trim() === one && !/[\n\r]/.test(one));
  const filters: fc.Arbitrary<Filter> = fc.oneof(
    fc.record({
      field: fc.constant('name'),
      test: fc.constantFrom('isAnyOf' as const, 'isNoneOf' as const),
      values: fc.uniqueArray(word, { minLength: 1 }),
    }),
    fc.record({
      field: fc.constant('name'),
      test: fc.constantFrom('contains' as const, 'containsNot' as const),
      values: fc.tuple(word),
    }),
    fc.record({
      field: fc.constant('name'),
      test: fc.constantFrom('atLeast' as const, 'atMost' as const),
      // “-0” is read back as 0, which is the same number.
      values: fc.tuple(fc.double({ noNaN: true, noDefaultInfinity: true }).map((one) => one + 0)),
    }),
  );
  fc.assert(
    fc.property(filters, (filter) => {
      expect(filled(conditionOf(1, filter, text), text)).toEqual({ filter });
    }),
  );
});
