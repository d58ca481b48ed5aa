/** What single sign-on costs a company: apps joined with the list, money checked against the list’s own numbers. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Desk } from '../../../local/desk';
import { beside, cells, companyDesk, ids, type Provider, PROVIDERS, refreshed } from './small-company';

type ListedPrice = [text: string, amount?: number, currency?: string, measure?: string, floor?: string];
interface Listed {
  id: string;
  name: string;
  base: ListedPrice;
  sso: ListedPrice;
}

/** As the product ships it, read here without any of its code. */
const LIST = (
  JSON.parse(readFileSync(join(__dirname, '../../../src/reports/sso/vendor-list.json'), 'utf8')) as {
    vendors: Listed[];
  }
).vendors;

const listed = (id: string): Listed => {
  const found = LIST.find((vendor) => vendor.id === id);
  if (!found) throw new Error(`The list has no ${id}.`);
  return found;
};

/** Both prices by user and month, in one currency: the difference, for these users and a year. */
function yearly(id: string, users: number): number {
  const { base, sso } = listed(id);
  expect([base[3], sso[3]]).toEqual(['user/month', 'user/month']);
  expect(base[2]).toBe(sso[2]);
  return Math.round(((sso[1] ?? 0) - (base[1] ?? 0)) * users * 12 * 100) / 100;
}

const ssoTax = async (on: Desk, provider: Provider): Promise<unknown> => {
  const { job } = (await on.api('ssoTax', { provider })) as { job: string };
  return on.run(job);
};

describe.each(PROVIDERS)('from %s', (provider) => {
  const row = (app: string, vendor: string): string => `${ids[provider].app(app)}/${vendor}`;

  test('each app that is on the list has its surcharge, the largest first; what waits for an answer comes last', async () => {
    const on = await companyDesk();
    expect(await ssoTax(on, provider)).toMatchObject({ state: 'done', result: { tab: 'SSO Tax' } });
    const rows = cells(
      on,
      'SSO Tax',
      'ID',
      'Vendor',
      'Match',
      'Rank',
      'Surcharge a year',
      'Currency',
      'Amount is',
    );
    const slack = yearly('slack', 40);
    const figma = yearly('figma', 3);
    const dropbox = yearly('dropbox', 10);
    const box = yearly('box', 5);
    expect(slack).toBeGreaterThan(figma);
    expect(rows.slice(0, 4)).toEqual([
      [row('Slack', 'slack'), 'Slack', 'Sure', '1', String(slack), 'USD', 'Exact'],
      [row('Figma', 'figma'), 'Figma', 'Sure', '2', String(figma), 'USD', 'Exact'],
      [row('Dropbox', 'dropbox'), 'Dropbox', 'Sure', '3', String(dropbox), 'USD', 'Exact'],
      [row('Box', 'box'), 'Box', 'Sure', '4', String(box), 'USD', 'Exact'],
    ]);
    // “Call us” is no amount, and Runway may be one of several products of that name.
    expect(rows[4]).toEqual([
      row('Clay', 'clay'),
      'Clay',
      'Sure',
      '',
      '',
      '',
      expect.stringContaining('on request'),
    ]);
    expect(rows.slice(5)).toEqual([
      [row('Runway', 'runway'), 'Runway', 'Possible', '', '', 'USD', 'Not counted until you say yes'],
    ]);
  });

  test('evidence, dates and the field about single sign-on stand beside the money', async () => {
    const on = await companyDesk();
    await ssoTax(on, provider);
    const [first] = on.tab('SSO Tax').rows();
    expect(first).toMatchObject({
      'Recognised by': 'Domain',
      'In the app': 'acme.slack.com',
      'In the list': 'slack.com',
      'SSO of the app': 'No',
      'Contract ends': new Date('2026-05-15T00:00:00Z'),
      'Notice by': new Date('2026-03-16T00:00:00Z'),
      'Age of the prices': 'Older than two years',
      Price: listed('slack').base[0],
      'Price with SSO': listed('slack').sso[0],
    });
  });

  test('the summary adds up what the table says, and the chart draws the dearest', async () => {
    const on = await companyDesk();
    await ssoTax(on, provider);
    const total = yearly('slack', 40) + yearly('figma', 3) + yearly('dropbox', 10) + yearly('box', 5);
    const lines = new Map(beside(on, 'SSO Tax').map(([name = '', value = '']) => [name, value]));
    expect(lines.get('Known surcharge a year, USD')).toBe(
      `USD ${total.toLocaleString('en-US', { minimumFractionDigits: 2 })}`,
    );
    expect(lines.get('Apps that count')).toBe('5');
    expect(lines.get('To be confirmed by you')).toBe('1');
    expect([...lines.keys()].slice(-4)).toEqual(['Slack', 'Figma', 'Dropbox', 'Box']);
    expect(on.tab('SSO Tax').charts()).toHaveLength(1);
  });

  test('answers and notes stay, and the next refresh goes by them', async () => {
    const on = await companyDesk();
    await ssoTax(on, provider);
    const tab = on.tab('SSO Tax');
    await tab.set(row('Figma', 'figma'), 'Is it this vendor?', 'No');
    await tab.set(row('Runway', 'runway'), 'Is it this vendor?', 'yes');
    await tab.set(row('Slack', 'slack'), 'Notes', 'They offered 10%');
    tab.insertColumn(3, 'Mine', ['first', 'second']);
    expect(await ssoTax(on, provider)).toMatchObject({
      result: { pending: 0, conflicts: 0, added: 0, vanished: 0 },
    });
    const after = new Map(
      cells(on, 'SSO Tax', 'ID', 'Match', 'Surcharge a year', 'Notes', 'Mine', 'Status').map(
        ([id, ...rest]) => [id, rest],
      ),
    );
    expect(after.get(row('Figma', 'figma'))).toEqual(['Not this vendor', '', '', 'second', '']);
    expect(after.get(row('Runway', 'runway'))?.[0]).toBe('Sure');
    expect(after.get(row('Slack', 'slack'))).toEqual([
      'Sure',
      String(yearly('slack', 40)),
      'They offered 10%',
      'first',
      '',
    ]);
    const before = tab.values();
    expect(await ssoTax(on, provider)).toMatchObject({ result: { updated: 0, unchanged: 6 } });
    expect(tab.values()).toEqual(before);
  });
});

