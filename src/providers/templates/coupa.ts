/** Coupa's export of users. */
import type { UploadTemplate } from '../../core/upload/template';
import { PEOPLE_TARGETS, statusColumns } from './people';

/** Coupa says by a yes which licences a user has; columns are called “Expense License” in one place and “Expense User” in another. */
const LICENCES = [
  ...['Purchasing', 'Expense', 'Sourcing', 'Inventory', 'Contracts', 'Analytics', 'AI Classification'],
  ...['Spend Guard', 'Invoicing', 'Supplier', 'Risk', 'Travel', 'Treasury', 'Payments'],
];
const YES = Object.fromEntries(
  LICENCES.flatMap((name) => [`${name} License`, `${name} User`].map((header) => [header, name])),
);

export const COUPA: UploadTemplate = {
  template: 'coupa',
  title: 'Coupa users',
  description: 'The users’ export of Coupa: a licence for each column that says yes.',
  targets: PEOPLE_TARGETS,
  columns: [
    { meaning: 'email', headers: ['email', 'email address', 'user email'] },
    { meaning: 'id', headers: ['id', 'user id', 'login', 'login name'] },
    { meaning: 'firstName', headers: ['firstname', 'first name', 'given name'] },
    { meaning: 'lastName', headers: ['lastname', 'last name', 'surname'] },
    { meaning: 'name', headers: ['full name', 'name', 'display name'] },
    { meaning: 'roles', headers: ['user roles', 'roles', 'role', 'role names'] },
    {
      meaning: 'licences',
      headers: [...Object.keys(YES), 'licenses', 'license type', 'license types', 'license', 'user licenses'],
      every: true,
      yes: YES,
    },
    {
      meaning: 'lastUsed',
      headers: [
        'last login',
        'last login date',
        'last sign in',
        'last sign in at',
        'last accessed',
        'last used',
      ],
    },
    ...statusColumns('status', 'active', 'active user', 'is active'),
  ],
  signature: [
    ['login', 'login name'],
    ['email', 'email address', 'user email'],
    ['firstname', 'lastname', 'full name', 'name'],
    [...Object.keys(YES), 'licenses', 'license type', 'user licenses', 'authentication method'],
  ],
  values: { status: { Yes: 'active', No: 'inactive', True: 'active', False: 'inactive' } },
  constants: {},
  source:
    '[D] headers: https://compass.coupa.com/en-us/products/core-platform/integration-playbooks-and-resources/other-integration-playbooks/additional-csv-exports/users-export; [I] last login, roles and other spellings',
};
