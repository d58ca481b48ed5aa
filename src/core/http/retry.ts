/** Whether and when a request is worth another attempt. */

/** How often one request is sent at most before trouble is reported. */
export const MAX_ATTEMPTS = 4;

/** How often one request may be told to wait; a server that never lets it in must not hold the run for good. */
export const MAX_RATE_WAITS = 6;

/** First pause after trouble, doubled each time up to the longest, in milliseconds. */
const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 20_000;

/**
 * Pause when a server says “too many requests” without saying how long: limits count by the minute.
 * https://developers.toriihq.com/reference/rate-limits
 */
export const DEFAULT_RATE_WAIT = 60_000;

/**
 * The longest pause taken at a server's word, in milliseconds; it is also the longest that Utilities.sleep takes.
 * https://developers.google.com/apps-script/reference/utilities/utilities#sleepmilliseconds
 */
export const LONGEST_RATE_WAIT = 300_000;

/** The shortest: “Retry-After: 0” would send again at once. */
const SHORTEST_RATE_WAIT = 1_000;

/** 408: nobody knows how far the server came. https://developers.zluri.com/docs/troubleshooting */
const TRANSIENT: ReadonlySet<number> = new Set([408, 500, 502, 503, 504]);

/** Whether this status tells of trouble that may pass by itself. */
export function isTransient(status: number): boolean {
  return TRANSIENT.has(status);
}

/**
 * Milliseconds until the next attempt after `failures` failed ones: exponential, half of it by chance, so that
 * clients which failed together do not come back together. `random` is from 0 up to, not including, 1.
 */
export function backOff(failures: number, random: number): number {
  const pause = Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** Math.max(0, failures - 1));
  return Math.ceil(pause / 2 + (pause / 2) * random);
}

/**
 * Milliseconds that the Retry-After header asks for, within sane bounds, or null where it is missing or makes no
 * sense. It holds seconds or a date. https://www.rfc-editor.org/rfc/rfc9110#name-retry-after
 */
export function retryAfter(headers: Readonly<Record<string, string>>, now: number): number | null {
  const text = headers['retry-after']?.trim();
  if (!text) return null;
  const wait = /^\d+(\.\d+)?$/.test(text) ? Math.ceil(Number(text) * 1000) : Date.parse(text) - now;
  if (!Number.isFinite(wait)) return null;
  return Math.min(LONGEST_RATE_WAIT, Math.max(SHORTEST_RATE_WAIT, wait));
}
