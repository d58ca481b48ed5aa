/** The audit log of a seeded tenant: ninety days, with one day that fills more than a page of the greatest size. */
import type { RandomSource } from '../../seed/random';
import { AUDIT_EVENTS } from '../audit-events';
import type { AuditEvent } from '../audit-events';
import type { ToriiRecord } from '../record';

const DAY = 86_400_000;
const DAYS = 90;
const ENTRIES_A_DAY = 12;
/** The day before this many days, and its entries. */
const BUSY_DAY = { ago: 3, entries: 1200 };

/** What entries tell of: ids of records of the tenant, and none where it has none. */
export interface LogSubjects {
  readonly idOrg: number;
  readonly idAdmin: () => number | undefined;
  readonly idOf: (entity: 'apps' | 'contracts' | 'users') => number | undefined;
}

/** Ends at `now`; the oldest entry comes first, several at the same moment, some of them alike in all that is shown. */
export function seededAuditLog(
  now: number,
  firstId: number,
  random: RandomSource,
  about: LogSubjects,
): ToriiRecord[] {
  const log: ToriiRecord[] = [];
  for (let day = DAYS - 1; day >= 0; day -= 1) {
    const busy = day === BUSY_DAY.ago;
    const count = busy ? BUSY_DAY.entries : ENTRIES_A_DAY;
    for (let i = 0; i < count; i += 1) {
      const id = firstId + log.length;
      const before = log.at(-1);
      // Every eleventh happens with the one before it, every fifth of these is its double.
      if (before !== undefined && i % 55 === 54) log.push({ ...before, id });
      else {
        const step = i % 11 === 10 ? i - 1 : i;
        const time = now - (day + 1) * DAY + Math.floor((step * DAY) / count);
        log.push({ id, ...entry(random.pick(AUDIT_EVENTS), time, random, about) });
      }
    }
  }
  return log;
}

function entry(event: AuditEvent, time: number, random: RandomSource, about: LogSubjects) {
  const { type, entity, method } = event;
  const kind = entity === 'apps' || entity === 'contracts' || entity === 'users' ? entity : undefined;
  const id = kind === undefined ? random.between(1, 900) : about.idOf(kind);
  return {
    entity,
    type,
    creationTime: new Date(time).toISOString(),
    performedBy: about.idAdmin() ?? null,
    requestDetails: {
      path: `/api/orgs/${about.idOrg}/${entity}/${id ?? ''}`,
      method,
      remoteAddress: `10.0.0.${random.between(2, 9)}`,
    },
    // The keys of the object are not described: these are ours.
    properties: id === undefined ? {} : { [PROPERTY[entity] ?? 'id']: id },
  };
}

const PROPERTY: Readonly<Record<string, string>> = {
  apps: 'idApp',
  contracts: 'idContract',
  users: 'idUser',
  files: 'idFile',
  integrations: 'idAppAccount',
};
