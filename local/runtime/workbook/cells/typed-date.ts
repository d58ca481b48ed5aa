/** Reads a typed text as a date, a time of day or both, the way Sheets does. */
import { serialFromDay } from './dates';
import { bare, localeFacts, type LocaleFacts } from './locale';

export interface TypedDate {
  readonly serial: number;
  /** A pattern that shows the date the way it was typed. */
  readonly format: string;
}

interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly format: string;
}

/** No date is written with more characters, weekday and time included. */
const LONGEST = 60;
const CLOCK = /^(.*?)(?:^|,?\s+)(\d{1,3}):(\d{1,2})(?::(\d{1,2})(?:[.,](\d{1,3}))?)?(?:\s*([ap])\.?m\.?)?$/i;
const HOUR_ONLY = /^(.*?)(?:^|,?\s+)(\d{1,2})\s*([ap])\.?m\.?$/i;
const NUMERIC = /^(\d{1,4})([/.-])(\d{1,4})(?:\2(\d{1,4}))?\.?$/;
const DAY_THEN_MONTH = /^(\d{1,2})(\s+|-|\/|\.\s*)(\p{L}+\.?)(?:(\s+|-|\/|,\s*)(\d{2}|\d{4}))?$/u;
const MONTH_THEN_DAY = /^(\p{L}+\.?)(\s+|-)(\d{1,2})(?:(,\s*|\s+|-)(\d{2}|\d{4}))?$/u;
const MONTH_THEN_YEAR = /^(\p{L}+\.?)(\s+|-|,\s*)(\d{4})$/u;
const WEEKDAY = /^(\p{L}+)\.?,?\s+(?=\S)/u;

/**
 * A date, a time or both as a serial day number; null where the text is none. A time alone falls on
 * 30 December 1899, a date without a year in the current one.
 * Source of the rules: https://developers.google.com/workspace/sheets/api/reference/rest/v4/ValueInputOption
 *
 * @param text without spaces around it
 */
export function typedDate(text: string, locale: string, currentYear: number): TypedDate | null {
  if (text.length > LONGEST || !/\d/.test(text)) return null;
  const time = typedTime(text);
  if (time === null) return null;
  if (time.rest === '') return time.format === '' ? null : { serial: time.fraction, format: time.format };
  if (time.fraction >= 1) return null;
  const facts = localeFacts(locale);
  const day = numericDay(time.rest, facts, currentYear) ?? namedDay(time.rest, facts, currentYear);
  const serial = day && serialFromDay(day.year, day.month, day.day);
  if (day === null || serial === null) return null;
  return { serial: serial + time.fraction, format: `${day.format} ${time.format}`.trim() };
}

/** Splits a time of day off the end of a text; null where it is one that no clock shows. */
function typedTime(text: string): { rest: string; fraction: number; format: string } | null {
  const clock = CLOCK.exec(text);
  const hourOnly = clock === null ? HOUR_ONLY.exec(text) : null;
  if (clock === null && hourOnly === null) return { rest: text, fraction: 0, format: '' };
  const [rest, hour, minute, second, milli, half] =
    clock !== null
      ? [clock[1], clock[2], clock[3], clock[4], clock[5], clock[6]]
      : [hourOnly?.[1], hourOnly?.[2], '0', undefined, undefined, hourOnly?.[3]];
  const typedHours = Number(hour);
  const isAfternoon = half?.toLowerCase() === 'p';
  if (half !== undefined && (typedHours < 1 || typedHours > 12)) return null;
  if (Number(minute) > 59 || Number(second ?? 0) > 59) return null;
  const hours = half === undefined ? typedHours : (typedHours % 12) + (isAfternoon ? 12 : 0);
  const seconds = hours * 3600 + Number(minute) * 60 + Number(`${second ?? 0}.${milli ?? 0}`);
  const hourFormat = hours > 23 ? '[h]' : hour?.startsWith('0') ? 'hh' : 'h';
  const secondFormat =
    second === undefined ? '' : milli === undefined ? ':ss' : `:ss.${'0'.repeat(milli.length)}`;
  return {
    rest: rest ?? '',
    fraction: seconds / 86_400,
    format: `${hourFormat}:mm${secondFormat}${half === undefined ? '' : ' am/pm'}`,
  };
}

