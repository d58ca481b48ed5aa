/** Zluri's users: people, and accounts of services and groups. */
import type { ResourceDefinition } from '../definition';
import { field } from '../field';
import type { Edit } from '../writes';
import { filteringBy } from './filtering';
import {
  ACCOUNT_TYPES,
  CLEARING,
  ENVELOPE,
  idAt,
  MONEY_IN_MINOR_UNITS,
  notArchived,
  ONE_WITHIN,
  OPTIMIZATIONS,
  ownFields,
  PAGING,
  PATHS,
  RATE,
  reference,
  SOURCE_NAME,
  USER_STATUSES,
  WEB_APP,
  WRITABLE_FIELDS_IN_RECORDS,
} from './settings';

const UPDATE = reference('updateuser');
/** Filters and writes name the field, so that answers very likely have it. */
const LIKELY = reference('listusers', 'I');

export const USERS: ResourceDefinition = {
  resource: 'users',
  title: 'Users',
  singular: 'user',
  plural: 'users',
  description: 'Everyone whom Zluri knows and who is not archived, with department, manager and usage.',
  method: 'post',
  path: PATHS.users,
  query: {},
  body: { filter_by: [notArchived('user_archive')], sort_by: [{ user_name: 1 }] },
  envelope: ENVELOPE,
  paging: PAGING,
  key: 'user_id',
  name: 'user_name',
  fields: [
    field('user_id', 'ID', 'id', 'Zluri’s id of the user, by which rows are recognised.', LIKELY, {
      aliases: ['id', '_id'],
    }),
    field('user_name', 'Name', 'text', 'The user’s full name.', UPDATE, { writable: true }),
    field('user_email', 'Email', 'email', 'The user’s main e-mail address.', UPDATE, { writable: true }),
    field('user_status', 'User status', 'option', 'Whether the user is active.', UPDATE, {
      writable: true,
      options: USER_STATUSES,
    }),
    field(
      'user_account_type',
      'Account type',
      'option',
      'Whether it is a person, a service or a group.',
      UPDATE,
      {
        writable: true,
        options: ACCOUNT_TYPES,
        written: { created: { name: 'account_type' } },
      },
    ),
    field('user_designation', 'Job title', 'text', 'What the user works as.', UPDATE, { writable: true }),
    field('user_department_name', 'Department', 'text', 'The user’s department.', WEB_APP, {
      aliases: ['user_department.name', 'department.name'],
    }),
    field('user_reporting_manager_name', 'Manager', 'text', 'Whom the user reports to.', WEB_APP, {
      aliases: ['user_reporting_manager.user_name', 'user_reporting_manager.name'],
    }),
    // Updates take an id and additions an address. Where a user comes with neither address nor object, the id is shown.
    field(
      'user_reporting_manager_email',
      'Manager email',
      'person',
      'Whom the user reports to: write the e-mail address. Where Zluri sends none, its id of the manager is shown.',
      LIKELY,
      {
        writable: true,
        written: {
          name: 'reporting_manager_id',
          created: { name: 'reporting_manager_email', as: 'address' },
        },
        aliases: [
          ...['user_reporting_manager.user_email', 'user_reporting_manager.email'],
          'user_reporting_manager_id',
        ],
      },
    ),
    field('user_cost_center_name', 'Cost center', 'text', 'Where the user’s costs are booked.', WEB_APP),
    field('user_app_count', 'Apps', 'number', 'How many apps the user has.', WEB_APP),
    field('user_usage', 'Usage', 'number', 'How much the user uses apps, in percent.', LIKELY),
    field('user_total_spend', 'Spend', 'money', 'What was paid for the user’s apps.', WEB_APP, {
      minorUnits: MONEY_IN_MINOR_UNITS,
    }),
    field('user_joining_date', 'Joined on', 'date', 'When the user joined your organisation.', LIKELY),
    field('user_last_active', 'Last active', 'dateTime', 'When the user last used an app.', WEB_APP),
    field('optimization_inclusion', 'Optimization', 'option', 'Which savings Zluri looks for.', UPDATE, {
      writable: true,
      options: OPTIMIZATIONS,
    }),
    field('source_array', 'Sources', 'list', 'Where Zluri learned of the user.', LIKELY, {
      items: SOURCE_NAME,
    }),
    field('user_archive', 'Archived', 'boolean', 'Whether the user is archived.', UPDATE, { writable: true }),
    field('user_created_at', 'Added on', 'dateTime', 'When the user came into Zluri.', LIKELY),
    field('user_alternate_emails', 'Other emails', 'list', 'Other e-mail addresses of the user.', LIKELY, {
      selected: false,
    }),
    field('user_personal_email', 'Private email', 'email', 'The user’s private e-mail address.', UPDATE, {
      writable: true,
      selected: false,
    }),
    field('user_department_id', 'Department ID', 'id', 'Zluri’s id of the department.', UPDATE, {
      writable: true,
      selected: false,
      written: { as: 'text' },
    }),
    field('user_reporting_manager_id', 'Manager ID', 'id', 'Zluri’s id of the manager.', LIKELY, {
      selected: false,
    }),
    field('user_cost_center_id', 'Cost center ID', 'id', 'Zluri’s id of the cost center.', LIKELY, {
      selected: false,
    }),
    field('user_owner_id', 'Owner ID', 'id', 'Zluri’s id of who owns a service account.', LIKELY, {
      selected: false,
    }),
  ],
  fieldsInRecords: WRITABLE_FIELDS_IN_RECORDS,
  filterIdeas: [
    { label: 'Only active users', filters: [{ field: 'user_status', test: 'isAnyOf', values: ['active'] }] },
    {
      label: 'Only employees',
      filters: [{ field: 'user_account_type', test: 'isAnyOf', values: ['employee'] }],
    },
    {
      label: 'Inactive users with apps',
      filters: [
        { field: 'user_status', test: 'isNoneOf', values: ['active'] },
        { field: 'user_app_count', test: 'atLeast', values: [1] },
      ],
    },
    {
      label: 'Joined in the past 30 days',
      filters: [{ field: 'user_joining_date', test: 'inPastDays', values: [30] }],
    },
    { label: 'Archived users', filters: [{ field: 'user_archive', test: 'isYes', values: [] }] },
  ],
  filtering: filteringBy(
    [
      ...['user_id', 'user_department_id', 'user_owner_id', 'user_reporting_manager_id'],
      ...['user_cost_center_id', 'user_status', 'user_account_type', 'optimization_inclusion'],
      ...['user_joining_date', 'user_created_at', 'user_usage', 'user_archive'],
    ],
    reference('listusers'),
    'user_archive',
  ),
  writes: {
    one: {
      path: PATHS.user,
      within: ONE_WITHIN,
      rateClass: RATE,
      evidence: reference('getuserdetail', 'I'),
    },
    update: { method: 'patch', path: PATHS.user, rateClass: RATE, evidence: reference('updateuser', 'I') },
    create: {
      path: PATHS.newUser,
      required: ['user_name', 'user_email'],
      accepted: [
        ...['user_name', 'user_email', 'user_designation', 'user_status', 'user_department_id'],
        ...['user_account_type', 'user_reporting_manager_email', 'user_personal_email'],
      ],
      ownFields: true,
      idAt: idAt('user_id'),
      unique: ['user_email'],
      rateClass: RATE,
      evidence: reference('adduser'),
    },
    own: ownFields('user_custom_fields'),
    clearing: CLEARING,
    problem,
  },
  rateClass: RATE,
  evidence: reference('listusers'),
};

/** [D] Additions take one status less than updates. https://developers.zluri.com/reference/adduser */
function problem({ action, field, to }: Edit): string | null {
  return action === 'create' && field === 'user_status' && to === 'Unknown'
    ? 'A new user cannot have this status. Choose another one, or leave the cell empty and change it once the user is there.'
    : null;
}
