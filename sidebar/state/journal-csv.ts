/** The Push journal as a file that spreadsheets and scripts can read. */
import type { JournalInfo } from '../../src/app/contract';

const COLUMNS: readonly (readonly [title: string, key: keyof JournalInfo])[] = [
  ['When', 'at'],
  ['Sent by', 'who'],
  ['Prepared by', 'preparedBy'],
  ['Push', 'plan'],
  ['Purpose', 'purpose'],
  ['Tab', 'tab'],
  ['Platform', 'provider'],
  ['Kind of record', 'resource'],
  ['Row', 'row'],
  ['ID', 'id'],
  ['Name', 'name'],
  ['Action', 'action'],
  ['Field', 'field'],
  ['Label', 'label'],
  ['Before', 'before'],
  ['After', 'after'],
  ['Outcome', 'outcome'],
  ['Detail', 'detail'],
];

/** Comma-separated, every line ended by CR LF. https://www.rfc-editor.org/rfc/rfc4180 */
export function journalCsv(entries: readonly JournalInfo[]): string {
  const lines = [
    COLUMNS.map(([title]) => title),
    ...entries.map((entry) => COLUMNS.map(([, key]) => cellOf(entry[key]))),
  ];
  return lines.map((cells) => `${cells.join(',')}\r\n`).join('');
}

/** Text that a spreadsheet would take for a formula begins with an apostrophe. https://owasp.org/www-community/attacks/CSV_Injection */
function cellOf(value: JournalInfo[keyof JournalInfo]): string {
  const text = typeof value === 'string' && /^[=+\-@\t\r\n]/.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}

/** “push-journal-Contracts-2026-11-22.csv”, without what file names cannot hold. */
export function journalFileName({ tab, at }: { readonly tab: string; readonly at: string }): string {
  return `push-journal-${tab.replace(/[^\p{L}\p{N}]+/gu, '-')}-${at.slice(0, 10)}.csv`;
}
