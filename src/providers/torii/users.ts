/** Torii's users: everyone whom it detected, whether or not they can log in to Torii. */
import type { ResourceDefinition } from '../definition';
import { field } from '../field';
import { FILTERING } from './filtering';
import {
  CLEARING,
  FIELD_TYPES,
  LIFECYCLE_STATUSES,
  LIST_QUERY,
  MONEY_IN_MINOR_UNITS,
  PAGING,
  perMinute,
  reference,
} from './settings';

const LIST = reference('getusers');
const UPDATE = reference('putusersiduser');

/** What a single user is read with. https://developers.toriihq.com/reference/getusersiduser */
const BUILT_IN = [
  ...['id', 'idOrg', 'firstName', 'lastName', 'email', 'creationTime', 'idRole', 'role', 'lifecycleStatus'],
  ...['isDeletedInIdentitySources', 'isExternal', 'activeAppsCount', 'additionalEmails'],
];

export const USERS: ResourceDefinition = {
  resource: 'users',
  title: 'Users',
  singular: 'user',
  plural: 'users',
  description: 'Everyone whom Torii knows, with their place in joining and leaving and the apps they use.',
  path: '/users',
  query: LIST_QUERY,
  fieldsParameter: 'fields',
  // Comes with every user and is missing among the fields that the reference allows to ask for.
  implicit: ['id'],
  envelope: 'users',
  paging: PAGING,
  key: 'id',
  name: 'email',
  fields: [
    field('id', 'ID', 'id', 'Torii’s number for the user, by which rows are recognised.', LIST),
    field('email', 'Email', 'email', 'The user’s main e-mail address.', LIST),
    field('firstName', 'First name', 'text', 'The user’s first name.', LIST),
    field('lastName', 'Last name', 'text', 'The user’s last name.', LIST),
    field(
      'lifecycleStatus',
      'Lifecycle status',
      'option',
      'Whether the user works here, leaves or left.',
      UPDATE,
      {
        writable: true,
        options: LIFECYCLE_STATUSES,
        written: { neverEmpty: true },
        // [I] Automations wait for it. https://developers.toriihq.com/reference/putusersiduser
        caution: {
          setting: 'sendLifecycle',
          question:
            'Users whose lifecycle status would change: {count}. This can set off Torii’s automations for leaving. Send it all the same?',
        },
      },
    ),
    field('role', 'Role', 'text', 'What the user may do in Torii itself.', LIST),
    field('isExternal', 'External', 'boolean', 'Whether the user is not an employee.', LIST),
    field(
      'isDeletedInIdentitySources',
      'Deleted in identity sources',
      'boolean',
      'Whether the user’s account is gone from the directories that Torii reads.',
      LIST,
    ),
    field('activeAppsCount', 'Active apps', 'number', 'How many apps the user uses.', LIST),
    field('additionalEmails', 'Additional emails', 'list', 'Other e-mail addresses of the user.', LIST),
    field('creationTime', 'Added on', 'dateTime', 'When the user came into Torii.', LIST),
    field('idRole', 'Role ID', 'id', 'Torii’s number for the user’s role.', LIST, { selected: false }),
    field('idOrg', 'Organisation ID', 'id', 'Torii’s number for your organisation.', LIST, {
      selected: false,
    }),
  ],
  listing: {
    path: '/users/fields',
    envelope: 'fields',
    attributes: { key: 'key', label: 'name', type: 'type', deleted: 'isDeleted', shown: 'isShown' },
    types: FIELD_TYPES,
    // Nothing of a user can be changed but the lifecycle status. https://developers.toriihq.com/reference/putusersiduser
    writable: false,
    minorUnits: MONEY_IN_MINOR_UNITS,
    rateClass: perMinute('GET /users/fields', 200),
    evidence: reference('getusersfields'),
  },
  filterIdeas: [
    {
      label: 'Only active users',
      filters: [{ field: 'lifecycleStatus', test: 'isAnyOf', values: ['active'] }],
    },
    {
      label: 'Leaving',
      filters: [{ field: 'lifecycleStatus', test: 'isAnyOf', values: ['offboarding'] }],
    },
    {
      label: 'Left, with apps',
      filters: [
        { field: 'lifecycleStatus', test: 'isAnyOf', values: ['offboarded'] },
        { field: 'activeAppsCount', test: 'atLeast', values: [1] },
      ],
    },
    { label: 'Only external users', filters: [{ field: 'isExternal', test: 'isYes', values: [] }] },
  ],
  filtering: FILTERING,
  writes: {
    one: {
      path: '/users/{id}',
      within: ['user'],
      // It cannot be told which fields to send, and none of the organisation's own are among those that it sends.
      shows: BUILT_IN,
      rateClass: perMinute('GET /users/{idUser}', 800),
      evidence: reference('getusersiduser'),
    },
    update: {
      method: 'put',
      path: '/users/{id}',
      within: ['user'],
      rateClass: perMinute('PUT /users/{idUser}', 200),
      evidence: UPDATE,
    },
    clearing: CLEARING,
  },
  rateClass: perMinute('GET /users', 100),
  evidence: LIST,
};
