/** What single sign-on costs more, app by app: the company's own apps joined with the vendors that charge for it. */
import type { AppFact, ContractFact } from '../core/facts/fact';
import type { RemoteRecord } from '../core/table/field';
import { byAmount, currenciesIn } from './columns';
import { contractDates, nextContracts } from './contract-dates';
import { field } from './field';
import { byText } from './order';
import type { ReportDefinition, ReportInput } from './report';
import { measureOf, ownVendors, SSO_TAX_VENDORS } from './sso-tax-vendors';
import { besideSsoTax } from './sso-tax-summary';
import { ssoFinding } from './sso/finding';
import { type Decision, isConfident, matchApps, type VendorMatch } from './sso/match';
import { withOwnVendors } from './sso/own-vendors';
import { isOldPrice } from './sso/price-age';
import { type Surcharge, surcharge, UNKNOWN_WORDS } from './sso/surcharge';
import type { Vendor } from './sso/vendor';
import { vendorIndex } from './sso/vendor-index';
import { listedVendors } from './sso/vendor-list';

/** Key of the column that says what may be written into the platform's own field. */
export const FINDING = 'finding';

const YES_NO = [
  { value: 'Yes', label: 'Yes' },
  { value: 'No', label: 'No' },
];
const STEPS = ['To check', 'Asked the vendor', 'Negotiating', 'Settled', 'Accepted'].map((label) => ({
  value: label,
  label,
}));
const answer = { writable: true, stays: 'answer' } as const;
const money = { currencyField: 'currency' } as const;

export const SSO_TAX: ReportDefinition = {
  resource: 'ssoTax',
  title: 'SSO Tax',
  singular: 'app',
  plural: 'apps',
  description:
    'What vendors charge your company extra for single sign-on, app by app, with evidence and dates.',
  needs: ['apps', 'contracts'],
  reads: [SSO_TAX_VENDORS],
  key: 'id',
  name: 'app',
  fields: [
    field('id', 'ID', 'id', 'The ids of app and vendor together, by which rows are recognised.'),
    field('app', 'App', 'text', 'What your company calls the app.'),
    field('vendor', 'Vendor', 'text', 'The vendor in the tab of SSO tax vendors.'),
    field(
      'match',
      'Match',
      'text',
      'How sure it is that the app is the vendor’s; only sure and likely ones count.',
    ),
    field('answer', 'Is it this vendor?', 'option', 'Say yes or no, and the next refresh goes by it.', {
      ...answer,
      options: YES_NO,
    }),
    field('rank', 'Rank', 'number', 'Place by surcharge in a year, among those in the currency of most.'),
    field(
      'total',
      'Surcharge a year',
      'money',
      'What single sign-on costs your company extra in a year; empty where it is not known.',
      money,
    ),
    field('currency', 'Currency', 'text', 'The currency of the amounts.'),
    field(
      'certainty',
      'Amount is',
      'text',
      'Whether the amount is exact or the least that it can be; why it is not known.',
    ),
    field('users', 'Active users', 'number', 'Your company’s active users of the app.'),
    field('perUnit', 'Surcharge', 'money', 'What a user, or whatever the price counts, costs extra.', money),
    field('per', 'Per', 'text', 'What the surcharge is for.'),
    field('basePrice', 'Price', 'text', 'The published price without single sign-on.'),
    field('ssoPrice', 'Price with SSO', 'text', 'The published price with single sign-on.'),
    field('sso', 'SSO of the app', 'text', 'What your own field about single sign-on says.'),
    field(
      FINDING,
      'SSO finding',
      'text',
      'What you can write into a field of the platform: Yes and No go by your own field, Not Known is sold by the vendor and perhaps not in use.',
    ),
    field('owner', 'Owner', 'person', 'Who answers for the app.'),
    field('renewal', 'Contract ends', 'date', 'When the contract that ends next does.'),
    field('notice', 'Notice by', 'date', 'The last day to cancel that contract.'),
    field('step', 'Next step', 'option', 'How far you are with the vendor.', { ...answer, options: STEPS }),
    field('notes', 'Notes', 'longText', 'Whatever you want to keep with the row.', answer),
    field('readOn', 'Prices read on', 'date', 'When the list’s prices were read.'),
    field('age', 'Age of the prices', 'text', 'Says so where the prices are older than two years.'),
    field('basis', 'Recognised by', 'text', 'What the match rests on.'),
    field('found', 'In the app', 'text', 'What of the app met the vendor.'),
    field('against', 'In the list', 'text', 'What of the vendor met the app.'),
    field('origin', 'Vendor comes from', 'text', 'Whether the list or people say so.'),
    field('source', 'Source', 'url', 'Where the prices were read.'),
  ],
  widths: { id: 150, match: 110, currency: 70, certainty: 200, per: 120, age: 140, basis: 130, origin: 140 },
  filterIdeas: [
    { label: 'To be confirmed', filters: [{ field: 'match', test: 'isAnyOf', values: ['Possible'] }] },
    { label: 'With a known surcharge', filters: [{ field: 'total', test: 'isNotEmpty', values: [] }] },
    { label: 'Notice within 90 days', filters: [{ field: 'notice', test: 'inNextDays', values: [90] }] },
  ],
  rows: (input) => ranked(findings(input)),
  beside: besideSsoTax,
  waiting: (rows) => rows.filter(({ match }) => match === 'Possible').length,
};

