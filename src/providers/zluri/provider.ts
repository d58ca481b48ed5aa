/** Zluri. */
import type { ProviderDefinition } from '../definition';
import { ADMINS } from './admins';
import { APP_USERS } from './app-users';
import { APPS } from './apps';
import { AUDIT_LOG } from './audit-log';
import { CONTRACTS } from './contracts';
import { FACT_SOURCES } from './facts';
import { BASE_URL, connection, KEY_PLACE, PATHS, PEOPLE, RATE, reference } from './settings';
import { ZLURI_UPLOADS } from './uploads/uploads';
import { USER_APPS } from './user-apps';
import { USERS } from './users';
import { WITHHELD } from './withheld';

export const ZLURI: ProviderDefinition = {
  provider: 'zluri',
  title: 'Zluri',
  baseUrl: BASE_URL,
  keyPlace: KEY_PLACE,
  connection,
  // [I] No documented call tells whose key it is. One user proves the key; page 1 exists however pages are counted.
  probe: {
    method: 'post',
    path: PATHS.users,
    query: { page: 1, page_size: 1 },
    body: {},
    rateClass: RATE,
    organisation: null,
    evidence: reference('listusers'),
  },
  people: PEOPLE,
  resources: [APPS, CONTRACTS, USERS, APP_USERS, USER_APPS, ADMINS, AUDIT_LOG],
  facts: FACT_SOURCES,
  withheld: WITHHELD,
  uploads: ZLURI_UPLOADS,
};
