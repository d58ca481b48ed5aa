/** Who uses which app in Zluri, listed app by app. */
import type { ResourceDefinition } from '../definition';
import { field } from '../field';
import { filteringBy } from './filtering';
import {
  ACCOUNT_TYPES,
  APP_STATUSES,
  CLEARING,
  ENVELOPE,
  FIELDS_IN_RECORDS,
  MONEY_IN_MINOR_UNITS,
  notArchived,
  ONE_WITHIN,
  OPTIMIZATIONS,
  PAGING,
  PATHS,
  RATE,
  reference,
  SOURCE_NAME,
  USER_STATUSES,
  WEB_APP,
} from './settings';

const LIST = reference('listapplicationusers');
/** Filters and writes name the field, so that answers very likely have it. */
const LIKELY = reference('listapplicationusers', 'I');
const UPDATE = reference('updateapplicationuser-1');

export const APP_USERS: ResourceDefinition = {
  resource: 'appUsers',
  title: 'App users',
  singular: 'app user',
  plural: 'app users',
  description: 'Every user of every app, with role, licenses and last use; takes a request for each app.',
  method: 'post',
  path: PATHS.appUsers,
  query: {},
  body: { filter_by: [notArchived('user_app_archive')], sort_by: [{ user_name: 1 }] },
  envelope: ENVELOPE,
  paging: PAGING,
  parent: { resource: 'apps', carries: { app_id: 'app_id', app_name: 'app_name' } },
  key: 'app_user',
  name: 'user_name',
  keyFrom: { fields: ['app_id', 'user_id'] },
  fields: [
    field('app_user', 'ID', 'id', 'The ids of app and user together, by which rows are recognised.', LIKELY),
    field('app_name', 'App', 'text', 'The app that is used.', LIKELY, { written: { as: 'unsent' } }),
    field('user_name', 'User', 'text', 'Who uses the app.', LIKELY),
    field('user_email', 'Email', 'email', 'The user’s e-mail address.', LIKELY),
    field('user_app_status', 'Status in app', 'option', 'Whether the user is active in the app.', UPDATE, {
      writable: true,
      options: APP_STATUSES,
    }),
    field('user_app_role', 'Role in app', 'text', 'What the user may do in the app.', UPDATE, {
      writable: true,
    }),
    field('licenses', 'Licenses', 'list', 'Which licenses of the app the user has.', LIKELY, {
      items: ['license_name', 'name', 'license_id', '_id'],
    }),
    field('user_app_last_used', 'Last used', 'dateTime', 'When the user last used the app.', LIKELY),
    field(
      'user_app_discovered',
      'Discovered on',
      'dateTime',
      'When Zluri first saw the user in the app.',
      LIKELY,
    ),
    field('user_app_avg_usage', 'Usage', 'number', 'How much the user uses the app, in percent.', WEB_APP),
    field('user_app_cost', 'Cost', 'money', 'What the app costs for this user.', WEB_APP, {
      minorUnits: MONEY_IN_MINOR_UNITS,
    }),
    field('optimization_inclusion', 'Optimization', 'option', 'Which savings Zluri looks for.', UPDATE, {
      writable: true,
      options: OPTIMIZATIONS,
    }),
    field('user_status', 'User status', 'option', 'Whether the user is active.', LIKELY, {
      options: USER_STATUSES,
    }),
    field(
      'user_account_type',
      'Account type',
      'option',
      'Whether it is a person, a service or a group.',
      LIKELY,
      {
        options: ACCOUNT_TYPES,
      },
    ),
    field('user_designation', 'Job title', 'text', 'What the user works as.', LIKELY),
    field('user_department_name', 'Department', 'text', 'The user’s department.', WEB_APP),
    field('user_app_archive', 'Archived', 'boolean', 'Whether the use of the app is archived.', UPDATE, {
      writable: true,
    }),
    field('source_array', 'Sources', 'list', 'Where Zluri learned that the user uses the app.', LIKELY, {
      items: SOURCE_NAME,
    }),
    field('license_mapped', 'Licensed', 'boolean', 'Whether the user has a license of the app.', LIKELY, {
      selected: false,
    }),
    field('app_id', 'App ID', 'id', 'Zluri’s id of the app.', LIKELY, {
      selected: false,
      written: { as: 'unsent' },
    }),
    field('user_id', 'User ID', 'id', 'Zluri’s id of the user.', LIKELY, {
      selected: false,
      aliases: ['id', '_id'],
    }),
    field('dept_id', 'Department ID', 'id', 'Zluri’s id of the department.', LIKELY, { selected: false }),
    field('user_reporting_manager', 'Manager ID', 'id', 'Zluri’s id of the manager.', LIKELY, {
      selected: false,
    }),
  ],
  fieldsInRecords: FIELDS_IN_RECORDS,
  filterIdeas: [
    {
      label: 'Active in the app',
      filters: [{ field: 'user_app_status', test: 'isAnyOf', values: ['active'] }],
    },
    {
      label: 'Inactive in the app',
      filters: [{ field: 'user_app_status', test: 'isAnyOf', values: ['inactive'] }],
    },
    {
      label: 'Licensed and not used for 30 days',
      filters: [
        { field: 'license_mapped', test: 'isYes', values: [] },
        { field: 'user_app_last_used', test: 'olderThanDays', values: [30] },
      ],
    },
  ],
  filtering: filteringBy(
    [
      ...['user_app_status', 'user_status', 'user_account_type', 'user_app_archive', 'license_mapped'],
      ...['user_app_last_used', 'user_app_discovered', 'dept_id', 'user_reporting_manager'],
    ],
    LIST,
    'user_app_archive',
  ),
  writes: {
    one: {
      path: PATHS.appUser,
      within: ONE_WITHIN,
      rateClass: RATE,
      evidence: reference('getapplicationuser', 'I'),
    },
    update: { method: 'patch', path: PATHS.appUser, rateClass: RATE, evidence: UPDATE },
    // What else the row says can be sent once the user has the app.
    create: {
      path: PATHS.newAppUser,
      required: ['app_name', 'user_email'],
      accepted: ['app_id', 'app_name', 'user_email'],
      below: { key: 'app_id', name: 'app_name' },
      ownFields: false,
      idAt: [],
      unique: ['user_email'],
      // [D] It fails where the user has the app already; in which words is not said.
      refusedWhereThere: true,
      rateClass: RATE,
      evidence: reference('addapplicationuser'),
    },
    clearing: CLEARING,
  },
  rateClass: RATE,
  evidence: LIST,
};
