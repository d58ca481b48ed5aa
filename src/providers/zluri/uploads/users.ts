/** The people of an app, as a complete list that takes the place of the one before. */
import type { UploadTarget } from '../../../core/upload/target';
import { PEOPLE_HEADERS } from '../../people-headers';
import { reference } from '../settings';
import { entityField, guessedField, USER_STATUSES } from './fields';
import { article, MOST_BYTES, PAGE_RECORDS } from './settings';

export const USERS_TARGET: UploadTarget = {
  target: 'zluri.users',
  title: 'Users of an app',
  description:
    'Everybody who has an account in the app. Whoever is not in the list counts as inactive in Zluri.',
  singular: 'user',
  plural: 'users',
  fields: [
    // [D] that there is one and that it is required, [I] how it is spelled.
    guessedField(
      'unique_id',
      'Unique ID',
      'text',
      'What the app itself knows the person by. Without a column for it, the e-mail address is taken.',
      `id, user id, ${PEOPLE_HEADERS.id}, login, username`,
      { required: true, meaning: 'id', fallback: 'email', evidence: article('sdk-migration-guide', 'I') },
    ),
    entityField(
      'email',
      'Email',
      'email',
      'The person’s address, by which Zluri knows who it is.',
      PEOPLE_HEADERS.email,
      { required: true },
    ),
    entityField(
      'name',
      'Name',
      'text',
      'The whole name; Zluri takes it before first and last name.',
      `full name, ${PEOPLE_HEADERS.name}`,
    ),
    entityField(
      'first_name',
      'First name',
      'text',
      'Taken where there is no whole name.',
      PEOPLE_HEADERS.firstName,
      {
        meaning: 'firstName',
        evidence: article('zluri-sdk-faqs', 'I'),
      },
    ),
    entityField(
      'last_name',
      'Last name',
      'text',
      'Taken where there is no whole name.',
      PEOPLE_HEADERS.lastName,
      {
        meaning: 'lastName',
        evidence: article('zluri-sdk-faqs', 'I'),
      },
    ),
    entityField(
      'status',
      'Status',
      'choice',
      'Whether the account can be used: active, inactive or suspended.',
      PEOPLE_HEADERS.status,
      { choices: USER_STATUSES },
    ),
    entityField(
      'role',
      'Role',
      'text',
      'What the person may do in the app.',
      `roles, ${PEOPLE_HEADERS.roles}, account type`,
      {
        meaning: 'roles',
        several: 'all',
      },
    ),
    entityField(
      'license',
      'Licences',
      'list',
      'The licences that the person has.',
      `licenses, ${PEOPLE_HEADERS.licences}`,
      { meaning: 'licences', several: 'all' },
    ),
    entityField(
      'last_used',
      'Last used',
      'moment',
      'When the person last used the app.',
      PEOPLE_HEADERS.lastUsed,
      { meaning: 'lastUsed', several: 'newest' },
    ),
    entityField(
      'department',
      'Department',
      'text',
      'The person’s department.',
      'department name, dept, team, business unit, division',
    ),
    entityField(
      'designation',
      'Job title',
      'text',
      'What the person works as.',
      'title, position, job, job role, job name',
    ),
    entityField(
      'costcenter',
      'Cost centre',
      'text',
      'The cost centre that the person belongs to.',
      'cost center, cost center code, cost centre code',
    ),
    entityField(
      'reportingmanager',
      'Manager',
      'text',
      'The person’s manager, best by e-mail address.',
      'reporting manager, manager email, reports to, supervisor, supervisor email, line manager, reporting manager email',
    ),
    entityField(
      'date_of_joining',
      'Joined on',
      'moment',
      'When the person joined.',
      'joining date, start date, hire date, date hired, created, created at, created date, date added, date joined, joined',
    ),
    entityField(
      'date_of_termination',
      'Left on',
      'moment',
      'When the person left.',
      'termination date, end date, leave date, last day, exit date, deactivated at, date left, deactivation date',
    ),
  ],
  shape: { kind: 'records', entity: 'users', pageSize: PAGE_RECORDS, references: [] },
  identity: ['unique_id'],
  missing: 'gone',
  needs: [],
  order: 1,
  place: 'instance',
  maxBytes: MOST_BYTES,
  evidence: reference('data-entities'),
};
