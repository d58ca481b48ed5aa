/** Finds what occurs twice where everything must be one of a kind. */

/** One problem in plain words for each value that does: `what` names the kind. */
export function repeated(values: readonly string[], what: string): string[] {
  const twice = values.filter((value, index) => values.indexOf(value) !== index);
  return [...new Set(twice)].map((value) => `${what} “${value}” occurs twice`);
}
