/** Zluri's contracts, which its API shows and never changes. */
import type { ResourceDefinition } from '../definition';
import { field } from '../field';
import { filteringBy } from './filtering';
import {
  CONTRACT_STATUSES,
  CONTRACT_TYPES,
  ENVELOPE,
  FIELDS_IN_RECORDS,
  help,
  MONEY_IN_MINOR_UNITS,
  notArchived,
  PAGING,
  PATHS,
  RATE,
  WEB_APP,
} from './settings';

const LIST = help('listcontracts');
/** Filters name the field, so that answers very likely have it. */
const LIKELY = help('listcontracts', 'I');
const MONEY = { minorUnits: MONEY_IN_MINOR_UNITS };

export const CONTRACTS: ResourceDefinition = {
  resource: 'contracts',
  title: 'Contracts',
  singular: 'contract',
  plural: 'contracts',
  description: 'Every contract that is not archived, with its app, vendor, cost and dates.',
  method: 'post',
  path: PATHS.contracts,
  query: {},
  body: { filter_by: [notArchived('archive')], sort_by: [{ contract_name: 1 }] },
  envelope: ENVELOPE,
  paging: PAGING,
  key: 'contract_id',
  name: 'contract_name',
  fields: [
    field('contract_id', 'ID', 'id', 'Zluri’s id of the contract, by which rows are recognised.', LIKELY, {
      aliases: ['id', '_id'],
    }),
    field('contract_name', 'Name', 'text', 'What the contract is called.', LIKELY),
    field(
      'contract_type',
      'Type',
      'option',
      'Whether it is a contract, a subscription or for ever.',
      WEB_APP,
      {
        options: CONTRACT_TYPES,
      },
    ),
    field(
      'contract_status',
      'Contract status',
      'option',
      'What Zluri has stored; a contract past its end date may still be called active.',
      LIKELY,
      { options: CONTRACT_STATUSES },
    ),
    field('app_name', 'App', 'text', 'The app that the contract is about.', WEB_APP, {
      aliases: ['app.app_name', 'app.name'],
    }),
    field('vendor_name', 'Vendor', 'text', 'Whom the contract is with.', WEB_APP, {
      aliases: ['vendor.vendor_name', 'vendor.name'],
    }),
    field('owner_name', 'Owner', 'text', 'Who answers for the contract.', WEB_APP, {
      aliases: ['owner.user_name', 'owner.name'],
    }),
    field('contract_start_date', 'Start date', 'date', 'When the contract starts.', LIKELY),
    field(
      'contract_end_date',
      'End date',
      'date',
      'When the contract ends; the year 2100 means never.',
      LIKELY,
    ),
    field('contract_renew_by', 'Renew by', 'date', 'The last day to renew the contract.', LIKELY),
    field('contract_cancel_by', 'Cancel by', 'date', 'The last day to cancel the contract.', LIKELY),
    field(
      'contract_auto_renews',
      'Auto-renewal',
      'boolean',
      'Whether the contract renews by itself.',
      WEB_APP,
    ),
    field('contract_value', 'Contract value', 'money', 'What the contract costs in all.', WEB_APP, MONEY),
    field('cost_per_term', 'Cost per term', 'money', 'What one term of the contract costs.', WEB_APP, MONEY),
    field('payment_term', 'Payment term', 'text', 'How often the contract is paid.', WEB_APP),
    field('purchased_licenses', 'Licenses', 'number', 'How many licenses were bought.', WEB_APP),
    field('assigned_license_count', 'Assigned licenses', 'number', 'How many licenses people have.', WEB_APP),
    field(
      'contract_agreement_type',
      'Agreement type',
      'text',
      'Such as master, service or true-up.',
      WEB_APP,
    ),
    field('payment_method_name', 'Payment method', 'text', 'How the contract is paid.', WEB_APP),
    field('documents_count', 'Documents', 'number', 'How many documents are attached.', WEB_APP),
    field('archive', 'Archived', 'boolean', 'Whether the contract is archived.', LIKELY, { selected: false }),
    field('app_id', 'App ID', 'id', 'Zluri’s id of the app.', WEB_APP, {
      selected: false,
      aliases: ['app.app_id', 'app._id'],
    }),
    field('vendor_id', 'Vendor ID', 'id', 'Zluri’s id of the vendor.', WEB_APP, {
      selected: false,
      aliases: ['vendor.vendor_id', 'vendor._id'],
    }),
    field('owner_id', 'Owner ID', 'id', 'Zluri’s id of the owner.', WEB_APP, {
      selected: false,
      aliases: ['owner.user_id', 'owner._id'],
    }),
  ],
  fieldsInRecords: FIELDS_IN_RECORDS,
  filterIdeas: [
    {
      label: 'Only active contracts',
      filters: [{ field: 'contract_status', test: 'isAnyOf', values: ['active'] }],
    },
    {
      label: 'Ending within 90 days',
      filters: [{ field: 'contract_end_date', test: 'inNextDays', values: [90] }],
    },
    {
      label: 'To cancel within 30 days',
      filters: [{ field: 'contract_cancel_by', test: 'inNextDays', values: [30] }],
    },
    { label: 'Archived contracts', filters: [{ field: 'archive', test: 'isYes', values: [] }] },
  ],
  // No page prints the values of the status.
  filtering: filteringBy(
    [
      ...['contract_id', 'archive'],
      ...['contract_start_date', 'contract_end_date', 'contract_renew_by', 'contract_cancel_by'],
    ],
    LIST,
    'archive',
  ),
  rateClass: RATE,
  evidence: LIST,
};
