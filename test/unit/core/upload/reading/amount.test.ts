import '../../../../property-seed';
import fc from 'fast-check';
import { amountOf, wholeCents } from '../../../../../src/core/upload/reading/amount';
import { readColumn } from '../read-tab';

describe('amounts', () => {
  it.each([
    ['1234.5', 1234.5],
    ['$1,234.50', 1234.5],
    ['US$ 1,234.50', 1234.5],
    ['1.234,50 €', 1234.5],
    ['1 234,50 kr', 1234.5],
    ['1\u00a0234,50\u00a0€', 1234.5],
    ['CHF 1’234.50', 1234.5],
    ['USD 5', 5],
    ['5 dollars', 5],
    ['(5.00)', -5],
    ['-$5', -5],
    ['$-5', -5],
    ['- 5', -5],
    ['1.234', 1.234],
  ])('%j is %d', (text, number) => expect(amountOf(text, false)).toBe(number));

  it('group with points where the decimal point is a comma', () => {
    expect(amountOf('1.234', true)).toBe(1234);
    expect(amountOf('1.234.567', true)).toBe(1_234_567);
    expect(amountOf('12.50', true)).toBe(12.5);
  });

  it.each(['', 'free', '5 apples per year', '1 2', '5-6', '--5', '1,2,3', '()', '$', '12abc'])(
    '%j is none',
    (text) => expect(amountOf(text, false)).toBeNull(),
  );

  it('in cents are exact', () => {
    expect(wholeCents(19.99)).toBe(1999);
    expect(wholeCents(1.005)).toBe(101);
    expect(wholeCents(1e-7)).toBe(0);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e12 }), (cents) => {
        const whole = Math.floor(cents / 100);
        const text = `$${whole.toLocaleString('en-US')}.${String(cents % 100).padStart(2, '0')}`;
        expect(
          readColumn('price', [text, Number(`${whole}.${String(cents % 100).padStart(2, '0')}`)]),
        ).toEqual([cents, cents]);
      }),
    );
  });

  it('that no field can have are told', () => {
    expect(readColumn('price', [-1, '(5.00)', 'free', new Date(), 1e15, 'n/a', Infinity])).toEqual([
      'negative',
      'negative',
      'badNumber',
      'badNumber',
      'badNumber',
      undefined,
      'badNumber',
    ]);
  });
});
