/** Opaque cursors: where a list goes on, tied to the query it belongs to. */

export interface PageCursor {
  /** Rows that came before. */
  readonly offset: number;
  /** Id of the row that came last, to find the place again after the list has changed. */
  readonly last?: string | number;
  /** Fingerprint of the query. */
  readonly query: string;
  /** Names itself as the next one, for ever: a server that runs in circles. */
  readonly circular?: boolean;
}

// In base64 these bytes read `++//`: a cursor that is not URL-encoded does not survive the way.
const SALT = Buffer.from([0xfb, 0xef, 0xff]);

/** Base64 that always holds `+`, `/` and `=`. */
export function encodeCursor(cursor: PageCursor): string {
  let text = JSON.stringify(cursor);
  // A length that three divides would leave no `=` at the end.
  if (Buffer.byteLength(text) % 3 === 0) text += ' ';
  return Buffer.concat([SALT, Buffer.from(text)]).toString('base64');
}

/** What `encodeCursor` made of it, or undefined for any other text. */
export function decodeCursor(text: string): PageCursor | undefined {
  const bytes = Buffer.from(text, 'base64');
  if (!bytes.subarray(0, SALT.length).equals(SALT) || bytes.toString('base64') !== text) return undefined;
  try {
    const cursor = JSON.parse(bytes.subarray(SALT.length).toString()) as PageCursor;
    return Number.isInteger(cursor.offset) && typeof cursor.query === 'string' ? cursor : undefined;
  } catch {
    return undefined;
  }
}

/** A short name for a query: the same parameters with the same values, in whatever order, give the same one. */
export function fingerprint(path: string, query: URLSearchParams, ignored: readonly string[]): string {
  const pairs = [...query].filter(([key]) => !ignored.includes(key)).map(([key, value]) => `${key}=${value}`);
  return hash([path, ...pairs.sort()].join('\n')).toString(36);
}

/** FNV-1a, 32 bits. http://www.isthe.com/chongo/tech/comp/fnv/ */
export function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return value >>> 0;
}
