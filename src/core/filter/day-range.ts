/** The days that a filter on dates lets through. */
import type { Filter } from './filter';

/** Days as “2026-11-22”, both ends included; an end that is absent is open. */
export interface DayRange {
  readonly from?: string;
  readonly to?: string;
}

/** `today` as “2026-11-22”. Null for tests that are not about days. */
export function dayRangeOf({ test, values }: Filter, today: string): DayRange | null {
  const [value = ''] = values;
  switch (test) {
    case 'onOrAfter':
      return { from: String(value) };
    case 'onOrBefore':
      return { to: String(value) };
    case 'inNextDays':
      return { from: today, to: daysLater(today, Number(value)) };
    case 'inPastDays':
      return { from: daysLater(today, -Number(value)), to: today };
    case 'olderThanDays':
      return { to: daysLater(today, -Number(value) - 1) };
    default:
      return null;
  }
}

/** The range with as many days more at either end. */
export function widened({ from, to }: DayRange, days: number): DayRange {
  return {
    ...(from === undefined ? {} : { from: daysLater(from, -days) }),
    ...(to === undefined ? {} : { to: daysLater(to, days) }),
  };
}

export function isWithin({ from, to }: DayRange, day: string): boolean {
  return (from === undefined || day >= from) && (to === undefined || day <= to);
}

/** The last day whose text is as long as all others, so that texts compare like days. */
const LAST_DAY = '9999-12-31';

function daysLater(day: string, days: number): string {
  const moved = new Date(`${day}T00:00:00Z`);
  moved.setUTCDate(moved.getUTCDate() + days);
  return moved.getUTCFullYear() > 9999 ? LAST_DAY : moved.toISOString().slice(0, 10);
}
