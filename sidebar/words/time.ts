/** Moments, ages and waiting times, as people say them. */

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

/** “28 s”, “1 min 5 s”, “2 h 5 min”; never negative. */
export function formatWait(milliseconds: number): string {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1000));
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return seconds % 60 === 0 ? `${minutes} min` : `${minutes} min ${seconds % 60} s`;
  return minutes % 60 === 0 ? `${minutes / 60} h` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
