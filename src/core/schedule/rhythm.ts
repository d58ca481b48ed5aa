/** How often a tab is refreshed by itself: the next due moment, in the spreadsheet's time zone, and the words for it. */
import { type Zone, zoneOf } from '../table/wall-clock';
import { DAY, HOUR } from './span';

export const EVERY = ['hour', 'day', 'week'] as const;

export type Rhythm =
  | { readonly every: 'hour' }
  /** `hour`: 0 to 23, as the wall shows it. */
  | { readonly every: 'day'; readonly hour: number }
  /** `weekday`: 1 for Monday to 7 for Sunday. */
  | { readonly every: 'week'; readonly hour: number; readonly weekday: number };

/** What a person may leave open. */
export interface RhythmChoice {
  readonly every: Rhythm['every'];
  readonly hour?: number;
  readonly weekday?: number;
}

/** Before the working day begins. */
const USUAL = { hour: 7, weekday: 1 };

/** The choice with what was left open; what has no meaning in it is dropped. */
export function rhythmOf({ every, hour = USUAL.hour, weekday = USUAL.weekday }: RhythmChoice): Rhythm {
  if (every === 'hour') return { every };
  return every === 'day' ? { every, hour } : { every, hour, weekday };
}

/**
 * The first due moment after a moment, both in milliseconds since 1970. On a day whose clock skips the hour it is the
 * first moment after the gap; an hour that a day has twice counts once, the first time.
 */
export function nextDue(rhythm: Rhythm, after: number, timeZone: string): number {
  const zone = zoneOf(timeZone);
  const wall = zone.wallOf(after);
  if (rhythm.every === 'hour') return after + HOUR - remainder(wall, HOUR);
  for (let day = Math.floor(wall / DAY); ; day += 1) {
    if (rhythm.every === 'week' && weekdayOf(day) !== rhythm.weekday) continue;
    const due = firstMoment(zone, day * DAY + rhythm.hour * HOUR);
    if (due > after) return due;
  }
}

/** On average; a weekly one runs a seventh of a time. */
export function runsPerDay({ every }: Rhythm): number {
  return { hour: 24, day: 1, week: 1 / 7 }[every];
}

/** “every Monday at about 7:00”: Google's clock triggers come once an hour, at a minute of their own. */
export function rhythmWords(rhythm: Rhythm): string {
  if (rhythm.every === 'hour') return 'every hour';
  const day = rhythm.every === 'day' ? 'day' : WEEKDAYS[rhythm.weekday - 1];
  return `every ${day} at about ${rhythm.hour}:00`;
}

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** 1 January 1970, day 0, was a Thursday. */
function weekdayOf(day: number): number {
  return remainder(day + 3, 7) + 1;
}

/** The moment when the wall shows this time for the first time, or else the first one after it was skipped. */
function firstMoment(zone: Zone, wall: number): number {
  const moment = zone.momentOf(wall);
  if (zone.wallOf(moment) === wall) return moment;
  // Somewhere in the gap's length before it the clock was set forward.
  let before = moment - (zone.wallOf(moment) - wall);
  let after = moment;
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (zone.wallOf(middle) > wall) after = middle;
    else before = middle;
  }
  return after;
}

function remainder(value: number, divisor: number): number {
  return ((value % divisor) + divisor) % divisor;
}
