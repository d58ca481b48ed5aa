/** The sidebar's sentences: counts, ages, progress, results. */
import type { JobInfo, PullResult } from '../../../../src/app/contract';
import { promptWords, testWords } from '../../../../sidebar/words/condition';
import { countOf, formatCount } from '../../../../sidebar/words/count';
import { addedWords, movedWords, takenOutWords, typeWords } from '../../../../sidebar/words/field';
import {
  announcement,
  outcomeWords,
  progressShare,
  progressWords,
  resultWords,
} from '../../../../sidebar/words/job';
import { placeWords } from '../../../../sidebar/words/place';
import { asOfWords, editWords, filterWords, modeWords } from '../../../../sidebar/words/tab';
import { formatAge, formatMoment, formatWait } from '../../../../sidebar/words/time';

const NOW = Date.parse('2026-11-22T10:45:00Z');
const at = (text: string): number => Date.parse(text);

const job = (change: Partial<JobInfo>): JobInfo => ({
  job: 'j1',
  title: 'Pull apps from Torii',
  state: 'running',
  progress: { done: 3000, total: 10000, unit: 'apps', pages: 3 },
  ...change,
});

const result = (change: Partial<PullResult>): PullResult => ({
  tab: 'Apps',
  rows: 180,
  added: 0,
  updated: 0,
  unchanged: 0,
  vanished: 0,
  removed: 0,
  pending: 0,
  conflicts: 0,
  pulledAt: '2026-11-22T10:42:00Z',
  dropDownsFollow: false,
  remarks: [],
  ...change,
});

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

test('progress tells amount, whole and page', () => {
  expect(progressWords(job({}), 'en')).toBe('3,000 of 10,000 apps · page 3');
  expect(progressWords(job({ progress: { done: 1, unit: 'apps', pages: 1 } }), 'en')).toBe('1 app · page 1');
  expect(progressWords(job({ progress: { done: 0, unit: 'apps', pages: 0 } }), 'en')).toBe(
    'Asking for the first apps …',
  );
  expect(progressShare(job({}))).toBeCloseTo(0.3);
  expect(progressShare(job({ progress: { done: 5, unit: 'apps', pages: 1 } }))).toBeNull();
  expect(progressShare(job({ progress: { done: 12, total: 10, unit: 'apps', pages: 1 } }))).toBe(1);
});

test('a result names only what there is', () => {
  expect(resultWords(result({ added: 3, updated: 5, unchanged: 172 }), 'apps', 'en')).toBe(
    '180 apps: 3 new, 5 updated, 172 unchanged',
  );
  expect(resultWords(result({ unchanged: 180 }), 'apps', 'en')).toBe('180 apps, nothing changed');
  expect(resultWords(result({ rows: 1, vanished: 1 }), 'apps', 'en')).toBe('1 app: 1 gone');
  expect(resultWords(result({ rows: 5, unchanged: 5, vanished: 55 }), 'apps', 'en')).toBe(
    '5 apps: 55 gone, 5 unchanged',
  );
  expect(resultWords(result({ rows: 0 }), 'apps', 'en')).toBe('0 apps');
});

test('a screen reader hears quarters, not pages', () => {
  const share = (done: number): string =>
    announcement(job({ progress: { done, total: 10000, unit: 'apps', pages: 1 } }), 'en');
  expect(share(1000)).toBe('Pull apps from Torii is running.');
  expect(share(3000)).toBe(share(4000));
  expect(share(3000)).toBe('Pull apps from Torii: 25 percent.');
  expect(announcement(job({ state: 'done', result: result({ added: 180 }) }), 'en')).toBe(
    'Done. 180 apps: 180 new',
  );
  expect(
    announcement(
      job({ state: 'waiting', waiting: { reason: 'Torii asks to wait.', until: '2026-11-22T10:46:00Z' } }),
    ),
  ).toBe('Pull apps from Torii is waiting. Torii asks to wait.');
});

test('a tab tells its age and what was not sent', () => {
  expect(asOfWords({ pulledAt: '2026-11-22T10:42:00Z' }, NOW, 'en-GB')).toMatch(/^as of .+ · 3 min ago$/);
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

test('a result names rows that were taken out, and the copy that was made', () => {
  expect(outcomeWords({ removed: 0 })).toEqual([]);
  expect(outcomeWords({ removed: 1, copy: 'Apps 2026-11-22' }, 'en')).toEqual([
    '1 row of removed records was taken out.',
    'A dated copy was made: “Apps 2026-11-22”.',
  ]);
  expect(outcomeWords({ removed: 1200 }, 'en')).toEqual(['1,200 rows of removed records were taken out.']);
});

test('fields and conditions are in plain words', () => {
  expect(typeWords('options')).toBe('several of a list');
  expect(testWords('inNextDays')).toBe('is in the next … days');
  expect(promptWords('addresses')).toBe('E-mail addresses, with commas between them');
  expect(addedWords('Category', 5)).toBe('Category is chosen, place 5 of 5.');
  expect(takenOutWords('Category', 1)).toBe('Category is taken out. 1 field chosen.');
  expect(movedWords('Owner', 2, 12)).toBe('Owner, place 3 of 12.');
});
