/** Serial day numbers and instants, in a spreadsheet's time zone. */

const DAY_MS = 86_400_000;
/** The serial day number of 1 January 1970. */
export const UNIX_EPOCH_SERIAL = 25_569;
/** Zones change their offset only on quarters of an hour. */
const QUARTER_MS = 900_000;
const REMEMBERED_OFFSETS = 20_000;

interface Zone {
  readonly format: Intl.DateTimeFormat;
  /** Quarter of an hour since 1970 → offset from UTC in milliseconds. */
  readonly offsets: Map<number, number>;
}

const zones = new Map<string, Zone>();

/**
 * The serial day number (days since 30 December 1899) that a spreadsheet stores for an instant.
 * Source: https://developers.google.com/workspace/sheets/api/guides/formats
 *
 * @param ms milliseconds since 1970
 * @param timeZone the spreadsheet's, an IANA name such as `Europe/Berlin`
 */
export function serialFromDate(ms: number, timeZone: string): number {
  return (ms + offsetAt(ms, timeZone)) / DAY_MS + UNIX_EPOCH_SERIAL;
}

/**
 * The instant at which clocks of the zone show a serial day number. A time that clocks show twice is taken the
 * first time; one that they skip is taken as many minutes later as the clocks go forward.
 */
export function dateFromSerial(serial: number, timeZone: string): Date {
  const wall = Math.round((serial - UNIX_EPOCH_SERIAL) * DAY_MS);
  const before = offsetAt(wall - DAY_MS, timeZone);
  const after = offsetAt(wall + DAY_MS, timeZone);
  if (before === after) return new Date(wall - before);
  const holds = (offset: number): boolean => offsetAt(wall - offset, timeZone) === offset;
  return new Date(wall - (holds(before) || !holds(after) ? before : after));
}

/** The year, month and day that clocks of a zone show at an instant; the month counts from 1. */
export function calendarDay(ms: number, timeZone: string): { year: number; month: number; day: number } {
  const wall = new Date(ms + offsetAt(ms, timeZone));
  return { year: wall.getUTCFullYear(), month: wall.getUTCMonth() + 1, day: wall.getUTCDate() };
}

/** The serial day number of a calendar day, or null where there is no such day. The month counts from 1. */
export function serialFromDay(year: number, month: number, day: number): number | null {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? date.getTime() / DAY_MS + UNIX_EPOCH_SERIAL : null;
}

function offsetAt(ms: number, timeZone: string): number {
  const zone = zoneNamed(timeZone);
  const quarter = Math.floor(ms / QUARTER_MS);
  const known = zone.offsets.get(quarter);
  if (known !== undefined) return known;
  const offset = wallClock(zone.format, quarter * QUARTER_MS) - quarter * QUARTER_MS;
  if (zone.offsets.size >= REMEMBERED_OFFSETS) zone.offsets.clear();
  zone.offsets.set(quarter, offset);
  return offset;
}

function zoneNamed(timeZone: string): Zone {
  const known = zones.get(timeZone);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat('en-US-u-ca-gregory-nu-latn', {
    timeZone,
    hourCycle: 'h23',
    era: 'short',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  const zone = { format, offsets: new Map<number, number>() };
  zones.set(timeZone, zone);
  return zone;
}

/** What clocks show at an instant, as if it were UTC. */
function wallClock(format: Intl.DateTimeFormat, ms: number): number {
  const shown = new Map(format.formatToParts(ms).map((part) => [part.type, part.value]));
  const part = (type: Intl.DateTimeFormatPartTypes): number => Number(shown.get(type));
  const year = shown.get('era') === 'BC' ? 1 - part('year') : part('year');
  const wall = new Date(0);
  wall.setUTCFullYear(year, part('month') - 1, part('day'));
  return wall.setUTCHours(part('hour'), part('minute'), part('second'));
}
