/** Torii. */
import type { ProviderDefinition } from '../definition';
import { APPS } from './apps';
import { CONTRACTS } from './contracts';
import { BASE_URL, connection, KEY_PLACE, perMinute, reference } from './settings';
import { USERS } from './users';

export const TORII: ProviderDefinition = {
  provider: 'torii',
  title: 'Torii',
  baseUrl: BASE_URL,
  keyPlace: KEY_PLACE,
  connection,
  probe: {
    path: '/orgs/my',
    rateClass: perMinute('GET /orgs/my', 100),
    organisation: ['org', 'companyName'],
    evidence: reference('getorgsmy'),
  },
  resources: [APPS, CONTRACTS, USERS],
};
