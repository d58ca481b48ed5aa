/** Days and moments: real dates in cells, in the spreadsheet's time zone. */
import type { CellValue } from '../../../ports/grid';
import { dayOf, wallOfSerial, zoneOf, type Zone } from '../wall-clock';
import { type Codec, type CodecContext, type Decoded, misread } from './codec';
import { bareValue } from './remote-shape';
import { cellText, unreadable } from './text';
import { isoOfTyped } from './typed-date';

const DATE = 'yyyy-mm-dd';
const DATE_TIME = 'yyyy-mm-dd hh:mm';

const SECOND = 1000;
const MINUTE = 60_000;

/** Outside these years cells and JavaScript disagree about calendars, and placeholders such as year 1 live there. */
const YEARS = { first: 1900, last: 9999 };

/** A reading of an ISO text: the wall time that it names, and how far that wall is from UTC (null: it does not say). */
export interface IsoReading {
  readonly wall: number;
  readonly offset: number | null;
  readonly hasTime: boolean;
}

const ISO =
  /^\s*(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?\s*(Z|[+-](?:0\d|1[0-4]):?(?:[0-5]\d)?)?)?\s*$/i;

/** Reads ISO 8601 as platforms write it; null for other texts and for days that do not exist. */
export function readIso(text: string): IsoReading | null {
  const match = ISO.exec(text);
  if (!match) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1, 7)
    .map((part) => Number(part ?? 0));
  if (year < YEARS.first || year > YEARS.last || hour > 23 || minute > 59 || second > 59) return null;
  const wall = Date.UTC(year, month - 1, day, hour, minute, second);
  const rolled = new Date(wall);
  if (rolled.getUTCMonth() !== month - 1 || rolled.getUTCDate() !== day) return null;
  return { wall, offset: readOffset(match[7]), hasTime: match[4] !== undefined };
}

function readOffset(zone: string | undefined): number | null {
  if (zone === undefined) return null;
  if (/^z$/i.test(zone)) return 0;
  const digits = zone.slice(1).replace(':', '').padEnd(4, '0');
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2));
  return (zone.startsWith('-') ? -minutes : minutes) * MINUTE;
}

/** Milliseconds since 1970 as a number, or as digits in a text; null for others. One client met both forms in one field. */
function readEpoch(raw: unknown): number | null {
  const moment = typeof raw === 'string' && /^\s*\d{12,14}\s*$/.test(raw) ? Number(raw) : raw;
  if (typeof moment !== 'number' || !Number.isFinite(moment)) return null;
  const year = Math.abs(moment) > 8.64e15 ? NaN : new Date(moment).getUTCFullYear();
  return year >= YEARS.first && year <= YEARS.last ? moment : null;
}

/** The wall time of a cell, where it holds a date or a number that is one in disguise. */
function wallOfCell(cell: CellValue, zone: Zone): number | null {
  if (cell instanceof Date) return zone.wallOf(cell.getTime());
  return typeof cell === 'number' && Math.abs(cell) < 3e6 ? wallOfSerial(cell) : null;
}

function decodeDates(
  cell: CellValue,
  context: CodecContext,
  ofWall: (wall: number, zone: Zone) => string,
  ofText: (reading: IsoReading, zone: Zone) => string,
  kind: string,
): Decoded {
  const zone = zoneOf(context.timeZone);
  const wall = wallOfCell(cell, zone);
  if (wall !== null) return { ok: true, value: ofWall(wall, zone) };
  const text = cellText(cell, context);
  if (text.trim() === '') return { ok: true, value: '' };
  const reading = readIso(text) ?? readIso(isoOfTyped(text) ?? '');
  if (reading) return { ok: true, value: ofText(reading, zone) };
  return misread(text, `“${text}” is not a ${kind}`);
}

/** A day has no zone: its text names it, and an epoch means midnight UTC, as Torii's date fields do. */
export const dateCodec: Codec = {
  format: DATE,
  encode: (_field, raw, _record, { timeZone }) => {
    const given = bareValue(raw);
    if (given === '' || given === null) return { value: '', format: DATE };
    const wall = typeof given === 'string' ? readIso(given)?.wall : undefined;
    const midnight = wall ?? readEpoch(given);
    if (midnight === null) return unreadable(raw, DATE);
    const day = dayOf(midnight);
    const zone = zoneOf(timeZone);
    const moment = zone.momentOf(Date.UTC(+day.slice(0, 4), +day.slice(5, 7) - 1, +day.slice(8)));
    // Samoa never had 30 December 2011: no moment, hence no cell, can show it as a date.
    if (dayOf(zone.wallOf(moment)) !== day) return { value: day, format: DATE, problem: 'unreadable' };
    return { value: new Date(moment), format: DATE };
  },
  decode: (_field, cell, context) =>
    decodeDates(cell, context, dayOf, (reading) => dayOf(reading.wall), 'date'),
};

/**
 * Whole seconds, because a cell's fraction of a day carries no exact milliseconds; of the two moments that share a
 * wall time when the clock is set back, the first, because the cell does not tell them apart.
 */
export function momentText(wall: number, zone: Zone): string {
  const seconds = Math.round(wall / SECOND) * SECOND;
  return `${new Date(zone.momentOf(seconds)).toISOString().slice(0, 19)}Z`;
}

/** The moment of an ISO text: without an offset UTC, as a bare day midnight in the spreadsheet's zone. */
function momentOfReading({ wall, offset, hasTime }: IsoReading, zone: Zone): number {
  return hasTime ? wall - (offset ?? 0) : zone.momentOf(wall);
}

export const dateTimeCodec: Codec = {
  format: DATE_TIME,
  encode: (_field, raw, _record, { timeZone }) => {
    const given = bareValue(raw);
    if (given === '' || given === null) return { value: '', format: DATE_TIME };
    const reading = typeof given === 'string' ? readIso(given) : null;
    const moment = reading ? momentOfReading(reading, zoneOf(timeZone)) : readEpoch(given);
    if (moment === null) return unreadable(raw, DATE_TIME);
    return { value: new Date(Math.floor(moment / SECOND) * SECOND), format: DATE_TIME };
  },
  decode: (_field, cell, context) =>
    decodeDates(
      cell,
      context,
      momentText,
      // Typed by a person without an offset, it is what their wall shows.
      (reading, zone) =>
        momentText(
          reading.offset === null ? reading.wall : zone.wallOf(momentOfReading(reading, zone)),
          zone,
        ),
      'date and time',
    ),
};
