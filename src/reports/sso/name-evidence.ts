/** How an app’s name meets vendors’ names: by whole words, never by a part of one. */
import { readAppName, type Reading } from './app-name';
import type { Vendor } from './vendor';
import { isOneOfMany, type KnownName, type VendorIndex } from './vendor-index';
import { keyOf, type Words } from './words';

/**
 * 'part' holds the vendor’s name among other words, 'brand' only the name of a maker of many products, 'other' is another
 * product of the maker, 'addOn' something made for the vendor’s.
 */
export type NameFit = 'exact' | 'part' | 'brand' | 'other' | 'addOn';

export interface NameEvidence {
  readonly fit: NameFit;
  readonly basis: 'name' | 'alias' | 'words';
  readonly known: KnownName;
  /** The app’s name. */
  readonly found: string;
  /** Whether the names are the same only without words that may tell something from an ordinary name: “Jam App”. */
  readonly isLoose: boolean;
}

/** The strongest evidence for each vendor that the name points to. */
export function nameEvidence(name: string, index: VendorIndex): Map<Vendor, NameEvidence> {
  const { readings, head, isAddOn } = readAppName(name);
  const evidence = new Map<Vendor, NameEvidence>();
  for (const reading of readings) {
    for (const known of index.names.get(keyOf(reading.words)) ?? []) {
      if (!evidence.has(known.vendor) && isSameName(known, reading))
        evidence.set(known.vendor, { ...equal(known), known, found: name, isLoose: reading.isLoose });
    }
  }
  const parts = new Map<Vendor, NameEvidence>();
  for (const known of phrasesIn(head, index)) {
    const fit = partFit(known, isAddOn);
    const before = parts.get(known.vendor);
    if (!evidence.has(known.vendor) && (!before || STRENGTH.indexOf(fit) < STRENGTH.indexOf(before.fit)))
      parts.set(known.vendor, { fit, basis: 'words', known, found: name, isLoose: false });
  }
  return new Map([...evidence, ...parts]);
}

/** Of what a name may hold, what says most about it. */
const STRENGTH: readonly NameFit[] = ['other', 'addOn', 'part', 'brand'];

/** “Bit Warden” is Bitwarden, but “we do” is not Wedo. */
function isSameName({ vendor, words }: KnownName, reading: Reading): boolean {
  return vendor.known.isOrdinary !== true || reading.words.join(' ') === words.join(' ');
}

function equal({ vendor, kind }: KnownName): Pick<NameEvidence, 'fit' | 'basis'> {
  if (kind === 'other') return { fit: 'other', basis: 'words' };
  if (kind === 'maker') return { fit: isOneOfMany(vendor) ? 'brand' : 'exact', basis: 'alias' };
  return { fit: 'exact', basis: kind };
}

function partFit({ vendor, kind, isMaker }: KnownName, isAddOn: boolean): NameFit {
  if (kind === 'other') return 'other';
  if (isAddOn) return 'addOn';
  return isMaker && isOneOfMany(vendor) ? 'brand' : 'part';
}

function* phrasesIn(words: Words, { phrases }: VendorIndex): Generator<KnownName> {
  for (const [at, word] of words.entries()) {
    for (const known of phrases.get(word) ?? []) {
      if (known.words.every((part, offset) => words[at + offset] === part)) yield known;
    }
  }
}
