/** Sentences about a tab that is refreshed by itself: when, with whose key, what it takes, and what is wrong with it. */
import type { ScheduleEstimate, ScheduleInfo } from '../../src/app/contract';
import { countOf } from './count';
import { formatAge, formatComing, formatMoment, formatSpan } from './time';

const MINUTE = 60_000;

/** “Refreshes every day at about 7:00 · next: Tue at 7:00 · by you”, “Uploads every week …”. */
export function scheduleWords(
  schedule: ScheduleInfo,
  now: number,
  timeZone?: string,
  locale?: string,
): string {
  const next = nextWords(schedule, now, timeZone, locale);
  return `${schedule.upload === undefined ? 'Refreshes' : 'Uploads'} ${schedule.words} · next: ${next} · by ${ownerWords(schedule)}`;
}

/** “Tue at 7:00”; “within the hour” for one that is due: Google's clock comes once an hour. */
export function nextWords(
  { nextRun }: Pick<ScheduleInfo, 'nextRun'>,
  now: number,
  timeZone?: string,
  locale?: string,
): string {
  const next = Date.parse(nextRun);
  return next <= now + MINUTE ? 'within the hour' : formatComing(next, now, locale, timeZone);
}

export function ownerWords({ mine, owner }: Pick<ScheduleInfo, 'mine' | 'owner'>): string {
  return mine ? 'you' : owner;
}

/** “refreshed”, or “uploaded”: what a schedule has done to its tab, which is uploaded to a target or not. */
export function doneWord(upload?: string): string {
  return upload === undefined ? 'refreshed' : 'uploaded';
}

/** “Apps has not been refreshed by itself since 21 Nov, 7:12 · 1 day ago.” */
export function failingWords(
  tab: string,
  since: string,
  now: number,
  timeZone?: string,
  locale?: string,
  done = doneWord(),
): string {
  const then = Date.parse(since);
  const moment = `${formatMoment(then, now, locale, timeZone)} · ${formatAge(then, now)}`;
  return `${tab} has not been ${done} by itself since ${moment}.`;
}

const OUTCOMES: Readonly<Record<NonNullable<ScheduleInfo['lastRun']>['outcome'], string>> = {
  done: 'done',
  failed: 'failed',
  stopped: 'stopped by somebody',
};

/** “7:12: done after 42 s, with 12 requests”. */
export function lastRunWords(
  { at, outcome, seconds, requests }: NonNullable<ScheduleInfo['lastRun']>,
  now: number,
  timeZone?: string,
  locale?: string,
): string {
  const asked = requests === undefined ? '' : `, with ${countOf(requests, 'requests', locale)}`;
  const moment = formatMoment(Date.parse(at), now, locale, timeZone);
  return `${moment}: ${OUTCOMES[outcome]} after ${formatSpan(seconds, locale)}${asked}`;
}

/** “about 4 %”, “less than 1 %”, never with the sign on a line of its own; `share` is 1 for all. */
export function shareWords(share: number): string {
  return share < 0.01 ? 'less than 1\u00a0%' : `about ${Math.round(share * 100)}\u00a0%`;
}

/** What all schedules of the person take together with this one, as sentences. */
export function estimateWords({ shares, measured }: ScheduleEstimate): string[] {
  return [
    `With it, your schedules in this file take ${shareWords(shares.triggerTime)} of the 90 minutes and ${shareWords(shares.requests)} of the 20,000 requests that Google allows a person in a day.`,
    measured
      ? 'Counted from what the last run of this tab took.'
      : 'Guessed from the number of rows: no run of this tab was measured yet.',
  ];
}

/** “7:00”. */
export function hourWords(hour: number): string {
  return `${hour}:00`;
}

/** 1 for Monday to 7. */
export const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
