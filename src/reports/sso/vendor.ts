/** A vendor that takes more money for single sign-on, and what it says about its prices. */

/** A published price, read as far as it says something definite. */
export interface Price {
  /** As published: “$10 per u/m”, “Call Us! ($98/month+)”. */
  readonly text: string;
  /** In whole units of the currency; null where no single number is published. */
  readonly amount: number | null;
  /** ISO 4217 code; null where there is no amount, or where its currency is not said. */
  readonly currency: string | null;
  /** What is counted: “user”, “device”, “100k events”; null for a flat price. */
  readonly unit: string | null;
  /** What time it pays for; null where that is not said. */
  readonly period: Period | null;
  /** Whether the amount is only the least that one pays. */
  readonly isAtLeast: boolean;
}

export type Period = 'month' | 'year';

export interface Vendor {
  /** What rows and decisions remember; never changes. */
  readonly id: string;
  readonly name: string;
  /** The web address of the vendor or of the product; '' where unknown. */
  readonly url: string;
  /** The cheapest plan that suits a business. */
  readonly base: Price;
  /** The cheapest plan with single sign-on. */
  readonly sso: Price;
  /** By how many percent the list says that the price grows; null where it says nothing. */
  readonly increase: { readonly percent: number; readonly isAtLeast: boolean } | null;
  /** Whether the prices come from an offer that somebody got. */
  readonly isFromQuote: boolean;
  /** Web addresses where the prices were read. */
  readonly sources: readonly string[];
  /** The day when they were read, “2026-06-16”; null where unknown. */
  readonly readOn: string | null;
  readonly note: string;
  /** 'changed' for a vendor of the list of which people changed something, 'own' for one that they added. */
  readonly origin: 'list' | 'changed' | 'own';
  readonly known: KnownNames;
}

/** What is known of a vendor’s names beyond the list: names compared as words.ts cuts them, domains as web-address.ts does. */
export interface KnownNames {
  /** Other names of the same product. */
  readonly aliases?: readonly string[];
  /** Further domains that belong to this product alone. */
  readonly domains?: readonly string[];
  /** Domains where its maker has other products too, so that only the name tells which one is meant. */
  readonly shared?: readonly string[];
  /** Other products, whose price is not the one in the list. */
  readonly others?: readonly string[];
  /** Companies that make this and little else: their name alone speaks for the product. */
  readonly makers?: readonly string[];
  /** Companies that own it among much else: their name agrees with the product’s, and says nothing alone. */
  readonly owners?: readonly string[];
  /** The name is a word of everyday language, which other names contain. */
  readonly isOrdinary?: boolean;
  /** Other software is as well known by exactly this name. */
  readonly isAmbiguous?: boolean;
  /** Domains of others with exactly this name. */
  readonly namesakes?: readonly string[];
}
