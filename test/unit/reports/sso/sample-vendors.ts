/** Vendors and prices for tests. */
import { parsePrice } from '../../../../src/reports/sso/price';
import type { Vendor } from '../../../../src/reports/sso/vendor';

export function vendorOf(given: Partial<Vendor> & Pick<Vendor, 'id' | 'name'>): Vendor {
  return {
    url: '',
    base: parsePrice('$10 per user/month'),
    sso: parsePrice('$15 per user/month'),
    increase: null,
    isFromQuote: false,
    sources: [],
    readOn: null,
    note: '',
    origin: 'list',
    known: {},
    ...given,
  };
}
