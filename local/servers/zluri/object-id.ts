/** The ids of Zluri's records: 24 hexadecimal digits. https://developers.zluri.com/reference/updateapplicationuser-1 */

const KINDS = [
  'org',
  'app',
  'user',
  'contract',
  'field',
  'licence',
  'department',
  'vendor',
  'use',
  'integration',
  'instance',
  'sync',
] as const;

export type Kind = (typeof KINDS)[number];

/** Rows whose ids a spreadsheet takes for numbers: digits round a single `e`. */
const looksLikeNumber = (row: number) => row % 16 === 5 && row < 1e10;

const NUMBER_LIKE = '6602013';

/** The id of the nth record of a kind. */
export function objectId(kind: Kind, row: number): string {
  const place = KINDS.indexOf(kind).toString(16);
  return looksLikeNumber(row)
    ? `${NUMBER_LIKE}${place}${String(row).padStart(10, '0')}e00005`
    : `66b2a1d3c${place}${row.toString(16).padStart(14, '0')}`;
}

/** The row that `objectId` made the id of, or -1. */
export function rowOf(kind: Kind, id: string): number {
  const row = id.startsWith(NUMBER_LIKE) ? Number(id.slice(8, 18)) : parseInt(id.slice(10), 16);
  return Number.isSafeInteger(row) && objectId(kind, row) === id ? row : -1;
}

export function isObjectId(value: unknown): value is string {
  return typeof value === 'string' && /^[0-9a-f]{24}$/i.test(value);
}