describe('the list in its tab', () => {
  test('has every vendor, and a second refresh changes nothing', async () => {
    const on = await companyDesk();
    await ssoTax(on, 'torii');
    expect(cells(on, 'SSO Tax Vendors', 'ID').flat()).toEqual(LIST.map(({ id }) => id));
    expect(await refreshed(on, 'torii', 'ssoTaxVendors')).toMatchObject({
      updated: 0,
      unchanged: LIST.length,
    });
    await ssoTax(on, 'zluri');
    expect(on.tabs().filter((name) => name.includes('Vendors'))).toEqual(['SSO Tax Vendors']);
  });

  test('a corrected price wins and is marked; emptied, it is the list’s again', async () => {
    const on = await companyDesk();
    await ssoTax(on, 'torii');
    const vendors = on.tab('SSO Tax Vendors');
    await vendors.set('slack', 'Price with SSO', '$20 per u/m');
    await ssoTax(on, 'torii');
    const slack = on.tab('SSO Tax').rows()[0];
    // 20.00 − 7.25 dollars for 40 users and 12 months.
    expect(slack).toMatchObject({ 'Surcharge a year': 6120, 'Vendor comes from': 'Changed here' });
    expect(
      cells(on, 'SSO Tax Vendors', 'ID', 'Price with SSO', 'Status').find(([id]) => id === 'slack'),
    ).toEqual(['slack', '$20 per u/m', 'Changed here']);
    await vendors.set('slack', 'Price with SSO', '');
    await ssoTax(on, 'torii');
    expect(on.tab('SSO Tax').rows()[0]).toMatchObject({
      'Surcharge a year': yearly('slack', 40),
      'Vendor comes from': 'The list',
    });
  });

  test('a vendor that people add is matched like the others', async () => {
    const on = await companyDesk();
    await ssoTax(on, 'torii');
    const vendors = on.tab('SSO Tax Vendors');
    const last = vendors.values().length + 1;
    const header = vendors.header();
    const type = (label: string, text: string): Promise<void> =>
      vendors.type(`${String.fromCharCode(65 + header.indexOf(label))}${String(last)}`, text);
    await type('Vendor', 'Time sheets');
    await type('Website', 'https://acme.example');
    await type('Price', '$1 per u/m');
    await type('Price with SSO', '$3 per u/m');
    await ssoTax(on, 'torii');
    const own = on
      .tab('SSO Tax')
      .rows()
      .find(({ App }) => App === 'Time sheets');
    expect(own).toMatchObject({ 'Surcharge a year': 120, 'Vendor comes from': 'Added here' });
    await ssoTax(on, 'torii');
    expect(vendors.values()[last - 1]?.[header.indexOf('Vendor')]).toBe('Time sheets');
  });

  test('a tab of a person’s that has its name stays theirs', async () => {
    const on = await companyDesk();
    on.tab('Sheet1').rename('SSO Tax Vendors');
    await on.tab('SSO Tax Vendors').type('A1', 'my own list');
    expect(await ssoTax(on, 'torii')).toMatchObject({ state: 'done' });
    expect(on.tab('SSO Tax Vendors').values()).toEqual([['my own list']]);
    expect(on.tab('SSO Tax Vendors (Torii)').rows()).toHaveLength(LIST.length);
  });
});