/** A row on its way, with what it is sorted by. */
interface Finding {
  readonly row: RemoteRecord;
  readonly standing: number;
  readonly users: number;
  readonly name: string;
  /** The vendor, where its surcharge is paid once, whatever the number of users. */
  readonly flatPriceOf: string | null;
}

/** Counted ones, such that wait for an answer, and refused ones. */
const STANDINGS = { counted: 0, possible: 1, refused: 2 } as const;

function findings({ facts, own, tabs, today }: ReportInput): readonly Finding[] {
  const vendors = withOwnVendors(listedVendors(), ownVendors(tabs.get(SSO_TAX_VENDORS) ?? []));
  const index = vendorIndex(vendors);
  const decisions = decisionsIn(own);
  const contracts = nextContracts(facts.contracts, today);
  return matchApps(facts.apps, index, decisions).flatMap(({ app, matches }) => {
    const refused = (decisions.get(app.id) ?? []).flatMap(({ vendor: id, isMatch }) => {
      const vendor = isMatch ? undefined : index.vendors.get(id);
      return vendor ? [vendor] : [];
    });
    const contract = contracts.get(app.id);
    return [
      ...matches.map((match) => finding(app, match, contract, today)),
      ...refused.map((vendor) => refusal(app, vendor)),
    ];
  });
}

function finding(
  app: AppFact,
  match: VendorMatch,
  contract: ContractFact | undefined,
  today: string,
): Finding {
  const { vendor } = match;
  const isCounted = isConfident(match);
  const costs = surcharge(vendor, { users: app.users });
  const dates = contract && contractDates(contract);
  const row = {
    ...named(app, vendor),
    match: match.confidence.charAt(0).toUpperCase() + match.confidence.slice(1),
    total: isCounted ? costs.total : null,
    currency: costs.currency,
    certainty: certaintyOf(costs, isCounted),
    users: app.users,
    perUnit: costs.perUnit,
    per: costs.perUnit === null ? '' : measureOf(vendor),
    basePrice: vendor.base.text,
    ssoPrice: vendor.sso.text,
    sso: app.sso,
    [FINDING]: isCounted ? ssoFinding(app.sso) : '',
    owner: app.owner,
    renewal: dates?.end ?? '',
    notice: dates?.notice ?? '',
    readOn: vendor.readOn ?? '',
    age: ageOf(vendor, today),
    basis: BASES[match.basis],
    found: match.found,
    against: match.against,
    origin: ORIGINS[vendor.origin],
    source: vendor.sources[0] ?? '',
  };
  const standing = isCounted ? STANDINGS.counted : STANDINGS.possible;
  const flatPriceOf = costs.total !== null && costs.unit === null ? vendor.id : null;
  return { row, standing, users: app.users ?? 0, name: app.name, flatPriceOf };
}

