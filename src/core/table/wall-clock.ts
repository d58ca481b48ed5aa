/** Moments and what the clock on the wall shows for them: cells hold the latter, Apps Script hands out the former. */

const SECOND = 1000;
const DAY = 86_400_000;

/**
 * One time zone. A wall time is written as the milliseconds since 1970 that the same reading would have in UTC, so
 * that calendar arithmetic on it needs no zone.
 */
export class Zone {
  private readonly format: Intl.DateTimeFormat;
  /** Distance to UTC by UTC day; null on days when it changes. */
  private readonly days = new Map<number, number | null>();

  constructor(timeZone: string) {
    this.format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  }

  /** What the wall shows at this moment. */
  wallOf(moment: number): number {
    return moment + this.offsetAt(moment);
  }

  /**
   * The moment when the wall shows this: the first one where the clock was set back, and where it was set forward
   * and never showed this, the moment as far after the jump.
   */
  momentOf(wall: number): number {
    const before = this.offsetAt(wall - DAY);
    const after = this.offsetAt(wall + DAY);
    if (before === after) return wall - before;
    const first = wall - Math.max(before, after);
    if (this.wallOf(first) === wall) return first;
    const second = wall - Math.min(before, after);
    return this.wallOf(second) === wall ? second : wall - before;
  }

  private offsetAt(moment: number): number {
    const day = Math.floor(moment / DAY);
    let offset = this.days.get(day);
    if (offset === undefined) {
      const morning = this.measure(day * DAY);
      offset = morning === this.measure((day + 1) * DAY - SECOND) ? morning : null;
      this.days.set(day, offset);
    }
    return offset ?? this.measure(moment);
  }

  /** Asks Intl, which is slow: about a hundred times the cost of a look-up. */
  private measure(moment: number): number {
    const shown: Record<string, number> = {};
    for (const { type, value } of this.format.formatToParts(moment)) shown[type] = Number(value);
    const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = shown;
    return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(moment / SECOND) * SECOND;
  }
}

const zones = new Map<string, Zone>();

/** The zone of that IANA name, with what it has learned so far. */
export function zoneOf(timeZone: string): Zone {
  const known = zones.get(timeZone);
  if (known) return known;
  const zone = new Zone(timeZone);
  zones.set(timeZone, zone);
  return zone;
}

/** “2026-11-22”, the day of a wall time. */
export function dayOf(wall: number): string {
  return new Date(wall).toISOString().slice(0, 10);
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** “22 Nov 2026, 10:00”: a moment as a sentence shows it. */
export function readable(moment: number, timeZone: string): string {
  const wall = new Date(zoneOf(timeZone).wallOf(moment));
  const time = wall.toISOString().slice(11, 16);
  return `${wall.getUTCDate()} ${MONTHS[wall.getUTCMonth()]} ${wall.getUTCFullYear()}, ${time}`;
}

/** Cells count days from here: https://github.com/brucemcpherson/gas-fakes/blob/main/notes/oddities.md */
const EPOCH = Date.UTC(1899, 11, 30);

/** The number that a cell shows for a wall time when it is not formatted as a date. */
export function serialOf(wall: number): number {
  return (wall - EPOCH) / DAY;
}

/** The wall time that a cell shows for a number when it is formatted as a date; whole milliseconds. */
export function wallOfSerial(serial: number): number {
  return Math.round(serial * DAY) + EPOCH;
}
