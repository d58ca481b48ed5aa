/** Who is in which group of an app, as a complete list that takes the place of the one before. */
import type { UploadTarget } from '../../../core/upload/target';
import { reference } from '../settings';
import { guessedField } from './fields';
import { MOST_BYTES, PAGE_RECORDS } from './settings';

export const GROUP_USERS_TARGET: UploadTarget = {
  target: 'zluri.group_users',
  title: 'Members of an app’s groups',
  description: 'Who is in which group; goes along with the users and the groups, which it names.',
  singular: 'membership',
  plural: 'memberships',
  fields: [
    guessedField(
      'group_id',
      'Group ID',
      'text',
      'The group’s unique ID, as in the list of groups.',
      'group, group unique id, group name, team, team id, team name',
      { required: true },
    ),
    guessedField(
      'user_id',
      'User ID',
      'text',
      'The person’s unique ID, as in the list of users: the e-mail address where that has no other.',
      'user, user unique id, member, member id, email, e-mail, user email, member email, employee id',
      { required: true },
    ),
    guessedField(
      'role',
      'Role',
      'text',
      'What the person is in the group.',
      'group role, team role, member role, permission',
      {
        meaning: 'roles',
        several: 'all',
      },
    ),
  ],
  shape: {
    kind: 'records',
    entity: 'group_users',
    pageSize: PAGE_RECORDS,
    references: [
      { field: 'group_id', target: 'zluri.groups', key: 'unique_id' },
      { field: 'user_id', target: 'zluri.users', key: 'unique_id' },
    ],
  },
  identity: ['group_id', 'user_id'],
  missing: 'gone',
  needs: ['zluri.users', 'zluri.groups'],
  order: 3,
  place: 'instance',
  maxBytes: MOST_BYTES,
  evidence: reference('data-entities'),
};
