/** A whole organisation from one number: the same seed, sizes and time give the same records. */
import { COMPANY, PAST_DAYS } from '../../seed/company';
import { makeWhenAsked } from '../../seed/made-when-asked';
import { randomSource } from '../../seed/random';
import { usageOf } from '../../seed/usage';
import type { UseSource } from '../app-uses';
import { objectId } from '../object-id';
import type { Department, ZluriData, ZluriRecord } from '../record';
import { seededApps } from './apps';
import { seededAuditLog } from './audit-log';
import { seededContracts } from './contracts';
import { appFields, contractFields, userFields } from './custom-fields';
import { licencesOf } from './licences';
import type { Surroundings } from './surroundings';
import { seededUses } from './uses';
import { seededUsers } from './users';

export interface TenantSize {
  seed?: number;
  apps?: number;
  contracts?: number;
  users?: number;
}

/** https://support.zluri.com/support/solutions/articles/73000613379-how-does-the-administration-tab-operate- */
const ADMIN_ROLES = [
  'Admin',
  'IT Admin',
  'Finance Admin',
  'Procurement Admin',
  'Security Admin',
  'IT Viewer',
  'Viewer',
];
const DEPARTMENTS = [
  'Engineering',
  'Finance',
  'Human Resources',
  'Legal',
  'Marketing',
  'Sales',
  'Support',
  '007',
];

/**
 * Sizes default to 180 apps, 90 contracts and 450 users.
 * @param now end of the audit log, in milliseconds since 1970
 */
export function seededTenant(size: TenantSize, now: number): { data: ZluriData; uses: UseSource } {
  const counts = { apps: size.apps ?? 180, contracts: size.contracts ?? 90, users: size.users ?? 450 };
  // Each kind of record draws from a source of its own, so that neither numbers nor order of the others matter to it.
  const draws = (kind: number) => randomSource((size.seed ?? 1) * 1_000_003 + kind);
  const around = (kind: number): Surroundings => {
    const random = draws(kind);
    return {
      random,
      userId: () => objectId('user', random.between(0, Math.max(0, counts.users - 1))),
      day: () => random.pick(PAST_DAYS),
    };
  };
  const usage = usageOf(counts.apps, counts.users, draws(1));
  const fields = { appFields: appFields(), contractFields: contractFields(), userFields: userFields() };
  const departments = DEPARTMENTS.map((department_name, i): Department => ({
    department_id: objectId('department', i),
    department_name,
  }));
  const data: ZluriData = {
    org: {
      org_id: objectId('org', 0),
      org_name: COMPANY.name,
      financial_year_start: '04',
      financial_year_end: '03',
      currency: COMPANY.currency,
      owner_id: objectId('user', 0),
    },
    apps: [],
    contracts: [],
    users: [],
    appUsers: [],
    admins: ADMIN_ROLES.slice(0, counts.users).map((user_role, row): ZluriRecord => ({
      user_id: objectId('user', row),
      user_role,
      user_last_login: row % 4 === 3 ? null : new Date(now - row * 86_400_000).toISOString(),
    })),
    auditLog: [],
    ...fields,
    licenses: [],
    departments,
    transactions: [],
    instances: [],
    syncs: [],
  };
  // A hundred thousand people take a moment, and a tenant may never be looked at. Fields are used as they were: they
  // may be changed before.
  const then = {
    apps: [...fields.appFields],
    contracts: [...fields.contractFields],
    users: [...fields.userFields],
  };
  makeWhenAsked(data, 'apps', () => seededApps(counts.apps, then.apps, usage, around(2)));
  makeWhenAsked(data, 'contracts', () =>
    seededContracts(counts.contracts, then.contracts, data.apps, around(3)),
  );
  makeWhenAsked(data, 'users', () => seededUsers(counts.users, then.users, departments, usage, around(4)));
  makeWhenAsked(data, 'licenses', () =>
    Array.from({ length: counts.apps }, (_, row) => licencesOf(row)).flat(),
  );
  makeWhenAsked(data, 'auditLog', () => {
    const random = draws(5);
    return seededAuditLog(
      now,
      random,
      () => data.users[random.between(0, Math.min(9, counts.users - 1))],
      () => {
        const app = data.apps[random.between(0, counts.apps - 1)];
        return app && { id: app.app_id, name: app.app_name };
      },
    );
  });
  return { data, uses: seededUses(usage) };
}
