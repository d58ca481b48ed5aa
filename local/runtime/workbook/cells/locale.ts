/** How a spreadsheet's locale writes numbers, money and dates. */

export type DateOrder = 'mdy' | 'dmy' | 'ymd';

export interface LocaleFacts {
  readonly decimal: string;
  readonly grouping: string;
  /** Digits stand in pairs above the thousands, as in 12,34,567. */
  readonly pairedGroups: boolean;
  readonly dateOrder: DateOrder;
  readonly dateSeparator: string;
  /** January first. */
  readonly months: readonly string[];
  readonly shortMonths: readonly string[];
  /** Sunday first. */
  readonly weekdays: readonly string[];
  readonly shortWeekdays: readonly string[];
  /** Every spelling of a month in lower case without a full stop → its number from 1. English is always understood. */
  readonly monthNumbers: ReadonlyMap<string, number>;
  /** Every spelling of a weekday in lower case without a full stop. */
  readonly weekdayNames: ReadonlySet<string>;
}

/** Signs that make a typed number money, in any locale. */
export const CURRENCY_SIGNS = [
  'R$',
  '$',
  '€',
  '£',
  '¥',
  '₹',
  '₩',
  '₽',
  '₺',
  '₪',
  '₫',
  '₴',
  '₦',
  '฿',
  'zł',
  'Kč',
];

const FALLBACK = 'en_US';
const GREGORIAN = '-u-ca-gregory-nu-latn';
const facts = new Map<string, LocaleFacts>();

/**
 * What is known of a locale, taken from the Unicode locale data that comes with Node.
 *
 * @param locale as Sheets names it, such as `de_DE`; one that is not known is read as `en_US`
 */
export function localeFacts(locale: string): LocaleFacts {
  const known = facts.get(locale);
  if (known !== undefined) return known;
  const tag = locale.replace(/_/g, '-');
  const made = isKnownTag(tag) ? describe(tag) : localeFacts(FALLBACK);
  facts.set(locale, made);
  return made;
}

function isKnownTag(tag: string): boolean {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(tag).length > 0;
  } catch {
    return false;
  }
}

function describe(tag: string): LocaleFacts {
  const numberParts = new Intl.NumberFormat(tag + GREGORIAN).formatToParts(12_345_678.9);
  const dateParts = new Intl.DateTimeFormat(tag + GREGORIAN, { timeZone: 'UTC' }).formatToParts(0);
  const order = dateParts
    .map((part) => ({ year: 'y', month: 'm', day: 'd' })[part.type as string] ?? '')
    .join('');
  const months = monthNames(tag, { month: 'long', day: 'numeric' });
  const shortMonths = monthNames(tag, { month: 'short', day: 'numeric' });
  const spellings = [
    monthNames('en', { month: 'long' }),
    monthNames('en', { month: 'short' }),
    monthNames(tag, { month: 'long' }),
    monthNames(tag, { month: 'short' }),
    months,
    shortMonths,
  ];
  const weekdays = weekdayNames(tag, 'long');
  const shortWeekdays = weekdayNames(tag, 'short');
  return {
    decimal: numberParts.find((part) => part.type === 'decimal')?.value ?? '.',
    grouping: numberParts.find((part) => part.type === 'group')?.value ?? ',',
    pairedGroups: numberParts.filter((part) => part.type === 'group').length > 2,
    dateOrder: order === 'mdy' || order === 'ymd' ? order : 'dmy',
    dateSeparator: (dateParts.find((part) => part.type === 'literal')?.value ?? '/').trim(),
    months,
    shortMonths,
    weekdays,
    shortWeekdays,
    monthNumbers: new Map([
      ['sept', 9],
      ...spellings.flatMap((names) => names.map((name, index) => [bare(name), index + 1] as const)),
    ]),
    weekdayNames: new Set(
      [...weekdays, ...shortWeekdays, ...weekdayNames('en', 'long'), ...weekdayNames('en', 'short')].map(
        bare,
      ),
    ),
  };
}

const DAY_FORMATS: Readonly<Record<DateOrder, string>> = {
  mdy: 'M/d/yyyy',
  dmy: 'dd/MM/yyyy',
  ymd: 'yyyy-MM-dd',
};

/** The number format that a date gives to a cell without one. */
export function dayFormat(locale: string): string {
  const { dateOrder, dateSeparator } = localeFacts(locale);
  return DAY_FORMATS[dateOrder].replace(/[/-]/g, dateSeparator);
}

/** A name as it is looked up: in lower case, without a full stop. */
export function bare(name: string): string {
  return name.toLowerCase().replace(/\.$/, '');
}

function monthNames(tag: string, options: Intl.DateTimeFormatOptions): string[] {
  const format = new Intl.DateTimeFormat(tag + GREGORIAN, { ...options, timeZone: 'UTC' });
  return Array.from({ length: 12 }, (_, month) => partOf(format, 'month', Date.UTC(2026, month, 1)));
}

function weekdayNames(tag: string, weekday: 'long' | 'short'): string[] {
  const format = new Intl.DateTimeFormat(tag + GREGORIAN, { weekday, timeZone: 'UTC' });
  // 4 January 2026 is a Sunday.
  return Array.from({ length: 7 }, (_, day) => partOf(format, 'weekday', Date.UTC(2026, 0, 4 + day)));
}

function partOf(format: Intl.DateTimeFormat, type: 'month' | 'weekday', ms: number): string {
  return format.formatToParts(ms).find((part) => part.type === type)?.value ?? '';
}
