/** `sort_by` of list requests: one-key objects, 1 ascending and -1 descending. https://developers.zluri.com/reference/listuserapplications */
import type { Comparable } from '../../records/comparison';
import { sortedBy } from '../../records/sorting';
import { ATTRIBUTES, attributeOf } from '../attributes';
import type { Listed } from '../attributes';
import { WrongValue } from '../error-body';
import { FILTER_FIELDS } from '../filter-fields';
import type { ZluriRecord } from '../record';
import type { Tenant } from '../tenant';

/** Without `sort_by`, records come as they are stored. */
export function parseOrder(
  given: unknown,
  listed: Listed,
  tenant: Tenant,
): (records: readonly ZluriRecord[]) => readonly ZluriRecord[] {
  if (given === undefined) return (records) => [...records];
  if (!Array.isArray(given)) throw new WrongValue('sort_by', 'Must be an array of {field: 1} or {field: -1}');
  const keys = given.map((entry: unknown, i) => {
    const [[key, direction] = [], ...more] = Object.entries(entry ?? {});
    // Inferred: what happens to a field that cannot be sorted by is not said.
    if (key === undefined || more.length > 0 || !sortable(listed, key)) {
      throw new WrongValue(`sort_by[${i}]`, `Cannot sort by "${String(key)}"`);
    }
    if (direction !== 1 && direction !== -1) throw new WrongValue(`sort_by[${i}]`, 'Must be 1 or -1');
    return {
      value: (record: ZluriRecord) => scalar(attributeOf(listed, record, key, tenant)),
      sign: direction,
    } as const;
  });
  return (records) => sortedBy(records, keys);
}

function sortable(listed: Listed, key: string): boolean {
  return ATTRIBUTES[listed].includes(key) || key in FILTER_FIELDS[listed];
}

function scalar(value: unknown): Comparable {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}
