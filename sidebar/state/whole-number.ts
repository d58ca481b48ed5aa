/** Whole numbers that a person types. */

/** The number that was typed, or null where it is none from `least` to `most`. */
export function wholeNumber(typed: string, least: number, most: number): number | null {
  const count = /^\s*\d{1,9}\s*$/.test(typed) ? Number(typed) : Number.NaN;
  return count >= least && count <= most ? count : null;
}
