/** In which order a column writes day, month and year, told by its dates, else by the file's locale. */
import type { CellValue } from '../../../ports/grid';
import { type DayOrder, slashedNumbers } from '../../table/codec/typed-date';

/** How a column's unclear dates are read. */
export interface ColumnOrder {
  /** Null where its dates contradict each other: unclear ones cannot be read. */
  readonly order: DayOrder | null;
  /** chosen: by a person; told: by one of its dates; assumed: from the locale, for want of both. */
  readonly ground: 'chosen' | 'told' | 'assumed';
  /** The first date that reads in several ways; absent: none does. */
  readonly unclear?: string;
}

/** https://cldr.unicode.org/ (short date patterns): by language, then by locale. */
const YEAR_FIRST = new Set(['ja', 'zh', 'ko', 'sv', 'hu', 'lt']);
const MONTH_FIRST = new Set(['en', 'en_US', 'en_PH', 'es_US', 'es_PR', 'es_PA', 'fil_PH']);

/** Which number comes first where the file's people write 3/4/2026. */
export function localeOrder(locale: string): DayOrder {
  if (MONTH_FIRST.has(locale)) return 'mdy';
  return YEAR_FIRST.has(locale.slice(0, 2)) ? 'ymd' : 'dmy';
}

/**
 * In how many ways a date of three numbers reads: its only order, 'either' where day first and month first mean different
 * days, 'same' where they mean the same one; null for texts that are no such date. `yearFirst`: where years of two digits come first.
 */
export function orderOf(text: string, yearFirst: boolean): DayOrder | 'either' | 'same' | null {
  const numbers = slashedNumbers(text);
  if (!numbers) return null;
  const [first, second, year] = numbers;
  if (year.length <= 2 && second <= 12 && Number(year) <= 31 && (yearFirst || first > 31)) return 'ymd';
  if (first > 31 || year.length === 1) return null;
  if (first > 12 && second > 12) return null;
  if (first > 12) return 'dmy';
  if (second > 12) return 'mdy';
  return first === second ? 'same' : 'either';
}

/** The order of a column's dates. `chosen`: by a person, which goes before everything else. */
export function columnOrder(
  cells: Iterable<CellValue>,
  locale: string,
  chosen: DayOrder | undefined,
): ColumnOrder {
  const usual = chosen ?? localeOrder(locale);
  const orders = new Set<DayOrder>();
  let unclear: string | undefined;
  for (const cell of cells) {
    // “3/4/26” to “Monday, 13/12/2026, 10:00:00 PM UTC”.
    if (typeof cell !== 'string' || cell.length > 40 || !/\d[/-]\d/.test(cell)) continue;
    const order = orderOf(undressed(cell), usual === 'ymd');
    if (order === 'either') unclear ??= cell.trim();
    else if (order !== null && order !== 'same') orders.add(order);
  }
  const first = unclear === undefined ? {} : { unclear };
  if (chosen !== undefined) return { order: chosen, ground: 'chosen', ...first };
  const [only] = orders;
  if (orders.size > 1) return { order: null, ground: 'told', ...first };
  if (only !== undefined) return { order: only, ground: 'told', ...first };
  return { order: usual, ground: 'assumed', ...first };
}

const WEEKDAY = /^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+/i;

/** Without the day of the week in front, a comment in brackets behind, and the name of the world's own zone. */
export function undressed(text: string): string {
  return text
    .trim()
    .replace(WEEKDAY, '')
    .replace(/\s*\([^)]*\)$/, '')
    .replace(/(\d|[ap]\.?m\.?)\s*(?:UTC|GMT|Z)$/i, '$1');
}
