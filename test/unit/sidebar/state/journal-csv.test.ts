/** The Push journal as a file: RFC 4180, and nothing that a spreadsheet would run. */
import type { JournalInfo } from '../../../../src/app/contract';
import { journalCsv, journalFileName } from '../../../../sidebar/state/journal-csv';

const ENTRY: JournalInfo = {
  ...{ plan: 'p1', at: '2026-11-22T10:42:00Z', who: 'ana@halden.example', preparedBy: 'bo@halden.example' },
  ...{ tab: 'Contracts', tabId: 7, provider: 'torii', resource: 'contracts', purpose: 'push', row: 2 },
  ...{ id: '4711', name: 'Zoom', action: 'update', field: 'notes', label: 'Notes' },
  ...{ before: '', after: 'x', outcome: 'sent', detail: '' },
};

const after = (value: JournalInfo['after']): string | undefined => {
  const line = journalCsv([{ ...ENTRY, after: value }])
    .split('\r\n')
    .slice(1, -1)
    .join('\r\n');
  return line.slice(line.indexOf('Notes,,') + 'Notes,,'.length, line.lastIndexOf(',sent,'));
};

test('a line of titles, and one for each change, ended by CR LF', () => {
  const lines = journalCsv([ENTRY]).split('\r\n');
  expect(lines).toHaveLength(3);
  expect(lines[2]).toBe('');
  expect(lines[0]?.split(',')).toHaveLength(lines[1]?.split(',').length ?? 0);
});

// https://www.rfc-editor.org/rfc/rfc4180#section-2 and https://owasp.org/www-community/attacks/CSV_Injection
test.each([
  ['a, b', '"a, b"'],
  ['say "hi"', '"say ""hi"""'],
  ['two\nlines', '"two\nlines"'],
  ['=1+1', "'=1+1"],
  ['+49 30', "'+49 30"],
  ['-x', "'-x"],
  ['@sum', "'@sum"],
  ['=HYPERLINK("a","b")', `"'=HYPERLINK(""a"",""b"")"`],
  [-5, '-5'],
  [true, 'true'],
])('%j is written as %s', (value, cell) => {
  expect(after(value)).toBe(cell);
});

test('a file name holds no signs that file systems refuse', () => {
  expect(journalFileName({ tab: 'Größe: a/b', at: ENTRY.at })).toBe('push-journal-Größe-a-b-2026-11-22.csv');
});
