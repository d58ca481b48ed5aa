/** Lays people’s own vendors and corrections over the list; what they say wins, and outlives every newer list. */
import { parsePrice } from './price';
import type { KnownNames, Price, Vendor } from './vendor';
import { keyOf, withoutBrackets, withoutLegalForm, wordsOf } from './words';

/** What a person says about a vendor; what is absent stays as the list has it. */
export interface OwnVendor {
  /** Of the vendor of the list that this corrects; absent for one that the list may not have. */
  readonly id?: string;
  readonly name: string;
  readonly url?: string;
  readonly aliases?: readonly string[];
  readonly base?: Price;
  readonly sso?: Price;
  readonly sources?: readonly string[];
  /** “2026-11-22” */
  readonly readOn?: string;
  readonly note?: string;
}

/** The list in its order with corrections made, then the vendors that people added; of several with one name the last wins. */
export function withOwnVendors(listed: readonly Vendor[], own: readonly OwnVendor[]): Vendor[] {
  const vendors = new Map(listed.map((vendor) => [vendor.id, vendor]));
  const ids = new Map(listed.map((vendor) => [nameKey(vendor.name), vendor.id]));
  for (const row of own) {
    const key = nameKey(row.name);
    const id = row.id !== undefined && vendors.has(row.id) ? row.id : (ids.get(key) ?? row.id ?? ownId(key));
    if (key === '' && !vendors.has(id)) continue;
    vendors.set(id, corrected(vendors.get(id) ?? blank(id), row));
    ids.set(key, id);
  }
  return [...vendors.values()];
}

/** What an own vendor without an id is remembered by: its name, so that a later row of that name is the same one. */
function ownId(key: string): string {
  return `own-${key}`;
}

function nameKey(name: string): string {
  return keyOf(withoutLegalForm(wordsOf(withoutBrackets(name))));
}

function blank(id: string): Vendor {
  return {
    id,
    name: '',
    url: '',
    base: parsePrice(''),
    sso: parsePrice(''),
    increase: null,
    isFromQuote: false,
    sources: [],
    readOn: null,
    note: '',
    origin: 'own',
    known: {},
  };
}

function corrected(vendor: Vendor, row: OwnVendor): Vendor {
  const { id: _id, aliases = [], ...said } = row;
  const hasOtherPrice = row.base !== undefined || row.sso !== undefined;
  const name = row.name.trim() === '' ? vendor.name : row.name;
  const known = vendor.origin === 'own' ? namesOfOwn(name) : vendor.known;
  return {
    ...vendor,
    ...said,
    name,
    // The list’s figure is for the list’s prices.
    increase: hasOtherPrice ? null : vendor.increase,
    isFromQuote: hasOtherPrice ? false : vendor.isFromQuote,
    origin: vendor.origin === 'own' ? 'own' : 'changed',
    known: aliases.length === 0 ? known : { ...known, aliases: [...(known.aliases ?? []), ...aliases] },
  };
}

/** Nobody has said whether a single word is one of everyday language, so that it counts as one. */
function namesOfOwn(name: string): KnownNames {
  return { isOrdinary: wordsOf(withoutBrackets(name)).length === 1 };
}
