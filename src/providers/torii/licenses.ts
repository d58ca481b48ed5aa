/** Torii's licenses: for each app and kind of license how many there are, who uses them, what they cost. */
import type { ResourceDefinition } from '../definition';
import { field } from '../field';
import { LIST_QUERY, PAGING, perMinute, reference } from './settings';

const LIST = reference('getapps');
/** A license has no id: within its app it is known by its name. */
const LIKELY = reference('getapps', 'I');

/** [D] All amounts are objects with their own currency, in its smallest unit. */
const AMOUNT = { minorUnits: true } as const;

export const LICENSES: ResourceDefinition = {
  resource: 'licenses',
  title: 'Licenses',
  singular: 'license',
  plural: 'licenses',
  description: 'Every kind of license of every app: how many are used and idle, price, cost and savings.',
  path: '/apps',
  query: { ...LIST_QUERY, fields: 'id,name', includeLicenses: true },
  envelope: 'apps',
  paging: PAGING,
  rows: { path: ['licenses', 'types'], holderKey: 'id', carries: { idApp: 'id', appName: 'name' } },
  key: 'license',
  name: 'name',
  keyFrom: { fields: ['idApp', 'name'], numbered: true },
  fields: [
    field(
      'license',
      'ID',
      'id',
      'The app’s number and the license’s name together, by which rows are recognised.',
      LIKELY,
    ),
    field('appName', 'App', 'text', 'The app that the license is for.', LIST),
    field('name', 'License', 'text', 'What the license is called.', LIST),
    field('totalAmount', 'Licenses', 'number', 'How many licenses of this kind there are.', LIST),
    field('activeAmount', 'Active', 'number', 'How many of them are used.', LIST),
    field('inactiveAmount', 'Inactive', 'number', 'How many belong to people who do not use them.', LIST),
    field('unassignedAmount', 'Unassigned', 'number', 'How many belong to nobody.', LIST),
    field('pricePerLicense', 'Price per license', 'money', 'What one license costs in a year.', LIST, AMOUNT),
    field('annualCost', 'Annual cost', 'money', 'What all of them cost in a year.', LIST, AMOUNT),
    field(
      'potentialSavings',
      'Potential savings',
      'money',
      'What would be saved in a year without idle licenses.',
      LIST,
      AMOUNT,
    ),
    field(
      'annualCostInOrgCurrency',
      'Annual cost (converted)',
      'money',
      'What all of them cost in a year, in your organisation’s currency.',
      LIST,
      AMOUNT,
    ),
    field(
      'potentialSavingsInOrgCurrency',
      'Potential savings (converted)',
      'money',
      'What would be saved in a year without idle licenses, in your organisation’s currency.',
      LIST,
      AMOUNT,
    ),
    field(
      'pricePerLicenseInOrgCurrency',
      'Price per license (converted)',
      'money',
      'What one license costs in a year, in your organisation’s currency.',
      LIST,
      { ...AMOUNT, selected: false },
    ),
    field('idApp', 'App ID', 'id', 'Torii’s number for the app.', LIST, { selected: false }),
  ],
  filterIdeas: [
    {
      label: 'With inactive licenses',
      filters: [{ field: 'inactiveAmount', test: 'atLeast', values: [1] }],
    },
    {
      label: 'With unassigned licenses',
      filters: [{ field: 'unassignedAmount', test: 'atLeast', values: [1] }],
    },
  ],
  rateClass: perMinute('GET /apps', 200),
  evidence: LIST,
};
