/** The order of lists: `sort`, or none that anybody may rely on. */
import { Refusal } from '../../http/exchange';
import { sortedBy } from '../../records/sorting';
import type { FieldCatalog } from '../field';
import type { ToriiRecord } from '../record';
import { comparables } from './comparable';
import type { Values } from './comparable';

/**
 * Sorts by `fieldA:asc,fieldB:desc`; without a direction, ascending.
 * @param values what to compare a record by
 */
export function sorted<T>(
  records: readonly T[],
  sort: string,
  catalog: FieldCatalog,
  values: (record: T) => Values,
): T[] {
  const keys = sort.split(',').map((part) => {
    const [key = '', direction = 'asc'] = part.trim().split(':');
    const field = catalog.get(key);
    if (field === undefined) throw new Refusal(400, `Cannot sort by unknown field "${key}"`);
    if (direction !== 'asc' && direction !== 'desc') {
      throw new Refusal(400, `The direction of "${key}" must be asc or desc`);
    }
    return {
      value: (record: T) => comparables(field, values(record))[0] ?? null,
      sign: direction === 'asc' ? (1 as const) : (-1 as const),
    };
  });
  return sortedBy(records, keys);
}

/**
 * An order that follows no field, the same each time: contracts 1.1 promise none.
 * https://developers.toriihq.com/docs/get-contracts-migration-guide-v10-v11
 */
export function scattered(records: readonly ToriiRecord[]): ToriiRecord[] {
  const place = (record: ToriiRecord) => Math.imul(record.id, 0x9e3779b1) >>> 0;
  return [...records].sort((a, b) => place(a) - place(b));
}
