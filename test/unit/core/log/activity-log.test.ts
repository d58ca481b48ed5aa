/** A run as a row, and back. */
import {
  ACTIVITY_LOG,
  activityRow,
  entryOfRow,
  OUTCOME,
  type RunEntry,
} from '../../../../src/core/log/activity-log';

const ENTRY: RunEntry = {
  run: 'torii-apps-1',
  at: Date.UTC(2026, 2, 2, 9, 30),
  who: 'ada@example.com',
  action: 'Refresh',
  tab: 'Apps',
  provider: 'Torii',
  counts: { rows: 40, added: 1, updated: 2, gone: 3, removed: 0, pending: 4, conflicts: 5 },
  complete: true,
  requests: 2,
  waitedSeconds: 7,
  seconds: 12,
  end: 'done',
  outcome: OUTCOME.done('Two values were kept as text.'),
};

it('fills every column of the tab', () => {
  expect(Object.keys(activityRow(ENTRY)).sort()).toEqual(ACTIVITY_LOG.columns.map(({ key }) => key).sort());
});

it.each<[string, Partial<RunEntry>]>([
  ['done', {}],
  [
    'failed',
    { end: 'failed', outcome: OUTCOME.failed('Torii is down.', 'Try again.'), counts: {}, complete: false },
  ],
  ['stopped', { end: 'stopped', outcome: OUTCOME.stopped, counts: {}, complete: false }],
])('a run that is %s reads back as the same', (_end, more) => {
  const entry = { ...ENTRY, ...more };
  expect(entryOfRow(activityRow(entry))).toEqual(entry);
});

it('leaves the figures of a run empty that did not reach its tab', () => {
  expect(activityRow({ ...ENTRY, counts: {} })).toMatchObject({ 'activity.rows': '', 'activity.gone': '' });
});

it('reads what is left of a row that a person has been at', () => {
  expect(
    entryOfRow({ 'activity.run': 'x', 'activity.when': 'yesterday', 'activity.rows': 'many' }),
  ).toMatchObject({
    ...{ run: 'x', at: 0, who: '', counts: {}, complete: false, requests: 0, outcome: '' },
  });
});
