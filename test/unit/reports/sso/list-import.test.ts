/** Taking over a newer copy of the vendor list. */
import { changesBetween } from '../../../../docs/sso-vendors/changes';
import { readVendor, UnreadableVendor } from '../../../../docs/sso-vendors/vendor-file';

const FILE = {
  name: 'Airtable',
  vendor_url: 'https://airtable.com',
  base_pricing: '$10 per u/m',
  sso_pricing: '$60 per u/m',
  percent_increase: '500%',
  pricing_source: 'https://airtable.com/pricing',
  pricing_source_info: 'Pricing comes from a quote',
  updated_at: '2019-10-19',
};
const ENTRY = {
  id: 'airtable',
  name: 'Airtable',
  url: 'https://airtable.com',
  base: ['$10 per u/m', 10, 'USD', 'user/month'],
  sso: ['$60 per u/m', 60, 'USD', 'user/month'],
  increase: 500,
  isFromQuote: true,
  sources: ['https://airtable.com/pricing'],
  readOn: '2019-10-19',
};

test('a file becomes an entry that holds only what it says', () => {
  expect(readVendor('airtable', FILE)).toEqual(ENTRY);
});

test('several sources, a note, and an increase that is only a lower bound', () => {
  expect(
    readVendor('x', {
      ...FILE,
      pricing_source: ['https://a.example/pricing', 'Quote'],
      pricing_source_info: null,
      percent_increase: '1,250%+',
      vendor_note: 'For 25 users.',
    }),
  ).toMatchObject({
    sources: ['https://a.example/pricing'],
    isFromQuote: true,
    increase: 1250,
    isIncreaseAtLeast: true,
    note: 'For 25 users.',
  });
});

test('what no number says stays out', () => {
  const entry = readVendor('x', { ...FILE, sso_pricing: 'Call Us!', percent_increase: '???' });
  expect(entry.sso).toEqual(['Call Us!']);
  expect(entry).not.toHaveProperty('increase');
  expect(readVendor('x', { ...FILE, sso_pricing: 'Call Us! ($98/month+)' }).sso).toEqual([
    ...['Call Us! ($98/month+)', 98, 'USD', 'month', 'at least'],
  ]);
});

test('a reading put right by hand stays for as long as the text does', () => {
  const byHand = { ...ENTRY, sso: ['$60 per u/m', 60, 'USD', 'user/year'] };
  expect(readVendor('airtable', FILE, byHand).sso).toEqual(byHand.sso);
  expect(readVendor('airtable', { ...FILE, sso_pricing: '$70 per u/m' }, byHand).sso).toEqual([
    ...['$70 per u/m', 70, 'USD', 'user/month'],
  ]);
});

test.each<[string, unknown, RegExp]>([
  ['an empty file', null, /x: holds no entry/],
  ['a list', 'Airtable', /x: holds no entry/],
  ['missing keys', { name: 'Airtable', updated_at: '2019-10-19' }, /x: lacks vendor_url, base_pricing/],
  ['a day that is none', { ...FILE, updated_at: 'May' }, /x: “May” is not a day/],
])('%s is refused with a reason', (_what, contents, reason) => {
  expect(() => readVendor('x', contents)).toThrow(UnreadableVendor);
  expect(() => readVendor('x', contents)).toThrow(reason);
});

test('what changed is said by vendor', () => {
  const before = [ENTRY, { ...ENTRY, id: 'old', name: 'Old' }, { ...ENTRY, id: 'same', name: 'Same' }];
  const after = [
    { ...ENTRY, sso: ['$70 per u/m', 70, 'USD', 'user/month'], readOn: '2026-11-01' },
    { ...ENTRY, id: 'same', name: 'Same' },
    { ...ENTRY, id: 'fresh', name: 'Fresh' },
  ];
  expect(changesBetween(before, after)).toEqual([
    'gone: Old',
    'price changed: Airtable, $10 per u/m without single sign-on and $60 per u/m with it before, ' +
      '$10 per u/m without single sign-on and $70 per u/m with it now',
    'changed: Airtable, day of reading',
    'new: Fresh, $10 per u/m without single sign-on and $60 per u/m with it',
  ]);
  expect(changesBetween(before, before)).toEqual([]);
  const reread = { ...ENTRY, sso: ['$60 per u/m', 60, 'USD', 'user/year'] };
  expect(changesBetween([ENTRY], [reread])).toEqual(['changed: Airtable, what was read from the prices']);
});
