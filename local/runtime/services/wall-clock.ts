/** What clocks show in a time zone named by a script. */
import { dateFromSerial, serialFromDate, UNIX_EPOCH_SERIAL } from '../workbook/cells/dates';
import { ScriptError } from '../service-object';

export const DAY = 86_400_000;

/** An IANA name for what scripts call a zone: GMT+1 is Etc/GMT-1 there. @throws ScriptError for an unknown zone. */
export function zoneName(timeZone: string): string {
  const hours = /^(?:GMT|UTC)([+-])0?(\d{1,2})(?::?00)?$/.exec(timeZone);
  const name = hours === null ? timeZone : `Etc/GMT${hours[1] === '+' ? '-' : '+'}${hours[2]}`;
  try {
    Intl.DateTimeFormat('en-US', { timeZone: name });
    return name;
  } catch (cause) {
    if (cause instanceof RangeError) throw new ScriptError(`Invalid argument: ${timeZone}`);
    throw cause;
  }
}

/** A Date whose UTC fields are what clocks of the zone show at an instant (ms since 1970). */
export function wallTime(ms: number, timeZone: string): Date {
  return new Date(Math.round((serialFromDate(ms, zoneName(timeZone)) - UNIX_EPOCH_SERIAL) * DAY));
}

/** The instant at which clocks of the zone show the UTC fields of `wall` (ms). */
export function instantAt(wall: number, timeZone: string): number {
  return dateFromSerial(wall / DAY + UNIX_EPOCH_SERIAL, zoneName(timeZone)).getTime();
}
