/** Autodesk's exports of users and of usage. */
import type { UploadTemplate } from '../../core/upload/template';
import { PEOPLE_TARGETS, statusColumns } from './people';

export const AUTODESK: UploadTemplate = {
  template: 'autodesk',
  title: 'Autodesk usage report',
  description: 'The usage report or the users’ export of Autodesk Account: a licence for each product in it.',
  app: 'Autodesk',
  targets: PEOPLE_TARGETS,
  columns: [
    { meaning: 'email', headers: ['email', 'email address', 'user email'] },
    { meaning: 'firstName', headers: ['first_name', 'given name'] },
    { meaning: 'lastName', headers: ['last_name', 'family name', 'surname'] },
    { meaning: 'name', headers: ['name', 'full name', 'user name', 'user'] },
    { meaning: 'id', headers: ['autodesk_id', 'user id'] },
    { meaning: 'roles', headers: ['role', 'roles', 'user role'] },
    {
      meaning: 'licences',
      headers: [
        ...['product', 'product_name', 'products', 'offering_name', 'assigned products'],
        ...['license', 'licence', 'license type', 'subscription'],
      ],
    },
    {
      meaning: 'lastUsed',
      headers: ['last_accessed', 'last used', 'last used date', 'day_used', 'last usage', 'last active'],
    },
    ...statusColumns('account_status', 'user status', 'status'),
  ],
  signature: [
    ['email', 'email address', 'user email'],
    [
      ...['autodesk_id', 'offering_name', 'day_used', 'days_used', 'days_inactive', 'monthly_average'],
      ...['seat_assignment', 'access_option', 'tokens_used'],
    ],
  ],
  values: { status: { Invited: 'active', Pending: 'active' } },
  constants: {},
  source:
    '[D] headers: https://www.autodesk.com/support/account/admin/usage/usage-export; licences taken from the data: https://developers.toriihq.com/docs/google-sheet-examples-copy; [I] other spellings',
};
