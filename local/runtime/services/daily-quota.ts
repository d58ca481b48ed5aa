/** Daily quotas of a Google account: each counter starts anew 24 hours after its first use. */
import type { Host } from '../host';
import { ScriptError } from '../service-object';
import { DAY } from './wall-clock';

/** What a consumer account may do in a day. https://developers.google.com/apps-script/guides/services/quotas */
export const DAILY_QUOTA = {
  urlfetch: 20_000,
  properties: 50_000,
  /** Recipients, not messages. */
  email: 100,
  /** Triggers that a published add-on may create: the low end of the 20 to 30 that developers report. */
  addOnTriggers: 20,
} as const;

export type DailyCounter = keyof typeof DAILY_QUOTA;

/** How much of a counter is used up in its current 24 hours. */
export function usedToday(host: Host, counter: DailyCounter): number {
  const entry = host.person.quotas.get(counter);
  return entry === undefined || host.clock.now() - entry.since >= DAY ? 0 : entry.used;
}

/** Counts a use, and answers true, where the day's quota still holds it. */
export function takeFromQuota(host: Host, counter: DailyCounter, amount = 1): boolean {
  const used = usedToday(host, counter);
  if (used + amount > DAILY_QUOTA[counter]) return false;
  const now = host.clock.now();
  const since = used === 0 ? now : (host.person.quotas.get(counter)?.since ?? now);
  host.person.quotas.set(counter, { used: used + amount, since });
  return true;
}

/**
 * Counts a use of a service.
 * @throws ScriptError where the day's quota does not hold it; nothing is counted then. The text is the one that
 * developers meet live; the quota page has it without “for one day”.
 */
export function spend(host: Host, counter: DailyCounter, amount = 1): void {
  if (!takeFromQuota(host, counter, amount)) {
    throw new ScriptError(`Service invoked too many times for one day: ${counter}.`);
  }
}
