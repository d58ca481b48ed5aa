/** What a newer copy of the vendor list brings, in lines for whoever takes it over. */
import { isDeepStrictEqual } from 'node:util';
import type { ListedVendor } from '../../src/reports/sso/vendor-list';

/** One line for each vendor that is new, gone or changed; [] where the copies say the same. */
export function changesBetween(before: readonly ListedVendor[], after: readonly ListedVendor[]): string[] {
  const earlier = new Map(before.map((vendor) => [vendor.id, vendor]));
  const ids = new Set(after.map(({ id }) => id));
  const gone = before.filter(({ id }) => !ids.has(id)).map(({ name }) => `gone: ${name}`);
  const rest = after.flatMap((vendor) => {
    const old = earlier.get(vendor.id);
    return old ? changesOf(old, vendor) : [`new: ${vendor.name}, ${pricesOf(vendor)}`];
  });
  return [...gone, ...rest];
}

function changesOf(old: ListedVendor, vendor: ListedVendor): string[] {
  const hasNewPrice = pricesOf(old) !== pricesOf(vendor);
  const said = detailsOf(old);
  const changed = detailsOf(vendor)
    .filter(([, text], at) => text !== said[at]?.[1])
    .map(([what]) => what);
  if (!hasNewPrice && !isDeepStrictEqual([old.base, old.sso], [vendor.base, vendor.sso]))
    changed.push('what was read from the prices');
  return [
    ...(hasNewPrice
      ? [`price changed: ${vendor.name}, ${pricesOf(old)} before, ${pricesOf(vendor)} now`]
      : []),
    ...(changed.length > 0 ? [`changed: ${vendor.name}, ${changed.join(', ')}`] : []),
  ];
}

function pricesOf({ base, sso }: ListedVendor): string {
  return `${base[0]} without single sign-on and ${sso[0]} with it`;
}

function detailsOf(vendor: ListedVendor): [string, string][] {
  return [
    ['name', vendor.name],
    ['web address', vendor.url],
    ['increase', `${vendor.increase} ${vendor.isIncreaseAtLeast}`],
    ['sources', `${vendor.sources.join(' ')} ${vendor.isFromQuote}`],
    ['day of reading', vendor.readOn],
    ['note', vendor.note ?? ''],
  ];
}
