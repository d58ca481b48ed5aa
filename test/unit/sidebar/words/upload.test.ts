/** Sentences about uploads. */
import type { UploadCheckInfo, UploadEntry } from '../../../../src/app/contract';
import {
  companionsWords,
  entryWords,
  formatBytes,
  foundWords,
  gapWords,
  keyWords,
  leaveOutWords,
  listedWords,
  namesWords,
  sinceWords,
  totalsWords,
  uploadedWords,
} from '../../../../sidebar/words/upload';
import { groupWords, problemPlaceWords } from '../../../../sidebar/words/upload-problem';
import { TARGET } from '../uploads';

const COUNTS: UploadCheckInfo['counts'] = {
  ...{ rows: 120, records: 118, merged: 0, leftOut: 0, errors: 0, warnings: 0 },
  parts: { 'zluri.users': 118 },
};
const NOW = Date.parse('2026-11-22T10:45:00Z');

test('totals tell rows, records, licences and what was left out', () => {
  expect(totalsWords({ counts: COUNTS }, 'transactions', 'en')).toBe('120 rows → 118 transactions');
  const counts = { ...COUNTS, users: 118, licenses: 1, leftOut: 1, merged: 2 };
  expect(totalsWords({ counts }, 'users', 'en')).toBe(
    '120 rows → 118 users, 1 licence · 1 row left out, 2 rows put together with others',
  );
});

test('what goes along is counted in its own words', () => {
  const targets = [{ target: 'zluri.groups', plural: 'groups' }];
  const parts = { ...COUNTS.parts, 'zluri.groups': 12 };
  const check = { target: 'zluri.users', counts: { ...COUNTS, parts } };
  expect(companionsWords(check, targets, 'en')).toBe('With it go 12 groups.');
  expect(companionsWords({ ...check, counts: COUNTS }, targets, 'en')).toBe('');
});

test.each([
  [340, '340 bytes'],
  [48_200, '48 KB'],
  [12_350_000, '12.4 MB'],
])('%d bytes read “%s”', (bytes, words) => {
  expect(formatBytes(bytes, 'en')).toBe(words);
});

test('a comparison with the upload before names some of those who are gone', () => {
  const since = { at: '2026-11-22T09:00:00Z', added: 3, gone: 37, goneNames: ['ann', 'bo'] };
  expect(sinceWords(since, NOW, 'en')).toMatch(
    /^Since the upload before, .*: 3 new, 37 gone \(ann, bo and 35 more\)\.$/,
  );
  expect(sinceWords({ ...since, added: 0, gone: 0, goneNames: [] }, NOW, 'en')).toMatch(
    /^The same ones as in/,
  );
  expect(namesWords(['ann', 'bo'], 2, 'en')).toBe('ann, bo');
});

test('what was found and what is missing', () => {
  expect(foundWords(7, 9, 2, 'en')).toBe('7 of 9 fields found; 2 columns are not used');
  expect(foundWords(1, 9, 1, 'en')).toBe('1 of 9 fields found; 1 column is not used');
  expect(foundWords(9, 9, 0, 'en')).toBe('9 of 9 fields found; every column is used');
  const gaps = { fields: TARGET.fields.slice(0, 1), words: 2, place: true, companions: ['zluri.groups'] };
  expect(gapWords(gaps, TARGET, [{ target: 'zluri.groups', title: 'Groups' }], 'en')).toBe(
    'Still missing: email, the meaning of 2 words, a tab for Groups, the app account it goes to.',
  );
});

test('an upload that is over', () => {
  expect(uploadedWords({ outcome: 'done', counts: COUNTS }, 'en')).toBe('118 records arrived');
  expect(uploadedWords({ outcome: 'taken', counts: { ...COUNTS, users: 1, licenses: 2 } }, 'en')).toBe(
    '1 user and 2 licences were handed over',
  );
  const entry = { rows: 120, records: 118, leftOut: 2, bytes: 48_200, route: 'in 3 pages' } as UploadEntry;
  expect(entryWords(entry, 'en')).toBe('120 rows → 118 records · 2 left out · 48 KB, in 3 pages');
});

test('problems tell their kind, their place, and how many there are', () => {
  const problem = { severity: 'error', code: 'badEmail', message: '', remedy: '' } as const;
  expect(groupWords('error', 'badEmail', 1200, 'en')).toBe('To mend: Not an e-mail address · 1,200');
  expect(groupWords('note', 'emptyRow', 1, 'en')).toBe('Good to know: Empty rows');
  expect(problemPlaceWords({ ...problem, row: 12, column: 'Email' }, 'Members', 'en')).toBe('Row 12 · Email');
  expect(problemPlaceWords({ ...problem, row: 12, tab: 'Groups' }, 'Members', 'en')).toBe('Groups, row 12');
  expect(listedWords(500, { errors: 2000, warnings: 314 }, 'en')).toBe('These are the first 500 of 2,314. ');
  expect(listedWords(3, { errors: 2, warnings: 1 }, 'en')).toBe('');
  expect(leaveOutWords(false, 2, false, 'en')).toBe('Leave out 2 bad rows');
  expect(leaveOutWords(false, 500, true, 'en')).toBe('Leave out bad rows');
  expect(leaveOutWords(true, 2, false, 'en')).toBe('Take bad rows in again');
});

test('a platform’s own names are read as words', () => {
  expect(keyWords('pricePerUser')).toBe('Price per user');
  expect(keyWords('unique_id')).toBe('Unique id');
});
