/** What single sign-on costs more, worked out by hand for prices of every kind. */
import fc from 'fast-check';
import { parsePrice } from '../../../../src/reports/sso/price';
import { surcharge, UNKNOWN_WORDS, type UnknownWhy } from '../../../../src/reports/sso/surcharge';
import { listedVendors } from '../../../../src/reports/sso/vendor-list';

const between = (base: string, sso: string, users: number | null = 40) =>
  surcharge({ base: parsePrice(base), sso: parsePrice(sso) }, { users });

test('by user and month: twelve months, times the active users', () => {
  expect(between('$10 per u/m', '$60 per u/m')).toEqual({
    perUnit: 50,
    unit: 'user',
    period: 'month',
    perYear: 600,
    total: 24_000,
    isAtLeast: false,
    currency: 'USD',
    unknownWhy: null,
  });
});

test('by user and year: once, times the active users', () => {
  expect(between('€179 per u/y', '€359 per u/y', 3)).toMatchObject({
    ...{ perUnit: 180, period: 'year', perYear: 180, total: 540, currency: 'EUR' },
  });
});

test('flat: never times the users', () => {
  expect(between('$9 per month', '$14 per month')).toMatchObject({ perUnit: 5, perYear: 60, total: 60 });
  expect(between('$995 per year', '$9995 per year', null)).toMatchObject({ perYear: 9000, total: 9000 });
});

test('by anything else: known for one, unknown for the company', () => {
  expect(between('$10 per device/m', '$15 per device/m')).toMatchObject({
    ...{ perUnit: 5, unit: 'device', perYear: 60, total: null, unknownWhy: 'noCount' },
  });
  expect(between('$10 per seat/month', '$15 per seat/month')).toMatchObject({ total: null, perYear: 60 });
});

test('monthly against yearly: both by the year', () => {
  expect(between('$10 per u/m', '$180 per u/y', 2)).toMatchObject({
    ...{ perUnit: 60, period: 'year', perYear: 60, total: 120 },
  });
});

test('no unit said on either side: known for one, unknown for a year', () => {
  expect(between('$23.99', '$27.99')).toMatchObject({
    ...{ perUnit: 4, unit: null, period: null, perYear: null, total: null, unknownWhy: 'noPeriod' },
  });
});

test('a lower bound makes a lower bound', () => {
  expect(between('$29.90 per month', 'Call Us! ($79.90/month+)')).toMatchObject({
    ...{ perUnit: 50, perYear: 600, total: 600, isAtLeast: true },
  });
});

test('a free plan is free by every measure and in every currency', () => {
  expect(between('Free', '€5 per u/m', 10)).toMatchObject({
    ...{ perUnit: 5, period: 'month', total: 600, currency: 'EUR' },
  });
  expect(between('$0 per month', '€5 per u/m', 10)).toMatchObject({ total: 600, currency: 'EUR' });
});

test('nothing more is a known zero only where both prices are exact', () => {
  expect(between('$10 per u/m', '$10 per u/m')).toMatchObject({ perUnit: 0, total: 0, unknownWhy: null });
  expect(between('$249/mo', 'Call Us! (over $249/mo)')).toMatchObject({ total: null, unknownWhy: 'noMore' });
});

test('no active users cost nothing, an unknown number is not known', () => {
  expect(between('$10 per u/m', '$60 per u/m', 0)).toMatchObject({ total: 0, unknownWhy: null });
  expect(between('$10 per u/m', '$60 per u/m', null)).toMatchObject({
    ...{ perYear: 600, total: null, unknownWhy: 'noUsers' },
  });
});

