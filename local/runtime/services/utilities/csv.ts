/** Comma-separated values, as Utilities.parseCsv reads them (RFC 4180). */
import { ScriptError } from '../../service-object';

/** Rows of cells; a quoted cell may hold delimiters, line breaks and doubled quotes. An empty text has no rows. */
export function parseCsv(csv: string, delimiter: string): string[][] {
  if (delimiter.length !== 1) throw new ScriptError(`Invalid argument: ${delimiter}`);
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  const lineEnd = (): boolean => csv[at] === '\n' || csv[at] === '\r';
  while (at < csv.length) {
    let cell = '';
    if (csv[at] === '"') {
      at += 1;
      for (;;) {
        const quote = csv.indexOf('"', at);
        if (quote < 0) throw new ScriptError('Could not parse text.');
        cell += csv.slice(at, quote);
        at = quote + 1;
        if (csv[at] !== '"') break;
        cell += '"';
        at += 1;
      }
    }
    const start = at;
    while (at < csv.length && csv[at] !== delimiter && !lineEnd()) at += 1;
    row.push(cell + csv.slice(start, at));
    if (csv[at] === delimiter) {
      at += 1;
      if (at < csv.length && !lineEnd()) continue;
      row.push('');
    }
    rows.push(row);
    row = [];
    at += csv.startsWith('\r\n', at) ? 2 : 1;
  }
  return rows;
}
