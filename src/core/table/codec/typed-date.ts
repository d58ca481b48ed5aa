/** Dates as people type them into plain-text cells, where Sheets makes no date of them. */

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** “2026/1/5” and “2026-1-5”; “5.1.2026”; “5 Jan 2026”; “January 5, 2026”; “22/11/2026” or “11/22/2026”. */
const YEAR_FIRST = /^(?<year>\d{4})[-/.](?<month>\d{1,2})[-/.](?<day>\d{1,2})$/;
const DOTTED = /^(?<day>\d{1,2})\.\s?(?<month>\d{1,2})\.\s?(?<year>\d{4})$/;
const DAY_NAMED = /^(?<day>\d{1,2})\.?[\s-](?<name>[a-z]{3,9})\.?,?[\s-](?<year>\d{4})$/i;
const MONTH_NAMED = /^(?<name>[a-z]{3,9})\.?\s(?<day>\d{1,2})(?:st|nd|rd|th)?,?\s(?<year>\d{4})$/i;
const SLASHED = /^(?<one>\d{1,2})[/-](?<other>\d{1,2})[/-](?<year>\d{4})$/;

/** A time of day behind the date. */
const TIME = /^(.*?),?\s(\d{1,2}):(\d\d)(?::(\d\d))?\s?([ap]m)?$/i;

/**
 * ISO text of a date that can be read in one way only, or null. “3/4/2026” is the third of April to some and the fourth of
 * March to others, so it is neither. Does not check that the day exists.
 */
export function isoOfTyped(text: string): string | null {
  const bare = text.trim().replace(/\s+/g, ' ');
  const timed = TIME.exec(bare);
  const day = isoDay(timed?.[1] ?? bare);
  if (day === null || !timed) return day;
  const [, , hours = '', minutes = '', seconds = '00', half] = timed;
  const hour = half === undefined ? Number(hours) : hourOf(Number(hours), half);
  return hour === null ? null : `${day}T${two(hour)}:${minutes}:${seconds}`;
}

function isoDay(text: string): string | null {
  for (const pattern of [YEAR_FIRST, DOTTED, DAY_NAMED, MONTH_NAMED]) {
    const { year = '', month, name = '', day } = pattern.exec(text)?.groups ?? {};
    if (day !== undefined) return iso(year, month === undefined ? monthOf(name) : Number(month), Number(day));
  }
  const { one = '', other = '', year = '' } = SLASHED.exec(text)?.groups ?? {};
  const [first, second] = [Number(one), Number(other)];
  if (first > 12 || first === second) return iso(year, second, first);
  return second > 12 ? iso(year, first, second) : null;
}

function iso(year: string, month: number | null, day: number): string | null {
  return month === null || year === '' ? null : `${year}-${two(month)}-${two(day)}`;
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
  return (hour % 12) + (half.toLowerCase() === 'pm' ? 12 : 0);
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
