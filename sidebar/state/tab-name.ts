/** The name of a new tab: what is wrong with it, if anything. */

/** Longest name that a tab may have, in characters. */
export const LONGEST_NAME = 100;

/** Null for a name that can be used; Sheets takes two names that differ only in upper and lower case for the same. */
export function nameProblem(name: string, taken: readonly string[]): string | null {
  const wanted = name.trim();
  if (wanted === '') return 'Give the new tab a name.';
  if (wanted.length > LONGEST_NAME) return `A tab’s name has at most ${LONGEST_NAME} characters.`;
  const same = taken.find((other) => other.toLowerCase() === wanted.toLowerCase());
  return same === undefined ? null : `There is a tab “${same}” already. Choose another name.`;
}
