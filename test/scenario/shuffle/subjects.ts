/** The tables that are shuffled: of each provider two, with a field of every kind among them. */
import type { Desk, FakeServer } from '../../../local/desk';
import {
  address,
  day,
  type Kind,
  list,
  moment,
  money,
  number,
  option,
  options,
  people,
  person,
  type Surroundings,
  text,
  yesNo,
} from './field-kinds';
import type { Plain } from './tab-view';

export interface SubjectField {
  readonly key: string;
  readonly kind: Kind;
  readonly writable: boolean;
  /** What the server's record calls it. */
  readonly attribute: string;
}

export type ServerRecord = Record<string, unknown>;

export interface Subject {
  readonly provider: 'torii' | 'zluri';
  readonly title: string;
  readonly resource: 'apps' | 'contracts' | 'users';
  readonly tab: string;
  /** Key of the field, and attribute of the record, that holds the id. */
  readonly key: string;
  readonly fields: readonly SubjectField[];
  /** What every live record has besides. */
  readonly standing: ServerRecord;
  /** The id of the nth new record. */
  readonly newId: (n: number) => string | number;
}

const writable = (key: string, kind: Kind, attribute = key): SubjectField => ({
  key,
  kind,
  writable: true,
  attribute,
});
const readOnly = (key: string, kind: Kind, attribute = key): SubjectField => ({
  key,
  kind,
  writable: false,
  attribute,
});

/** ISO 4217: the yen has no smaller unit, the dinar a thousand of them. https://developers.toriihq.com/docs/field-types */
const SMALLEST_UNITS = { JPY: 1, KWD: 1000, else: 100 };

const APP_STATES = {
  discovered: 'Discovered',
  inReview: 'In Review',
  evaluationPeriod: 'Evaluation period',
  sanctioned: 'Sanctioned',
  costOptimization: 'Cost optimization',
  needToClose: 'Need to close',
  closed: 'Closed',
  legalHold_1: 'On legal hold',
};
const CONTRACT_STATES = { pipeline: 'Pipeline', inReview: 'In-Review', active: 'Active', closed: 'Closed' };
const USER_STATES = { active: 'Active', inactive: 'Inactive', suspended: 'Suspended', unknown: 'Unknown' };
const CURRENCIES = { EUR: 'EUR', JPY: 'JPY', KWD: 'KWD' };
const DATA_TYPES = {
  personalData_1: 'Personal data',
  healthData_1: 'Health data',
  paymentData_1: 'Payment data, cards included',
  none: 'None',
};

export const SUBJECTS: readonly Subject[] = [
  {
    provider: 'torii',
    title: 'Torii',
    resource: 'apps',
    tab: 'Apps',
    key: 'id',
    fields: [
      writable('name', text),
      writable('state', option(APP_STATES)),
      writable('primaryOwner', person),
      readOnly('vendor', text),
      writable('tags', list('comma text')),
      writable('isHidden', yesNo),
      readOnly('lastVisitTime', moment),
      writable('c_seatLimit', number),
      writable('c_yearlyCost', money(SMALLEST_UNITS)),
      writable('c_reviewDate', day),
      writable('c_dataTypes', options(DATA_TYPES)),
      writable('c_reviewers', people),
    ],
    standing: {},
    newId: (n) => 900_000 + n,
  },
  {
    provider: 'torii',
    title: 'Torii',
    resource: 'contracts',
    tab: 'Contracts',
    key: 'id',
    fields: [
      writable('name', text),
      writable('status', option(CONTRACT_STATES)),
      writable('owner', person),
      writable('amount', money(SMALLEST_UNITS)),
      readOnly('currency', option(CURRENCIES)),
      readOnly('creationTime', moment),
      readOnly('source', text),
      writable('ccf_seats', number),
      writable('ccf_signedOn', day),
      writable('ccf_isFramework', yesNo),
    ],
    standing: {},
    newId: (n) => 900_000 + n,
  },
  {
    provider: 'zluri',
    title: 'Zluri',
    resource: 'apps',
    tab: 'Apps',
    key: 'app_id',
    fields: [
      writable('app_name', text),
      writable('app_status', option({ active: 'Active', inactive: 'Inactive' })),
      readOnly('app_category', text),
      writable('app_owner_email', person, 'app_owner_id'),
      writable('app_tags', list('array')),
      writable('app_budget', money({ else: 1 })),
      readOnly('app_user_count', number),
      readOnly('app_next_renewal_date', day),
      readOnly('app_discovered', moment),
    ],
    standing: { app_archive: false },
    newId: (n) => `66b2a1d3c1ffffff${String(n).padStart(8, '0')}`,
  },
  {
    provider: 'zluri',
    title: 'Zluri',
    resource: 'users',
    tab: 'Users',
    key: 'user_id',
    fields: [
      writable('user_name', text),
      writable('user_email', address),
      writable('user_status', option(USER_STATES)),
      writable('user_designation', text),
      readOnly('user_app_count', number),
      readOnly('user_joining_date', day),
      readOnly('user_last_active', moment),
    ],
    standing: { user_archive: false },
    newId: (n) => `66b2a1d3c2ffffff${String(n).padStart(8, '0')}`,
  },
];

export const serverOf = (desk: Desk, { provider }: Subject): FakeServer => desk[provider];

/** The live records of a subject by id, as its table shows them: without those that are archived. */
export function recordsOf(desk: Desk, subject: Subject): Map<string, ServerRecord> {
  const records = serverOf(desk, subject).data[subject.resource] as ServerRecord[];
  return new Map(
    records
      .filter((record) => record['app_archive'] !== true && record['user_archive'] !== true)
      .map((record) => [String(record[subject.key]), record]),
  );
}

/** What the tab must show for a field of a record. */
export function shown({ kind, attribute }: SubjectField, record: ServerRecord, around: Surroundings): Plain {
  const value = record[attribute];
  return value === null || value === undefined ? '' : kind.show(value, around, record);
}

export function surroundingsOf(desk: Desk, subject: Subject): Surroundings {
  const users = serverOf(desk, subject).data.users as ServerRecord[];
  const isTorii = subject.provider === 'torii';
  return {
    people: users.map((user) => ({
      id: user[isTorii ? 'id' : 'user_id'] as string | number,
      email: String(user[isTorii ? 'email' : 'user_email']),
    })),
    timeZone: desk.workbook.timeZone,
  };
}
