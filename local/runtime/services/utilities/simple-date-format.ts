/** Dates by Java's SimpleDateFormat patterns, in English. https://docs.oracle.com/javase/8/docs/api/java/text/SimpleDateFormat.html */
import { ScriptError } from '../../service-object';
import { DAY, instantAt, wallTime, zoneName } from '../wall-clock';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** A quoted text, two quotes, a run of one letter, or any other text. */
const TOKEN = /''|'(?:[^']|'')*'|([A-Za-z])\1*|[^A-Za-z']+/g;

interface Token {
  /** Absent for text that stands for itself. */
  readonly letter?: string;
  readonly length: number;
  readonly text: string;
}

function tokens(pattern: string): Token[] {
  return [...pattern.matchAll(TOKEN)].map(([text, letter]) => {
    if (letter !== undefined) return { letter, length: text.length, text };
    const plain = text === "''" ? "'" : text.startsWith("'") ? text.slice(1, -1).replace(/''/g, "'") : text;
    return { length: plain.length, text: plain };
  });
}

const unknownLetter = (letter: string): ScriptError =>
  new ScriptError(`Illegal pattern character '${letter}'`);

const pad = (value: number, length: number): string =>
  `${value < 0 ? '-' : ''}${String(Math.abs(value)).padStart(length, '0')}`;

/** Days since the first of January, from 0. */
const dayOfYear = (wall: Date): number =>
  Math.floor((wall.getTime() - Date.UTC(wall.getUTCFullYear(), 0, 1)) / DAY);

/** Weeks begin on Sunday and the one with the first of January is number 1, as in Java's US locale. */
function weekAndYear(wall: Date): { week: number; year: number } {
  const year = wall.getUTCFullYear();
  const nextJanuary = new Date(Date.UTC(year + 1, 0, 1));
  const nextWeekStart = nextJanuary.getTime() - nextJanuary.getUTCDay() * DAY;
  if (wall.getTime() >= nextWeekStart) return { week: 1, year: year + 1 };
  const firstWeekday = new Date(Date.UTC(year, 0, 1)).getUTCDay();
  return { week: Math.floor((dayOfYear(wall) + firstWeekday) / 7) + 1, year };
}

