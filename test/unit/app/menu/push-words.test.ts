/** The menu's sentences about plans and pushes. */
import {
  failureLines,
  originOf,
  questionOf,
  sentSentence,
  totalsOf,
} from '../../../../src/app/menu/push-words';
import type { PlanInfo, PushResult } from '../../../../src/app/contract';
import type { Change } from '../../../../src/core/change/change';

const ADA = 'ada@example.com';

const change = (id: string, more: Partial<Change> = {}): Change => ({
  row: 2,
  id,
  name: 'Slack',
  action: 'update',
  field: 'name',
  label: 'Name',
  from: 'a',
  to: 'b',
  kind: 'change',
  ...more,
});

function plan(items: readonly Change[], more: Partial<PlanInfo> = {}): PlanInfo {
  const count = (kind: Change['kind']): number => items.filter((item) => item.kind === kind).length;
  return {
    plan: 'p-1',
    tab: 'Contracts',
    provider: 'torii',
    resource: 'contracts',
    singular: 'contract',
    plural: 'contracts',
    purpose: 'push',
    live: true,
    madeBy: ADA,
    madeAt: '2026-11-22T10:00:00.000Z',
    visibleRowsOnly: false,
    counts: {
      rows: new Set(items.filter(({ kind }) => kind === 'change').map(({ id }) => id)).size,
      cells: count('change'),
      conflicts: count('conflict'),
      problems: count('problem'),
      same: count('same'),
      created: 0,
      deleted: 0,
    },
    items,
    remarks: [],
    ...more,
  };
}

const CONFLICT = change('3', { kind: 'conflict' });
const PROBLEM = change('4', { kind: 'problem' });

test('totals name what there is, and only that', () => {
  const two = [change('1'), change('1', { field: 'url' })];
  expect(totalsOf(plan(two))).toBe('2 changes in 1 contract');
  expect(totalsOf(plan([change('1'), change('2'), CONFLICT, CONFLICT, PROBLEM]))).toBe(
    '2 changes in 2 contracts, 2 conflicts not included, 1 problem',
  );
  expect(totalsOf(plan([PROBLEM]))).toBe('1 problem');
  expect(totalsOf(plan([change('1', { kind: 'same' })]))).toBe('1 already so in Torii');
  expect(totalsOf(plan([]))).toBe('no edits');
  const whole = [
    change('row 9', { action: 'create' }),
    change('row 9', { action: 'create', field: 'url' }),
    change('2', { action: 'delete', field: '' }),
  ];
  expect(totalsOf(plan(whole))).toBe('3 changes in 2 contracts (1 new, 1 to be deleted)');
});

test('the question names what goes, and what does not', () => {
  const shown = plan([change('1'), change('2'), CONFLICT, CONFLICT, PROBLEM]);
  const none = { chosen: shown.items.slice(0, 2), exclude: [], overwrite: [], altered: [] };
  expect(questionOf(shown, none, ADA)).toBe(
    'Send 2 changes in 2 contracts to Torii? 2 conflicts and 1 problem are not included.',
  );
  expect(
    questionOf(
      shown,
      {
        ...none,
        chosen: [change('1'), CONFLICT, CONFLICT],
        exclude: [{ id: '2', field: 'name' }],
        overwrite: [CONFLICT, CONFLICT],
      },
      ADA,
    ),
  ).toBe(
    'Send 3 changes in 2 contracts to Torii? 1 problem and 1 change without a tick are not included. 2 ticked conflicts will overwrite what Torii says now.',
  );
  const undo = plan([change('1'), CONFLICT], { purpose: 'undo' });
  expect(questionOf(undo, { ...none, chosen: [change('1')] }, 'bob@example.com')).toBe(
    'Take back 1 change in 1 contract in Torii? 1 conflict is not included. The preview was made by ada@example.com.',
  );
});

test('a preview says whose it is, and that nobody asked the platform', () => {
  expect(originOf(plan([], { live: false }), 'Europe/Berlin')).toEqual([
    'The edits in “Contracts”, as of 22 Nov 2026, 11:00, for ada@example.com.',
    'Torii was not asked: values are compared with the last refresh.',
  ]);
});

const RESULT: PushResult = {
  tab: 'Contracts',
  plan: 'p-1',
  purpose: 'push',
  sent: 12,
  records: 9,
  created: 0,
  deleted: 0,
  failed: 0,
  unknown: 0,
  conflicts: 0,
  skipped: 0,
  failures: [],
  stats: { requests: 9, waitedSeconds: 0, seconds: 3 },
  remarks: [],
};

test('an outcome is one sentence, and nothing more where all went well', () => {
  expect(sentSentence(RESULT)).toBe('Contracts: 12 changes in 9 rows sent.');
  expect(failureLines(RESULT)).toEqual([]);
  expect(sentSentence({ ...RESULT, purpose: 'undo', sent: 1, records: 1, remarks: ['Bob was told.'] })).toBe(
    'Contracts: 1 change in 1 row taken back. Bob was told.',
  );
});

test('failures are named with their rows, the first ten of many', () => {
  const failures = Array.from({ length: 11 }, (_, index) => ({
    id: String(index),
    field: 'name',
    row: index,
    name: 'Slack',
    label: 'Name',
    message: 'Torii says that it is too long.',
  }));
  const bad = { ...RESULT, failed: 12, unknown: 1, conflicts: 2, failures };
  expect(sentSentence(bad)).toBe('Contracts: 12 changes in 9 rows sent, 12 refused, 1 unknown.');
  const lines = failureLines(bad);
  expect(lines.slice(0, 3)).toEqual([
    '12 changes refused; the cells keep the edits:',
    '“Slack”, Name: Torii says that it is too long.',
    'Row 1, “Slack”, Name: Torii says that it is too long.',
  ]);
  expect(lines).toHaveLength(14);
  expect(lines[11]).toBe('2 more: see the Push journal.');
});
