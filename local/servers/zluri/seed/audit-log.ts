/** The audit log of a seeded tenant: ninety days, with one day that fills more than a page of the greatest size. */
import type { RandomSource } from '../../seed/random';
import { objectId } from '../object-id';
import type { ZluriRecord } from '../record';

/** https://api-docs.zluri.dev/docs/zluri/get-audit-logs */
const EVENTS = [
  'app_archived',
  'user_archived',
  'app_it_owner_assigned',
  'app_finance_owner_assigned',
  'app_requested',
  'user_type_changed',
  'user_role_changed',
  'user_identified_from_an_integration',
  'vendor_updated',
  'connect_success',
  'connect_error',
];
const SYNC = 'integration_sync_completed';

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
const DAYS = 90;
const ENTRIES_A_DAY = 8;
/** The day before this many days, and its entries. */
const BUSY_DAY = { ago: 3, entries: 700 };

interface Named {
  readonly id: unknown;
  readonly name: unknown;
}

/** Ends at `now`; entries are in the order of time. */
export function seededAuditLog(
  now: number,
  random: RandomSource,
  actor: () => ZluriRecord | undefined,
  app: () => Named | undefined,
): ZluriRecord[] {
  const log: ZluriRecord[] = [];
  const note = (event: string, time: number) => {
    const person = actor();
    const about = app();
    log.push({
      _id: objectId('org', 1000 + log.length),
      event,
      timestamp: new Date(time).toISOString(),
      actor:
        event === SYNC || person === undefined
          ? null
          : { user_id: person.user_id, user_name: person.user_name, user_email: person.user_email },
      entity: about === undefined ? null : { type: 'application', id: about.id, name: about.name },
    });
  };
  for (let day = DAYS - 1; day >= 0; day -= 1) {
    const end = now - day * DAY;
    const busy = day === BUSY_DAY.ago;
    const count = busy ? BUSY_DAY.entries : ENTRIES_A_DAY;
    // Several in one millisecond now and then.
    for (let i = 0; i < count; i += 1) {
      const time = end - DAY + Math.floor(((i - (i % 5 === 4 ? 1 : 0)) * DAY) / count);
      note(busy ? SYNC : random.pick(EVENTS), time);
    }
  }
  return log;
}
