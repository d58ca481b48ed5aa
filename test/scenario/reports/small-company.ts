/** A company small enough to be checked by hand, as either platform would hold it. */
import type { Desk } from '../../../local/desk';
import { desk, pull, type Job } from '../desks';

export type Provider = 'torii' | 'zluri';
export const PROVIDERS: readonly Provider[] = ['torii', 'zluri'];

interface Person {
  readonly name: string;
  readonly left?: true;
  /** Name of the manager. */
  readonly manager?: string;
  readonly apps: number;
}

interface App {
  readonly name: string;
  readonly url?: string;
  readonly owner?: string;
  readonly users: number;
  readonly category?: string;
  readonly sso?: string;
  /** Of Zluri, which counts it; whole units. */
  readonly spend?: number;
}

interface Contract {
  readonly name: string;
  readonly app: string;
  readonly owner?: string;
  readonly start: string;
  readonly end?: string;
  readonly noticeDays?: number;
  readonly renewsItself?: boolean;
  readonly isOver?: true;
  /** A year's cost in whole dollars. */
  readonly cost?: number;
  readonly licences?: { readonly total: number; readonly assigned: number };
}

interface Use {
  readonly app: string;
  readonly person: string;
  /** A day. */
  readonly last?: string;
  readonly isActive: boolean;
  readonly isRemoved?: true;
  readonly licence?: { readonly name: string; readonly idle: boolean };
}

export const PEOPLE: readonly Person[] = [
  { name: 'ada', apps: 3 },
  { name: 'ben', left: true, manager: 'cleo', apps: 1 },
  { name: 'cleo', apps: 2 },
  { name: 'dora', left: true, apps: 0 },
  { name: 'emil', apps: 2 },
];

export const APPS: readonly App[] = [
  {
    name: 'Slack',
    url: 'https://acme.slack.com',
    owner: 'ada',
    users: 40,
    category: 'Chat',
    sso: 'No',
    spend: 3480,
  },
  { name: 'Figma', url: 'https://www.figma.com', owner: 'ben', users: 3, category: 'Design', spend: 432 },
  { name: 'Box', url: 'https://www.box.com', users: 5, category: 'Files', sso: 'Yes', spend: 300 },
  {
    name: 'Dropbox',
    url: 'https://www.dropbox.com',
    owner: 'cleo',
    users: 10,
    category: 'Files',
    spend: 2400,
  },
  // An ordinary word with nothing that tells which of several products it is.
  { name: 'Runway', owner: 'cleo', users: 2 },
  { name: 'Clay', url: 'https://www.clay.com', owner: 'ada', users: 7, category: 'Sales' },
  { name: 'Time sheets', url: 'https://times.acme.example', users: 5 },
];

export const CONTRACTS: readonly Contract[] = [
  {
    name: 'Slack 2025',
    app: 'Slack',
    owner: 'ada',
    start: '2025-05-15',
    end: '2026-05-15',
    noticeDays: 60,
    renewsItself: true,
    cost: 3480,
    licences: { total: 50, assigned: 44 },
  },
  {
    name: 'Figma',
    app: 'Figma',
    owner: 'ben',
    start: '2025-04-01',
    end: '2026-04-01',
    noticeDays: 60,
    renewsItself: true,
    cost: 432,
  },
  {
    name: 'Dropbox',
    app: 'Dropbox',
    start: '2025-12-01',
    end: '2026-12-01',
    renewsItself: false,
    cost: 2400,
  },
  { name: 'Box', app: 'Box', owner: 'cleo', start: '2024-01-01', noticeDays: 30, cost: 300 },
  { name: 'Slack 2024', app: 'Slack', start: '2024-05-15', end: '2025-05-14', isOver: true, cost: 3000 },
];

