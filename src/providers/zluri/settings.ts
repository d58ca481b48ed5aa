/** What all of Zluri's resources share, and every guess about its API, each in a constant with its mark. */
import type { NumberPaging } from '../../core/http/list';
import type { OwnValues } from '../../core/http/record-shape';
import type { Connection, RateClass } from '../../core/http/request';
import type { FieldOption } from '../../core/table/field';
import type { Evidence, FieldsInRecords, Mark, PeopleLookup } from '../definition';
import type { Clearing, Writes } from '../writes';
import { readMessage } from './errors';

/** The day on which Zluri's pages were read. */
const READ = '2026-11-22';

/** A fact from a page of Zluri's API reference, such as “listusers”. */
export function reference(page: string, mark: Mark = 'D'): Evidence {
  return { mark, source: `https://developers.zluri.com/reference/${page}`, read: READ };
}

/** The same pages in Zluri's help centre, which shows parameters that the first leaves out. */
export function help(page: string, mark: Mark = 'D'): Evidence {
  return { mark, source: `https://help.zluri.com/reference/${page}`, read: READ };
}

/**
 * Names in a public copy of Zluri's web app of May 2023. It speaks to an API of its own, so they are strong hints for the public
 * one and no more.
 */
export const WEB_APP: Evidence = {
  mark: 'C',
  source: 'https://github.com/sanjaykzluri/zlurySanjay',
  read: READ,
};

/** [D] Versions are part of the paths, which have two different ones. https://developers.zluri.com/reference/introduction */
export const BASE_URL = 'https://api-ext.zluri.com';

/** [D] Zluri's pages disagree on where a key is made; these two agree with most. https://developers.zluri.com/reference/authentication-1 */
export const KEY_PLACE = 'ask a Zluri administrator or Zluri’s support';

/**
 * Lists are POSTs on a plural. All are documented but two: applications ([I], the pattern of users and contracts, and the way
 * of the web app) and admins ([I], the same pattern only).
 */
export const PATHS = {
  apps: '/v2/applications',
  contracts: '/v2/contracts',
  users: '/v2/users',
  admins: '/v2/admins',
  appUsers: '/v2/applications/{app_id}/users',
  userApps: '/v2/users/{user_id}/applications',
  auditLog: '/ext/v2/audit/list',
  people: '/v2/userIds',
  newApp: '/v2/add-application',
  newUser: '/v2/add-user',
  newAppUser: '/v2/application/{app_id}/add-user',
  // [D] for changing an app and an app's user, [I] for reading either and for all about one user: the same pattern.
  app: '/v2/application/{app_id}',
  user: '/v2/user/{user_id}',
  appUser: '/v2/application/{app_id}/user/{user_id}',
} as const;

/** [D] For one key, whatever the endpoint. https://developers.zluri.com/reference/rate-limits */
export const RATE: RateClass = { name: 'zluri', requests: 100, seconds: 60 };

/**
 * [D] for `items`, [C] for `data`, [I] for the rest. https://developers.zluri.com/reference/pagination
 */
export const ENVELOPE: readonly string[] = ['items', 'data', 'results', 'users', 'applications', 'contracts'];

/** [D] for `count`, [I] for the rest. */
const TOTALS: readonly string[] = ['count', 'total', 'total_count', 'meta.total'];

/**
 * The general page says that pages start at 1, the page on contracts and the web app start at 0 [D, contradicting each other]: 0
 * first, since starting at 1 on a list that starts at 0 would lose a page without a word. The size is the maximum documented for
 * contracts [D], assumed for the others [I]; 50 is the documented default. A million records is far more than a file can show.
 * https://help.zluri.com/reference/listcontracts
 */
export const PAGING: NumberPaging = {
  kind: 'number',
  pageParameter: 'page',
  sizeParameter: 'page_size',
  pageSize: 100,
  smallerSize: 50,
  firstPages: [0, 1],
  // [D] for contracts, [I] for the others.
  where: 'query, else body',
  totals: TOTALS,
  usedSize: 'page_size',
  maxPages: 10_000,
};

/** [D] https://help.zluri.com/reference/getauditlogs */
export const AUDIT_PAGING: NumberPaging = {
  kind: 'number',
  pageParameter: 'page',
  sizeParameter: 'page_size',
  pageSize: 500,
  firstPages: [1],
  where: 'query',
  totals: TOTALS,
  usedSize: 'page_size',
  maxPages: 2_000,
};

/** [I] The web app lists what is not archived; what the API does by itself is documented nowhere, so it is always told. */
export function notArchived(attribute: string): Readonly<Record<string, unknown>> {
  return { field_id: attribute, field_values: [false] };
}