test.each<[string, string, UnknownWhy]>([
  ['$10 per u/m', 'Call Us!', 'onRequest'],
  ['$10 per u/m', '???', 'noSsoPrice'],
  ['???', '$1500 per month', 'noBasePrice'],
  ['$0.60 - $7.20 per host-month', '$1.20 - $14.40 per host-month', 'baseIsOpen'],
  ['from $5 per u/m', '$10 per u/m', 'baseIsOpen'],
  ['$10 per u/m', '€20 per u/m', 'currency'],
  ['10 per u/m', '20 per u/m', 'currency'],
  ['$15 per u/m', '$2500', 'differentMeasures'],
  ['$15 per user/month', '$50 per month', 'differentMeasures'],
  ['$10 per device/month', '$10 per user/month', 'differentMeasures'],
  ['$8.33 per month', 'Call Us! ($29+)', 'differentMeasures'],
  ['$20 per u/m', '$15 per u/m', 'noMore'],
])('%s and %s: not known', (base, sso, why) => {
  expect(between(base, sso)).toEqual({
    ...{ perUnit: null, unit: null, period: null, perYear: null, total: null },
    ...{ isAtLeast: false, currency: null, unknownWhy: why },
  });
  expect(UNKNOWN_WORDS[why]).toMatch(/^[A-Z].*\.$/);
});

test('no crumbs of binary fractions', () => {
  expect(between('$3.99 per u/m', '$11.99 per u/m', 7)).toMatchObject({
    perUnit: 8,
    perYear: 96,
    total: 672,
  });
  expect(between('$0.1825 per resource/month', '$0.365 per resource/month')).toMatchObject({
    ...{ perUnit: 0.1825, perYear: 2.19 },
  });
});

// By hand from the texts of the list, for 25 active users.
test.each<[string, number | null, number | null, string | null]>([
  ['airtable', 600, 15_000, 'USD'],
  ['anydesk', 600, 600, 'USD'],
  ['adobeacrobat', null, null, 'USD'],
  ['box', 120, 3000, 'USD'],
  ['breezyhr', 15_948, 15_948, 'USD'],
  ['coursera', 47_880, 47_880, 'USD'],
  ['envoy', 2400, null, 'USD'],
  ['genetec', 50, null, 'USD'],
  ['later', null, null, null],
  ['notion', 84, 2100, 'USD'],
  ['onesignal', null, null, null],
  ['opsi', 48, null, 'EUR'],
  ['overleaf', 180, 4500, 'USD'],
  ['pitch', 240, 6000, 'EUR'],
  ['retool', null, null, null],
  ['runway', 20_012.04, null, 'USD'],
  ['sentry', 648, null, 'USD'],
  ['slack', 63, 1575, 'USD'],
  ['surveymonkey', 600, 15_000, 'USD'],
  ['temporalcloud', 2400, 2400, 'USD'],
  ['zoom', 48, 1200, 'USD'],
])('%s', (id, perYear, total, currency) => {
  const vendor = listedVendors().find((one) => one.id === id);
  if (!vendor) throw new Error(`${id} is not in the list`);
  expect(surcharge(vendor, { users: 25 })).toMatchObject({ perYear, total, currency });
});

test('for the whole list: an unknown amount is never a number, a known one has a currency and no reason', () => {
  for (const vendor of listedVendors()) {
    const { total, perUnit, perYear, currency, unknownWhy } = surcharge(vendor, { users: 10 });
    expect(total === null).toBe(unknownWhy !== null);
    for (const amount of [total, perUnit, perYear]) expect(amount === null || amount > 0).toBe(true);
    expect(currency === null).toBe(perUnit === null);
  }
});

test('twice the users pay twice as much, whatever the prices', () => {
  const cents = fc.integer({ min: 0, max: 1_000_000 });
  fc.assert(
    fc.property(cents, cents, fc.integer({ min: 0, max: 50_000 }), (base, more, users) => {
      const prices = [`$${base / 100} per u/m`, `$${(base + more) / 100} per u/m`] as const;
      const once = between(...prices, users).total ?? Number.NaN;
      const twice = between(...prices, 2 * users).total ?? Number.NaN;
      expect(once).toBeCloseTo((more * 12 * users) / 100, 2);
      expect(twice).toBeCloseTo(2 * once, 2);
    }),
  );
});
