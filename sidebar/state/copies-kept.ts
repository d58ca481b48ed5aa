/** How many dated copies of a tab are kept. */

/** The server takes 1 to this. */
export const MOST_COPIES = 100;

/** The number that was typed, or null where it is none that can be. */
export function copiesKept(typed: string): number | null {
  const count = /^\s*\d{1,4}\s*$/.test(typed) ? Number(typed) : 0;
  return count >= 1 && count <= MOST_COPIES ? count : null;
}
