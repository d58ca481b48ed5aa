/** Torii's Gluu integration: the users of one app as one CSV file. */
import type { UploadTarget } from '../../../core/upload/target';
import { evidence, reference } from '../settings';
import { MOST_BYTES } from './file-route';
import {
  EMAIL,
  EXTERNAL_STATUS,
  ID,
  LAST_USED,
  LICENCES,
  NAME,
  ROLES,
  STATUS,
  STATUSES,
} from './people-fields';

/** [I] That the file is CSV is documented, its columns are not: these are what Torii reads from a shared Google Sheet of users. */
const COLUMNS = [
  { field: 'id', header: 'Id' },
  { field: 'email', header: 'Email' },
  { field: 'name', header: 'Name' },
  { field: 'status', header: 'Status' },
  { field: 'externalStatus', header: 'External status' },
  { field: 'roles', header: 'Roles' },
  { field: 'licenses', header: 'Licenses' },
  { field: 'lastUsedDate', header: 'Last used date' },
] as const;
const SHEET = evidence('https://support.toriihq.com/hc/en-us/articles/39396363579803', 'I');

/** Words of the same two statuses, spelled as in a sheet. */
const SHEET_STATUSES = STATUSES.map(({ value, words }) => ({
  value: value === 'active' ? 'Active' : 'Deleted',
  words,
}));

const { sent: _sent, ...FULL_NAME } = NAME;

const FIELDS = [
  EMAIL,
  { ...FULL_NAME, help: 'The person’s whole name; choose several columns to join them.', several: 'all' },
  { ...STATUS, choices: SHEET_STATUSES },
  LICENCES,
  LAST_USED,
  ROLES,
  EXTERNAL_STATUS,
  ID,
] as const;

export const GLUU: UploadTarget = {
  target: 'torii.gluu',
  title: 'Users of Gluu',
  description: 'Tells Torii who has an account in Gluu, through the integration for it.',
  singular: 'user',
  plural: 'users',
  fields: FIELDS.map((field) => ({ ...field, evidence: SHEET })),
  shape: { kind: 'csv', fileName: 'users.csv', columns: COLUMNS },
  identity: ['email'],
  missing: 'unknown',
  needs: [],
  order: 1,
  place: 'appAccount',
  maxBytes: MOST_BYTES,
  evidence: reference('putservicessyncgluu'),
};
