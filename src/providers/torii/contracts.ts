/** Torii's contracts: what was agreed with vendors, for how long and for how much. */
import { currencyCode } from '../../core/table/currency';
import type { ResourceDefinition } from '../definition';
import { field } from '../field';
import type { Edit } from '../writes';
import { FILTERING } from './filtering';
import {
  CLEARING,
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
const CHANGE = reference('putcontractsidcontract');
const CREATE = reference('postcontracts');
const VERSION = evidence('https://developers.toriihq.com/docs/get-contracts-migration-guide-v10-v11', 'D');

/** The contract's own currency, which holds for all its amounts; it is set with the first of them and cannot be changed alone. */
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
    field('name', 'Name', 'text', 'What the contract is called.', UPDATE, {
      writable: true,
      written: { neverEmpty: true },
    }),
    field('idApp', 'App ID', 'id', 'Torii’s number for the app that the contract is about.', CHANGE, {
      writable: true,
      written: { as: 'id number', neverEmpty: true },
    }),
    field('status', 'Status', 'option', 'Whether the contract is planned, running or over.', UPDATE, {
      writable: true,
      written: { neverEmpty: true },
    }),
    field('owner', 'Owner', 'person', 'Who answers for the contract.', UPDATE, { writable: true }),
    field('amount', 'Contract value', 'money', 'What the contract costs, in its own currency.', UPDATE, {
      writable: true,
      currencyField: CURRENCY,
      minorUnits: MONEY_IN_MINOR_UNITS,
    }),
    field(CURRENCY, 'Currency', 'text', 'The currency of all amounts of the contract.', LIST, {
      // [D] It goes along with each amount, and must not stand by itself. https://developers.toriihq.com/reference/postcontracts
      written: { as: 'unsent' },
    }),
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
  writes: {
    one: {
      path: '/contracts/{id}',
      fieldsParameter: 'fields',
      within: ['contract'],
      rateClass: perMinute('GET /contracts/{idContract}', 800),
      evidence: reference('getcontractsidcontract'),
    },
    update: {
      method: 'put',
      path: '/contracts/{id}',
      within: ['contract'],
      rateClass: perMinute('PUT /contracts/{idContract}', 400),
      evidence: CHANGE,
    },
    create: {
      path: '/contracts',
      madeAt: 'creationTime',
      required: ['name', 'idApp', 'status'],
      accepted: ['name', 'idApp', 'status', 'owner', 'amount', CURRENCY],
      ownFields: true,
      within: ['contract'],
      idAt: ['contract.id'],
      rateClass: perMinute('POST /contracts', 200),
      evidence: CREATE,
    },
    remove: {
      path: '/contracts/{id}',
      rateClass: perMinute('DELETE /contracts/{idContract}', 200),
      evidence: reference('deletecontractsidcontract'),
    },
    // A bare number would be in the organisation's currency, whatever the contract's is.
    money: 'value and currency',
    clearing: CLEARING,
    problem,
  },
  rateClass: perMinute('GET /contracts', 100),
  evidence: LIST,
};

/** An app is named by its number, and what amounts are in must be clear from the first one. */
function problem({ action, field, type, to, row }: Edit): string | null {
  if (field === 'idApp' && to !== '' && !/^\d+$/.test(String(to))) {
    return 'Write the number of the app, as the ID column of the Apps tab shows it.';
  }
  if (field === CURRENCY && currencyCode(to) === null) {
    return 'Write the currency with three letters, such as EUR.';
  }
  return action === 'create' && type === 'money' && (row(CURRENCY) ?? '') === ''
    ? 'Fill in “Currency” too, so that it is clear what the amount is in.'
    : null;
}
