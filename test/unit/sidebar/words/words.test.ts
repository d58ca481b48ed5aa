/** The sidebar's sentences: counts, ages, tabs, fields. */
import { promptWords } from '../../../../sidebar/words/condition';
import { countOf, formatCount } from '../../../../sidebar/words/count';
import { addedWords, movedWords, takenOutWords, typeWords } from '../../../../sidebar/words/field';
import { placeWords } from '../../../../sidebar/words/place';
import { ageAndSizeWords, asOfWords, editWords, filterWords, modeWords } from '../../../../sidebar/words/tab';
import { formatAge, formatMoment, formatWait } from '../../../../sidebar/words/time';

const NOW = Date.parse('2026-11-22T10:45:00Z');
const at = (text: string): number => Date.parse(text);

test('counts are grouped in the reader’s way, and one is singular', () => {
  expect(formatCount(10000, 'en')).toBe('10,000');
  expect(formatCount(10000, 'de')).toBe('10.000');
  expect(countOf(1, 'apps', 'en')).toBe('1 app');
  expect(countOf(0, 'apps', 'en')).toBe('0 apps');
});

test.each([
  ['2026-11-22T10:44:30Z', 'just now'],
  ['2026-11-22T10:46:00Z', 'just now'],
  ['2026-11-22T10:42:00Z', '3 min ago'],
  ['2026-11-22T08:30:00Z', '2 h ago'],
  ['2026-11-21T10:00:00Z', '1 day ago'],
  ['2026-11-12T10:00:00Z', '10 days ago'],
])('%s was %s', (moment, words) => {
  expect(formatAge(at(moment), NOW)).toBe(words);
});

test('a moment is as short as it can be without being ambiguous', () => {
  const shown = (moment: string, zone = 'UTC'): string => formatMoment(at(moment), NOW, 'en-GB', zone);
  expect(shown('2026-11-22T10:42:00Z')).toBe('10:42');
  expect(shown('2026-11-21T10:42:00Z')).toBe('21 Nov, 10:42');
  expect(shown('2025-11-21T10:42:00Z')).toBe('21 Nov 2025');
  // The same moment is another day elsewhere.
  expect(shown('2026-11-22T02:00:00Z', 'America/New_York')).toBe('21 Nov, 21:00');
});

test.each([
  [-5, '0 s'],
  [27_100, '28 s'],
  [60_000, '1 min'],
  [65_000, '1 min 5 s'],
  [7_500_000, '2 h 5 min'],
  [7_200_000, '2 h'],
])('a wait of %d ms reads %s', (wait, words) => {
  expect(formatWait(wait)).toBe(words);
});

test('a tab tells its age and what was not sent', () => {
  const tab = { pulledAt: '2026-11-22T10:42:00Z', rows: 1180 };
  expect(asOfWords(tab, NOW, 'en-GB')).toMatch(/^as of \d+:42$/);
  expect(ageAndSizeWords(tab, NOW, 'en')).toBe('3 min ago · 1,180 rows');
  expect(ageAndSizeWords({ pulledAt: '', rows: 0 }, NOW)).toBe('0 rows');
  expect(asOfWords({ pulledAt: '' }, NOW)).toBe('never read to the end');
  expect(editWords({ pending: 0, conflicts: 0 })).toEqual([]);
  expect(editWords({ pending: 2, conflicts: 1 }, 'en')).toEqual([
    '2 edits not sent',
    '1 of them changed on the platform too',
  ]);
});

test('a place is as exact as it is known', () => {
  expect(placeWords(undefined)).toBe('');
  expect(placeWords({ tab: 'Apps', row: 12, field: 'Owner' })).toBe('Apps, row 12, Owner');
  expect(placeWords({ tab: 'Apps' })).toBe('Apps');
});

test('a tab tells what it shows, and how it differs from the usual', () => {
  expect(filterWords({ filterWords: [] })).toBe('');
  expect(filterWords({ filterWords: ['State is Discovered or In Review', 'Primary owner is empty'] })).toBe(
    'Only where State is Discovered or In Review; and Primary owner is empty',
  );
  expect(modeWords({ mode: 'mirror' })).toBe('');
  expect(modeWords({ mode: 'snapshot' })).toBe('Leaves a dated copy at each run');
});

test('fields and conditions are in plain words', () => {
  expect(typeWords('options')).toBe('several of a list');
  expect(promptWords('addresses')).toBe('E-mail addresses, with commas between them');
  expect(addedWords('Category', 5)).toBe('Category is chosen, place 5 of 5.');
  expect(takenOutWords('Category', 1)).toBe('Category is taken out. 1 field chosen.');
  expect(movedWords('Owner', 2, 12)).toBe('Owner, place 3 of 12.');
});
