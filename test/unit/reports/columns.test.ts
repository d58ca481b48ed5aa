/** Amounts in order, without comparing currencies. */
import fc from 'fast-check';
import '../../property-seed';
import { byAmount, currenciesIn, textsIn } from '../../../src/reports/columns';

const row = (amount: number | null, currency: string | null) => ({ amount, currency });

test('the currency of most rows comes first, the largest amount within each, and none at the end', () => {
  const rows = [row(1, 'EUR'), row(null, 'USD'), row(5_000, 'JPY'), row(9, 'EUR'), row(3, null)];
  expect(currenciesIn(rows, 'amount')).toEqual(['EUR', '', 'JPY']);
  expect(byAmount(rows, 'amount').map(({ amount }) => amount)).toEqual([9, 1, 3, 5_000, null]);
});

test('texts come once each, and nothing is no text', () => {
  expect(textsIn([{ a: 'x' }, { a: '' }, { a: 'b' }, { a: 'x' }, {}], 'a')).toEqual(['b', 'x']);
});

test('no row is lost, and amounts of a currency never grow down the list', () => {
  const rows = fc.array(
    fc.record({ amount: fc.option(fc.integer({ min: 0 })), currency: fc.constantFrom('A', 'B', null) }),
  );
  fc.assert(
    fc.property(rows, (given) => {
      const sorted = byAmount(given, 'amount');
      expect(new Set(sorted)).toEqual(new Set(given));
      for (const code of ['A', 'B', null]) {
        const amounts = sorted.flatMap(({ amount, currency }) =>
          currency === code && amount !== null ? [amount] : [],
        );
        expect(amounts).toEqual([...amounts].sort((one, other) => other - one));
      }
    }),
  );
});
