/** What all of Torii's resources share: address, headers, pages, pace, money and field types. */
import type { CursorPaging, WholeList } from '../../core/http/list';
import type { Connection, RateClass } from '../../core/http/request';
import type { FieldOption } from '../../core/table/field';
import type { Evidence, FieldListing, Mark, PeopleLookup } from '../definition';
import type { Clearing } from '../writes';

/** The day on which Torii's pages were read. */
const READ = '2026-11-22';

const REFERENCE = 'https://developers.toriihq.com/reference';

/** A fact from a page of Torii's API reference, such as “getapps”. */
export function reference(page: string, mark: Mark = 'D'): Evidence {
  return { mark, source: `${REFERENCE}/${page}`, read: READ };
}

/** A fact from any other page. */
export function evidence(source: string, mark: Mark): Evidence {
  return { mark, source, read: READ };
}

/** A third-party client with tests against live answers, our source for shapes that the reference leaves out. */
export const CLIENT_CODE = 'https://github.com/vthiery/steampipe-plugin-torii';

/** There is no /v1.1: versions are told apart by a header. https://developers.toriihq.com/reference/introduction-1 */
export const BASE_URL = 'https://api.toriihq.com/v1.0';

/**
 * Hosts to which large files may go. [I] Torii documents a signed address of Amazon S3 and names no bucket; the manifest's
 * urlFetchWhitelist says the same. https://developers.toriihq.com/reference/getfilesurl
 */
export const FILE_HOST = /^([a-z0-9-]+\.)+amazonaws\.com$/i;

export const KEY_PLACE = 'Settings → API Access';

/**
 * Whether amounts count in the currency's smallest unit (cents). [I] Documented for licences, transactions and prices,
 * seen in client code for contracts, inferred for the organisation's own fields. Should a live tenant prove otherwise, this line changes it.
 * https://developers.toriihq.com/docs/field-types
 */
export const MONEY_IN_MINOR_UNITS = true;

/** Torii counts by endpoint and minute. https://developers.toriihq.com/reference/rate-limits */
export function perMinute(endpoint: string, requests: number): RateClass {
  return { name: `torii ${endpoint}`, requests, seconds: 60 };
}

/**
 * Pages of 1,000, the most that Torii gives. A thousand of them are a million records, far more than a file of ten million
 * cells can show. https://developers.toriihq.com/reference/pagination
 */
export const PAGING: CursorPaging = {
  kind: 'cursor',
  sizeParameter: 'size',
  pageSize: 1000,
  cursorParameter: 'cursor',
  nextCursor: 'nextCursor',
  total: 'total',
  maxPages: 1000,
};

/** Lists that name no cursor come whole. https://developers.toriihq.com/reference/pagination */
export const WHOLE: WholeList = { kind: 'whole' };

/**
 * Sent with every list. Without an order, contracts come in any and pages may overlap.
 * https://developers.toriihq.com/docs/get-contracts-migration-guide-v10-v11
 */
export const LIST_QUERY = { sort: 'id:asc' } as const;

/** How far a user is in joining and leaving. https://developers.toriihq.com/reference/getusers */
export const LIFECYCLE_STATUSES: readonly FieldOption[] = [
  { value: 'active', label: 'Active' },
  { value: 'offboarding', label: 'Offboarding' },
  { value: 'offboarded', label: 'Offboarded' },
];

/**
 * Every field type that Torii's metadata can announce. Types whose values are documented nowhere (files, accounts, links to
 * contracts) are shown and never sent; so are lists of values and `user`, whose form in a request is not described.
 * https://developers.toriihq.com/reference/getappsmetadata, https://developers.toriihq.com/docs/field-types
 */
export const FIELD_TYPES: FieldListing['types'] = {
  singleLine: { type: 'text', writable: true },
  multiLine: { type: 'longText', writable: true },
  number: { type: 'number', writable: true },
  currency: { type: 'money', writable: true },
  // The last four digits, as text: 0042 keeps its zeros.
  cardNumber: { type: 'text', writable: true },
  datePicker: { type: 'date', writable: true },
  dropdown: { type: 'option', writable: true },
  dropdownMulti: { type: 'options', writable: true },
  usersDropdown: { type: 'person', writable: true },
  usersDropdownMulti: { type: 'people', writable: true },
  user: { type: 'person', writable: false },
  email: { type: 'email', writable: true },
  bool: { type: 'boolean', writable: true },
  multiValueString: { type: 'list', writable: false },
  fileUpload: { type: 'other', writable: false },
  appUserAccount: { type: 'other', writable: false },
  contractsDropdownMulti: { type: 'other', writable: false },
};

/**
 * How a value is taken away. [I] No page says how; text and lists have an empty form, other values have null. Should a live tenant
 * prove otherwise, this constant changes it. https://developers.toriihq.com/reference/putappsidapp
 */
export const CLEARING: Clearing = {
  offered: true,
  text: '',
  several: [],
  other: null,
  evidence: reference('putappsidapp', 'I'),
};

/** [D] One address to a request, in any case; above a dozen of them, the pages of the whole list are mostly fewer. */
export const PEOPLE: PeopleLookup = {
  method: 'get',
  path: '/users',
  query: { fields: 'email' },
  place: { parameter: 'email' },
  most: 1,
  listAbove: 12,
  envelope: 'users',
  id: 'id',
  addresses: ['email', 'additionalEmails'],
  idPattern: /^\d+$/,
  numbers: true,
  rateClass: perMinute('GET /users', 100),
  evidence: reference('getusers'),
};

/**
 * How to speak to Torii with one person's key. The version header goes along always: what holds without it depends on the age
 * of the key. https://developers.toriihq.com/docs/get-contracts-migration-guide-v10-v11
 */
export function connection(apiKey: string): Connection {
  return {
    title: 'Torii',
    baseUrl: BASE_URL,
    headers: {
      Authorization: `Bearer ${apiKey}`,
      'X-API-Version': '1.1',
      Accept: 'application/json',
    },
    keyPlace: KEY_PLACE,
    readMessage,
  };
}

/** Torii's errors hold `message`, the detail, and `error`, the short reason. https://developers.toriihq.com/reference/errors */
function readMessage(body: unknown): string | null {
  if (typeof body !== 'object' || body === null) return null;
  const { message, error } = body as Record<string, unknown>;
  if (typeof message === 'string' && message !== '') return message;
  return typeof error === 'string' && error !== '' ? error : null;
}
