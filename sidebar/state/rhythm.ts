/** How often a tab is to be refreshed by itself, while a person chooses it. */
import type { Api, ScheduleInfo } from '../../src/app/contract';

/** All parts are kept while the person goes to and fro between the kinds; only some count for each. */
export interface Rhythm {
  readonly every: ScheduleInfo['every'];
  /** 0 to 23; for days and weeks. */
  readonly hour: number;
  /** 1 for Monday to 7; for weeks. */
  readonly weekday: number;
}

/** Before the working day begins. */
const USUAL: Rhythm = { every: 'day', hour: 7, weekday: 1 };

/** The rhythm of a schedule, or the usual one where there is none. */
export function rhythmOf(schedule: ScheduleInfo | undefined): Rhythm {
  if (!schedule) return USUAL;
  const { every, hour = USUAL.hour, weekday = USUAL.weekday } = schedule;
  return { every, hour, weekday };
}

/** What the server is told: the parts that count. */
export function payloadOf({ every, hour, weekday }: Rhythm): Omit<Api['schedule']['payload'], 'tab'> {
  if (every === 'hour') return { every };
  return every === 'day' ? { every, hour } : { every, hour, weekday };
}

/** Whether both mean the same moments. */
export function sameRhythm(one: Rhythm, other: Rhythm): boolean {
  return JSON.stringify(payloadOf(one)) === JSON.stringify(payloadOf(other));
}