export const USES: readonly Use[] = [
  { app: 'Slack', person: 'ada', last: '2026-02-27', isActive: true, licence: { name: 'Pro', idle: false } },
  { app: 'Slack', person: 'emil', last: '2025-11-03', isActive: true, licence: { name: 'Pro', idle: true } },
  { app: 'Slack', person: 'cleo', isActive: true, licence: { name: 'Pro', idle: true } },
  { app: 'Figma', person: 'ben', last: '2026-02-01', isActive: true },
  { app: 'Figma', person: 'dora', last: '2026-01-01', isActive: true, isRemoved: true },
  { app: 'Box', person: 'emil', last: '2026-02-20', isActive: true },
  { app: 'Box', person: 'ada', last: '2026-02-10', isActive: true },
  { app: 'Box', person: 'ben', last: '2026-03-01', isActive: false },
];

export const address = (name: string): string => `${name}@acme.example`;
const indexOf = (list: readonly { readonly name: string }[], name: string | undefined): number =>
  list.findIndex((each) => each.name === name);

/** Ids as they stand in cells: Torii counts, Zluri has texts of 24 digits. */
export const ids: Readonly<
  Record<Provider, Readonly<Record<'app' | 'contract' | 'person', (name: string) => string>>>
> = {
  torii: {
    app: (name) => String(1 + indexOf(APPS, name)),
    contract: (name) => String(101 + indexOf(CONTRACTS, name)),
    person: (name) => String(501 + indexOf(PEOPLE, name)),
  },
  zluri: {
    app: (name) => hex('a', indexOf(APPS, name)),
    contract: (name) => hex('c', indexOf(CONTRACTS, name)),
    person: (name) => hex('e', indexOf(PEOPLE, name)),
  },
};

function hex(kind: string, index: number): string {
  return kind + index.toString(16).padStart(23, '0');
}

const number = (of: (name: string) => string, name: string | undefined): number | null =>
  name === undefined ? null : Number(of(name));
const midnight = (day: string | undefined): string | null =>
  day === undefined ? null : `${day}T00:00:00.000Z`;
const before = (day: string, days: number): string =>
  new Date(Date.parse(day) - days * 86_400_000).toISOString().slice(0, 10);

function toriiTenant(ssoField: string): object {
  const { app, contract, person } = ids.torii;
  return {
    appFields: [
      {
        systemKey: 'c_sso',
        name: ssoField,
        type: 'dropdown',
        options: ['Yes', 'No'].map((value) => ({ value, label: value })),
      },
    ],
    apps: APPS.map(({ name, url, owner, users, category, sso }) => ({
      id: Number(app(name)),
      name,
      url: url ?? null,
      primaryOwner: number(person, owner),
      activeUsersCount: users,
      category: category ?? null,
      c_sso: sso ?? null,
    })),
    users: PEOPLE.map(({ name, left, apps }) => ({
      id: Number(person(name)),
      email: address(name),
      firstName: name,
      lastName: '',
      lifecycleStatus: left ? 'offboarded' : 'active',
      activeAppsCount: apps,
    })),
    contracts: CONTRACTS.map((each) => ({
      id: Number(contract(each.name)),
      name: each.name,
      idApp: Number(app(each.app)),
      owner: number(person, each.owner),
      status: each.isOver ? 'closed' : 'active',
      startDate: midnight(each.start),
      endDate: midnight(each.end),
      cancellationNoticePeriod: each.noticeDays ?? null,
      autoRenewal: each.renewsItself === undefined ? null : each.renewsItself ? 'Yes' : 'No',
      amount: each.cost === undefined ? null : each.cost * 100,
      yearlyCost: each.cost === undefined ? null : each.cost * 100,
      currency: 'USD',
    })),
    licenses: [
      {
        idApp: Number(app('Slack')),
        name: 'Pro',
        pricePerLicense: 6960,
        currency: 'USD',
        unassignedAmount: 6,
      },
    ],
    appUsers: USES.map((use, index) => ({
      id: `use${index}`,
      idApp: Number(app(use.app)),
      idUser: Number(person(use.person)),
      idAppAccount: 1,
      status: use.isActive ? 'active' : 'deleted',
      isUserRemovedFromApp: use.isRemoved === true,
      lastVisitTime: midnight(use.last),
      licenses: use.licence
        ? [{ name: use.licence.name, licenseStatus: use.licence.idle ? 'inactive' : 'active' }]
        : [],
      annualCost: null,
      currency: 'USD',
    })),
  };
}

