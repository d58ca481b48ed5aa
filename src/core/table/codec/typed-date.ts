/** Dates as people type them into plain-text cells, where Sheets makes no date of them. */

/** Which number comes first in dates such as 3/4/2026. */
export type DayOrder = 'dmy' | 'mdy' | 'ymd';

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** “2026/1/5” and “2026-1-5”; “5.1.2026”; “5 Jan 2026”; “January 5, 2026”; “22/11/2026” or “11/22/2026”. */
const YEAR_FIRST = /^(?<year>\d{4})[-/.](?<month>\d{1,2})[-/.](?<day>\d{1,2})$/;
const DOTTED = /^(?<day>\d{1,2})\.\s?(?<month>\d{1,2})\.\s?(?<year>\d{4}|\d\d)$/;
const DAY_NAMED = /^(?<day>\d{1,2})\.?[\s-](?<name>[a-z]{3,9})\.?,?[\s-](?<year>\d{4}|\d\d)$/i;
const MONTH_NAMED = /^(?<name>[a-z]{3,9})\.?\s(?<day>\d{1,2})(?:st|nd|rd|th)?,?\s(?<year>\d{4}|\d\d)$/i;
const SLASHED = /^(?<one>\d{1,2})[/-](?<other>\d{1,2})[/-](?<year>\d{4}|\d{1,2})$/;

/** A time of day behind the date. */
const TIME = /^(.*?)(?:,|\sat)?\s(\d{1,2}):(\d\d)(?::(\d\d)(?:\.\d+)?)?\s?([ap]\.?m\.?)?$/i;

/** Two digits of a year: https://pubs.opengroup.org/onlinepubs/9699919799/functions/strptime.html puts 69 to 99 into the last century. */
const LAST_CENTURY = 69;

/**
 * ISO text of a date, or null. “3/4/2026” is the third of April to some and the fourth of March to others, so it is neither
 * unless the order is given; with it, years of two digits are read too. Does not check that the day exists.
 */
export function isoOfTyped(text: string, order?: DayOrder): string | null {
  const bare = text.trim().replace(/\s+/g, ' ');
  const timed = TIME.exec(bare);
  const day = isoDay(timed?.[1] ?? bare, order);
  if (day === null || !timed) return day;
  const [, , hours = '', minutes = '', seconds = '00', half] = timed;
  const hour = half === undefined ? Number(hours) : hourOf(Number(hours), half);
  return hour === null ? null : `${day}T${two(hour)}:${minutes}:${seconds}`;
}

/** The three numbers of a date such as “3/4/2026 10:00” in the order in which they stand, or null; the last one as it is written. */
export function slashedNumbers(text: string): readonly [number, number, string] | null {
  const bare = text.trim().replace(/\s+/g, ' ');
  const { one, other, year } = SLASHED.exec(TIME.exec(bare)?.[1] ?? bare)?.groups ?? {};
  return one === undefined || other === undefined || year === undefined
    ? null
    : [Number(one), Number(other), year];
}

function isoDay(text: string, order: DayOrder | undefined): string | null {
  for (const pattern of [YEAR_FIRST, DOTTED, DAY_NAMED, MONTH_NAMED]) {
    const { year = '', month, name = '', day } = pattern.exec(text)?.groups ?? {};
    if (day === undefined) continue;
    if (year.length === 2 && order === undefined) return null;
    return iso(year, month === undefined ? monthOf(name) : Number(month), Number(day));
  }
  const { one = '', other = '', year = '' } = SLASHED.exec(text)?.groups ?? {};
  const [first, second] = [Number(one), Number(other)];
  if (order === 'ymd' && year.length <= 2 && year !== '')
    return iso(one.padStart(2, '0'), second, Number(year));
  if (year.length < 2) return null;
  if (order !== undefined) return order === 'dmy' ? iso(year, second, first) : iso(year, first, second);
  if (year.length === 2) return null;
  if (first > 12 || first === second) return iso(year, second, first);
  return second > 12 ? iso(year, first, second) : null;
}

function iso(year: string, month: number | null, day: number): string | null {
  return month === null || year === '' ? null : `${wholeYear(year)}-${two(month)}-${two(day)}`;
}

function wholeYear(year: string): string {
  if (year.length > 2) return year;
  return `${Number(year) < LAST_CENTURY ? 20 : 19}${year}`;
}

/** “Nov”, “Sept” and “November”; null for another word. */
function monthOf(name: string): number | null {
  const word = name.toLowerCase();
  const at = MONTHS.findIndex((month) => word.startsWith(month));
  return at >= 0 && LONG_MONTHS.test(word) ? at + 1 : null;
}

const LONG_MONTHS =
  /^(jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sept?(ember)?|oct(ober)?|nov(ember)?|dec(ember)?)$/;

/** 0 to 23 for an hour from 1 to 12 with its half of the day. */
function hourOf(hour: number, half: string): number | null {
  if (hour < 1 || hour > 12) return null;
  return (hour % 12) + (/^p/i.test(half) ? 12 : 0);
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
