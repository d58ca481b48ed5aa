/** How stored values compare, for filters and order. */

export type Comparable = string | number | boolean | null;

export function isEmpty(value: Comparable): boolean {
  return value === null || value === '';
}

/** Texts from the address line meet numbers and truth values: compared as texts. */
export function same(a: Comparable, b: Comparable): boolean {
  return a === b || (a !== null && b !== null && String(a) === String(b));
}

/** Below 0, 0 or above 0; empty values come last. */
export function compare(a: Comparable, b: Comparable): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  const [left, right] = [String(a).toLowerCase(), String(b).toLowerCase()];
  return left < right ? -1 : left > right ? 1 : 0;
}
