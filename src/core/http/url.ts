/** Builds addresses, since Apps Script has no URL class. */

/**
 * The longest address that UrlFetchApp surely takes, in characters: the quota page says 2 KB, the reference page 2,082.
 * https://developers.google.com/apps-script/guides/services/quotas
 */
export const MAX_URL_LENGTH = 2048;

export type Query = Readonly<Record<string, string | number | boolean | undefined>>;

const HALF_CHARACTER = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/**
 * One name or value of a query, so that a server reads back the same text: `+`, `/` and `=` of a cursor are encoded. Commas
 * stay, since they are legal in a query and lists of fields are full of them. Half a surrogate pair, which no
 * encoding can carry, becomes U+FFFD.
 */
export function encodeQueryPart(text: string): string {
  return encodeURIComponent(text.replace(HALF_CHARACTER, '\uFFFD'))
    .replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
    .replace(/%2C/g, ',');
}

/** The query with its “?”, or '' where nothing is left once undefined values are out. */
export function encodeQuery(query: Query): string {
  const parts: string[] = [];
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) parts.push(`${encodeQueryPart(name)}=${encodeQueryPart(String(value))}`);
  }
  return parts.length === 0 ? '' : `?${parts.join('&')}`;
}

/** The whole address of a request below a base address. */
export function buildUrl(baseUrl: string, path: string, query: Query = {}): string {
  return `${baseUrl}${path}${encodeQuery(query)}`;
}
