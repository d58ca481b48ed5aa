/** A whole organisation from one number: the same seed and sizes give the same records. */
import { PAST_DAYS } from '../../seed/company';
import { makeWhenAsked } from '../../seed/made-when-asked';
import { usageOf } from '../../seed/usage';
import type { ToriiData } from '../record';
import { AppUses } from '../app-uses';
import { appFields, contractFields, userFields } from './custom-fields';
import type { Surroundings } from './custom-fields';
import { seededApps } from './apps';
import { seededContracts } from './contracts';
import { seededUses } from './uses';
import { seededUsers } from './users';
import { randomSource } from '../../seed/random';
import { ORGANISATION, ROLES } from './organisation';

export interface TenantSize {
  seed?: number;
  apps?: number;
  contracts?: number;
  users?: number;
}

/** Ids of the first record of each kind. */
export const FIRST_IDS = { apps: 1000, contracts: 50_000, users: 200_000 } as const;

/** Sizes default to 180 apps, 90 contracts and 450 users. */
export function seededTenant(size: TenantSize): { data: ToriiData; uses: AppUses } {
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
  const uses = seededUses(FIRST_IDS.apps, FIRST_IDS.users, usage);
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
    appUsers: [],
  };
  // A hundred thousand people take a moment.
  makeWhenAsked(data, 'users', users);
  return { data, uses: new AppUses(data.appUsers, uses) };
}
