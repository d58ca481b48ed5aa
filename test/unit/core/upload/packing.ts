/** Targets and parts for tests of packing, as the reader would hand them over. */
import type { UploadChoices } from '../../../../src/core/upload/choices';
import type { ReadRow, UploadPart, UploadValue } from '../../../../src/core/upload/package';
import type { Problem } from '../../../../src/core/upload/problem';
import type { UploadField, UploadTarget } from '../../../../src/core/upload/target';

const EVIDENCE = { mark: 'D', source: 'https://example.com', read: '2026-11-22' } as const;

export function field(
  key: string,
  type: UploadField['type'] = 'text',
  more: Partial<UploadField> = {},
): UploadField {
  return {
    key,
    label: key,
    type,
    required: false,
    meaning: key,
    help: '',
    aliases: [],
    evidence: EVIDENCE,
    ...more,
  };
}

const COMMON = {
  description: '',
  needs: [],
  order: 1,
  place: null,
  maxBytes: 50_000_000,
  evidence: EVIDENCE,
} as const;

const PEOPLE_FIELDS = [
  field('email', 'email', { required: true }),
  field('id', 'text'),
  field('name', 'text', { sent: false }),
  field('firstName'),
  field('lastName'),
  field('status', 'choice'),
  field('externalStatus'),
  field('roles', 'list'),
  field('lastUsedDate', 'day', { meaning: 'lastUsed', several: 'newest' }),
  field('licenses', 'list', { meaning: 'licences' }),
  field('licenseStatus', 'choice', { meaning: 'licenceStatus' }),
  field('pricePerUser', 'money', { meaning: 'licencePrice', cents: true }),
  field('unassignedAmount', 'number', { meaning: 'licenceUnassigned' }),
];

export const PEOPLE: UploadTarget = {
  ...COMMON,
  target: 'torii.customIntegration',
  title: 'Custom integration',
  singular: 'user',
  plural: 'users',
  fields: PEOPLE_FIELDS,
  shape: { kind: 'people', fileName: 'users.json' },
  identity: ['email'],
  missing: 'unknown',
};

export const EXPENSES: UploadTarget = {
  ...COMMON,
  target: 'torii.expenses',
  title: 'Expenses',
  singular: 'expense',
  plural: 'expenses',
  fields: [
    field('transactionDate', 'day', { required: true }),
    field('description', 'text', { required: true }),
    field('amount', 'money', { required: true }),
    field('currency', 'choice'),
    field('reportingUser', 'email'),
  ],
  shape: {
    kind: 'csv',
    fileName: 'expenses.csv',
    columns: [
      { field: 'transactionDate', header: 'Transaction date' },
      { field: 'description', header: 'Description' },
      { field: 'amount', header: 'Amount' },
      { field: 'currency', header: 'Currency' },
      { field: 'reportingUser', header: 'Reporting user' },
    ],
  },
  identity: [],
  missing: 'stays',
};

export const USERS: UploadTarget = {
  ...COMMON,
  target: 'zluri.users',
  title: 'Users',
  singular: 'user',
  plural: 'users',
  fields: [
    field('unique_id', 'text', { required: true }),
    field('email', 'email', { required: true }),
    field('name'),
    field('status', 'choice'),
    field('license', 'list', { meaning: 'licences' }),
    field('last_used', 'moment', { meaning: 'lastUsed' }),
  ],
  shape: { kind: 'records', entity: 'users', pageSize: 2, references: [] },
  identity: ['unique_id'],
  missing: 'gone',
};

export const GROUPS: UploadTarget = {
  ...COMMON,
  target: 'zluri.groups',
  title: 'Groups',
  singular: 'group',
  plural: 'groups',
  fields: [field('unique_id', 'text', { required: true }), field('name')],
  shape: { kind: 'records', entity: 'groups', pageSize: 2, references: [] },
  identity: ['unique_id'],
  missing: 'gone',
  order: 2,
};

export const MEMBERS: UploadTarget = {
  ...COMMON,
  target: 'zluri.group_users',
  title: 'Members of groups',
  singular: 'member',
  plural: 'members',
  fields: [
    field('group_id', 'text', { required: true }),
    field('user_id', 'text', { required: true }),
    field('role'),
  ],
  shape: {
    kind: 'records',
    entity: 'group_users',
    pageSize: 2,
    references: [
      { field: 'user_id', target: 'zluri.users', key: 'unique_id' },
      { field: 'group_id', target: 'zluri.groups', key: 'unique_id' },
    ],
  },
  identity: ['group_id', 'user_id'],
  missing: 'gone',
  needs: ['zluri.users', 'zluri.groups'],
  order: 3,
};

export const TRANSACTIONS: UploadTarget = {
  ...COMMON,
  target: 'zluri.transactions',
  title: 'Transactions',
  singular: 'transaction',
  plural: 'transactions',
  fields: [field('id', 'text', { required: true }), field('transaction_amount', 'money')],
  shape: { kind: 'records', entity: 'transactions', pageSize: 2, references: [] },
  identity: ['id'],
  missing: 'stays',
  order: 5,
};

export type Row = Readonly<Record<string, UploadValue>>;

export const BAD: Problem = {
  severity: 'error',
  code: 'badEmail',
  row: 0,
  field: 'email',
  column: 'email',
  message: '“x” is not an e-mail address.',
  remedy: 'Correct it.',
};

/** A row that could not be read. */
export function bad(row: Row = {}): { readonly bad: Row } {
  return { bad: row };
}

/** A tab of the plural's name whose first row of values is row 2, and whose columns are called as the fields. */
export function part(
  target: UploadTarget,
  rows: readonly (Row | { readonly bad: Row })[],
  choices: UploadChoices = {},
): UploadPart {
  return {
    tab: target.title,
    target,
    rows: rows.map((values, index): ReadRow => {
      const row = index + 2;
      if (isBad(values)) return { row, values: values.bad, problems: [{ ...BAD, row }] };
      return { row, values, problems: [] };
    }),
    choices,
    columns: Object.fromEntries(target.fields.map(({ key }) => [key, key])),
    problems: [],
  };
}

function isBad(values: Row | { readonly bad: Row }): values is { readonly bad: Row } {
  return typeof values['bad'] === 'object' && !Array.isArray(values['bad']);
}
