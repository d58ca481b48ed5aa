/** Runs the code of an HtmlTemplate in the bundle's global scope. https://developers.google.com/apps-script/guides/html/templates */

/**
 * The finished HtmlOutput. Properties set on the template are variables of its code; every function of the bundle
 * is in reach, as `include('x')` needs.
 */
export function evaluateTemplate(code: string, variables: object): unknown {
  const names = Object.keys(variables);
  const values = names.map((name) => Reflect.get(variables, name) as unknown);
  // The constructor makes a function of the global scope, which an ordinary closure would not be.
  const run = new Function(...names, `return ${code}`) as (...given: unknown[]) => unknown;
  return run(...values);
}
