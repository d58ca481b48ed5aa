/** Values as requests hold them: by type, and money to the last cent. */
import fc from 'fast-check';
import '../../property-seed';
import type { Canonical } from '../../../src/core/table/codec/codec';
import { wholeUnits } from '../../../src/core/table/currency';
import type { Field } from '../../../src/core/table/field';
import {
  optionNamed,
  smallestUnits,
  writtenValue,
  type ValueContext,
} from '../../../src/providers/written-value';
import { ownField } from './edits';

const CONTEXT: ValueContext = {
  record: null,
  people: new Map<string, string | number>([
    ['ana@example.com', 7],
    ['ben@example.com', 8],
  ]),
  money: 'number',
};
const OPTIONS = [
  { value: 'inReview', label: 'In Review' },
  { value: 'eu', label: 'Europe, the' },
  { value: 'us', label: 'US' },
];

const value = (type: Field['type'], to: Canonical, more: Partial<Field> = {}, context = CONTEXT): unknown =>
  writtenValue(ownField('x', type, more), to, undefined, context);

test.each<[Field['type'], Canonical, unknown, Partial<Field>]>([
  ['text', '=1+1', '=1+1', {}],
  ['longText', 'a\nb', 'a\nb', {}],
  ['url', 'https://example.com', 'https://example.com', {}],
  ['email', 'a@example.com', 'a@example.com', {}],
  ['number', 1200.5, 1200.5, {}],
  ['boolean', false, false, {}],
  ['date', '2026-11-22', '2026-11-22', {}],
  ['dateTime', '2026-11-22T09:00:00Z', '2026-11-22T09:00:00Z', {}],
  ['option', 'In Review', 'inReview', { options: OPTIONS }],
  ['options', 'Europe, the, US', ['eu', 'us'], { options: OPTIONS }],
  ['person', 'ana@example.com', 7, {}],
  ['people', 'ben@example.com, Ana@example.com', [8, 7], {}],
  ['list', 'one, two', ['one', 'two'], {}],
  ['money', 12.5, 1250, { minorUnits: true }],
  ['money', 12.5, 12.5, { minorUnits: false }],
])('%s: %p is sent as %p', (type, to, sent, more) => {
  expect(value(type, to, more)).toEqual(sent);
});

test.each<[Field['type'], Canonical, Partial<Field>]>([
  ['number', 'twelve', {}],
  ['number', true, {}],
  ['money', 'much', { minorUnits: true }],
  ['boolean', 'perhaps', {}],
  ['option', 'Elsewhere', { options: OPTIONS }],
  ['options', 'US, Elsewhere', { options: OPTIONS }],
  ['person', 'nobody@example.com', {}],
  ['people', 'ana@example.com, nobody@example.com', {}],
])('%s: %p, which validation lets nobody send, is refused here as well', (type, to, more) => {
  expect(() => value(type, to, more)).toThrow(/BUG/);
});

describe('money', () => {
  const inYen = { ...CONTEXT, record: { coin: 'JPY' } };

  test('counts in the smallest unit of the record’s currency: that of the amount, else that of its field', () => {
    const field = { minorUnits: true, currencyField: 'coin' };
    expect(value('money', 1500, field, inYen)).toBe(1500);
    expect(value('money', 1500, field, { ...CONTEXT, record: { coin: 'EUR' } })).toBe(150_000);
    const record = { coin: 'EUR', x: { value: 1, currency: 'BHD' } };
    expect(value('money', 1.5, field, { ...CONTEXT, record })).toBe(1500);
  });

  test('goes with its currency, or alone in an object, where the platform takes it so', () => {
    const field = { minorUnits: true, currencyField: 'coin' };
    expect(value('money', 1500, field, { ...inYen, money: 'value and currency' })).toEqual({
      value: 1500,
      currency: 'JPY',
    });
    expect(value('money', 1500, field, { ...inYen, money: 'value' })).toEqual({ value: 1500 });
    expect(value('money', 15, field, { ...CONTEXT, money: 'value and currency' })).toBe(1500);
  });

  test('is rounded by its decimal digits, half away from nothing', () => {
    expect(smallestUnits(1.005, 'EUR')).toBe(101);
    expect(smallestUnits(-1.005, 'EUR')).toBe(-101);
    expect(smallestUnits(0.1 + 0.2, 'EUR')).toBe(30);
    expect(smallestUnits(1e-7, 'EUR')).toBe(0);
    expect(Object.is(smallestUnits(-1e-7, 'EUR'), 0)).toBe(true);
    expect(smallestUnits(1.5e15, 'JPY')).toBe(1.5e15);
  });

  test('whatever the platform counted comes back as the same number of units', () => {
    const currency = fc.constantFrom('EUR', 'USD', 'JPY', 'KRW', 'BHD', 'CLF', null);
    fc.assert(
      fc.property(fc.integer({ min: -1e15, max: 1e15 }), currency, (minor, code) => {
        expect(smallestUnits(wholeUnits(minor, code), code)).toBe(minor + 0);
      }),
    );
  });
});

test('an option is named by its label first, then by its value, then in any case', () => {
  const options = [
    { value: 'a', label: 'b' },
    { value: 'b', label: 'a' },
  ];
  const field = ownField('x', 'option', { options });
  expect([optionNamed(field, 'a'), optionNamed(field, 'B'), optionNamed(field, 'c')]).toEqual([
    'b',
    'a',
    null,
  ]);
});