function refusal(app: AppFact, vendor: Vendor): Finding {
  const row = { ...named(app, vendor), match: 'Not this vendor', basis: BASES.decision };
  return { row, standing: STANDINGS.refused, users: app.users ?? 0, name: app.name, flatPriceOf: null };
}

function named(app: AppFact, vendor: Vendor): RemoteRecord {
  return { id: `${app.id}${SEPARATOR}${vendor.id}`, app: app.name, vendor: vendor.name };
}

/** Between the ids of app and vendor; no platform's id holds it. */
const SEPARATOR = '/';

/** The app's id within that of a row; null where it is none. */
export function appOfRow(id: string): string | null {
  const at = id.lastIndexOf(SEPARATOR);
  return at < 0 ? null : id.slice(0, at);
}

const BASES: Readonly<Record<VendorMatch['basis'], string>> = {
  decision: 'Your answer',
  domain: 'Domain',
  name: 'Name',
  alias: 'Other name',
  vendor: 'Maker',
  words: 'Words of the name',
};

const ORIGINS: Readonly<Record<Vendor['origin'], string>> = {
  list: 'The list',
  changed: 'Changed here',
  own: 'Added here',
};

function certaintyOf({ perUnit, total, isAtLeast, unknownWhy }: Surcharge, isCounted: boolean): string {
  if (!isCounted) return 'Not counted until you say yes';
  if (total === null || perUnit === null) return unknownWhy === null ? '' : UNKNOWN_WORDS[unknownWhy];
  return isAtLeast ? 'At least' : 'Exact';
}

function ageOf({ readOn }: Vendor, today: string): string {
  const isOld = isOldPrice(readOn, today);
  if (isOld === null) return 'Not known';
  return isOld ? 'Older than two years' : '';
}

/** By the id of the app, what people have said in the tab. */
function decisionsIn(rows: ReportInput['own']): ReadonlyMap<string, readonly Decision[]> {
  const decisions = new Map<string, Decision[]>();
  for (const { id = '', answer: said = '' } of rows) {
    const app = appOfRow(id);
    if (app === null || !/^(?:yes|no)$/i.test(said.trim())) continue;
    const decision = { vendor: id.slice(app.length + SEPARATOR.length), isMatch: /^yes$/i.test(said.trim()) };
    decisions.set(app, [...(decisions.get(app) ?? []), decision]);
  }
  return decisions;
}

/** What to act on first: the largest known surcharge in the currency of most, then other currencies, then what is not known. */
function ranked(found: readonly Finding[]): readonly RemoteRecord[] {
  const ordered = [...found].sort(
    (one, other) => one.standing - other.standing || other.users - one.users || byText(one.name, other.name),
  );
  const isCounted = ({ standing }: Finding): boolean => standing === STANDINGS.counted;
  const counted = byAmount(flatPricesOnce(ordered.filter(isCounted)), 'total');
  const [leading] = currenciesIn(counted, 'total');
  return [
    ...counted.map((row, index) => {
      const { total, currency } = row;
      const isRanked = typeof total === 'number' && total > 0 && currency === leading;
      return isRanked ? { ...row, rank: index + 1 } : row;
    }),
    ...ordered.filter((one) => !isCounted(one)).map(({ row }) => row),
  ];
}

/** What a vendor charges once stands in the row of its app with the most users. */
function flatPricesOnce(found: readonly Finding[]): readonly RemoteRecord[] {
  const counted = new Map<string, string>();
  return found.map(({ row, name, flatPriceOf }) => {
    if (flatPriceOf === null) return row;
    const before = counted.get(flatPriceOf);
    if (before === undefined) counted.set(flatPriceOf, name);
    return before === undefined
      ? row
      : { ...row, total: null, certainty: `Charged once: counted with “${before}”` };
  });
}
