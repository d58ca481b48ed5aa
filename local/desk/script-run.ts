/** The rules of google.script.run, the sidebar's way to the script. https://developers.google.com/apps-script/guides/html/communication */

/**
 * A copy of an argument, as the script receives it: undefined becomes null in arrays and is left out of objects.
 * @throws Error for a Date, a function, a cycle or anything else that may not cross
 */
export function copyOfArgument(value: unknown, name = 'argument', within: readonly object[] = []): unknown {
  if (value === null || ['string', 'number', 'boolean'].includes(typeof value)) return value;
  if (value === undefined) return null;
  const refuse = (what: string) => new Error(`Failed due to illegal value in property: ${name} (${what})`);
  if (typeof value !== 'object') throw refuse(typeof value);
  if (within.includes(value)) throw refuse('a cycle');
  const inside = [...within, value];
  if (Array.isArray(value)) return value.map((entry, at) => copyOfArgument(entry, String(at), inside));
  const kind = Object.prototype.toString.call(value);
  if (kind !== '[object Object]') throw refuse(kind.slice(8, -1));
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, entry]) => entry !== undefined)
      .map(([key, entry]) => [key, copyOfArgument(entry, key, inside)]),
  );
}

/** A function that a page may call. @throws Error where the name says that it is private */
export function demandPublic(fn: string): void {
  if (fn.endsWith('_') || fn.includes('.')) throw new Error(`google.script.run.${fn} is not a function.`);
}
