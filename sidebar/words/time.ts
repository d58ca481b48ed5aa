/** Moments, ages and waiting times, as people say them. */
import { countOf } from './count';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** “just now”, “3 min ago”, “2 h ago”, “4 days ago”. Both times in ms since 1970. */
export function formatAge(then: number, now: number): string {
  const age = now - then;
  if (age < MINUTE) return 'just now';
  if (age < HOUR) return `${Math.floor(age / MINUTE)} min ago`;
  if (age < DAY) return `${Math.floor(age / HOUR)} h ago`;
  const days = Math.floor(age / DAY);
  return days === 1 ? '1 day ago' : `${days} days ago`;
}

/** The shortest form that is not ambiguous: time today, day and time this year, else the whole date. */
export function formatMoment(then: number, now: number, locale?: string, timeZone?: string): string {
  const zone = timeZone === undefined ? {} : { timeZone };
  const part = (options: Intl.DateTimeFormatOptions, moment: number): string =>
    new Intl.DateTimeFormat(locale, { ...options, ...zone }).format(moment);
  const day: Intl.DateTimeFormatOptions = { year: 'numeric', month: 'short', day: 'numeric' };
  const time: Intl.DateTimeFormatOptions = { hour: 'numeric', minute: '2-digit' };
  if (part(day, then) === part(day, now)) return part(time, then);
  if (part({ year: 'numeric' }, then) === part({ year: 'numeric' }, now)) {
    return part({ month: 'short', day: 'numeric', ...time }, then);
  }
  return part(day, then);
}

/** A moment to come: “today at 7:00”, “tomorrow at 7:00”, “Tue at 7:00”, “3 Dec at 7:00”. */
export function formatComing(moment: number, now: number, locale?: string, timeZone?: string): string {
  const zone = timeZone === undefined ? {} : { timeZone };
  const part = (options: Intl.DateTimeFormatOptions, at: number): string =>
    new Intl.DateTimeFormat(locale, { ...options, ...zone }).format(at);
  const day = (at: number): string => part({ dateStyle: 'short' }, at);
  const time = part({ hour: 'numeric', minute: '2-digit' }, moment);
  if (day(moment) === day(now)) return `today at ${time}`;
  if (day(moment) === day(now + DAY)) return `tomorrow at ${time}`;
  if (moment - now < 6 * DAY) return `${part({ weekday: 'short' }, moment)} at ${time}`;
  return `${part({ month: 'short', day: 'numeric' }, moment)} at ${time}`;
}

/** “about 3 minutes”, “less than a minute”, “about 1 hour 20 minutes”: as exact as a guess can be. */
export function formatGuess(milliseconds: number): string {
  const minutes = Math.round(milliseconds / MINUTE);
  if (minutes < 1) return 'less than a minute';
  if (minutes < 60) return `about ${countOf(minutes, 'minutes')}`;
  const tens = Math.round(minutes / 10) * 10;
  const [hours, rest] = [Math.floor(tens / 60), tens % 60];
  return `about ${countOf(hours, 'hours')}${rest === 0 ? '' : ` ${rest} minutes`}`;
}

/** “28 s”, “1 min 5 s”, “2 h 5 min”; never negative. */
export function formatWait(milliseconds: number): string {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1000));
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return seconds % 60 === 0 ? `${minutes} min` : `${minutes} min ${seconds % 60} s`;
  return minutes % 60 === 0 ? `${minutes / 60} h` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** How long something took, in seconds: “42 s”, “5 minutes”. */
export function formatSpan(seconds: number, locale?: string): string {
  return seconds < 60 ? `${Math.round(seconds)} s` : countOf(Math.round(seconds / 60), 'minutes', locale);
}