test('the menu makes it for every platform that one is connected to', async () => {
  const on = await companyDesk();
  await on.menu('SaaS Ledger', 'Flag SSO tax');
  expect(on.tabs()).toEqual(expect.arrayContaining(['SSO Tax', 'SSO Tax Vendors', 'SSO Tax (Zluri)']));
  expect(on.toasts.join()).toContain('SSO Tax: 6 rows');
});

test('the list is brought up to date once, whatever needs it', async () => {
  const on = await companyDesk();
  await on.menu('SaaS Ledger', 'Flag SSO tax');
  const before = on.executions.length;
  await on.menu('SaaS Ledger', 'Refresh all');
  const { jobs, tabs } = (await on.api('status')) as {
    jobs: unknown[];
    tabs: { tab: string; pulledAt: string }[];
  };
  expect(jobs).toEqual([]);
  const list = tabs.find(({ tab }) => tab === 'SSO Tax Vendors');
  const started = on.executions[before]?.startedAt ?? 0;
  expect(Date.parse(list?.pulledAt ?? '')).toBeGreaterThanOrEqual(started);
  const runs = (await on.api('activity', { limit: 10 })) as { tab: string }[];
  // Two reports were asked for by either item; the list came along.
  expect(runs.map(({ tab }) => tab).sort()).toEqual(
    ['SSO Tax', 'SSO Tax', 'SSO Tax (Zluri)', 'SSO Tax (Zluri)'].sort(),
  );
});

test('the field about single sign-on can be chosen in the settings', async () => {
  const on = await companyDesk();
  await on.api('settings', { set: { ssoField: 'No such field' } });
  await ssoTax(on, 'torii');
  expect(cells(on, 'SSO Tax', 'SSO of the app').flat().join('')).toBe('');
  await on.api('settings', { set: { ssoField: 'SSO' } });
  await ssoTax(on, 'torii');
  expect(cells(on, 'SSO Tax', 'App', 'SSO of the app')).toContainEqual(['Box', 'Yes']);
});

test('where the platform cannot be read, no tab is left behind', async () => {
  const on = await companyDesk();
  on.torii.fault({ match: 'GET /v1.0/apps', status: 401 });
  expect(await ssoTax(on, 'torii')).toMatchObject({ state: 'failed', error: { code: 'KEY_REFUSED' } });
  expect(on.tabs().filter((name) => name.startsWith('SSO'))).toEqual([]);
});
