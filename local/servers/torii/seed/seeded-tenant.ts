/** A whole organisation from one number: the same seed and sizes give the same records. */
import { PAST_DAYS } from '../../seed/company';
import { makeWhenAsked } from '../../seed/made-when-asked';
import { usageOf } from '../../seed/usage';
import type { Licence, ToriiData } from '../record';
import { AppUses, firstAccounts } from '../app-uses';
import { seededAuditLog } from './audit-log';
import type { LogSubjects } from './audit-log';
import { appFields, contractFields, userFields } from './custom-fields';
import type { Surroundings } from './custom-fields';
import { seededApps } from './apps';
import { seededContracts } from './contracts';
import { seededLicences } from './licences';
import { seededTransactions } from './transactions';
import { seededUses } from './uses';
import { seededUsers } from './users';
import { seededEdits, seededRuns, seededWorkflows } from './workflows';
import { randomSource } from '../../seed/random';
import type { RandomSource } from '../../seed/random';
import { ORGANISATION, ROLES } from './organisation';

export interface TenantSize {
  seed?: number;
  apps?: number;
  contracts?: number;
  users?: number;
}

/** Ids of the first record of each kind. */
export const FIRST_IDS = {
  apps: 1000,
  contracts: 50_000,
  users: 200_000,
  transactions: 600_000,
  auditLog: 1_000_000,
  workflowRuns: 2_000_000,
  workflowAudit: 3_000_000,
} as const;

/** The first so many people of a tenant are those who do things in Torii. */
const ACTIVE_ADMINS = 5;

/**
 * Sizes default to 180 apps, 90 contracts and 450 users.
 * @param now end of the logs, in milliseconds since 1970
 */
export function seededTenant(size: TenantSize, now: number): { data: ToriiData; uses: AppUses } {
  const counts = { apps: size.apps ?? 180, contracts: size.contracts ?? 90, users: size.users ?? 450 };
  // Each kind of record draws from a source of its own, so that neither numbers nor order of the others matter to it.
  const source = (kind: number) => randomSource((size.seed ?? 1) * 1_000_003 + kind);
  const around = (kind: number): Surroundings => {
    const random = source(kind);
    return {
      random,
      domain: ORGANISATION.domain,
      userId: () => FIRST_IDS.users + random.between(0, Math.max(0, counts.users - 1)),
      contractIds: Array.from({ length: Math.min(counts.contracts, 200) }, (_, i) => FIRST_IDS.contracts + i),
      day: () => random.pick(PAST_DAYS),
    };
  };
  const usage = usageOf(counts.apps, counts.users, source(1));
  const licences = seededLicences(counts.apps, FIRST_IDS.apps, source(5));
  const uses = new AppUses(
    seededUses(
      { firstApp: FIRST_IDS.apps, firstUser: FIRST_IDS.users, apps: counts.apps },
      usage,
      kindsByApp(licences),
    ),
  );
  const fields = { appFields: appFields(), contractFields: contractFields(), userFields: userFields() };
  const apps = seededApps(counts.apps, FIRST_IDS.apps, fields.appFields, usage, around(2));
  const contracts = seededContracts(
    counts.contracts,
    FIRST_IDS.contracts,
    fields.contractFields,
    apps,
    around(3),
  );
  // As they were: fields may be changed before the people are made.
  const userFieldsThen = [...fields.userFields];
  const users = () => seededUsers(counts.users, FIRST_IDS.users, userFieldsThen, usage, around(4));
  const roles = ROLES.map((role) => ({ ...role }));
  const data: ToriiData = {
    org: { ...ORGANISATION },
    apps,
    contracts,
    users: [],
    ...fields,
    roles,
    get appUsers() {
      return uses.all;
    },
    set appUsers(list) {
      uses.all = list;
    },
    // Copies: who has which licence is settled, whatever becomes of these.
    licenses: licences.map((licence) => ({ ...licence })),
    transactions: [],
    auditLog: [],
    workflows: seededWorkflows(),
    workflowRuns: [],
    workflowAudit: [],
    appAccounts: firstAccounts(apps),
    files: [],
    syncs: [],
    parsings: [],
  };
  const about = (random: RandomSource): LogSubjects => {
    const idOf = (first: number, count: number) =>
      count === 0 ? undefined : first + random.between(0, count - 1);
    return {
      idOrg: data.org.id,
      idAdmin: () => idOf(FIRST_IDS.users, Math.min(ACTIVE_ADMINS, counts.users)),
      idOf: (entity) => idOf(FIRST_IDS[entity], counts[entity]),
    };
  };
  // Apps are used as they were: they may be changed before.
  const appsThen = apps.map(({ id, name }) => ({ id, name }));
  // A hundred thousand people take a moment, and logs may never be looked at.
  makeWhenAsked(data, 'users', users);
  makeWhenAsked(data, 'transactions', () => seededTransactions(appsThen, FIRST_IDS.transactions, source(6)));
  const logs = { auditLog: seededAuditLog, workflowRuns: seededRuns, workflowAudit: seededEdits };
  for (const [i, key] of (['auditLog', 'workflowRuns', 'workflowAudit'] as const).entries()) {
    makeWhenAsked(data, key, () => {
      const random = source(7 + i);
      return logs[key](now, FIRST_IDS[key], random, about(random));
    });
  }
  return { data, uses };
}

function kindsByApp(licences: readonly Licence[]): (idApp: number) => readonly Licence[] {
  const kinds = new Map<number, Licence[]>();
  for (const licence of licences) kinds.set(licence.idApp, [...(kinds.get(licence.idApp) ?? []), licence]);
  return (idApp) => kinds.get(idApp) ?? [];
}
