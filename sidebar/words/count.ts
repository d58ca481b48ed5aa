/** Numbers and the nouns after them. */

/** 3000 → “3,000”, in the reader's language settings. */
export function formatCount(count: number, locale?: string): string {
  return new Intl.NumberFormat(locale).format(count);
}

/** “1 app”, “3,000 apps”: `plural` is an English plural in -s. */
export function countOf(count: number, plural: string, locale?: string): string {
  return `${formatCount(count, locale)} ${count === 1 ? plural.replace(/s$/, '') : plural}`;
}

/** “1 entry”, “3,000 entries”: for words of which both forms are known. */
export function amountOf(
  count: number,
  { singular, plural }: { readonly singular: string; readonly plural: string },
  locale?: string,
): string {
  return `${formatCount(count, locale)} ${count === 1 ? singular : plural}`;
}