function zluriTenant(): object {
  const { app, contract, person } = ids.zluri;
  const sso = 'f'.repeat(24);
  return {
    appFields: [{ field_id: sso, field_name: 'SSO', field_type: 'select', field_options: ['Yes', 'No'] }],
    apps: APPS.map((each) => ({
      app_id: app(each.name),
      app_name: each.name,
      app_link: each.url ?? null,
      app_owner_id: each.owner === undefined ? null : person(each.owner),
      app_user_count: each.users,
      app_category: each.category ?? null,
      app_spend: each.spend ?? null,
      app_archive: false,
      custom_fields: each.sso === undefined ? [] : [{ field_id: sso, field_value: each.sso }],
    })),
    users: PEOPLE.map((each) => ({
      user_id: person(each.name),
      user_name: each.name,
      user_email: address(each.name),
      user_status: each.left ? 'inactive' : 'active',
      user_app_count: each.apps,
      user_archive: false,
      user_reporting_manager_email: each.manager === undefined ? null : address(each.manager),
    })),
    contracts: CONTRACTS.map((each) => ({
      contract_id: contract(each.name),
      contract_name: each.name,
      app_id: app(each.app),
      owner_id: each.owner === undefined ? null : person(each.owner),
      contract_status: each.isOver ? 'expired' : 'active',
      contract_start_date: each.start,
      contract_end_date: each.end ?? null,
      contract_cancel_by:
        each.end === undefined || each.noticeDays === undefined ? null : before(each.end, each.noticeDays),
      contract_auto_renews: each.renewsItself ?? null,
      contract_value: each.cost ?? null,
      cost_per_term: each.cost ?? null,
      payment_term: 'yearly',
      purchased_licenses: each.licences?.total ?? null,
      assigned_license_count: each.licences?.assigned ?? null,
      archive: false,
    })),
    appUsers: USES.map((use, index) => ({
      user_app_id: hex('d', index),
      app_id: app(use.app),
      user_id: person(use.person),
      user_app_status: use.isActive ? 'active' : 'inactive',
      user_app_archive: use.isRemoved === true,
      user_app_last_used: midnight(use.last),
      licenses: use.licence ? [{ license_id: 'pro', license_name: use.licence.name }] : [],
    })),
  };
}

/** A desk on this company, connected to both platforms. `ssoField` is what Torii's field about single sign-on is called. */
export async function companyDesk({ ssoField = 'SSO' } = {}): Promise<Desk> {
  const on = await desk({ tenant: { torii: toriiTenant(ssoField), zluri: zluriTenant() }, timeZone: 'UTC' });
  await on.api('connect', { provider: 'torii', apiKey: on.torii.apiKey });
  await on.api('connect', { provider: 'zluri', apiKey: on.zluri.apiKey });
  return on;
}

/** Brings a report up to date; fails where that does not work. */
export async function refreshed(
  on: Desk,
  provider: Provider,
  report: string,
): Promise<NonNullable<Job['result']>> {
  const job = await pull(on, report, { provider });
  if (job.state !== 'done' || !job.result) throw new Error(`${report}: ${JSON.stringify(job.error)}`);
  return job.result;
}

/** Values of a tab by header, as text, without what stands beside the table. */
export function cells(on: Desk, tab: string, ...labels: readonly string[]): string[][] {
  return on
    .tab(tab)
    .rows()
    .filter((row) => row['ID'] !== '')
    .map((row) => labels.map((label) => shown(row[label])));
}

function shown(value: unknown): string {
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return String(value);
}

/** What stands beside the table, from its header down; rows that are empty are left out. */
export function beside(on: Desk, tab: string): string[][] {
  const display = on.tab(tab).display();
  const header = display[0] ?? [];
  const first =
    header.findIndex((text, column) => column > 0 && text === '' && header[column - 1] !== '') + 1;
  return display.map((row) => row.slice(first)).filter((row) => row.some((text) => text !== ''));
}
