/** Torii's custom integration: the users and licences of one app as one JSON file. */
import type { UploadTarget } from '../../../core/upload/target';
import { reference } from '../settings';
import { MOST_BYTES } from './file-route';
import {
  EMAIL,
  EXTERNAL_STATUS,
  FIRST_NAME,
  ID,
  LAST_NAME,
  LAST_USED,
  LICENCE_PRICE,
  LICENCE_STATUS,
  LICENCE_UNASSIGNED,
  LICENCES,
  NAME,
  ROLES,
  STATUS,
} from './people-fields';

export const CUSTOM_INTEGRATION: UploadTarget = {
  target: 'torii.customIntegration',
  title: 'Users and licences of an app',
  description: 'Tells Torii who uses an app and who has which licence, through the app’s custom integration.',
  singular: 'user',
  plural: 'users',
  fields: [
    EMAIL,
    NAME,
    FIRST_NAME,
    LAST_NAME,
    STATUS,
    LICENCES,
    LAST_USED,
    ROLES,
    EXTERNAL_STATUS,
    ID,
    LICENCE_STATUS,
    LICENCE_PRICE,
    LICENCE_UNASSIGNED,
  ],
  shape: { kind: 'people', fileName: 'users.json' },
  identity: ['email'],
  // No page says what becomes of users who are missing from a newer file.
  missing: 'unknown',
  needs: [],
  order: 1,
  place: 'appAccount',
  maxBytes: MOST_BYTES,
  evidence: reference('putservicessynccustom'),
};
