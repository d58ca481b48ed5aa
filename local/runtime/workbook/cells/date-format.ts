/** Shows a serial day number by the date parts of a number format. */
import { UNIX_EPOCH_SERIAL } from './dates';
import type { FormatPiece } from './format-pattern';
import type { LocaleFacts } from './locale';

const DAY_SECONDS = 86_400;

interface Moment {
  readonly date: Date;
  /** Seconds since 30 December 1899, for elapsed times. */
  readonly total: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly fraction: number;
}

/** The text of a serial day number; names of months and weekdays are the locale's. */
export function formatDate(serial: number, pieces: readonly FormatPiece[], facts: LocaleFacts): string {
  const fractionDigits = Math.max(0, ...pieces.map((piece) => (isUnit(piece, 'f') ? piece.length : 0)));
  const hasHalves = pieces.some((piece) => isUnit(piece, 'a'));
  const moment = momentOf(serial, fractionDigits);
  return pieces
    .map((piece, index) => {
      if (piece.kind === 'date') return partText(piece, moment, hasHalves, facts);
      if (piece.kind === 'literal') return piece.text;
      if (piece.kind === 'point') return isUnit(pieces[index + 1], 'f') ? facts.decimal : '.';
      return piece.kind === 'percent' ? '%' : piece.kind === 'digits' ? piece.pattern : '';
    })
    .join('');
}

type DatePiece = Extract<FormatPiece, { kind: 'date' }>;

function isUnit(piece: FormatPiece | undefined, unit: string): piece is DatePiece {
  return piece?.kind === 'date' && piece.unit === unit;
}

function momentOf(serial: number, fractionDigits: number): Moment {
  const scale = 10 ** fractionDigits;
  // Rounding to what a serial can hold keeps 10:20:00 from showing as 10:19:59.
  const ticks = Math.floor(Math.round(serial * DAY_SECONDS * 1e4) / (1e4 / scale));
  const total = Math.floor(ticks / scale);
  const day = Math.floor(total / DAY_SECONDS);
  const seconds = total - day * DAY_SECONDS;
  return {
    date: new Date((day - UNIX_EPOCH_SERIAL) * DAY_SECONDS * 1000),
    total,
    hour: Math.floor(seconds / 3600),
    minute: Math.floor(seconds / 60) % 60,
    second: seconds % 60,
    fraction: ticks - total * scale,
  };
}

function partText(piece: DatePiece, moment: Moment, hasHalves: boolean, facts: LocaleFacts): string {
  if (piece.elapsed) return elapsedText(piece, moment.total);
  const padded = (number: number): string => String(number).padStart(Math.min(piece.length, 2), '0');
  switch (piece.unit) {
    case 'y':
      return yearText(moment.date.getUTCFullYear(), piece.length);
    case 'm':
      return monthText(moment.date.getUTCMonth(), piece.length, facts);
    case 'd':
      return dayText(moment.date, piece.length, facts);
    case 'h':
      return padded(hasHalves ? moment.hour % 12 || 12 : moment.hour);
    case 'n':
      return padded(moment.minute);
    case 's':
      return padded(moment.second);
    case 'f':
      return String(moment.fraction).padStart(piece.length, '0');
    default:
      return halfText(piece, moment.hour);
  }
}

function elapsedText(piece: DatePiece, total: number): string {
  const unitSeconds = piece.unit === 'h' ? 3600 : piece.unit === 'n' ? 60 : 1;
  return String(Math.floor(total / unitSeconds)).padStart(piece.length, '0');
}

function yearText(year: number, length: number): string {
  return length <= 2 ? String(year % 100).padStart(2, '0') : String(year).padStart(4, '0');
}

function monthText(month: number, length: number, facts: LocaleFacts): string {
  if (length <= 2) return String(month + 1).padStart(length, '0');
  if (length === 3) return facts.shortMonths[month] ?? '';
  const name = facts.months[month] ?? '';
  return length === 5 ? name.charAt(0) : name;
}

function dayText(date: Date, length: number, facts: LocaleFacts): string {
  if (length <= 2) return String(date.getUTCDate()).padStart(length, '0');
  return (length === 3 ? facts.shortWeekdays : facts.weekdays)[date.getUTCDay()] ?? '';
}

/** `am/pm` shows AM or PM, `a/p` A or P. */
function halfText(piece: DatePiece, hour: number): string {
  const half = hour < 12 ? 'AM' : 'PM';
  return piece.length === 3 ? half.charAt(0) : half;
}
