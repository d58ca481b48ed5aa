/** What stands where in the sidebar: records, reports, and tabs of which it knows no more. */
import type { ConnectionInfo, ResourceInfo, TabInfo } from '../../../../src/app/contract';
import { contentsOf } from '../../../../sidebar/state/contents';
import type { ReportPlace } from '../../../../sidebar/state/report';

const TORII: ConnectionInfo = {
  ...{ provider: 'torii', title: 'Torii', organisation: 'Northwind', last4: '1a2b' },
};
const ZLURI: ConnectionInfo = {
  ...{ provider: 'zluri', title: 'Zluri', organisation: 'Northwind', last4: '3c4d' },
};

function kind(resource: string, change: Partial<ResourceInfo> = {}): ResourceInfo {
  return { resource, title: resource, description: '', writable: false, filterIdeas: [], ...change };
}

function tab(name: string, resource: string, change: Partial<TabInfo> = {}): TabInfo {
  return {
    ...{ tab: name, provider: 'torii', resource, rows: 1, pulledAt: '2026-11-22T10:42:00Z', complete: true },
    ...{ pending: 0, conflicts: 0, mode: 'mirror', filters: [], filterWords: [] },
    ...change,
  };
}

const LIST = [
  kind('apps', { writable: true }),
  kind('renewals', { report: true }),
  kind('ssoTaxVendors', { report: true, shared: true }),
  kind('unownedApps', { report: true }),
  kind('ssoTax', { report: true }),
];
const BOTH = { torii: LIST, zluri: LIST };

const names = (places: readonly ReportPlace[]): string[] =>
  places.map(({ connection, report, tabs }) => `${connection.provider} ${report.resource} ${tabs.length}`);

test('in an empty file SSO Tax comes before all others, of each platform', () => {
  const contents = contentsOf({ connections: [TORII, ZLURI], tabs: [] }, BOTH);
  expect(names(contents.first)).toEqual(['torii ssoTax 0', 'zluri ssoTax 0']);
  expect(names(contents.reports)).toEqual([
    'torii renewals 0',
    'torii ssoTaxVendors 0',
    'torii unownedApps 0',
    'zluri renewals 0',
    'zluri unownedApps 0',
  ]);
  expect(contents.moreToPull).toBe(true);
});

test('later SSO Tax leads the reports, and those that were made come before the others', () => {
  const tabs = [tab('Apps', 'apps'), tab('Unowned apps', 'unownedApps', { report: true })];
  const contents = contentsOf({ connections: [TORII], tabs }, BOTH);
  expect(contents.first).toEqual([]);
  expect(names(contents.reports)).toEqual([
    'torii ssoTax 0',
    'torii unownedApps 1',
    'torii renewals 0',
    'torii ssoTaxVendors 0',
  ]);
  expect(contents.records.map((one) => one.tab)).toEqual(['Apps']);
  expect(contents.refreshable.map((one) => one.tab)).toEqual(['Apps', 'Unowned apps']);
  expect(contents.moreToPull).toBe(false);
});

test('reports of a platform that only a colleague is connected to are among the other tabs', () => {
  const tabs = [tab('SSO Tax', 'ssoTax', { report: true }), tab('Apps', 'apps')];
  const contents = contentsOf({ connections: [ZLURI], tabs }, BOTH);
  expect(contents.others.map((one) => one.tab)).toEqual(['SSO Tax', 'Apps']);
  expect(contents.refreshable).toEqual([]);
});

test.each([
  ['its own platform', [TORII, ZLURI], 'zluri'],
  ['any other where that is not connected', [TORII], 'torii'],
] as const)('a list that all platforms share is refreshed through %s', (_where, connections, provider) => {
  const tabs = [tab('SSO Tax Vendors', 'ssoTaxVendors', { provider: 'zluri', report: true })];
  const contents = contentsOf({ connections, tabs }, BOTH);
  expect(contents.refreshable.map((one) => [one.tab, one.provider])).toEqual([['SSO Tax Vendors', provider]]);
  expect(names(contents.reports).filter((name) => name.includes('ssoTaxVendors'))).toEqual([
    `${provider} ssoTaxVendors 1`,
  ]);
  expect(contents.others).toEqual([]);
});
