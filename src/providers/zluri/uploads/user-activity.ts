/** What people did in an app, added to what Zluri has. */
import type { UploadTarget } from '../../../core/upload/target';
import { reference } from '../settings';
import { entityField, guessedField } from './fields';
import { MOST_BYTES, PAGE_RECORDS } from './settings';

export const USER_ACTIVITY_TARGET: UploadTarget = {
  target: 'zluri.user_activity',
  title: 'Activity in an app',
  description:
    'When people used the app; added to what Zluri has, and goes along with the users, whom it names.',
  singular: 'activity',
  plural: 'activities',
  fields: [
    guessedField(
      'unique_id',
      'User’s unique ID',
      'text',
      'The person’s unique ID, as in the list of users. Without a column for it, the e-mail address is taken.',
      'id, user id, uid, member id, account id, employee id, login, username',
      { required: true, meaning: 'id', fallback: 'email' },
    ),
    entityField(
      'email',
      'Email',
      'email',
      'The person’s address.',
      'e-mail, email address, mail, user email, work email, member email, actor email',
      { required: true },
    ),
    entityField(
      'last_used',
      'Used at',
      'moment',
      'When it was.',
      'timestamp, time, date, occurred at, event time, event date, activity date, last used date, last active, last activity, last login, login date, last seen',
      { required: true, meaning: 'lastUsed', several: 'newest' },
    ),
    entityField(
      'app',
      'App',
      'text',
      'The app that was used, where it is not plain from the integration.',
      'app name, application, product',
    ),
    guessedField(
      'activity',
      'Activity',
      'text',
      'What was done: “login”.',
      'event, action, activity type, event type, event name',
    ),
  ],
  shape: {
    kind: 'records',
    entity: 'user_activity',
    pageSize: PAGE_RECORDS,
    references: [{ field: 'unique_id', target: 'zluri.users', key: 'unique_id' }],
  },
  identity: [],
  missing: 'stays',
  needs: ['zluri.users'],
  order: 4,
  place: 'instance',
  maxBytes: MOST_BYTES,
  evidence: reference('data-entities'),
};
