/** The list that comes with the product, and what is known of its names. */
import { KNOWN_NAMES } from '../../../../src/reports/sso/known-names';
import { vendorIndex } from '../../../../src/reports/sso/vendor-index';
import { LIST_SOURCE, listedVendors } from '../../../../src/reports/sso/vendor-list';
import { webAddress } from '../../../../src/reports/sso/web-address';

const VENDORS = listedVendors();
const ids = new Set(VENDORS.map(({ id }) => id));

test('it says where it comes from, and under which licence', () => {
  expect(LIST_SOURCE).toMatchObject({
    source: 'https://github.com/robchahin/sso-wall-of-shame',
    licence: 'Apache-2.0',
    asOf: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/) as string,
  });
});

test('every vendor has an id of its own, a name, an address, a day and prices as far as they are known', () => {
  expect(VENDORS.length).toBeGreaterThanOrEqual(150);
  expect(ids.size).toBe(VENDORS.length);
  for (const { name, url, readOn, base, sso, sources } of VENDORS) {
    expect(name).not.toBe('');
    expect(webAddress(url)).not.toBeNull();
    expect(readOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    for (const source of sources) expect(source).toMatch(/^https?:\/\//);
    for (const { text, amount, currency } of [base, sso]) {
      expect(text).not.toBe('');
      expect(amount === null || (amount > 0 && currency !== null)).toBe(true);
    }
  }
});

test('facts are those of the list', () => {
  const airtable = VENDORS.find(({ id }) => id === 'airtable');
  expect(airtable).toMatchObject({
    name: 'Airtable',
    url: 'https://airtable.com',
    base: {
      text: '$10 per u/m',
      amount: 10,
      currency: 'USD',
      unit: 'user',
      period: 'month',
      isAtLeast: false,
    },
    sso: { amount: 60 },
    increase: { percent: 500, isAtLeast: false },
    isFromQuote: true,
    sources: ['https://airtable.com/pricing'],
    readOn: '2019-10-19',
    origin: 'list',
  });
  expect(VENDORS.find(({ id }) => id === 'retool')).toMatchObject({
    sso: { amount: null },
    increase: { percent: 400, isAtLeast: true },
  });
});

test('what is known of names is about vendors of the list', () => {
  expect(Object.keys(KNOWN_NAMES).filter((id) => !ids.has(id))).toEqual([]);
});

test('domains are written as they are registered', () => {
  for (const { domains = [], shared = [], namesakes = [] } of Object.values(KNOWN_NAMES))
    for (const domain of [...domains, ...shared, ...namesakes])
      expect(webAddress(domain)?.domain === domain).toBe(true);
});

test('no name or alias belongs to two vendors, and no address of one alone to two', () => {
  const { names, domains } = vendorIndex(VENDORS);
  for (const known of names.values()) {
    const own = known.filter(({ kind }) => kind === 'name' || kind === 'alias');
    expect(new Set(own.map(({ vendor }) => vendor.id)).size).toBeLessThanOrEqual(1);
  }
  for (const known of domains.values())
    expect(known.filter(({ isShared }) => !isShared).length).toBeLessThanOrEqual(1);
});
