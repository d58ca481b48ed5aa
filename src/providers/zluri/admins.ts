/** Zluri's admins: who may log in to Zluri itself, and as what. */
import type { ResourceDefinition } from '../definition';
import { field } from '../field';
import { filteringBy } from './filtering';
import { ENVELOPE, FIELDS_IN_RECORDS, PAGING, PATHS, RATE, reference, USER_STATUSES } from './settings';

/** Filters name the field, so that answers very likely have it. */
const LIKELY = reference('listadmins', 'I');

export const ADMINS: ResourceDefinition = {
  resource: 'admins',
  title: 'Admins',
  singular: 'admin',
  plural: 'admins',
  description: 'Everyone who may log in to Zluri, with role and last login.',
  method: 'post',
  path: PATHS.admins,
  query: {},
  body: { filter_by: [], sort_by: [{ user_name: 1 }] },
  envelope: ENVELOPE,
  paging: PAGING,
  key: 'user_id',
  name: 'user_name',
  // No filter names the id, so that the address may have to stand in.
  keyFrom: { fields: ['user_email'] },
  fields: [
    field('user_id', 'ID', 'id', 'Zluri’s id of the admin, by which rows are recognised.', LIKELY, {
      aliases: ['id', '_id'],
    }),
    field('user_name', 'Name', 'text', 'The admin’s full name.', LIKELY),
    field('user_email', 'Email', 'email', 'The admin’s e-mail address.', LIKELY),
    // Roles give access to Zluri itself: a sheet full of edits is no place to grant them.
    field('user_role', 'Role', 'text', 'What the admin may do in Zluri.', LIKELY, {
      aliases: ['user_role.name', 'role.name'],
    }),
    field('user_status', 'User status', 'option', 'Whether the admin is active.', LIKELY, {
      options: USER_STATUSES,
    }),
    field('user_last_login', 'Last login', 'dateTime', 'When the admin last logged in to Zluri.', LIKELY),
  ],
  fieldsInRecords: FIELDS_IN_RECORDS,
  filterIdeas: [
    { label: 'Only active admins', filters: [{ field: 'user_status', test: 'isAnyOf', values: ['active'] }] },
    {
      label: 'No login for 90 days',
      filters: [{ field: 'user_last_login', test: 'olderThanDays', values: [90] }],
    },
  ],
  filtering: filteringBy(['user_status', 'user_last_login'], reference('listadmins')),
  rateClass: RATE,
  evidence: LIKELY,
};
