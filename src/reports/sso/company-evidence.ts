/** Whether the company that makes an app is one behind a vendor. */
import type { Vendor } from './vendor';
import type { VendorIndex } from './vendor-index';
import { keyOf, withoutBrackets, withoutCompany, withoutLegalForm, withoutTopLevel, wordsOf } from './words';

/** 'maker' speaks for the vendor; 'owner' and 'akin', whose name only begins with the vendor’s, agree with other evidence. */
export interface CompanyEvidence {
  readonly fit: 'maker' | 'owner' | 'akin';
  /** As the app has it. */
  readonly found: string;
  /** As the vendor has it. */
  readonly against: string;
}

export function companyEvidence(maker: string, { companies }: VendorIndex): Map<Vendor, CompanyEvidence> {
  const found = new Map<Vendor, CompanyEvidence>();
  const words = wordsOf(withoutTopLevel(maker));
  const exact = keyOf(withoutLegalForm(words));
  const rough = keyOf(withoutCompany(words));
  for (const key of new Set([exact, rough])) {
    for (const { vendor, text, isOwner } of companies.get(key) ?? []) {
      // “Linear Technology” is not Linear.
      if (key !== exact && vendor.known.isOrdinary === true) continue;
      if (found.get(vendor)?.fit === 'maker') continue;
      found.set(vendor, { fit: isOwner ? 'owner' : 'maker', found: maker, against: text });
    }
  }
  return found;
}

/** Whether the company’s name begins with the vendor’s: “Hex Data Inc.” for Hex. */
export function akinCompany(maker: string, { name }: Vendor): CompanyEvidence | null {
  const words = wordsOf(maker);
  const start = wordsOf(withoutBrackets(name));
  const isAkin = start.length > 0 && start.every((word, at) => words[at] === word);
  return isAkin ? { fit: 'akin', found: maker, against: name } : null;
}
