/** The vendors that charge extra for single sign-on: the list as it comes with the product, for people to correct and extend. */
import { field } from './field';
import type { ReportDefinition, TabRow } from './report';
import { type OwnVendor, withOwnVendors } from './sso/own-vendors';
import { parsePrice } from './sso/price';
import { surcharge } from './sso/surcharge';
import type { Vendor } from './sso/vendor';
import { LIST_SOURCE, listedVendors } from './sso/vendor-list';

export const SSO_TAX_VENDORS = 'ssoTaxVendors';

const correction = { writable: true, stays: 'correction' } as const;

export const SSO_TAX_VENDOR_LIST: ReportDefinition = {
  resource: SSO_TAX_VENDORS,
  title: 'SSO Tax Vendors',
  singular: 'vendor',
  plural: 'vendors',
  description: `Vendors that charge extra for single sign-on, from ${LIST_SOURCE.source} as of ${LIST_SOURCE.asOf}; correct what is wrong, and add your own below.`,
  needs: [],
  isShared: true,
  source: 'the list',
  key: 'id',
  name: 'name',
  fields: [
    field('id', 'ID', 'id', 'The list’s name for the vendor; leave it empty in rows that you add.'),
    field('name', 'Vendor', 'text', 'The vendor or product.', correction),
    field('url', 'Website', 'url', 'By its domain, apps are recognised.', correction),
    field('aliases', 'Also called', 'text', 'Other names, with commas between them.', correction),
    field(
      'basePrice',
      'Price',
      'text',
      'The cheapest plan for a business: “$10 per u/m” is for a user and month.',
      correction,
    ),
    field(
      'ssoPrice',
      'Price with SSO',
      'text',
      'The cheapest plan with single sign-on, written alike.',
      correction,
    ),
    field('surcharge', 'Surcharge', 'money', 'The difference, as far as the two prices say it.', {
      currencyField: 'currency',
    }),
    field('per', 'Per', 'text', 'What the surcharge is for.'),
    field('increase', 'Increase', 'text', 'By how many percent the price grows.'),
    field('source', 'Source', 'url', 'Where the prices were read.', correction),
    field('readOn', 'Read on', 'date', 'When they were read.', correction),
    field('note', 'Note', 'longText', 'What the list says besides.', correction),
  ],
  widths: { id: 150, aliases: 220, basePrice: 190, ssoPrice: 190, per: 120 },
  rows: ({ own }) => {
    const listed = listedVendors();
    const corrected = new Map(withOwnVendors(listed, ownVendors(own)).map((vendor) => [vendor.id, vendor]));
    return listed.map((vendor) => {
      const shown = corrected.get(vendor.id) ?? vendor;
      const { perUnit, currency } = surcharge(shown, { users: null });
      return {
        ...shownVendor(vendor),
        surcharge: perUnit,
        currency,
        per: perUnit === null ? '' : measureOf(shown),
        increase: increaseOf(shown),
      };
    });
  },
};

/** What people wrote into the tab: rows of their own, and cells that say something else than the list does. */
export function ownVendors(rows: readonly TabRow[]): readonly OwnVendor[] {
  const listed = new Map(listedVendors().map((vendor) => [vendor.id, shownVendor(vendor)]));
  return rows.flatMap((row): OwnVendor[] => {
    const id = row['id']?.trim() ?? '';
    const shown = listed.get(id);
    // What the list does not have any more is no row of a person's.
    if (id !== '' && !shown) return [];
    const said = (key: keyof ListRow): string | undefined => {
      const text = row[key]?.trim() ?? '';
      return text === '' || text === shown?.[key].trim() ? undefined : text;
    };
    const own = ownVendor(said);
    const isNews = Object.keys(own).length > 0;
    if (shown) return isNews ? [{ id, name: shown.name, ...own }] : [];
    return own.name === undefined ? [] : [{ ...own, name: own.name }];
  });
}

function ownVendor(said: (key: keyof ListRow) => string | undefined): Partial<OwnVendor> {
  const [name, url, aliases, base, sso, source, readOn, note] = [
    said('name'),
    said('url'),
    said('aliases'),
    said('basePrice'),
    said('ssoPrice'),
    said('source'),
    said('readOn'),
    said('note'),
  ];
  return {
    ...(name === undefined ? {} : { name }),
    ...(url === undefined ? {} : { url }),
    ...(aliases === undefined ? {} : { aliases: aliases.split(',').map((alias) => alias.trim()) }),
    ...(base === undefined ? {} : { base: parsePrice(base) }),
    ...(sso === undefined ? {} : { sso: parsePrice(sso) }),
    ...(source === undefined ? {} : { sources: [source] }),
    ...(readOn === undefined ? {} : { readOn }),
    ...(note === undefined ? {} : { note }),
  };
}

interface ListRow {
  readonly id: string;
  readonly name: string;
  readonly url: string;
  readonly aliases: string;
  readonly basePrice: string;
  readonly ssoPrice: string;
  readonly source: string;
  readonly readOn: string;
  readonly note: string;
}

/** The cells that the list itself fills. */
function shownVendor({ id, name, url, base, sso, sources, readOn, note, known }: Vendor): ListRow {
  return {
    id,
    name,
    url,
    aliases: (known.aliases ?? []).join(', '),
    basePrice: base.text,
    ssoPrice: sso.text,
    source: sources[0] ?? '',
    readOn: readOn ?? '',
    note,
  };
}

/** “user and month”, “month”; a price that says neither is for the whole. */
export function measureOf({ base, sso }: Pick<Vendor, 'base' | 'sso'>): string {
  const period = base.period === sso.period ? sso.period : 'year';
  return [sso.unit, period].filter((part) => part !== null).join(' and ');
}

function increaseOf({ increase }: Vendor): string {
  return increase === null ? '' : `${increase.isAtLeast ? 'at least ' : ''}${increase.percent}%`;
}
