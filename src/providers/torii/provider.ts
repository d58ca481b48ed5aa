/** Torii. */
import type { ProviderDefinition } from '../definition';
import { APP_USERS } from './app-users';
import { APPS } from './apps';
import { AUDIT_LOG } from './audit-log';
import { CONTRACTS } from './contracts';
import { FACT_SOURCES } from './facts';
import { FIELDS } from './fields';
import { LICENSES } from './licenses';
import { ROLES } from './roles';
import { BASE_URL, connection, KEY_PLACE, PEOPLE, perMinute, reference } from './settings';
import { TRANSACTIONS } from './transactions';
import { TORII_UPLOADS } from './uploads/uploads';
import { USER_APPS } from './user-apps';
import { USERS } from './users';
import { WITHHELD } from './withheld';
import { WORKFLOW_RUNS } from './workflow-runs';

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
  people: PEOPLE,
  resources: [
    APPS,
    CONTRACTS,
    USERS,
    APP_USERS,
    USER_APPS,
    LICENSES,
    TRANSACTIONS,
    WORKFLOW_RUNS,
    AUDIT_LOG,
    ROLES,
    FIELDS,
  ],
  newChoiceField: { resource: 'fields', name: 'name', choices: 'options', fixed: { type: 'dropdown' } },
  facts: FACT_SOURCES,
  withheld: WITHHELD,
  uploads: TORII_UPLOADS,
};
