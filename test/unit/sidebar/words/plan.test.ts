/** What is said about a plan before it is sent. */
import type { Sum } from '../../../../sidebar/state/picks';
import {
  actionWords,
  allWords,
  emptyWords,
  madeWords,
  placeInTabWords,
  questionWords,
  sendLabel,
  tickWords,
  totalsWords,
} from '../../../../sidebar/words/plan';
import { change, planOf } from '../plans';

const NOW = Date.parse('2026-11-22T10:45:00Z');
const NONE = { rows: 0, cells: 0, conflicts: 0, problems: 0, same: 0, created: 0, deleted: 0 };
const SUM: Sum = { changes: 12, records: 9, overwritten: 0, created: 0, deleted: 0 };
const PLAN = planOf([]);

test.each([
  [
    { cells: 12, rows: 9, conflicts: 2, problems: 1 },
    '12 changes in 9 contracts, 2 conflicts not included, 1 problem',
  ],
  [{ cells: 1, rows: 1 }, '1 change in 1 contract'],
  [
    { cells: 1200, rows: 1000, created: 2, deleted: 1 },
    '1,200 changes in 1,000 contracts (2 new, 1 to delete)',
  ],
  [{ cells: 2, rows: 2, deleted: 2 }, '2 contracts to delete'],
  [{ conflicts: 1 }, 'No changes to send, 1 conflict not included'],
])('totals of %j: %s', (counts, words) => {
  expect(totalsWords(planOf([], { counts: { ...NONE, ...counts } }), 'en')).toBe(words);
});

test('a plan tells what it was compared with', () => {
  expect(madeWords(PLAN, 'Torii', NOW, 'en-GB')).toMatch(
    /by ana@halden\.example, compared with Torii just then\.$/,
  );
  expect(madeWords({ ...PLAN, live: false }, 'Torii', NOW, 'en-GB')).toMatch(
    /compared with the last refresh/,
  );
});

test('the button names the number and what becomes of the records', () => {
  expect(sendLabel(PLAN, SUM, 'en')).toBe('Send 12 changes');
  expect(sendLabel({ ...PLAN, purpose: 'undo' }, { ...SUM, changes: 1 }, 'en')).toBe('Take back 1 change');
  expect(sendLabel(PLAN, { ...SUM, records: 2, deleted: 2 }, 'en')).toBe('Delete 2 contracts');
});

test('the question names whatever goes beyond changed values', () => {
  expect(questionWords(PLAN, SUM, 'Torii', 'en')).toEqual(['Send 12 changes in 9 contracts to Torii?']);
  expect(questionWords(PLAN, { ...SUM, overwritten: 2, created: 1, deleted: 3 }, 'Torii', 'en')).toEqual([
    'Send 12 changes in 9 contracts to Torii?',
    '1 contract is created.',
    '3 contracts are deleted.',
    '2 conflicts go all the same: what Torii says there now is overwritten.',
  ]);
  expect(questionWords(PLAN, { ...SUM, records: 1, deleted: 1 }, 'Torii', 'en')[0]).toBe(
    'Delete 1 contract in Torii?',
  );
});

test('ticks say what they stand for', () => {
  expect(tickWords(change('1', 'Owner', { name: 'Zoom' }))).toBe('Send Owner of Zoom');
  expect(tickWords(change('1', 'Owner', { name: 'Zoom', kind: 'conflict' }))).toBe(
    'Send Owner of Zoom all the same',
  );
  expect(tickWords(change('1', '', { name: 'Zoom', action: 'delete' }))).toBe('Delete Zoom');
  expect(allWords([change('1', 'a'), change('1', 'b', { kind: 'conflict' })], false, 'en')).toBe(
    'All: 1 change',
  );
  expect(allWords([change('1', 'b', { kind: 'conflict' })], true, 'en')).toBe('All that fit: 1 conflict');
});

test('a record tells its place; one that is still to be has no id', () => {
  expect(placeInTabWords({ row: 12, id: '4711', name: 'Zoom' })).toBe('Row 12 · 4711');
  expect(placeInTabWords({ row: 12, id: 'row 12', name: 'Zoom' })).toBe('Row 12');
  expect(placeInTabWords({ row: 0, id: '4711', name: 'Zoom' })).toBe('4711');
  expect(['update', 'create', 'delete'].map((action) => actionWords(action as 'update', PLAN))).toEqual([
    '',
    'New contract',
    'Delete contract',
  ]);
});

test('nothing to send is told by where it was looked for', () => {
  expect(emptyWords('edits', false)).toBe('No edits in this tab.');
  expect(emptyWords('edits', true)).toContain('that you see');
  expect(emptyWords('undo', false)).toContain('taken back');
  expect(emptyWords('deletion', false)).toContain('deleted');
  expect(emptyWords('ssoField', false)).toContain('found nothing yet');
  expect(emptyWords('suggestedOwners', false)).toContain('suggests nobody');
});