function offsetText(minutes: number, colon: string): string {
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${pad(Math.floor(size / 60), 2)}${colon}${pad(size % 60, 2)}`;
}

function zoneText(ms: number, timeZone: string, style: 'short' | 'long'): string {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone: zoneName(timeZone), timeZoneName: style });
  return parts.formatToParts(ms).find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
}

const yearText = (year: number, length: number): string =>
  length === 2 ? pad(((year % 100) + 100) % 100, 2) : pad(year, length);

const named = (names: readonly string[], index: number, length: number): string => {
  const name = names[index] ?? '';
  return length >= 4 ? name : name.slice(0, 3);
};

/**
 * A date as a pattern shows it in a time zone.
 * @throws ScriptError for a letter that SimpleDateFormat does not know, or an unknown zone.
 */
export function formatDate(date: Date, timeZone: string, pattern: string): string {
  const ms = date.getTime();
  const wall = wallTime(ms, timeZone);
  const offset = Math.round((wall.getTime() - ms) / 60_000);
  const hour = wall.getUTCHours();
  const show = ({ letter, length, text }: Token): string => {
    switch (letter) {
      case undefined:
        return text;
      case 'G':
        return wall.getUTCFullYear() > 0 ? 'AD' : 'BC';
      case 'y':
        return yearText(wall.getUTCFullYear(), length);
      case 'Y':
        return yearText(weekAndYear(wall).year, length);
      case 'M':
      case 'L':
        return length >= 3 ? named(MONTHS, wall.getUTCMonth(), length) : pad(wall.getUTCMonth() + 1, length);
      case 'w':
        return pad(weekAndYear(wall).week, length);
      case 'W': {
        const firstWeekday = new Date(Date.UTC(wall.getUTCFullYear(), wall.getUTCMonth(), 1)).getUTCDay();
        return pad(Math.floor((wall.getUTCDate() - 1 + firstWeekday) / 7) + 1, length);
      }
      case 'D':
        return pad(dayOfYear(wall) + 1, length);
      case 'd':
        return pad(wall.getUTCDate(), length);
      case 'F':
        return pad(Math.floor((wall.getUTCDate() - 1) / 7) + 1, length);
      case 'E':
        return named(DAYS, wall.getUTCDay(), length);
      case 'u':
        return pad(wall.getUTCDay() === 0 ? 7 : wall.getUTCDay(), length);
      case 'a':
        return hour < 12 ? 'AM' : 'PM';
      case 'H':
        return pad(hour, length);
      case 'k':
        return pad(hour === 0 ? 24 : hour, length);
      case 'K':
        return pad(hour % 12, length);
      case 'h':
        return pad(hour % 12 === 0 ? 12 : hour % 12, length);
      case 'm':
        return pad(wall.getUTCMinutes(), length);
      case 's':
        return pad(wall.getUTCSeconds(), length);
      case 'S':
        return pad(wall.getUTCMilliseconds(), length);
      case 'z':
        return zoneText(ms, timeZone, length >= 4 ? 'long' : 'short');
      case 'Z':
        return offsetText(offset, '');
      case 'X':
        if (offset === 0) return 'Z';
        return length === 1
          ? offsetText(offset, '').slice(0, 3)
          : offsetText(offset, length === 2 ? '' : ':');
      default:
        throw unknownLetter(letter);
    }
  };
  return tokens(pattern).map(show).join('');
}

interface Fields {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  millisecond: number;
  afternoon?: boolean;
  /** Minutes east of UTC, where the text says so. */
  offset?: number;
}

const nameIndex = (names: readonly string[], text: string): number =>
  names.findIndex((name) => name.slice(0, 3).toLowerCase() === text.slice(0, 3).toLowerCase());

/** What a letter may match, and what it says. */
function reader(letter: string, length: number): { match: string; read(text: string, fields: Fields): void } {
  const number = (set: (value: number, fields: Fields) => void) => ({
    match: '[+-]?\\d+',
    read: (text: string, fields: Fields) => set(Number(text), fields),
  });
  switch (letter) {
    case 'y':
      return number((value, fields) => {
        fields.year = length === 2 && value < 100 ? value + (value < 70 ? 2000 : 1900) : value;
      });
    case 'M':
    case 'L':
      if (length < 3) return number((value, fields) => (fields.month = value - 1));
      return {
        match: MONTHS.map((name) => `${name}|${name.slice(0, 3)}`).join('|'),
        read: (text, fields) => (fields.month = nameIndex(MONTHS, text)),
      };
    case 'd':
      return number((value, fields) => (fields.day = value));
    case 'H':
    case 'K':
      return number((value, fields) => (fields.hour = value));
    case 'k':
      return number((value, fields) => (fields.hour = value % 24));
    case 'h':
      return number((value, fields) => (fields.hour = value % 12));
    case 'm':
      return number((value, fields) => (fields.minute = value));
    case 's':
      return number((value, fields) => (fields.second = value));
    case 'S':
      return number((value, fields) => (fields.millisecond = value));
    case 'a':
      return { match: 'AM|PM', read: (text, fields) => (fields.afternoon = /pm/i.test(text)) };
    case 'E':
      return { match: DAYS.map((name) => `${name}|${name.slice(0, 3)}`).join('|'), read: () => undefined };
    case 'z':
    case 'Z':
    case 'X':
      return {
        match: 'Z|(?:GMT|UTC)?[+-]\\d{1,2}(?::?\\d{2})?|GMT|UTC',
        read: (text, fields) => {
          const [, sign, hours, minutes] = /([+-])(\d{1,2}):?(\d{2})?$/.exec(text) ?? [];
          const size = Number(hours ?? 0) * 60 + Number(minutes ?? 0);
          fields.offset = sign === '-' ? -size : size;
        },
      };
    default:
      throw unknownLetter(letter);
  }
}

/**
 * The instant that a text names by a pattern; as in Java, too large a field runs over into the next.
 * @throws ScriptError where the text does not fit the pattern.
 */
export function parseDate(text: string, timeZone: string, pattern: string): Date {
  const parts = tokens(pattern);
  const readers = parts.map(({ letter, length }) =>
    letter === undefined ? undefined : reader(letter, length),
  );
  const expression = parts.map((token, index) => {
    const match = readers[index]?.match;
    if (match === undefined) return token.text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    // Fields that touch are as long as their letters; others take all the digits there are.
    const touches = parts[index + 1]?.letter !== undefined && match.endsWith('\\d+');
    return touches ? `(\\d{${token.length}})` : `(${match})`;
  });
  const found = new RegExp(`^\\s*${expression.join('')}`, 'i').exec(text);
  if (found === null) throw new ScriptError(`Unparseable date: "${text}"`);
  const fields: Fields = { year: 1970, month: 0, day: 1, hour: 0, minute: 0, second: 0, millisecond: 0 };
  readers
    .filter((one) => one !== undefined)
    .forEach((one, index) => one.read(found[index + 1] ?? '', fields));
  const { year, month, day, hour, minute, second, millisecond, afternoon, offset } = fields;
  const wall = new Date(0);
  wall.setUTCFullYear(year, month, day);
  wall.setUTCHours(afternoon === true && hour < 12 ? hour + 12 : hour, minute, second, millisecond);
  return new Date(
    offset === undefined ? instantAt(wall.getTime(), timeZone) : wall.getTime() - offset * 60_000,
  );
}