/** [I] Filters and writes name these keys, each in its own way; an answer may use either. */
const OWN_VALUES: OwnValues = {
  attributes: ['custom_fields', 'app_custom_fields', 'user_custom_fields'],
  id: ['field_id', 'custom_field_id'],
  label: ['field_name', 'custom_field_name'],
  value: ['field_value', 'custom_field_value', 'custom_field_values'],
};

/** [I] Records come whole, and the attributes of answers are hardly documented: they are learned from what arrives. */
export const FIELDS_IN_RECORDS: FieldsInRecords = {
  own: OWN_VALUES,
  othersSelected: false,
  evidence: reference('getorgcustomfields-1', 'I'),
};

/**
 * [D] Updates and additions of apps and users take these fields. Which choices a field has, or that it stands for a record, is not
 * known: Zluri refuses what does not fit. https://developers.zluri.com/reference/updateapplication
 */
export const WRITABLE_FIELDS_IN_RECORDS: FieldsInRecords = {
  ...FIELDS_IN_RECORDS,
  writable: ['text', 'number', 'boolean', 'date'],
};

/** [D] How they are written. https://developers.zluri.com/reference/updateapplication */
export function ownFields(name: string): NonNullable<Writes['own']> {
  return { name, id: 'field_id', value: 'field_value' };
}

/** [I] No page says how a value is taken away, and what an attempt would do is not known. */
export const CLEARING: Clearing = {
  offered: false,
  why: 'Zluri’s API has no way to take a value away.',
  evidence: reference('updateapplication', 'I'),
};

/** [I] Where an answer about one record holds it: under one of these, or it is the answer. */
export const ONE_WITHIN: readonly string[] = ['data', 'item'];

/** [I] Paths to the id of a new record: no page shows an answer. */
export function idAt(key: string): readonly string[] {
  return ['', 'data.', 'item.'].flatMap((place) => [key, 'id', '_id'].map((name) => `${place}${name}`));
}

/** [D] Primary and other addresses count. [I] The number of addresses and the answer's shape. https://help.zluri.com/reference/getuseridsbyemails */
export const PEOPLE: PeopleLookup = {
  method: 'post',
  path: PATHS.people,
  place: { bodyKey: 'emails' },
  most: 100,
  envelope: ENVELOPE,
  id: 'user_id',
  addresses: ['user_email', 'alternate_emails'],
  idPattern: /^[0-9a-f]{24}$/,
  numbers: false,
  rateClass: RATE,
  evidence: help('getuseridsbyemails'),
};

/** [I] Amounts in the web app have decimals. */
export const MONEY_IN_MINOR_UNITS = false;

/** [I] Writes and filters name sources by a keyword such as “okta” or “manual”. https://developers.zluri.com/docs/filters */
export const SOURCE_NAME: readonly string[] = ['keyword', 'name', 'org_integration_id'];

/** [D] Values and their words, as the pages of the filters and of the update calls list them. */
export const APP_TYPES = options('application', 'website', 'device', 'browser', 'other');
export const APP_STATUSES = options('active', 'inactive');
export const AUTHORISATIONS = options(
  'restricted',
  'needs review',
  'centrally managed',
  'team managed',
  'individually managed',
  'unmanaged',
);
export const USER_STATUSES = options('active', 'inactive', 'suspended', 'unknown');
export const ACCOUNT_TYPES = options('employee', 'external', 'service', 'group');

/**
 * [C] The page on contracts calls it a choice and prints no values. https://help.zluri.com/reference/listcontracts
 */
export const CONTRACT_STATUSES = options('active', 'inactive', 'expired', 'cancelled');

/** [C] */
export const CONTRACT_TYPES = options('contract', 'subscription', 'perpetual');

/** [D] Writes take the first form, filters the second. https://developers.zluri.com/reference/updateapplicationuser-1 */
export const OPTIMIZATIONS: readonly FieldOption[] = [
  { value: 'include for all optimizations', label: 'Included for all Optimizations' },
  { value: 'exclude for all optimizations', label: 'Excluded for all Optimizations' },
  { value: 'exclude for unused', label: 'Excluded for Unused' },
  { value: 'exclude for undeprovisioned', label: 'Excluded for Undeprovisioned' },
];

function options(...values: readonly string[]): readonly FieldOption[] {
  return values.map((value) => ({ value, label: value.charAt(0).toUpperCase() + value.slice(1) }));
}

/** [D] The header has a hyphen; there is no Bearer. https://developers.zluri.com/reference/authentication-1 */
export function connection(apiKey: string): Connection {
  return {
    title: 'Zluri',
    baseUrl: BASE_URL,
    headers: { 'api-key': apiKey, Accept: 'application/json' },
    keyPlace: KEY_PLACE,
    readMessage,
  };
}
