/** Reads one file of the list of vendors that charge extra for single sign-on. */
import { parsePrice } from '../../src/reports/sso/price';
import type { Price } from '../../src/reports/sso/vendor';
import { AT_LEAST, type ListedPrice, type ListedVendor } from '../../src/reports/sso/vendor-list';

/**
 * A file’s keys and which of them have to be there.
 * https://github.com/robchahin/sso-wall-of-shame/blob/main/CONTRIBUTING.md
 */
const REQUIRED = [
  'name',
  'vendor_url',
  'base_pricing',
  'sso_pricing',
  'pricing_source',
  'updated_at',
] as const;

/** Thrown with a sentence that says what is wrong with the file. */
export class UnreadableVendor extends Error {}

/**
 * `contents` is what YAML makes of the file. Where a price’s text is the same as in the `earlier` entry, what was read from it
 * stays: some of that was put right by hand.
 */
export function readVendor(id: string, contents: unknown, earlier?: ListedVendor): ListedVendor {
  if (typeof contents !== 'object' || contents === null) throw new UnreadableVendor(`${id}: holds no entry`);
  const facts = new Map(Object.entries(contents).map(([key, value]) => [key, textsOf(value)]));
  const text = (key: string): string => facts.get(key)?.[0] ?? '';
  const missing = REQUIRED.filter((key) => text(key) === '');
  if (missing.length > 0) throw new UnreadableVendor(`${id}: lacks ${missing.join(', ')}`);
  const readOn = text('updated_at');
  if (!/^\d{4}-\d{2}-\d{2}$/.test(readOn))
    throw new UnreadableVendor(`${id}: “${readOn}” is not a day such as 2026-06-16`);

  const sources = facts.get('pricing_source') ?? [];
  const increase = /^([\d,.]+)\s*%\s*(\+*)$/.exec(text('percent_increase'));
  const isFromQuote = [...sources, text('pricing_source_info')].some((said) => /\bquote\b/i.test(said));
  return {
    id,
    name: text('name'),
    url: text('vendor_url'),
    base: priceOf(text('base_pricing'), earlier?.base),
    sso: priceOf(text('sso_pricing'), earlier?.sso),
    ...(increase ? { increase: Number((increase[1] ?? '').replace(/,/g, '')) } : {}),
    ...(increase && increase[2] !== '' ? { isIncreaseAtLeast: true } : {}),
    ...(isFromQuote ? { isFromQuote: true } : {}),
    sources: sources.filter((source) => /^https?:\/\//.test(source)),
    readOn,
    ...(text('vendor_note') === '' ? {} : { note: text('vendor_note') }),
  };
}

function textsOf(value: unknown): string[] {
  const items: readonly unknown[] = Array.isArray(value) ? value : [value];
  return items.map((item) => (item === null || item === undefined ? '' : String(item).trim()));
}

function priceOf(text: string, earlier: ListedPrice | undefined): ListedPrice {
  return earlier?.[0] === text ? earlier : listed(parsePrice(text));
}

/** As the data file has it: as short as what is known allows. */
export function listed({ text, amount, currency, unit, period, isAtLeast }: Price): ListedPrice {
  if (amount === null) return [text];
  const measure = [unit, period].filter((part) => part !== null).join('/');
  if (isAtLeast) return [text, amount, currency, measure || null, AT_LEAST];
  return measure === '' ? [text, amount, currency] : [text, amount, currency, measure];
}
