/** People’s own vendors and corrections, laid over the list. */
import { matchVendor } from '../../../../src/reports/sso/match';
import { withOwnVendors } from '../../../../src/reports/sso/own-vendors';
import { parsePrice } from '../../../../src/reports/sso/price';
import { vendorIndex } from '../../../../src/reports/sso/vendor-index';
import { listedVendors } from '../../../../src/reports/sso/vendor-list';
import { vendorOf } from './sample-vendors';

const LISTED = [
  vendorOf({
    ...{ id: 'miro', name: 'Miro', url: 'https://miro.com', readOn: '2019-09-13', isFromQuote: true },
    increase: { percent: 50, isAtLeast: false },
    known: { aliases: ['RealtimeBoard'] },
  }),
  vendorOf({ id: 'slack', name: 'Slack' }),
];

test('nothing of people’s own: the list as it is', () => {
  expect(withOwnVendors(LISTED, [])).toEqual(LISTED);
});

test('what a person says wins, the rest stays, and the row is marked', () => {
  const sso = parsePrice('$25 per user/month');
  const [miro, slack] = withOwnVendors(LISTED, [{ id: 'miro', name: 'Miro', sso, readOn: '2026-11-01' }]);
  expect(miro).toMatchObject({
    id: 'miro',
    url: 'https://miro.com',
    sso,
    readOn: '2026-11-01',
    origin: 'changed',
  });
  expect(miro?.base).toEqual(LISTED[0]?.base);
  // The list’s percentage and offer were for other prices.
  expect(miro).toMatchObject({ increase: null, isFromQuote: false });
  expect(slack).toEqual(LISTED[1]);
});

test('a correction of anything but prices keeps the list’s percentage', () => {
  const [miro] = withOwnVendors(LISTED, [{ id: 'miro', name: 'Miro', note: 'Renegotiated' }]);
  expect(miro).toMatchObject({ note: 'Renegotiated', increase: { percent: 50 }, isFromQuote: true });
});

test('a vendor of the list is found by its name too, however it is written', () => {
  const [miro, slack, ...rest] = withOwnVendors(LISTED, [
    { name: 'MIRO, Inc.', note: 'ours' },
    { id: 'gone-from-list', name: 'Slack', note: 'mine' },
  ]);
  expect([miro?.note, slack?.note, rest]).toEqual(['ours', 'mine', []]);
});

test('a new vendor comes after the list, and is found by address, name and other names', () => {
  const sso = parsePrice('€12 per user/month');
  const vendors = withOwnVendors(LISTED, [
    { name: 'Harbour Desk', url: 'https://app.harbourdesk.co.uk', aliases: ['HD Suite'], sso },
  ]);
  expect(vendors[2]).toMatchObject({ id: 'own-harbourdesk', origin: 'own', sso, base: { amount: null } });
  const index = vendorIndex(vendors);
  for (const app of [
    { name: 'Booking', url: 'https://www.harbourdesk.co.uk' },
    { name: 'harbourdesk' },
    { name: 'HD Suite' },
  ])
    expect(matchVendor(app, index).map(({ vendor }) => vendor.name)).toEqual(['Harbour Desk']);
});

test('one word of a person’s own is not looked for among others', () => {
  const index = vendorIndex(withOwnVendors([], [{ name: 'Bridge' }]));
  expect(matchVendor({ name: 'Bridge' }, index)).toMatchObject([{ confidence: 'likely' }]);
  expect(matchVendor({ name: 'Golden Bridge Tours' }, index)).toEqual([]);
});

test('of several rows with one name the last wins, each with what the others left out', () => {
  const vendors = withOwnVendors(
    [],
    [
      { name: 'Harbour', url: 'https://harbour.example', note: 'first' },
      { name: 'harbour', note: 'second' },
    ],
  );
  expect(vendors).toHaveLength(1);
  expect(vendors[0]).toMatchObject({ url: 'https://harbour.example', note: 'second', origin: 'own' });
});

test('a row without name and id says nothing', () => {
  expect(withOwnVendors(LISTED, [{ name: ' ' }, { name: '—', note: 'x' }])).toEqual(LISTED);
});

test('corrections keep the names that are known of a vendor', () => {
  const index = vendorIndex(
    withOwnVendors(listedVendors(), [{ id: 'zight', name: 'Zight', aliases: ['Screenie'] }]),
  );
  for (const name of ['CloudApp', 'Screenie', 'Zight'])
    expect(matchVendor({ name }, index)).toMatchObject([{ vendor: { id: 'zight', origin: 'changed' } }]);
});
