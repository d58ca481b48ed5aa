/** Reports where people, days and currencies are not as a demo has them. */
import type { Desk } from '../../../local/desk';
import { desk } from '../desks';
import { beside, companyDesk, PROVIDERS, refreshed } from './small-company';

describe.each(PROVIDERS)('from %s', (provider) => {
  test.each(['ssoTax', 'renewals', 'idleLicences', 'unownedApps', 'leaversWithAccess', 'spend'])(
    '%s is the same on the next day',
    async (report) => {
      const on = await companyDesk();
      const { rows } = await refreshed(on, provider, report);
      await on.clock.advance({ days: 1 });
      expect(await refreshed(on, provider, report)).toMatchObject({
        added: 0,
        updated: 0,
        vanished: 0,
        unchanged: rows,
      });
    },
  );
});

test('a contract that renews itself stays when its end has passed, the first to look at', async () => {
  const on = await companyDesk();
  await refreshed(on, 'torii', 'renewals');
  // Figma’s ends on 1 April.
  await on.clock.advance({ days: 31 });
  await refreshed(on, 'torii', 'renewals');
  expect(on.tab('Renewals').rows()[0]).toMatchObject({
    Contract: 'Figma',
    When: 'End date has passed',
    'What is missing': 'New end date',
  });
});

test('a correction counts for both platforms, whichever of them made the list’s tab', async () => {
  const on = await companyDesk();
  await refreshed(on, 'torii', 'ssoTax');
  await refreshed(on, 'zluri', 'ssoTax');
  const vendors = on.tab('SSO Tax Vendors');
  await vendors.set('slack', 'Price with SSO', '$20 per u/m');
  for (const provider of PROVIDERS) {
    await refreshed(on, provider, 'ssoTax');
    // 20.00 − 7.25 dollars.
    expect(vendors.rows().find(({ ID }) => ID === 'slack')).toMatchObject({ Surcharge: 12.75 });
    const tab = provider === 'torii' ? 'SSO Tax' : 'SSO Tax (Zluri)';
    expect(on.tab(tab).rows()[0]).toMatchObject({ Vendor: 'Slack', 'Surcharge a year': 6120 });
    await vendors.set('slack', 'Price with SSO', '$20 per u/m');
  }
});

test('a price that the spreadsheet made a number of keeps its currency', async () => {
  const on = await companyDesk();
  await refreshed(on, 'torii', 'ssoTax');
  const vendors = on.tab('SSO Tax Vendors');
  const last = vendors.values().length + 1;
  const header = vendors.header();
  const type = (label: string, text: string): Promise<void> =>
    vendors.type(`${String.fromCharCode(65 + header.indexOf(label))}${String(last)}`, text);
  await type('Vendor', 'Time sheets');
  await type('Website', 'https://acme.example');
  await type('Price', '$1');
  await type('Price with SSO', '$3');
  await refreshed(on, 'torii', 'ssoTax');
  const own = on
    .tab('SSO Tax')
    .rows()
    .find(({ App }) => App === 'Time sheets');
  expect(own).toMatchObject({ Currency: 'USD', Surcharge: 2, 'Surcharge a year': '' });
});

describe('currencies', () => {
  const mixed = async (rates?: object): Promise<Desk> => {
    const on = await desk({
      timeZone: 'UTC',
      tenant: {
        torii: {
          apps: [{ id: 1, name: 'Slack' }],
          contracts: [contract(1, 'USD', 100_00), contract(2, 'EUR', 200_00), contract(3, 'JPY', 10_000)],
        },
      },
    });
    await on.api('connect', { provider: 'torii', apiKey: on.torii.apiKey });
    if (rates) await on.api('settings', { set: { rates } });
    await refreshed(on, 'torii', 'renewals');
    return on;
  };
  const contract = (id: number, currency: string, amount: number): object => ({
    id,
    name: `Contract ${String(id)}`,
    idApp: 1,
    status: 'active',
    endDate: '2026-12-01T00:00:00.000Z',
    amount,
    currency,
  });
  const later = (on: Desk): string[] => beside(on, 'Renewals').find(([name]) => name === 'Later') ?? [];

  test('are never added up on their own', async () => {
    const on = await mixed();
    expect(beside(on, 'Renewals')[0]?.filter((text) => text.startsWith('Value'))).toEqual([
      'Value, EUR',
      'Value, JPY',
      'Value, USD',
    ]);
    expect(later(on).slice(1, 5)).toEqual(['3', 'EUR 200.00', 'JPY 10,000', 'USD 100.00']);
  });

  test('are added up at the rates that people set, where each has one', async () => {
    const on = await mixed({ currency: 'USD', worth: { EUR: 1.1, JPY: 0.0065 } });
    expect(beside(on, 'Renewals')[0]).toContain('Value, all in USD at your rates');
    // 100 + 200 × 1.1 + 10,000 × 0.0065
    expect(later(on)[5]).toBe('USD 385.00');
    const without = await mixed({ currency: 'USD', worth: { EUR: 1.1 } });
    expect(beside(without, 'Renewals')[0]?.join()).not.toContain('at your rates');
  });

  test('a rate is more than nothing, for a currency’s code', async () => {
    await expect(mixed({ currency: 'USD', worth: { EUR: 0 } })).rejects.toThrow();
    await expect(mixed({ currency: 'dollars', worth: {} })).rejects.toThrow();
  });
});

test('names that read like formulas, conditions or markup are names', async () => {
  const categories = ['=1+1', '<b>x</b>', '>5', 'C*', 'Chat', 'What?', '+1', '"quoted"*'];
  const on = await desk({
    timeZone: 'UTC',
    tenant: {
      zluri: {
        apps: categories.map((category, index) => ({
          app_id: String(index + 1).padStart(24, 'a'),
          app_name: category,
          app_category: category,
          app_spend: 10 ** index,
          app_archive: false,
        })),
      },
    },
  });
  await on.api('connect', { provider: 'zluri', apiKey: on.zluri.apiKey });
  await refreshed(on, 'zluri', 'spend');
  const lines = new Map(beside(on, 'Spend').map(([name = '', sum = '']) => [name, sum]));
  expect(categories.map((name) => lines.get(name))).toEqual(
    categories.map((_, index) => (10 ** index).toLocaleString('en-US', { minimumFractionDigits: 2 })),
  );
  expect(await refreshed(on, 'zluri', 'spend')).toMatchObject({ updated: 0, unchanged: categories.length });
});
