/** Torii's transactions: expenses, and the apps they belong to. */
import type { FilterOnField } from '../../core/filter/filter';
import { choicesOf } from '../choices';
import type { ResourceDefinition } from '../definition';
import { field } from '../field';
import type { Edit } from '../writes';
import { CLEARING, evidence, LIST_QUERY, PAGING, perMinute, reference } from './settings';

const LIST = reference('gettransactions');
const UPDATE = reference('puttransactionsidtransaction');
/** Parameters and attributes of the list, as a client reads them. */
const SEEN = evidence('https://github.com/oomol-lab/open-connector', 'C');

/** [D] `unknown` and `archived` are written by that name. [I] `mapped` is what the list calls the rest. */
const MAPPING_STATUSES = [
  { value: 'mapped', label: 'Mapped' },
  { value: 'unknown', label: 'Unknown' },
  { value: 'archived', label: 'Archived' },
];

export const TRANSACTIONS: ResourceDefinition = {
  resource: 'transactions',
  title: 'Transactions',
  singular: 'transaction',
  plural: 'transactions',
  description:
    'Expenses that were matched to an app, with amount, date and source; a filter on the mapping status brings others.',
  path: '/transactions',
  query: LIST_QUERY,
  fieldsParameter: 'fields',
  envelope: 'transactions',
  paging: PAGING,
  key: 'id',
  name: 'description',
  fields: [
    field('id', 'ID', 'id', 'Torii’s number for the transaction, by which rows are recognised.', SEEN),
    field('transactionDate', 'Date', 'date', 'When it was paid.', UPDATE, {
      writable: true,
      written: { neverEmpty: true },
    }),
    field('description', 'Description', 'text', 'What the statement says.', SEEN),
    field('amount', 'Amount', 'money', 'What was paid, in the currency of the transaction.', UPDATE, {
      writable: true,
      minorUnits: true,
      written: { neverEmpty: true },
    }),
    field(
      'convertedAmount',
      'Amount (converted)',
      'money',
      'The amount in your organisation’s currency, which Torii does not name here.',
      LIST,
      { minorUnits: true, aliases: ['amount.convertedValue'] },
    ),
    field('source', 'Source', 'text', 'Where Torii learned of it.', SEEN),
    field('idApp', 'App ID', 'id', 'Torii’s number for the app that it is matched to.', UPDATE, {
      writable: true,
      written: { as: 'id number' },
    }),
    field(
      'mappingStatus',
      'Mapping status',
      'option',
      'Whether it is matched to an app; only matched ones are listed unless a filter asks for others.',
      reference('puttransactionsidtransaction', 'I'),
      { options: MAPPING_STATUSES, writable: true, written: { neverEmpty: true } },
    ),
  ],
  filterIdeas: [
    {
      label: 'Not matched to an app',
      filters: [{ field: 'mappingStatus', test: 'isAnyOf', values: ['unknown'] }],
    },
    {
      label: 'Of the past 90 days',
      filters: [{ field: 'transactionDate', test: 'inPastDays', values: [90] }],
    },
  ],
  filtering: { encode, place: { parameters: true }, evidence: SEEN },
  writes: {
    // By itself the list holds only what is matched; what is archived it never holds.
    listQuery: { mappingStatus: MAPPING_STATUSES.map(({ value }) => value).join(',') },
    update: {
      method: 'put',
      path: '/transactions/{id}',
      within: ['transaction'],
      complete,
      rateClass: perMinute('PUT /transactions/{idTransaction}', 100),
      evidence: UPDATE,
    },
    money: 'value',
    clearing: CLEARING,
    problem,
  },
  rateClass: perMinute('GET /transactions', 100),
  evidence: LIST,
};

/**
 * An app makes it mapped by itself; “unknown” asks for no app along with it.
 * https://developers.toriihq.com/reference/puttransactionsidtransaction
 */
function complete(body: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { mappingStatus, ...others } = body;
  if (mappingStatus === undefined || mappingStatus === 'mapped') return others;
  return mappingStatus === 'unknown' ? { ...others, idApp: null, mappingStatus } : body;
}

/** The app and the mapping status decide about each other, so that one row must not say both of two things. */
function problem({ field, to, together, row }: Edit): string | null {
  if (field === 'idApp' && to !== '' && !/^\d+$/.test(String(to))) {
    return 'Write the number of the app, as the ID column of the Apps tab shows it, or empty the cell to match it to none.';
  }
  if (field !== 'mappingStatus') return null;
  switch (to) {
    case 'Mapped':
      return together.has('idApp') && row('idApp') !== ''
        ? null
        : 'Fill in “App ID” instead: Torii then calls it mapped by itself.';
    case 'Unknown':
      return row('idApp') === '' ? null : 'Empty “App ID” as well: only what belongs to no app is unknown.';
    default:
      return null;
  }
}

/** One app, and any mapping statuses; other parameters match in ways that nobody describes. */
function encode(on: FilterOnField): readonly unknown[] {
  const { test, field: key, values } = on.filter;
  if (key === 'mappingStatus') {
    const named = choicesOf(on);
    const wanted =
      test === 'isNoneOf'
        ? MAPPING_STATUSES.map(({ value }) => value).filter((value) => !named.includes(value))
        : named;
    return wanted.length > 0 ? [{ mappingStatus: wanted.join(',') }] : [];
  }
  return key === 'idApp' && test === 'isAnyOf' && values.length === 1 ? [{ idApp: String(values[0]) }] : [];
}
