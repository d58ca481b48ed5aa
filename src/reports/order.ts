/** The order of texts, the same on every machine. */

/** For Array.sort: by the characters' codes. */
export function byText(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
