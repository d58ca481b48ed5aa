/** Which vendors of the list an app may be, how sure that is, and by what it was recognised. */
import { evidenceFor, type AppFacts, type Evidence } from './evidence';
import { type Confidence, verdictOn } from './verdict';
import type { Vendor } from './vendor';
import type { VendorIndex } from './vendor-index';

/** What the strongest evidence was; 'decision' for a person’s yes. */
export type Basis = 'domain' | 'name' | 'alias' | 'vendor' | 'words' | 'decision';

export interface VendorMatch {
  readonly vendor: Vendor;
  readonly basis: Basis;
  /** 'possible' waits for a person’s yes or no; the others count. */
  readonly confidence: Confidence;
  /** What of the app met what of the vendor: “acme.slack.com” and “slack.com”. */
  readonly found: string;
  readonly against: string;
}

/** What a person said about one app and one vendor. */
export interface Decision {
  readonly vendor: string;
  readonly isMatch: boolean;
}

const RANKS: readonly Confidence[] = ['sure', 'likely', 'possible'];
const BASES: readonly Basis[] = ['decision', 'domain', 'name', 'alias', 'vendor', 'words'];

/**
 * The vendors that the app may be: the one that is certain enough to count, else all that are possible, the best first, else
 * []. `decisions` are people’s about this app, and win over everything.
 */
export function matchVendor(
  app: AppFacts,
  index: VendorIndex,
  decisions: readonly Decision[] = [],
): VendorMatch[] {
  const accepted = decisions.flatMap(({ vendor: id, isMatch }) => {
    const vendor = isMatch ? index.vendors.get(id) : undefined;
    return vendor ? [acceptedMatch(app, vendor)] : [];
  });
  if (accepted.length > 0) return accepted;
  const refused = new Set(decisions.map(({ vendor }) => vendor));
  const matches = settleRivals(evidenceFor(app, index).filter(({ vendor }) => !refused.has(vendor.id)));
  const [best] = matches.sort(byStrength);
  if (!best || !isConfident(best)) return matches;
  const rivals = matches.filter(({ confidence }) => confidence === best.confidence);
  return rivals.length === 1 ? rivals : rivals.map((match) => ({ ...match, confidence: 'possible' }));
}

/** Every app’s matches, in the order of the apps. `decisions` are by the app’s id. */
export function matchApps<A extends AppFacts & { readonly id: string }>(
  apps: readonly A[],
  index: VendorIndex,
  decisions: ReadonlyMap<string, readonly Decision[]> = new Map(),
): { readonly app: A; readonly matches: readonly VendorMatch[] }[] {
  return apps.map((app) => ({ app, matches: matchVendor(app, index, decisions.get(app.id)) }));
}

/** Whether the match counts without a person’s word. */
export function isConfident({ confidence }: Pick<VendorMatch, 'confidence'>): boolean {
  return confidence !== 'possible';
}

/**
 * Where an app is called exactly like one vendor, another one that it only resembles is no more than possible. The same
 * holds for both where the name speaks for one and the address for another.
 */
function settleRivals(evidence: readonly Evidence[]): VendorMatch[] {
  const judged = evidence.flatMap((one) => {
    const confidence = verdictOn(one);
    return confidence === null ? [] : [{ one, confidence }];
  });
  const isNamed = judged.some(({ one }) => one.name?.fit === 'exact');
  return judged.map(({ one, confidence }) =>
    matchOf(one, isNamed && one.name?.fit !== 'exact' ? 'possible' : confidence),
  );
}

function acceptedMatch(app: AppFacts, vendor: Vendor): VendorMatch {
  return { vendor, basis: 'decision', confidence: 'sure', found: app.name, against: vendor.name };
}

function matchOf({ vendor, domain, name, company }: Evidence, confidence: Confidence): VendorMatch {
  if (domain.known)
    return { vendor, confidence, basis: 'domain', found: domain.host, against: domain.known.domain };
  if (name) return { vendor, confidence, basis: name.basis, found: name.found, against: name.known.text };
  return {
    vendor,
    confidence,
    basis: 'vendor',
    found: company?.found ?? '',
    against: company?.against ?? '',
  };
}

function byStrength(one: VendorMatch, other: VendorMatch): number {
  return (
    RANKS.indexOf(one.confidence) - RANKS.indexOf(other.confidence) ||
    BASES.indexOf(one.basis) - BASES.indexOf(other.basis)
  );
}
