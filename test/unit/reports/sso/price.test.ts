/** Prices as vendors publish them. */
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { isOnRequest, parsePrice } from '../../../../src/reports/sso/price';
import type { Price } from '../../../../src/reports/sso/vendor';
import { listedVendors } from '../../../../src/reports/sso/vendor-list';

type Expected = [
  text: string,
  amount: Price['amount'],
  currency: Price['currency'],
  unit: Price['unit'],
  period: Price['period'],
  isAtLeast?: boolean,
];

test.each<Expected>([
  ['$10 per u/m', 10, 'USD', 'user', 'month'],
  ['$10 per user/month', 10, 'USD', 'user', 'month'],
  ['$10 per user per month', 10, 'USD', 'user', 'month'],
  ['$15 per users/mo', 15, 'USD', 'user', 'month'],
  ['$12 / seat / month', 12, 'USD', 'seat', 'month'],
  ['$179 per u/y', 179, 'USD', 'user', 'year'],
  ['$99 per device/year', 99, 'USD', 'device', 'year'],
  ['$99 per location/m', 99, 'USD', 'location', 'month'],
  ['$99 per connection per year', 99, 'USD', 'connection', 'year'],
  ['$0.365 per resource/month', 0.365, 'USD', 'resource', 'month'],
  ['$9 per month', 9, 'USD', null, 'month'],
  ['$240/mo', 240, 'USD', null, 'month'],
  ['$9,999/year', 9999, 'USD', null, 'year'],
  ['$2,166.67 per app/mo', 2166.67, 'USD', 'app', 'month'],
  ['$50 a month', 50, 'USD', null, 'month'],
  ['$100 monthly', 100, 'USD', null, 'month'],
  ['€10 per u/m', 10, 'EUR', 'user', 'month'],
  ['4.99€ / device', 4.99, 'EUR', 'device', null],
  ['4,99 € per user/month', 4.99, 'EUR', 'user', 'month'],
  ['1.234,50 EUR per year', 1234.5, 'EUR', null, 'year'],
  ['CHF 20 per user/month', 20, 'CHF', 'user', 'month'],
  ['A$30 per user/month', 30, 'AUD', 'user', 'month'],
  ['£7', 7, 'GBP', null, null],
  ['$23.99', 23.99, 'USD', null, null],
  ['12', 12, null, null, null],
  ['$26 for 100K events', 26, 'USD', '100k events', null],
  ['$19 per month (25k events)', 19, 'USD', null, 'month'],
  ['$49 per month for 1 test', 49, 'USD', null, 'month'],
  ['$400+ per month', 400, 'USD', null, 'month', true],
  ['from $20 per user/month', 20, 'USD', 'user', 'month', true],
  ['$5 - $10 per user/month', 5, 'USD', 'user', 'month', true],
  ['$0.60 - $7.20 per host-month', 0.6, 'USD', 'host', 'month', true],
  ['Call Us! ($79.90/month+)', 79.9, 'USD', null, 'month', true],
  ['Call Us! (over $75 per u/m)', 75, 'USD', 'user', 'month', true],
  ['Call Us! ($29+)', 29, 'USD', null, null, true],
  ['Free', 0, null, null, null],
  ['Call Us!', null, null, null, null],
  ['???', null, null, null, null],
  ['', null, null, null, null],
  ['Plan for 25 users', null, null, null, null],
])('%s', (text, amount, currency, unit, period, isAtLeast = false) => {
  expect(parsePrice(text)).toEqual({ text, amount, currency, unit, period, isAtLeast });
});

test.each(['Call us', 'Contact sales', 'Custom', 'Request a quote', 'Quotes only'])(
  '“%s” is a price on request',
  (text) => {
    expect(isOnRequest(text)).toBe(true);
  },
);

test.each(['$10 per user/month', '???', 'Recall 3', '$20 for customers'])(
  '“%s” is no price on request',
  (text) => {
    expect(isOnRequest(text)).toBe(false);
  },
);

test('the data file has what the texts say, but where it was put right by hand', () => {
  const differ = listedVendors().flatMap(({ id, base, sso }) =>
    [base, sso].filter((price) => !isDeepStrictEqual(parsePrice(price.text), price)).map(() => id),
  );
  // Ranges give no single number there, and two prices are by the month, which their texts leave out.
  expect([...new Set(differ)]).toEqual(['newrelicinfrastructure', 'opsi', 'sentry']);
});

test('any amount comes back with its currency, unit and period', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 99_999_999 }),
      fc.constantFrom('USD', 'EUR', 'CHF'),
      fc.constantFrom('user', 'seat', 'device'),
      fc.constantFrom<'month' | 'year'>('month', 'year'),
      (cents, currency, unit, period) => {
        const amount = cents / 100;
        const written = amount.toLocaleString('en-US', { minimumFractionDigits: 2 });
        expect(parsePrice(`${currency} ${written} per ${unit}/${period}`)).toMatchObject({
          ...{ amount, currency, unit, period, isAtLeast: false },
        });
      },
    ),
  );
});

test('no text makes it fail, nor an amount below zero', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const { amount } = parsePrice(text);
      expect(amount === null || (Number.isFinite(amount) && amount >= 0)).toBe(true);
    }),
  );
});
