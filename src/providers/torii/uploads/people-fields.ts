/** The fields that Torii knows of a person in an app, with the headers and words of many vendors' exports. */
import type { UploadChoice } from '../../../core/upload/target';
import { PEOPLE_HEADERS } from '../../people-headers';
import { reference } from '../settings';
import { field, wordsIn } from './field';

const FILE = reference('putservicessynccustom');
/** Made into other fields: a help of ours. */
const OURS = reference('putservicessynccustom', 'I');

const HERE = 'enabled, activated, current, live, employed, yes, true, 1';
const GONE =
  'deactivated, inactive, suspended, disabled, removed, terminated, revoked, archived, blocked, locked, expired, closed, former, left, leaver, no, false, 0';

/** An app's user is there or is not: Torii has no word between. */
export const STATUSES: readonly UploadChoice[] = [
  { value: 'active', words: wordsIn(HERE) },
  { value: 'deleted', words: wordsIn(GONE) },
];

/** Idle licences are told from those that were taken away. */
const LICENCE_STATUSES: readonly UploadChoice[] = [
  { value: 'active', words: wordsIn(`${HERE}, used, in use, assigned`) },
  {
    value: 'inactive',
    words: wordsIn('idle, unused, not used, suspended, disabled, deactivated, no, false, 0'),
  },
  { value: 'deleted', words: wordsIn('removed, revoked, unassigned, expired, terminated') },
];

export const EMAIL = field(
  'email',
  'Email',
  'email',
  'The person’s e-mail address, by which Torii recognises people.',
  `${PEOPLE_HEADERS.email}, login email, username, login, login name, sign-in name`,
  FILE,
  { required: true },
);

export const ID = field(
  'id',
  'User ID',
  'text',
  'The number or name by which the app itself knows the person.',
  `${PEOPLE_HEADERS.id}, unique id`,
  FILE,
);

export const NAME = field(
  'name',
  'Full name',
  'text',
  'First and last name in one column; they are told apart where they have no columns of their own.',
  PEOPLE_HEADERS.name,
  OURS,
  { sent: false },
);

export const FIRST_NAME = field(
  'firstName',
  'First name',
  'text',
  'The person’s first name.',
  PEOPLE_HEADERS.firstName,
  FILE,
);

export const LAST_NAME = field(
  'lastName',
  'Last name',
  'text',
  'The person’s last name.',
  PEOPLE_HEADERS.lastName,
  FILE,
);

export const STATUS = field(
  'status',
  'Status',
  'choice',
  'Whether the person uses the app (active) or not any more (deleted); without it, everybody is active.',
  PEOPLE_HEADERS.status,
  FILE,
  { choices: STATUSES },
);

export const EXTERNAL_STATUS = field(
  'externalStatus',
  'Status in the app',
  'text',
  'The status in the app’s own words, which Torii shows as it is.',
  'external status, vendor status, original status, status text, status description',
  FILE,
);

export const ROLES = field(
  'roles',
  'Roles',
  'list',
  'What the person may do in the app; several are separated by commas.',
  `role, ${PEOPLE_HEADERS.roles}`,
  FILE,
  { several: 'all' },
);

export const LAST_USED = field(
  'lastUsedDate',
  'Last used',
  'day',
  'The day on which the person last used the app; of several columns, the newest counts.',
  PEOPLE_HEADERS.lastUsed,
  FILE,
  { meaning: 'lastUsed', several: 'newest' },
);

export const LICENCES = field(
  'licenses',
  'Licences',
  'list',
  'The licences that the person has; several are separated by commas.',
  PEOPLE_HEADERS.licences,
  FILE,
  { meaning: 'licences', several: 'all' },
);

export const LICENCE_STATUS = field(
  'licenseStatus',
  'Licence status',
  'choice',
  'Whether the person’s licences are active, inactive (idle) or deleted; without it, they are as the person is.',
  'seat status, subscription status, license state, licence state',
  FILE,
  { meaning: 'licenceStatus', choices: LICENCE_STATUSES },
);

export const LICENCE_PRICE = field(
  'pricePerUser',
  'Price per user',
  'money',
  'What one licence costs, in the currency in which Torii shows amounts; type 150 for 150.00.',
  `price, license price, licence price, price per license, price per licence, price per seat, unit price, seat price, cost per user,
  cost per license, cost per licence, cost per seat, license cost, licence cost`,
  FILE,
  { meaning: 'licencePrice', cents: true, least: 0 },
);

export const LICENCE_UNASSIGNED = field(
  'unassignedAmount',
  'Unassigned licences',
  'number',
  'How many licences of this kind nobody has.',
  `unassigned, unassigned licenses, unassigned seats, unused licenses, unused licences, free licenses, free seats,
  available licenses, available seats, spare licenses`,
  FILE,
  { meaning: 'licenceUnassigned', least: 0, whole: true },
);
