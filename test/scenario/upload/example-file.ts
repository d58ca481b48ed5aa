/** Files beside the scenarios of uploads: exports as vendors write them, and bodies that were written by hand. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseCsv } from '../../../local/runtime/services/utilities/csv';

/** Rows of a CSV, for `pasteTab`; `path` from this folder. */
export function exportRows(path: string): string[][] {
  return parseCsv(textOf(path), ',');
}

/** A body that is expected: parsed where it is JSON, else as it stands, with the line ends of CSV. */
export function expectedBody(path: string): unknown {
  const text = textOf(path);
  return path.endsWith('.json') ? (JSON.parse(text) as unknown) : text.replace(/\r?\n/g, '\r\n');
}

function textOf(path: string): string {
  return readFileSync(join(__dirname, path), 'utf8');
}
