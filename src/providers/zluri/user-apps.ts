/** Which apps each user in Zluri has, listed user by user. */
import type { ResourceDefinition } from '../definition';
import { field } from '../field';
import { filteringBy } from './filtering';
import {
  APP_STATUSES,
  APP_TYPES,
  AUTHORISATIONS,
  CLEARING,
  ENVELOPE,
  FIELDS_IN_RECORDS,
  notArchived,
  ONE_WITHIN,
  PAGING,
  PATHS,
  RATE,
  reference,
  SOURCE_NAME,
} from './settings';

const LIST = reference('listuserapplications');
/** Filters and writes name the field, so that answers very likely have it. */
const LIKELY = reference('listuserapplications', 'I');
const UPDATE = reference('updateapplicationuser-1');

export const USER_APPS: ResourceDefinition = {
  resource: 'userApps',
  title: 'User apps',
  singular: 'user app',
  plural: 'user apps',
  description: 'Every app of every user, with role and last use; takes a request for each user.',
  method: 'post',
  path: PATHS.userApps,
  query: {},
  body: { filter_by: [notArchived('user_app_archive')], sort_by: [{ app_name: 1 }] },
  envelope: ENVELOPE,
  paging: PAGING,
  parent: {
    resource: 'users',
    carries: { user_id: 'user_id', user_name: 'user_name', user_email: 'user_email' },
  },
  key: 'user_app',
  name: 'app_name',
  keyFrom: { fields: ['user_id', 'app_id'] },
  fields: [
    field('user_app', 'ID', 'id', 'The ids of user and app together, by which rows are recognised.', LIKELY),
    field('user_name', 'User', 'text', 'Who has the app.', LIKELY),
    field('user_email', 'Email', 'email', 'The user’s e-mail address.', LIKELY),
    field('app_name', 'App', 'text', 'The app that the user has.', LIKELY),
    field('user_app_status', 'Status in app', 'option', 'Whether the user is active in the app.', UPDATE, {
      writable: true,
      options: APP_STATUSES,
    }),
    field('user_app_role', 'Role in app', 'text', 'What the user may do in the app.', UPDATE, {
      writable: true,
    }),
    field('user_app_last_used', 'Last used', 'dateTime', 'When the user last used the app.', LIKELY),
    field(
      'user_app_discovered',
      'Discovered on',
      'dateTime',
      'When Zluri first saw the user in the app.',
      LIKELY,
    ),
    field('app_type', 'Type', 'option', 'What kind of thing the app is.', LIKELY, { options: APP_TYPES }),
    field(
      'app_authorization_status',
      'Authorization',
      'option',
      'Whether your organisation allows the app, and who manages it.',
      LIKELY,
      { options: AUTHORISATIONS, aliases: ['app_state'] },
    ),
    field('user_app_archive', 'Archived', 'boolean', 'Whether the use of the app is archived.', UPDATE, {
      writable: true,
    }),
    field('source_array', 'Sources', 'list', 'Where Zluri learned that the user has the app.', LIKELY, {
      items: SOURCE_NAME,
    }),
    field('app_archive', 'App archived', 'boolean', 'Whether the app is archived.', LIKELY, {
      selected: false,
    }),
    field('user_id', 'User ID', 'id', 'Zluri’s id of the user.', LIKELY, { selected: false }),
    field('app_id', 'App ID', 'id', 'Zluri’s id of the app.', LIKELY, {
      selected: false,
      aliases: ['id', '_id'],
    }),
  ],
  fieldsInRecords: FIELDS_IN_RECORDS,
  filterIdeas: [
    {
      label: 'Active in the app',
      filters: [{ field: 'user_app_status', test: 'isAnyOf', values: ['active'] }],
    },
    {
      label: 'Not used for 90 days',
      filters: [{ field: 'user_app_last_used', test: 'olderThanDays', values: [90] }],
    },
    {
      label: 'Restricted apps',
      filters: [{ field: 'app_authorization_status', test: 'isAnyOf', values: ['restricted'] }],
    },
  ],
  filtering: filteringBy(
    [
      ...['user_app_status', 'app_type', 'app_authorization_status', 'app_archive', 'user_app_archive'],
      ...['user_app_last_used', 'user_app_discovered'],
    ],
    LIST,
    'user_app_archive',
  ),
  writes: {
    // It tells of the user's side what the list tells of the app's.
    one: {
      path: PATHS.appUser,
      within: ONE_WITHIN,
      shows: [
        ...['user_id', 'app_id', 'user_name', 'user_email', 'user_app_status', 'user_app_role'],
        ...['user_app_last_used', 'user_app_discovered', 'user_app_archive'],
      ],
      rateClass: RATE,
      evidence: reference('getapplicationuser', 'I'),
    },
    update: { method: 'patch', path: PATHS.appUser, rateClass: RATE, evidence: UPDATE },
    clearing: CLEARING,
  },
  rateClass: RATE,
  evidence: LIST,
};
