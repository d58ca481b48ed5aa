/** Where an app’s web addresses are, seen from a vendor. */
import type { AppFacts } from './evidence';
import type { Vendor } from './vendor';
import type { KnownDomain } from './vendor-index';
import { isListing, type WebAddress, webAddress } from './web-address';

/**
 * 'shared' where the maker has other products on the same domain; 'namesake' where other software of the same name is;
 * 'none' where the app has no address that says whose it is.
 */
export interface DomainEvidence {
  readonly fit: 'own' | 'shared' | 'elsewhere' | 'namesake' | 'none';
  /** The vendor’s domain that one of the addresses is on. */
  readonly known: KnownDomain | null;
  /** The app’s host that is on it. */
  readonly host: string;
  /** The app’s domains where none is the vendor’s. */
  readonly elsewhere: readonly string[];
}

/** The app’s addresses that say whose product it is. A name such as “Short.io” is one where there is no other. */
export function addressesOf({ name, url = '', domains = [] }: AppFacts): WebAddress[] {
  const given = [url, ...domains].flatMap((text) => webAddress(text) ?? []);
  const all = given.length > 0 || /\s/.test(name.trim()) ? given : [webAddress(name) ?? []].flat();
  return all.filter((address) => !isListing(address));
}

/** `sites` are the known domains, of whatever vendor, on which the addresses are. */
export function domainEvidence(
  vendor: Vendor,
  sites: readonly KnownDomain[],
  addresses: readonly WebAddress[],
): DomainEvidence {
  const own = sites.filter((site) => site.vendor === vendor);
  const known = own.find(({ isShared }) => !isShared) ?? own[0] ?? null;
  if (known) {
    const host = addresses.find(({ domain }) => domain === known.domain)?.host ?? '';
    return { fit: known.isShared ? 'shared' : 'own', known, host, elsewhere: [] };
  }
  const elsewhere = addresses.map(({ domain }) => domain);
  const { namesakes = [] } = vendor.known;
  const isNamesake = elsewhere.some((domain) => namesakes.includes(domain));
  const fit = isNamesake ? 'namesake' : elsewhere.length > 0 ? 'elsewhere' : 'none';
  return { fit, known, host: '', elsewhere };
}
