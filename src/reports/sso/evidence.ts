/** What of an app points to which vendor: its addresses, its name, its maker. */
import { type CompanyEvidence, akinCompany, companyEvidence } from './company-evidence';
import { addressesOf, type DomainEvidence, domainEvidence } from './domain-evidence';
import { type NameEvidence, nameEvidence } from './name-evidence';
import type { Vendor } from './vendor';
import type { VendorIndex } from './vendor-index';

/** An app as a platform describes it. */
export interface AppFacts {
  readonly name: string;
  readonly url?: string;
  /** The company that makes it. */
  readonly vendor?: string;
  /** Further addresses or domains. */
  readonly domains?: readonly string[];
}

export interface Evidence {
  readonly vendor: Vendor;
  readonly domain: DomainEvidence;
  readonly name: NameEvidence | null;
  readonly company: CompanyEvidence | null;
  /** Whether the app names a maker that is not known to be this vendor’s. */
  readonly isMadeByOthers: boolean;
}

/** For each vendor that anything of the app points to. */
export function evidenceFor(app: AppFacts, index: VendorIndex): Evidence[] {
  const maker = app.vendor ?? '';
  const addresses = addressesOf(app);
  const names = nameEvidence(app.name, index);
  const companies = companyEvidence(maker, index);
  const sites = addresses.flatMap(({ domain }) => index.domains.get(domain) ?? []);
  const vendors = new Set([...sites.map(({ vendor }) => vendor), ...names.keys(), ...companies.keys()]);
  return [...vendors].map((vendor) => {
    const name = names.get(vendor) ?? null;
    const company = companies.get(vendor) ?? (name?.fit === 'exact' ? akinCompany(maker, vendor) : null);
    return {
      vendor,
      domain: domainEvidence(vendor, sites, addresses),
      name,
      company,
      isMadeByOthers: company === null && maker.trim() !== '',
    };
  });
}
