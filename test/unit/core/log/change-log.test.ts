/** Changes of a refresh as rows of the Change log. */
import { CHANGE_LOG, changeRows, type ChangeFacts } from '../../../../src/core/log/change-log';
import type { Change } from '../../../../src/core/table/changes';

const FACTS: ChangeFacts = {
  run: 'run-1',
  at: Date.UTC(2026, 2, 2, 9),
  tab: 'Apps',
  source: 'Torii',
  isSelection: false,
};

function change(more: Partial<Change> = {}): Change {
  return { kind: 'changed', id: 7, name: 'Slack', label: 'Owner', before: 'ada', after: 'bob', ...more };
}

const afterOf = (change: Change, facts = FACTS) =>
  changeRows({ listed: [change], more: 0 }, facts, []).map((row) => row['change.after']);

it('fills every column of the tab', () => {
  const [row = {}] = changeRows({ listed: [change()], more: 0 }, FACTS, []);
  expect(Object.keys(row).sort()).toEqual(CHANGE_LOG.columns.map(({ key }) => key).sort());
  expect(row).toMatchObject({
    ...{ 'change.tab': 'Apps', 'change.record': 'Slack', 'change.id': 7, 'change.field': 'Owner' },
    ...{ 'change.before': 'ada', 'change.after': 'bob', 'change.source': 'Torii', 'change.run': 'run-1' },
  });
});

it('says of a conflict that the edit was kept, and of records what became of them', () => {
  expect(afterOf(change({ kind: 'conflict' }))).toEqual(['bob (changed in Torii; your edit was kept)']);
  expect(afterOf(change({ kind: 'came' }))).toEqual(['came']);
  expect(afterOf(change({ kind: 'back' }))).toEqual(['came back']);
  expect(afterOf(change({ kind: 'went' }))).toEqual(['gone']);
  expect(afterOf(change({ kind: 'went' }), { ...FACTS, isSelection: true })).toEqual([
    'gone, or no longer in this selection',
  ]);
});

it('one more row says how many changes there are besides', () => {
  const rows = changeRows({ listed: [change()], more: 12 }, FACTS, []);
  expect(rows.map((row) => row['change.after'])).toEqual(['bob', '12 more changes in this run']);
});

it('a run that is taken up again enters only what it has not entered yet', () => {
  const first = changeRows({ listed: [change(), change({ id: 8 })], more: 0 }, FACTS, []);
  const again = { listed: [change({ id: 8 }), change({ id: 9 })], more: 0 };
  expect(changeRows(again, FACTS, first).map((row) => row['change.id'])).toEqual([9]);
  expect(changeRows(again, { ...FACTS, run: 'run-2' }, first)).toHaveLength(2);
  const full = changeRows({ listed: [change()], more: 1 }, FACTS, []);
  expect(changeRows(again, FACTS, full)).toEqual([]);
});
