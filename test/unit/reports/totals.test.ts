/** Sums of amounts: never across currencies, unless every one of them has a rate. */
import { headed, totalsOf } from '../../../src/reports/totals';

const ROWS = [
  { spend: 10, currency: 'EUR' },
  { spend: 20, currency: 'EUR' },
  { spend: 30, currency: 'USD' },
  { spend: null, currency: 'CHF' },
];
const lines = (rates: Parameters<typeof totalsOf>[2], rows: typeof ROWS = ROWS): string[] =>
  totalsOf(rows, 'spend', rates).map((total) => headed('Spend', total));

test('a currency is a line, and without rates nothing goes across', () => {
  expect(lines(null)).toEqual(['Spend, EUR', 'Spend, USD']);
});

test('with a rate for each, one more line adds them up in a formula that every locale reads', () => {
  const totals = totalsOf(ROWS, 'spend', { currency: 'USD', worth: { EUR: 1.085 } });
  expect(headed('Spend', totals[2] ?? fail())).toBe('Spend, all in USD at your rates');
  expect(totals[2]?.cell(';{owner};{1}')).toEqual({
    formula:
      '=SUMIFS({spend};{currency};"EUR";{owner};{1})*1085/1000+SUMIFS({spend};{currency};"USD";{owner};{1})',
    format: '[$USD] #,##0.00',
  });
});

test.each([
  ['a currency has no rate', ROWS, { CHF: 1.1 }],
  ['there is only one currency', ROWS.slice(0, 2), { EUR: 1.1 }],
  ['a currency is not known', [...ROWS, { spend: 5, currency: '' }], { EUR: 1.1 }],
])('none goes across where %s', (_why, rows, worth) => {
  expect(lines({ currency: 'USD', worth }, rows)).not.toContain('Spend, all in USD at your rates');
});

function fail(): never {
  throw new Error('There is no third total.');
}
