/** Puts records in order by several keys. */
import { compare } from './comparison';
import type { Comparable } from './comparison';

export interface SortKey<T> {
  readonly value: (record: T) => Comparable;
  /** 1 ascends, -1 descends. */
  readonly sign: 1 | -1;
}

/** A sorted copy; records that no key tells apart keep their order. */
export function sortedBy<T>(records: readonly T[], keys: readonly SortKey<T>[]): T[] {
  const rows = records.map((record) => ({ record, values: keys.map((key) => key.value(record)) }));
  rows.sort((a, b) => {
    for (const [i, { sign }] of keys.entries()) {
      const difference = compare(a.values[i] ?? null, b.values[i] ?? null);
      if (difference !== 0) return difference * sign;
    }
    return 0;
  });
  return rows.map((row) => row.record);
}
