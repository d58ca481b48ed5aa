/** The part of google.script that the sidebar uses: the call to the server, and closing the sidebar. */

/**
 * google.script.run: each `with…` returns a new runner; a server function's name starts the call.
 * https://developers.google.com/apps-script/guides/html/reference/run
 */
export interface Runner {
  withSuccessHandler(handler: (value: unknown) => void): Runner;
  withFailureHandler(handler: (error: Error) => void): Runner;
  api(method: string, payload: unknown): void;
}

declare global {
  // `var` is the only way to declare a property of the global object.
  var google: { readonly script: { readonly run: Runner } } | undefined;
}

/** The page's runner; throws where the page was opened outside a spreadsheet. */
export function googleRunner(): Runner {
  const run = globalThis.google?.script.run;
  if (!run) throw new Error('This page works only inside a spreadsheet.');
  return run;
}
