/** What holds for every report: its tab behaves like any other, and nothing in it is sent. */
import { connectedDesk } from '../desks';
import { expectSameFile, wholeFile } from '../whole-file';
import { cells, companyDesk, ids, PROVIDERS, refreshed } from './small-company';

const REPORTS = [
  ['ssoTax', 'SSO Tax'],
  ['renewals', 'Renewals'],
  ['idleLicences', 'Idle licences'],
  ['unownedApps', 'Unowned apps'],
  ['leaversWithAccess', 'Leavers with access'],
  ['spend', 'Spend'],
] as const;

describe.each(PROVIDERS)('from %s', (provider) => {
  test.each(REPORTS)('a second refresh of %s changes nothing', async (report, tab) => {
    const on = await companyDesk();
    const { rows } = await refreshed(on, provider, report);
    expect(rows).toBeGreaterThan(0);
    const before = { values: on.tab(tab).values(), formulas: on.tab(tab).formulas() };
    expect(await refreshed(on, provider, report)).toMatchObject({
      added: 0,
      updated: 0,
      vanished: 0,
      unchanged: rows,
    });
    expect({ values: on.tab(tab).values(), formulas: on.tab(tab).formulas() }).toEqual(before);
  });
});

test('they are listed behind the resources, and told apart', async () => {
  const on = await companyDesk();
  const listed = (await on.api('resources', { provider: 'zluri' })) as {
    title: string;
    report?: true;
    writable: boolean;
  }[];
  const reports = listed.filter(({ report }) => report);
  expect(reports.map(({ title }) => title)).toEqual([
    'SSO Tax',
    'SSO Tax Vendors',
    'Renewals',
    'Idle licences',
    'Unowned apps',
    'Leavers with access',
    'Spend',
  ]);
  expect(listed.slice(-reports.length)).toEqual(reports);
  expect(reports.filter(({ writable }) => writable)).toEqual([]);
});

test('fields and filters can be chosen', async () => {
  const on = await companyDesk();
  const { job } = (await on.api('pull', {
    provider: 'torii',
    resource: 'renewals',
    fields: ['name', 'end'],
    filters: [{ field: 'renewsItself', test: 'isAnyOf', values: ['Yes'] }],
  })) as { job: string };
  await on.run(job);
  expect(on.tab('Renewals').header().slice(0, 4)).toEqual(['ID', 'Contract', 'End date', 'Status']);
  expect(cells(on, 'Renewals', 'Contract').flat()).toEqual(['Figma', 'Slack 2025']);
  // What the summary would be made from is not there.
  expect(on.tab('Renewals').formulas().flat().join('')).toBe('');
  expect(on.tab('Renewals').charts()).toEqual([]);
});

test('what leaves a report is greyed, and nothing adds it up any more', async () => {
  const on = await companyDesk();
  await refreshed(on, 'zluri', 'unownedApps');
  on.zluri.edit('apps', ids.zluri.app('Box'), { app_owner_id: ids.zluri.person('ada') });
  expect(await refreshed(on, 'zluri', 'unownedApps')).toMatchObject({ vanished: 1, rows: 2 });
  expect(cells(on, 'Unowned apps', 'App', 'Why', 'Active users', 'Status')[0]).toEqual([
    'Box',
    '',
    '',
    'Gone from this report since 2026-03-02',
  ]);
  on.zluri.edit('apps', ids.zluri.app('Box'), { app_owner_id: null });
  await refreshed(on, 'zluri', 'unownedApps');
  expect(cells(on, 'Unowned apps', 'App', 'Why', 'Active users', 'Status')[0]).toEqual([
    'Box',
    'No owner',
    '5',
    '',
  ]);
});

test('new rows follow the table, whatever stands beside it', async () => {
  const on = await companyDesk();
  await refreshed(on, 'torii', 'renewals');
  on.torii.edit('contracts', 999, {
    name: 'New one',
    idApp: 1,
    status: 'active',
    startDate: '2026-01-01T00:00:00.000Z',
    endDate: '2027-01-01T00:00:00.000Z',
    currency: 'USD',
  });
  expect(await refreshed(on, 'torii', 'renewals')).toMatchObject({ added: 1 });
  expect(on.tab('Renewals').values()[5]?.slice(0, 2)).toEqual([999, 'New one']);
});

test('a report is not sent', async () => {
  const on = await companyDesk();
  await refreshed(on, 'torii', 'unownedApps');
  await expect(on.api('preview', { tab: 'Unowned apps' })).rejects.toMatchObject({ code: 'REPORT_NOT_SENT' });
});

test('a report can be refreshed by the clock, and with all tabs', async () => {
  const on = await companyDesk();
  await refreshed(on, 'torii', 'renewals');
  await on.api('schedule', { tab: 'Renewals', every: 'day', hour: 12 });
  on.torii.edit('contracts', Number(ids.torii.contract('Slack 2025')), { name: 'Slack for all' });
  await on.clock.advance({ hours: 6 });
  expect(cells(on, 'Renewals', 'Contract').flat()).toContain('Slack for all');
  on.torii.edit('contracts', Number(ids.torii.contract('Slack 2025')), { name: 'Slack again' });
  await on.menu('SaaS Ledger', 'Refresh all');
  expect(cells(on, 'Renewals', 'Contract').flat()).toContain('Slack again');
});

test.each([40, 90, 140, 190])(
  'SSO tax killed after %i service calls ends as if nothing had happened',
  async (calls) => {
    const whole = await companyDesk();
    await refreshed(whole, 'torii', 'ssoTax');
    const on = await companyDesk();
    on.kill({ afterServiceCalls: calls });
    await refreshed(on, 'torii', 'ssoTax');
    expect(on.executions.filter(({ outcome }) => outcome === 'killed')).toHaveLength(1);
    expectSameFile(wholeFile(on), wholeFile(whole));
    expect(on.tab('SSO Tax').charts()).toHaveLength(1);
  },
);

test('a long report that is killed goes on where it was', async () => {
  const on = await connectedDesk({ tenant: { seed: 7, apps: 400, contracts: 20, users: 60 } });
  on.kill({ afterRequests: 200 });
  await refreshed(on, 'torii', 'idleLicences');
  const asked = on.requests.filter(({ url }) => /apps\/\d+\/users/.test(url)).map(({ url }) => url);
  expect(asked.length).toBeGreaterThan(150);
  // What came with the killed request is asked for again, and nothing else.
  expect(asked.length - new Set(asked).size).toBeLessThan(60);
  expect(on.tabs({ hidden: true }).filter((name) => name.includes('reading'))).toEqual([]);
});
