/** Torii's contracts: what was agreed with vendors, for how long and for how much. */
import type { ResourceDefinition } from '../definition';
import { field } from '../field';
import { FILTERING } from './filtering';
import {
  evidence,
  FIELD_TYPES,
  LIST_QUERY,
  MONEY_IN_MINOR_UNITS,
  PAGING,
  perMinute,
  reference,
} from './settings';

const LIST = reference('getcontracts');
const UPDATE = evidence('https://developers.toriihq.com/docs/updating-contract-details-using-the-api', 'D');
const VERSION = evidence('https://developers.toriihq.com/docs/get-contracts-migration-guide-v10-v11', 'D');

/** The contract's own currency, which holds for all its amounts; it can be read and not be set. */
const CURRENCY = 'currency';

/**
 * Torii documents the labels of its other built-in details (start and end date, payment term, auto-renewal …) but not their
 * keys, so these come from the listing like the organisation's own.
 */
export const CONTRACTS: ResourceDefinition = {
  resource: 'contracts',
  title: 'Contracts',
  singular: 'contract',
  plural: 'contracts',
  description: 'Every contract with its app, owner, amounts and dates.',
  path: '/contracts',
  query: LIST_QUERY,
  fieldsParameter: 'fields',
  envelope: 'contracts',
  paging: PAGING,
  key: 'id',
  name: 'name',
  fields: [
    field('id', 'ID', 'id', 'Torii’s number for the contract, by which rows are recognised.', LIST),
    field('name', 'Name', 'text', 'What the contract is called.', UPDATE, { writable: true }),
    field('idApp', 'App ID', 'id', 'Torii’s number for the app that the contract is about.', LIST),
    field('status', 'Status', 'option', 'Whether the contract is planned, running or over.', UPDATE, {
      writable: true,
    }),
    field('owner', 'Owner', 'person', 'Who answers for the contract.', UPDATE, { writable: true }),
    field('amount', 'Contract value', 'money', 'What the contract costs, in its own currency.', UPDATE, {
      writable: true,
      currencyField: CURRENCY,
      minorUnits: MONEY_IN_MINOR_UNITS,
    }),
    field(CURRENCY, 'Currency', 'text', 'The currency of all amounts of the contract.', LIST),
    field('createdBy', 'Created by', 'person', 'Who entered the contract.', LIST),
    field('creationTime', 'Created on', 'dateTime', 'When the contract was entered.', VERSION),
    field('source', 'Source', 'text', 'How the contract got into Torii.', VERSION),
  ],
  listing: {
    path: '/contracts/fields',
    envelope: 'fields',
    attributes: {
      key: 'systemKey',
      label: 'name',
      type: 'type',
      options: 'options',
      deleted: 'isDeleted',
      shown: 'isShown',
    },
    types: FIELD_TYPES,
    writable: true,
    currencyField: CURRENCY,
    minorUnits: MONEY_IN_MINOR_UNITS,
    rateClass: perMinute('GET /contracts/fields', 200),
    evidence: reference('getcontractsfields'),
  },
  filterIdeas: [
    {
      label: 'Only active contracts',
      filters: [{ field: 'status', test: 'isAnyOf', values: ['active'] }],
    },
    { label: 'Contracts without an owner', filters: [{ field: 'owner', test: 'isEmpty', values: [] }] },
  ],
  filtering: FILTERING,
  rateClass: perMinute('GET /contracts', 100),
  evidence: LIST,
};
