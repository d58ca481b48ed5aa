/** What is said about a run: how far it is, how long it will take, who has it, and what came of it. */
import type { JobInfo, PullResult, PushResult } from '../../../../src/app/contract';
import {
  announcement,
  elsewhereWords,
  leftWords,
  outcomeWords,
  progressShare,
  stoppedWords,
  progressWords,
  resultWords,
} from '../../../../sidebar/words/job';

const NOW = Date.parse('2026-11-22T10:45:00Z');

type PullJob = Extract<JobInfo, { kind: 'pull' | 'finish' }>;

const job = (change: Partial<PullJob>): JobInfo => ({
  kind: 'pull',
  job: 'j1',
  title: 'Pull apps from Torii',
  state: 'running',
  by: 'ana@halden.example',
  mine: true,
  tab: 'Apps',
  since: '2026-11-22T10:41:00Z',
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
  complete: true,
  madeTab: false,
  dropDownsFollow: false,
  stats: { requests: 3, waitedSeconds: 0, seconds: 4 },
  remarks: [],
  ...change,
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
  expect(resultWords(result({ added: 3, updated: 5, unchanged: 172 }), 'apps', false, 'en')).toBe(
    '180 apps: 3 new, 5 updated, 172 unchanged',
  );
  expect(resultWords(result({ unchanged: 180 }), 'apps', false, 'en')).toBe('180 apps, nothing changed');
  expect(resultWords(result({ rows: 1, vanished: 1 }), 'apps', false, 'en')).toBe('1 app: 1 gone');
  expect(resultWords(result({ rows: 5, unchanged: 5, vanished: 55 }), 'apps', false, 'en')).toBe(
    '5 apps: 5 unchanged, 55 gone',
  );
  expect(resultWords(result({ rows: 0 }), 'apps', false, 'en')).toBe('0 apps');
});

test('a screen reader hears quarters, not pages', () => {
  const share = (done: number): string =>
    announcement(job({ progress: { done, total: 10000, unit: 'apps', pages: 1 } }), false, 'en');
  expect(share(1000)).toBe('Pull apps from Torii is running.');
  expect(share(3000)).toBe(share(4000));
  expect(share(3000)).toBe('Pull apps from Torii: 25 percent.');
  expect(announcement(job({ state: 'done', result: result({ added: 180 }) }), false, 'en')).toBe(
    'Done. 180 apps: 180 new',
  );
  expect(
    announcement(
      job({ state: 'waiting', waiting: { reason: 'Torii asks to wait.', until: '2026-11-22T10:46:00Z' } }),
      false,
    ),
  ).toBe('Pull apps from Torii is waiting. Torii asks to wait.');
});

test('writing is told apart from reading', () => {
  const writing = (done: number): JobInfo =>
    job({ progress: { phase: 'writing', done, total: 10000, unit: 'apps', pages: 10 } });
  expect(progressWords(writing(0), 'en')).toBe('Writing into the tab …');
  expect(progressWords(writing(4000), 'en')).toBe('Writing: 4,000 of 10,000 apps');
  expect(announcement(writing(5000), false, 'en')).toBe('Pull apps from Torii: 50 percent are written.');
});

test('the time left is a guess, and of what is done now', () => {
  expect(leftWords(170_000, 'reading')).toBe(
    'About 3 minutes left to read; then it is written into the tab.',
  );
  expect(leftWords(20_000, 'writing')).toBe('Less than a minute left to write.');
});

test('somebody else’s run names them, and since when', () => {
  expect(elsewhereWords(job({}), NOW, 'en-GB')).toMatch(/^ana@halden\.example has been at this since .+\.$/);
});

test('among a selection, nobody can tell what is gone from what fits no more', () => {
  expect(resultWords(result({ rows: 9, vanished: 2, unchanged: 7 }), 'apps', true, 'en')).toBe(
    '9 apps: 7 unchanged, 2 more out of the selection or gone',
  );
});

test('a result names rows that were taken out, and the copy that was made', () => {
  expect(outcomeWords({ removed: 0 })).toEqual([]);
  expect(outcomeWords({ removed: 1, copy: 'Apps 2026-11-22' }, 'en')).toEqual([
    '1 row of removed records was taken out.',
    'A dated copy was made: “Apps 2026-11-22”.',
  ]);
  expect(outcomeWords({ removed: 1200 }, 'en')).toEqual(['1,200 rows of removed records were taken out.']);
});

test('a stop says what it leaves behind', () => {
  expect(stoppedWords(job({}))).toBe('Stopped. Nothing was changed in the file.');
  const writing = { phase: 'writing', done: 5, total: 9, unit: 'apps', pages: 1 } as const;
  expect(stoppedWords(job({ progress: writing }))).toContain('Refresh it');
});

describe('a push', () => {
  const push = (change: Partial<Extract<JobInfo, { kind: 'push' }>>): JobInfo => ({
    ...{ kind: 'push', job: 'p1', title: 'Push contracts to Torii', tab: 'Contracts', state: 'running' },
    ...{ by: 'ana@halden.example', mine: true, since: '2026-11-22T10:41:00Z' },
    progress: { phase: 'sending', done: 140, total: 1000, unit: 'contracts', pages: 0 },
    ...change,
  });

  test('tells what was sent so far, and what it does before', () => {
    const { progress } = push({});
    expect(progressWords(push({}), 'en')).toBe('Sent 140 of 1,000 contracts');
    expect(progressWords(push({ progress: { ...progress, done: 0 } }), 'en')).toBe(
      'Sending the first contracts …',
    );
    expect(progressWords(push({ progress: { done: 0, unit: 'contracts', pages: 0 } }), 'en')).toBe(
      'Checking what is there now …',
    );
    expect(leftWords(180_000, 'sending')).toBe('About 3 minutes left to send.');
    expect(stoppedWords(push({}))).toBe('Stopped. What was sent stays sent; the rest keeps its edits.');
  });

  test('is announced with what was sent and what was refused', () => {
    const sent: PushResult = {
      ...{ tab: 'Contracts', plan: 'p1', purpose: 'push', sent: 6, records: 3, created: 0, deleted: 0 },
      ...{ failed: 2, unknown: 0, conflicts: 0, skipped: 0, failures: [], remarks: [] },
      stats: { requests: 1, waitedSeconds: 0, seconds: 1 },
    };
    expect(announcement(push({ state: 'done', result: sent }), false, 'en')).toBe(
      'Done. 6 changes sent, in 3 contracts, 2 refused.',
    );
    expect(announcement(push({ state: 'done' }), false, 'en')).toBe('Done.');
  });
});
