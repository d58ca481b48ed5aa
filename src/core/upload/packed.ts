/** What one tab becomes: its files, and the beginning of them for people to see. */
import { byteLength } from './byte-length';
import type { UploadFile } from './package';
import type { RowRecord } from './record';

export interface Packed {
  readonly files: readonly UploadFile[];
  /** Plain JSON, or text. */
  readonly sample: unknown;
}

/** How many records of each kind a sample shows. */
export const SAMPLE = 3;

/** A file, whole: the only page of no list. */
export function wholeFile(
  target: string,
  name: string,
  contentType: string,
  text: string,
  records: readonly RowRecord[],
): UploadFile {
  const rows = records.map(({ rows: [first] }) => first.row);
  return { target, entity: '', page: 1, name, contentType, text, bytes: byteLength(text), rows };
}
