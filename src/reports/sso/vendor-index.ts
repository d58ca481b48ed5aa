/** The vendors by everything that an app can be recognised by, built once for any number of apps. */
import type { Vendor } from './vendor';
import { ownLabel, webAddress } from './web-address';
import {
  keyOf,
  withoutBrackets,
  withoutCompany,
  withoutLegalForm,
  withoutPlan,
  withoutPlanAndForm,
  withoutTopLevel,
  type Words,
  wordsOf,
} from './words';

/** A name under which a vendor is known. */
export interface KnownName {
  readonly vendor: Vendor;
  /** As it is written in the list. */
  readonly text: string;
  readonly words: Words;
  /** 'maker' for the company, 'other' for another product of it. */
  readonly kind: 'name' | 'alias' | 'maker' | 'other';
  /** Whether the company is called so too. */
  readonly isMaker: boolean;
}

/** A domain on which a vendor’s product is. */
export interface KnownDomain {
  readonly vendor: Vendor;
  readonly domain: string;
  /** Whether other products are there too. */
  readonly isShared: boolean;
  /** Whether it is the one that the list gives for the vendor. */
  readonly isListed: boolean;
}

export interface VendorIndex {
  /** By id. */
  readonly vendors: ReadonlyMap<string, Vendor>;
  readonly domains: ReadonlyMap<string, readonly KnownDomain[]>;
  /** By keyOf their words. */
  readonly names: ReadonlyMap<string, readonly KnownName[]>;
  /** Companies whose name speaks for a vendor, and owners, whose name only agrees with one; by keyOf their words. */
  readonly companies: ReadonlyMap<string, readonly Company[]>;
  /** By their first word, to be found inside other names. */
  readonly phrases: ReadonlyMap<string, readonly KnownName[]>;
}

export interface Company {
  readonly vendor: Vendor;
  readonly text: string;
  readonly isOwner: boolean;
}

export function vendorIndex(vendors: readonly Vendor[]): VendorIndex {
  const domains = new Map<string, KnownDomain[]>();
  const names = new Map<string, KnownName[]>();
  const companies = new Map<string, Company[]>();
  const phrases = new Map<string, KnownName[]>();
  const sharers = countOfDomains(vendors);

  for (const vendor of vendors) {
    for (const known of domainsOf(vendor, sharers)) add(domains, known.domain, known);
    for (const known of namesOf(vendor)) {
      add(names, keyOf(known.words), known);
      add(phrases, known.words[0] ?? '', known);
    }
    for (const company of companiesOf(vendor))
      add(companies, keyOf(companyWords(vendor, company.text)), company);
  }
  return {
    vendors: new Map(vendors.map((vendor) => [vendor.id, vendor])),
    domains,
    names,
    companies,
    phrases,
  };
}

function add<T>(map: Map<string, T[]>, key: string, item: T): void {
  if (key === '') return;
  const items = map.get(key);
  if (items) items.push(item);
  else map.set(key, [item]);
}

/** Whether the maker has other products at the address that the list gives, so that its name and address do not say which. */
export function isOneOfMany({ known, url }: Vendor): boolean {
  const listed = webAddress(url)?.domain;
  return listed !== undefined && (known.shared ?? []).includes(listed);
}

function countOfDomains(vendors: readonly Vendor[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { url } of vendors) {
    const domain = webAddress(url)?.domain;
    if (domain !== undefined) counts.set(domain, (counts.get(domain) ?? 0) + 1);
  }
  return counts;
}

function domainsOf(vendor: Vendor, sharers: ReadonlyMap<string, number>): KnownDomain[] {
  const { domains = [], shared = [] } = vendor.known;
  const listed = webAddress(vendor.url)?.domain;
  const all = new Set([...(listed === undefined ? [] : [listed]), ...domains, ...shared]);
  return [...all].map((domain) => ({
    vendor,
    domain,
    isShared: shared.includes(domain) || (sharers.get(domain) ?? 0) > 1,
    isListed: domain === listed,
  }));
}

/** Every way to write the vendor’s names, each once. */
function namesOf(vendor: Vendor): KnownName[] {
  const { aliases = [], makers = [], owners = [], others = [], isOrdinary = false } = vendor.known;
  const companies = new Set(makers.map((text) => withoutLegalForm(wordsOf(text)).join(' ')));
  const found = new Map<string, KnownName>();
  const take = (kind: KnownName['kind'], text: string, words: Words): void => {
    const key = words.join(' ');
    if (key !== '' && !found.has(key))
      found.set(key, { vendor, text, words, kind, isMaker: companies.has(key) });
  };
  // First, because “SonarQube” alone is another product than “SonarQube Cloud”.
  for (const text of others) take('other', text, wordsOf(text));
  for (const text of [vendor.name, ...aliases]) {
    const kind = text === vendor.name ? 'name' : 'alias';
    take(kind, text, wordsOf(text));
    const bare = wordsOf(withoutBrackets(text));
    take(kind, text, bare);
    for (const [, inside = ''] of text.matchAll(/\(([^)]+)\)/g)) take(kind, text, wordsOf(inside));
    take(kind, text, isOrdinary ? withoutPlan(bare) : withoutPlanAndForm(bare));
    if (!isOrdinary) take(kind, text, wordsOf(withoutTopLevel(text)));
    for (const company of [...makers, ...owners]) take(kind, text, [...wordsOf(company), ...bare]);
  }
  for (const text of makers) take('maker', text, withoutLegalForm(wordsOf(text)));
  return [...found.values()];
}

function companiesOf(vendor: Vendor): Company[] {
  const { aliases = [], makers = [], owners = [] } = vendor.known;
  const own = [vendor.name, withoutBrackets(vendor.name), ...aliases, ...makers];
  return [
    ...[...new Set(own)].map((text) => ({ vendor, text, isOwner: false })),
    ...owners.map((text) => ({ vendor, text, isOwner: true })),
  ];
}

/** “Linear Technology” is not Linear, while “Airtable Labs” could only be Airtable. */
function companyWords({ known }: Vendor, text: string): Words {
  const words = wordsOf(withoutTopLevel(text));
  return known.isOrdinary === true ? withoutLegalForm(words) : withoutCompany(words);
}

/** Whether the site is called like the vendor, under another ending: “raygun.io” for “raygun.com”. */
export function hasLabelOf(domain: string, vendor: Vendor): boolean {
  const label = ownLabel(domain);
  const listed = webAddress(vendor.url)?.domain;
  return (listed !== undefined && ownLabel(listed) === label) || keyOf(wordsOf(vendor.name)) === label;
}
