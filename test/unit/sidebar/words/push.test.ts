/** What is said about a push that is over. */
import type { PushResult } from '../../../../src/app/contract';
import {
  failurePlaceWords,
  leftOverWords,
  onlyUnsentWords,
  outcomeCountsWords,
  pushedWords,
  sentWords,
} from '../../../../sidebar/words/push';
import { valueWords } from '../../../../sidebar/words/value';

const NOW = Date.parse('2026-11-22T10:45:00Z');
const RESULT: PushResult = {
  ...{ tab: 'Contracts', plan: 'p1', purpose: 'push', sent: 1200, records: 1, created: 0, deleted: 0 },
  ...{ failed: 0, unknown: 0, conflicts: 0, skipped: 0, failures: [], remarks: [] },
  stats: { requests: 1, waitedSeconds: 0, seconds: 1 },
};

test('what was sent, in how many records', () => {
  expect(sentWords(RESULT, 'contracts', 'en')).toBe('1,200 changes sent, in 1 contract');
  expect(sentWords({ ...RESULT, purpose: 'undo', sent: 0 }, 'contracts', 'en')).toBe(
    'Nothing was taken back',
  );
});

test('only what there is besides is told', () => {
  expect(leftOverWords(RESULT)).toEqual([]);
  const some = { created: 2, deleted: 1, failed: 3, unknown: 2, conflicts: 1, skipped: 4 };
  expect(leftOverWords({ ...RESULT, ...some }, 'en').map((words) => words.slice(0, 12))).toEqual([
    '2 created.',
    '1 deleted.',
    '3 refused: t',
    '2 not confir',
    '1 not sent, ',
    '4 left out.',
  ]);
});

test('a failure tells its place, a push its people', () => {
  const failure = { row: 12, id: '1', name: 'Zoom', field: 'state', label: 'State', message: 'No.' };
  expect(failurePlaceWords(failure)).toBe('Row 12, Zoom · State');
  expect(failurePlaceWords({ ...failure, row: 0 })).toBe('Zoom · State');
  const push = { at: '2026-11-22T10:42:00Z', who: 'ana', preparedBy: 'ana' };
  expect(pushedWords(push, NOW, 'en-GB')).toMatch(/ · by ana$/);
  expect(pushedWords({ ...push, preparedBy: 'bo' }, NOW, 'en-GB')).toMatch(/ · by ana, prepared by bo$/);
  expect(outcomeCountsWords({ sent: 0, failed: 1, unknown: 0 })).toBe('0 sent, 1 refused');
});

test('rows that were not sent are counted, and none is said to be none', () => {
  expect(onlyUnsentWords(0)).toMatch(/^There is none to show/);
  expect(onlyUnsentWords(1)).toMatch(/^1 row is shown;/);
  expect(onlyUnsentWords(1200, 'en')).toMatch(/^1,200 rows are shown;/);
});

test.each([
  [1200.5, '1,200.5'],
  [true, 'yes'],
  [false, 'no'],
  ['2026-11-22', '2026-11-22'],
  ['', ''],
])('the value %j reads “%s”', (value, words) => {
  expect(valueWords(value, 'en')).toBe(words);
});
