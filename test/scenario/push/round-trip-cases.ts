/** What people type into every field that can be changed, and what the platform must hold afterwards. */
import type { Provider, ServerRecord } from './push-desk';

/** A text as it is typed, and the value that the platform must then store. */
export type Typed = readonly [text: string, stored: unknown];

/** How people write in a country, and whom the platform knows. */
export interface Around {
  /** 1234.5, an amount of 1200.50, and the last day of 2026. */
  readonly number: string;
  readonly amount: string;
  readonly day: string;
  readonly people: readonly { readonly id: unknown; readonly email: string }[];
}

export interface FieldCase {
  /** Key of the field, or the label of one that the organisation made. */
  readonly field: string;
  /** What the platform's record calls it. */
  readonly attribute: string;
  /** What all records hold at first. */
  readonly before: (around: Around) => unknown;
  /** The first is typed into the first record, the second into the second. */
  readonly typed: (around: Around) => readonly Typed[];
}

export interface ResourceCase {
  readonly provider: Provider;
  readonly resource: string;
  readonly tab: string;
  /** What all records are besides. */
  readonly standing: ServerRecord;
  readonly fields: readonly FieldCase[];
}

export const COUNTRIES = {
  en_US: { number: '1,234.5', amount: '1,200.50', day: '12/31/2026' },
  de_DE: { number: '1.234,5', amount: '1.200,50', day: '31.12.2026' },
} as const satisfies Record<string, Omit<Around, 'people'>>;

const plain = (field: string, before: unknown, ...typed: Typed[]): FieldCase => ({
  field,
  attribute: field,
  before: () => before,
  typed: () => typed,
});

const text = (field: string): FieldCase =>
  plain(
    field,
    'as it was',
    ['typed here', 'typed here'],
    ["'00123", '00123'],
    ["'=1+1", '=1+1'],
    ['TRUE', 'TRUE'],
    ['2026-01-02', '2026-01-02'],
  );

const yesNo = (field: string): FieldCase => plain(field, false, ['TRUE', true]);

const number = (field: string): FieldCase => ({
  ...plain(field, 3),
  typed: (around) => [
    ['12', 12],
    [around.number, 1234.5],
    ['0', 0],
    ['-7', -7],
  ],
});

/** @param perUnit how much of what is stored makes a whole unit of the currency */
const money = (field: string, perUnit: number): FieldCase => ({
  ...plain(field, 3 * perUnit),
  typed: ({ amount }) => [
    [amount, 1200.5 * perUnit],
    ['99', 99 * perUnit],
    ['0', 0],
  ],
});

/** @param midnight what follows the day in what is stored */
const day = (field: string, midnight: string): FieldCase => ({
  ...plain(field, `2024-02-29${midnight}`),
  typed: (around) => [
    [around.day, `2026-12-31${midnight}`],
    ['2026-03-29', `2026-03-29${midnight}`],
  ],
});

const person = (field: string, attribute = field): FieldCase => ({
  field,
  attribute,
  before: ({ people: [first] }) => first?.id,
  typed: ({ people: [, second, third, fourth] }) => [
    [String(second?.email), second?.id],
    [String(third?.email).toUpperCase(), third?.id],
    [`Somebody <${String(fourth?.email)}>`, fourth?.id],
  ],
});

const people = (field: string): FieldCase => ({
  ...person(field),
  before: ({ people: [first] }) => [first?.id],
  typed: ({ people: [, second, third] }) => [
    [`${String(second?.email)}, ${String(third?.email)}`, [second?.id, third?.id]],
    [String(third?.email), [third?.id]],
  ],
});

const MIDNIGHT = 'T00:00:00.000Z';

