/** What currencies are worth in one, as it is written and read. */
import * as fc from 'fast-check';
import { ratesDraftOf, ratesOf } from '../../../../sidebar/state/rates-draft';

test.each(['', ' ', '\n\n'])('empty boxes are no rates (%j)', (lines) => {
  expect(ratesOf({ currency: ' ', lines })).toEqual({ rates: null });
});

test('lines are read with small letters, signs between, and empty lines', () => {
  expect(ratesOf({ currency: ' usd ', lines: 'eur 1.08\r\n\n  GBP = 1.27\nCHF:1.1\nJPY .0067\n' })).toEqual({
    rates: { currency: 'USD', worth: { EUR: 1.08, GBP: 1.27, CHF: 1.1, JPY: 0.0067 } },
  });
});

test.each([
  ['', 'EUR 1.08', 'currency', 'Type the currency to add up in'],
  ['US', 'EUR 1.08', 'currency', 'three letters'],
  ['$', '', 'currency', 'three letters'],
  ['USD', '', 'lines', 'Write a line for each other currency'],
  ['USD', 'EUR', 'lines', '“EUR” cannot be read'],
  ['USD', 'EUR 1.08\neuro 1.08', 'lines', '“euro 1.08” cannot be read'],
  ['USD', 'EUR -1', 'lines', '“EUR -1” cannot be read'],
  ['USD', 'EUR 1e3', 'lines', '“EUR 1e3” cannot be read'],
  ['USD', 'EUR 1,08', 'lines', 'without a comma'],
  ['USD', 'EUR 0', 'lines', 'from 0.000001 to 1,000,000'],
  ['USD', 'EUR 1000001', 'lines', 'from 0.000001 to 1,000,000'],
  ['USD', 'USD 1', 'lines', 'Take out “USD 1”'],
  ['USD', 'EUR 1.08\neur 1.1', 'lines', 'two lines for EUR'],
])('“%s” with “%s” is wrong in the %s: %s', (currency, lines, at, words) => {
  expect(ratesOf({ currency, lines })).toEqual({ at, problem: expect.stringContaining(words) as string });
});

test('whatever rates the server takes come back as they were', () => {
  const code = fc.stringMatching(/^[A-Z]{3}$/);
  const worth = fc.dictionary(code, fc.double({ min: 0.000001, max: 1_000_000, noNaN: true }), {
    minKeys: 1,
  });
  fc.assert(
    fc.property(code, worth, (currency, others) => {
      fc.pre(!(currency in others));
      const rates = { currency, worth: { ...others } };
      expect(ratesOf(ratesDraftOf(rates))).toEqual({ rates });
    }),
  );
});
