/** Changes to what can be switched on a running server. */

/** The options with changes; a name that is no option is an error, so that a slip does not go unseen. */
export function changedOptions<T extends object>(
  server: string,
  options: T,
  changes: Record<string, unknown>,
): T {
  for (const name of Object.keys(changes)) {
    if (!(name in options)) throw new Error(`The ${server} server has no option "${name}".`);
  }
  return { ...options, ...changes };
}
