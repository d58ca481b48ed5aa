/** The list of vendors that charge extra for single sign-on, as it comes with the product. */
import list from './vendor-list.json';
import { KNOWN_NAMES } from './known-names';
import type { Period, Price, Vendor } from './vendor';

/** One price: its text, then where it says a single number the amount, currency, measure (“user/month”) and “at least”. */
export type ListedPrice = readonly (string | number | null)[];

/** An entry of the data file, which docs/sso-vendors/import.ts writes. */
export interface ListedVendor {
  readonly id: string;
  readonly name: string;
  readonly url: string;
  readonly base: ListedPrice;
  readonly sso: ListedPrice;
  readonly increase?: number;
  readonly isIncreaseAtLeast?: boolean;
  readonly isFromQuote?: boolean;
  readonly sources: readonly string[];
  readonly readOn: string;
  readonly note?: string;
}

export interface VendorListFile {
  readonly source: string;
  readonly licence: string;
  /** The day of the copy. */
  readonly asOf: string;
  readonly vendors: readonly ListedVendor[];
}

const FILE: VendorListFile = list;

/** Where the list comes from, and under which licence. */
export const LIST_SOURCE: Pick<VendorListFile, 'source' | 'licence' | 'asOf'> = FILE;

export function listedVendors(): Vendor[] {
  return FILE.vendors.map((entry) => ({
    id: entry.id,
    name: entry.name,
    url: entry.url,
    base: priceOf(entry.base),
    sso: priceOf(entry.sso),
    increase:
      entry.increase === undefined
        ? null
        : { percent: entry.increase, isAtLeast: entry.isIncreaseAtLeast === true },
    isFromQuote: entry.isFromQuote === true,
    sources: entry.sources,
    readOn: entry.readOn,
    note: entry.note ?? '',
    origin: 'list',
    known: KNOWN_NAMES[entry.id] ?? {},
  }));
}

export function priceOf([text, amount, currency, measure, floor]: ListedPrice): Price {
  return {
    text: String(text ?? ''),
    amount: typeof amount === 'number' ? amount : null,
    currency: typeof currency === 'string' ? currency : null,
    ...measureOf(measure),
    isAtLeast: floor === AT_LEAST,
  };
}

export const AT_LEAST = 'at least';

/** “user/month”, “month”, “device” */
function measureOf(measure: unknown): Pick<Price, 'unit' | 'period'> {
  if (typeof measure !== 'string') return { unit: null, period: null };
  const parts = measure.split('/');
  const period = asPeriod(parts[parts.length - 1]);
  const unit = (period === null ? parts : parts.slice(0, -1)).join('/');
  return { unit: unit === '' ? null : unit, period };
}

function asPeriod(text: string | undefined): Period | null {
  return text === 'month' || text === 'year' ? text : null;
}
