/** How an upload reaches Zluri, in a person's words. */

/** “in 3 pages”. */
export function routeOf(files: readonly unknown[]): string {
  return files.length === 1 ? 'in 1 page' : `in ${String(files.length)} pages`;
}
