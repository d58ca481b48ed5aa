/** Reports of a made-up organisation, as the server offers them to the sidebar, and their tabs. */
import type { ProviderInfo, ResourceInfo, TabInfo } from '../../src/app/contract';
import type { ProviderName } from '../../src/providers/definition';
import { CONNECTION, resources, TAB, type Scripted } from './scripted-sidebar';

function report(
  resource: string,
  title: string,
  description: string,
  change: Partial<ResourceInfo> = {},
): ResourceInfo {
  return { resource, title, description, writable: false, report: true, filterIdeas: [], ...change };
}

const REPORTS: readonly ResourceInfo[] = [
  report(
    'ssoTax',
    'SSO Tax',
    'What vendors charge your company extra for single sign-on, app by app, with evidence and dates.',
  ),
  report(
    'ssoTaxVendors',
    'SSO Tax Vendors',
    'Vendors that charge extra for single sign-on; correct what is wrong, and add your own below.',
    { shared: true, fixed: true },
  ),
  report('renewals', 'Renewals', 'Contracts by the last day to give notice.'),
  report('idleLicences', 'Idle licences', 'Licences that nobody uses, with what they cost.'),
  report('unownedApps', 'Unowned apps', 'Apps that nobody answers for, or only somebody who left.'),
  report('leaversWithAccess', 'Leavers with access', 'People who left and still have apps.'),
];

/** The records of a platform, `fields` among them where it lets fields be made, and its reports. */
export function resourcesAndReports({ provider }: { provider: ProviderName }): Scripted {
  const records = (resources() as { value: readonly ResourceInfo[] }).value;
  const fields: ResourceInfo = {
    ...{ resource: 'fields', title: 'Fields', description: 'Every field.', writable: true, filterIdeas: [] },
  };
  return { value: [...records, ...(provider === 'torii' ? [fields] : []), ...REPORTS] };
}

export const PROVIDERS: readonly ProviderInfo[] = [
  { provider: 'torii', title: 'Torii', keyPlace: 'Settings → API Access' },
  { provider: 'zluri', title: 'Zluri', keyPlace: 'Settings → API Tokens' },
];

export const BOTH_CONNECTED = {
  providers: PROVIDERS,
  connections: [
    CONNECTION,
    { provider: 'zluri', title: 'Zluri', organisation: 'Halden & Weir', last4: '77c1' },
  ],
} as const;

export const SSO_TAX: TabInfo = {
  ...TAB,
  ...{ tab: 'SSO Tax', resource: 'ssoTax', rows: 31, report: true, waitingForYou: 12 },
};

export const RENEWALS: TabInfo = {
  ...TAB,
  ...{ tab: 'Renewals', resource: 'renewals', rows: 58, report: true },
};

export const UNOWNED: TabInfo = {
  ...TAB,
  ...{ tab: 'Unowned apps', resource: 'unownedApps', rows: 14, report: true },
};

export const VENDORS: TabInfo = {
  ...TAB,
  ...{ tab: 'SSO Tax Vendors', resource: 'ssoTaxVendors', rows: 150, report: true },
};
