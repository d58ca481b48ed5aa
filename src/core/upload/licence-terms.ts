/** What a licence costs and how many of it nobody has: one answer for each licence, wherever it was said. */
import { told } from '../change/told';
import type { UploadChoices } from './choices';
import { licenceKey, LicenceWords } from './licence-words';
import type { ReadRow } from './package';
import type { Complaint, PartRows } from './part-rows';
import type { Problem } from './problem';
import { wholeCents } from './reading/amount';

export interface LicenceTerms {
  /** For each user, in cents. */
  readonly price: number | undefined;
  readonly unassigned: number | undefined;
}

type Term = keyof LicenceTerms;

/** Columns that say the terms of their row's licences. */
const FIELDS: Readonly<Record<Term, string>> = { price: 'pricePerUser', unassigned: 'unassignedAmount' };
const TERMS: readonly Term[] = ['price', 'unassigned'];

/** By licence, what the person chose; it counts for more than what the tab says. */
export type ChosenTerms = ReadonlyMap<string, LicenceTerms & { readonly name: string }>;

export function chosenTerms({ licences = {} }: UploadChoices): ChosenTerms {
  const named = Object.entries(licences).filter(([name]) => licenceKey(name) !== '');
  return new Map(
    named.map(([name, { price, unassigned }]) => [
      licenceKey(name),
      { name: name.trim(), price: price === undefined ? undefined : wholeCents(price), unassigned },
    ]),
  );
}

/** What the row itself says of its licences. */
export function termsOf({ values }: ReadRow): LicenceTerms {
  const [price, unassigned] = [values[FIELDS.price], values[FIELDS.unassigned]];
  return {
    price: typeof price === 'number' ? price : undefined,
    unassigned: typeof unassigned === 'number' ? unassigned : undefined,
  };
}

/** Problems of the choices themselves: errors of the upload as a whole. */
export function badTerms(chosen: ChosenTerms): readonly Problem[] {
  return [...chosen.values()].flatMap(({ name, price = 0, unassigned = 0 }): Problem[] => [
    ...badTerm(`The price chosen for ${told(name)}`, price, 'Type 0 or more, or leave it empty.'),
    ...badTerm(
      `The number of unassigned licences chosen for ${told(name)}`,
      unassigned,
      'Type a whole number, 0 or more, or leave it empty.',
    ),
  ]);
}

function badTerm(what: string, value: number, remedy: string): readonly Problem[] {
  if (Number.isSafeInteger(value) && value >= 0) return [];
  const isNegative = value < 0;
  return [
    {
      severity: 'error',
      code: isNegative ? 'negative' : 'badNumber',
      message: `${what} is ${isNegative ? 'below 0' : 'not one that can be sent'}.`,
      remedy,
    },
  ];
}

/**
 * Refuses rows that say something else of a licence than a row before them. Against a choice they are only warned of, once for
 * each licence: it counts.
 */
export function refuseContradictions(rows: PartRows, chosen: ChosenTerms): void {
  const words = new LicenceWords(rows.part.choices.licenceRule);
  const said = new Map<string, { readonly value: number; readonly row: number }>();
  const overruled = new Set<string>();
  for (const row of rows.kept()) {
    const fresh: Claim[] = [];
    const wrong: Complaint[] = [];
    for (const claim of claimsOf(row, words)) {
      const choice = chosen.get(licenceKey(claim.name))?.[claim.term];
      const before = said.get(claim.key);
      if (choice !== undefined) {
        if (choice === claim.value || overruled.has(claim.key)) continue;
        overruled.add(claim.key);
        rows.warn(row, overrules(claim, choice));
      } else if (!before) fresh.push(claim);
      else if (before.value !== claim.value) wrong.push(differs(claim, before));
    }
    for (const complaint of wrong) rows.refuse(row, complaint);
    if (wrong.length === 0) for (const { key, value } of fresh) said.set(key, { value, row: row.row });
  }
}

/** What a row says of one licence. */
interface Claim {
  readonly key: string;
  readonly term: Term;
  readonly name: string;
  readonly value: number;
}

function claimsOf(row: ReadRow, words: LicenceWords): readonly Claim[] {
  const terms = termsOf(row);
  if (terms.price === undefined && terms.unassigned === undefined) return [];
  const named = words.read(row.values['licenses']);
  return (named.length > 0 ? named : words.ofNoWord()).flatMap(({ name }) =>
    TERMS.flatMap((term) => {
      const value = terms[term];
      return value === undefined ? [] : [{ key: `${term} ${licenceKey(name)}`, term, name, value }];
    }),
  );
}

const SAID: Readonly<Record<Term, (name: string, value: number) => string>> = {
  price: (name, value) => `${told(name)} costs ${amount('price', value)}`,
  unassigned: (name, value) => `${value} of ${told(name)} are unassigned`,
};

function differs(
  { term, name, value }: Claim,
  before: { readonly value: number; readonly row: number },
): Complaint {
  return {
    code: 'differs',
    field: FIELDS[term],
    message: `Here ${SAID[term](name, value)}, in row ${before.row} ${amount(term, before.value)}.`,
    remedy: `A licence has one ${term === 'price' ? 'price' : 'number of unassigned ones'}: have the same in all its rows, or choose it for the upload.`,
  };
}

function overrules({ term, name, value }: Claim, chosen: number): Complaint {
  return {
    code: 'differs',
    field: FIELDS[term],
    message: `Here ${SAID[term](name, value)}; chosen for the upload is ${amount(term, chosen)}, which counts.`,
    remedy: 'If the tab is right, empty the choice.',
  };
}

function amount(term: Term, value: number): string {
  return term === 'price' ? (value / 100).toFixed(2) : String(value);
}