const TORII_APPS: readonly FieldCase[] = [
  ...['name', 'category', 'description', 'url', 'c_internalNote', 'c_reviewNotes', 'dpaUrl'].map(text),
  plain(
    'state',
    'discovered',
    ['Sanctioned', 'sanctioned'],
    ['in review', 'inReview'],
    ['legalHold_1', 'legalHold_1'],
  ),
  person('primaryOwner'),
  people('appOwners'),
  plain('tags', 'old', ['DevOps, Human Resource', 'DevOps,Human Resource'], ["'007", '007']),
  yesNo('isHidden'),
  number('c_seatLimit'),
  money('c_yearlyCost', 100),
  day('c_reviewDate', MIDNIGHT),
  plain('c_supportEmail', 'old@acme.example', ['new@acme.example', 'new@acme.example']),
  plain('c_companyCard', '1111', ["'0042", '0042'], ['4242', '4242']),
  plain('c_ssoEnabledState', 'No', ['Yes', 'Yes'], ['yes', 'Yes'], ['Not Supported', 'Not Supported']),
  plain('c_hosting', 'us', ['European Union', 'eu'], ['own', 'own']),
  plain('department', 'Legal', ["'007", '007'], ['Finance', 'Finance']),
  plain(
    'c_dataTypes',
    ['none'],
    ['Personal data, Health data', ['personalData_1', 'healthData_1']],
    ['Payment data, cards included', ['paymentData_1']],
  ),
  person('c_technicalContact'),
  people('c_reviewers'),
  yesNo('c_isApproved'),
];

const TORII_CONTRACTS: readonly FieldCase[] = [
  ...['name', 'vendor', 'ccf_purchaseOrder', 'ccf_terms'].map(text),
  plain('status', 'pipeline', ['In-Review', 'inReview'], ['active', 'active']),
  ...['owner', 'ccf_signer'].map((field) => person(field)),
  people('ccf_informed'),
  plain('idApp', 1000, ['1003', 1003], ['1001', 1001]),
  ...['amount', 'yearlyCost', 'ccf_setupFee'].map((field) => money(field, 100)),
  ...['startDate', 'endDate', 'ccf_signedOn'].map((field) => day(field, MIDNIGHT)),
  plain('paymentTerm', 'monthly', ['All up front', 'upfront']),
  plain('autoRenewal', 'No', ['Yes', 'Yes']),
  plain('c_isThereAnNdaSigned_1', 'No', ['yes', 'Yes']),
  ...['ccf_seats', 'cancellationNoticePeriod'].map(number),
  plain('billingEmail', 'old@acme.example', ['new@acme.example', 'new@acme.example']),
  plain('ccf_regions', ['us'], ['United States, European Union', ['us', 'eu']]),
  plain('ccf_paidWithCard', '1111', ["'0042", '0042']),
  yesNo('ccf_isFramework'),
];

const ZLURI_APPS: readonly FieldCase[] = [
  text('app_name'),
  plain('app_status', 'active', ['Inactive', 'inactive'], ['inactive', 'inactive']),
  plain('app_type', 'application', ['Website', 'website']),
  ...['owner', 'technical_owner', 'financial_owner'].map((who) =>
    person(`app_${who}_email`, `app_${who}_id`),
  ),
  plain('app_tags', ['old'], ['tier-1, GDPR', ['tier-1', 'GDPR']], ["'007", ['007']]),
  money('app_budget', 1),
];

const ZLURI_USERS: readonly FieldCase[] = [
  ...['user_name', 'user_designation'].map(text),
  plain('user_status', 'active', ['Suspended', 'suspended'], ['unknown', 'unknown']),
  plain('user_account_type', 'employee', ['External', 'external']),
  plain(
    'optimization_inclusion',
    'Included for all Optimizations',
    ['Excluded for Unused', 'Excluded for Unused'],
    ['excluded for all optimizations', 'Excluded for all Optimizations'],
  ),
  person('user_reporting_manager_email', 'user_reporting_manager_id'),
  plain('user_personal_email', 'old@post.example', ['new@post.example', 'new@post.example']),
];

export const RESOURCES: readonly ResourceCase[] = [
  { provider: 'torii', resource: 'apps', tab: 'Apps', standing: {}, fields: TORII_APPS },
  {
    provider: 'torii',
    resource: 'contracts',
    tab: 'Contracts',
    standing: { currency: 'EUR' },
    fields: TORII_CONTRACTS,
  },
  { provider: 'zluri', resource: 'apps', tab: 'Apps', standing: {}, fields: ZLURI_APPS },
  {
    provider: 'zluri',
    resource: 'users',
    tab: 'Users',
    standing: {},
    fields: ZLURI_USERS,
  },
];