function numericDay(text: string, facts: LocaleFacts, currentYear: number): Day | null {
  const [, first = '', separator = '', second = '', third] = NUMERIC.exec(text) ?? [];
  if (first === '') return null;
  const parts = third === undefined ? [first, second] : [first, second, third];
  const order = orderOf(parts, facts);
  if (order === null) return null;
  if (separator === '.' && facts.dateSeparator !== '.' && !(parts.length === 3 && hasLongYear(parts)))
    return null;
  const part = (letter: string): string | undefined => parts[order.indexOf(letter)];
  const year = part('y');
  return {
    year: year === undefined ? currentYear : fullYear(year),
    month: Number(part('m')),
    day: Number(part('d') ?? 1),
    format: [...order].map((letter, index) => partFormat(letter, parts[index] ?? '')).join(separator),
  };
}

/** Which part is the year, the month and the day; null where the lengths fit no date. */
function orderOf(parts: readonly string[], facts: LocaleFacts): string | null {
  const lengths = parts.map((part) => part.length);
  const longs = lengths.filter((length) => length > 2);
  if (longs.length > 1 || longs[0] === 3) return null;
  const long = lengths.indexOf(4);
  if (parts.length === 2) return ['md', 'ym', 'my'][long + 1]?.replace('md', dayAndMonth(facts)) ?? null;
  if (long === 0) return 'ymd';
  if (long === 1) return null;
  if (long === 2) return `${dayAndMonth(facts)}y`;
  return facts.dateOrder;
}

function dayAndMonth(facts: LocaleFacts): string {
  return facts.dateOrder.replace('y', '');
}

function hasLongYear(parts: readonly string[]): boolean {
  return parts.some((part) => part.length === 4);
}

function namedDay(text: string, facts: LocaleFacts, currentYear: number): Day | null {
  const weekday = WEEKDAY.exec(text);
  const rest =
    weekday !== null && facts.weekdayNames.has(bare(weekday[1] ?? '')) ? text.slice(weekday[0].length) : text;
  const dayFirst = DAY_THEN_MONTH.exec(rest);
  if (dayFirst !== null) {
    const [, day = '', gap = '', name = '', yearGap = '', year] = dayFirst;
    const yearFormat = year === undefined ? '' : `${yearGap}${partFormat('y', year)}`;
    return namedParts(facts, name, Number(day), year, currentYear, (month) => `d${gap}${month}${yearFormat}`);
  }
  const monthAndYear = MONTH_THEN_YEAR.exec(rest);
  if (monthAndYear !== null) {
    const [, name = '', gap = '', year] = monthAndYear;
    return namedParts(facts, name, 1, year, currentYear, (month) => `${month}${gap}yyyy`);
  }
  const [, name = '', gap = '', day = '', yearGap = '', year] = MONTH_THEN_DAY.exec(rest) ?? [];
  if (name === '') return null;
  const yearFormat = year === undefined ? '' : `${yearGap}${partFormat('y', year)}`;
  return namedParts(facts, name, Number(day), year, currentYear, (month) => `${month}${gap}d${yearFormat}`);
}

function namedParts(
  facts: LocaleFacts,
  name: string,
  day: number,
  year: string | undefined,
  currentYear: number,
  format: (month: string) => string,
): Day | null {
  const month = facts.monthNumbers.get(bare(name));
  if (month === undefined) return null;
  const monthFormat = bare(name).length > 4 ? 'mmmm' : 'mmm';
  return { year: year === undefined ? currentYear : fullYear(year), month, day, format: format(monthFormat) };
}

/** Two digits mean 1930 to 2029. */
function fullYear(digits: string): number {
  const year = Number(digits);
  return digits.length === 4 ? year : year + (year < 30 ? 2000 : 1900);
}

function partFormat(letter: string, typed: string): string {
  if (letter === 'y') return typed.length === 4 ? 'yyyy' : 'yy';
  return typed.startsWith('0') ? letter.repeat(2) : letter;
}
