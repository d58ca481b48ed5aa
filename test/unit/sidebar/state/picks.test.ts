/** Ticks of a plan: what goes, what stays, and the orders and figures that follow. */
import fc from 'fast-check';
import {
  canGo,
  firstPicks,
  incomplete,
  keyOf,
  ordersOf,
  picksAfter,
  sumOf,
  takenOut,
  tickOver,
  turned,
  type Picks,
} from '../../../../sidebar/state/picks';
import { change, planOf } from '../plans';

const STATUS = change('1', 'status');
const OWNER = change('1', 'owner');
const CONFLICT = change('1', 'amount', { kind: 'conflict', live: 'c' });
const PROBLEM = change('2', 'owner', { kind: 'problem', message: 'Nobody.' });
const SAME = change('3', 'owner', { kind: 'same' });
const PLAN = planOf([STATUS, OWNER, CONFLICT, PROBLEM, SAME]);

const fields = (picks: Picks): string[] =>
  PLAN.items.filter((item) => picks.has(keyOf(item))).map(({ field }) => field);

test('at first every change goes, and nothing else', () => {
  expect(fields(firstPicks(PLAN))).toEqual(['status', 'owner']);
});

test('what was taken out stays out of a plan that is made again', () => {
  const picks = picksAfter(firstPicks(PLAN), { items: [OWNER], on: false });
  expect(fields(firstPicks(PLAN, takenOut(PLAN, picks)))).toEqual(['status']);
});

test('a tick over a record turns its changes; a conflict goes only by its own tick, and stays with the rest', () => {
  const record = [STATUS, OWNER, CONFLICT];
  const first = firstPicks(PLAN);
  expect(tickOver(record, first)).toBe('on');
  const none = picksAfter(first, turned(record, first));
  expect([tickOver(record, none), fields(none)]).toEqual(['off', []]);
  const conflict = picksAfter(none, turned([CONFLICT], none));
  expect([tickOver(record, conflict), fields(conflict)]).toEqual(['mixed', ['amount']]);
  const all = picksAfter(conflict, turned(record, conflict));
  expect([tickOver(record, all), fields(all)]).toEqual(['on', ['status', 'owner', 'amount']]);
  expect(fields(picksAfter(all, turned(record, all)))).toEqual([]);
});

test('what cannot go has no tick, and cannot be ticked along', () => {
  expect(tickOver([PROBLEM, SAME], new Set())).toBeNull();
  expect(fields(picksAfter(new Set(), { items: PLAN.items, on: true }))).toEqual([
    'status',
    'owner',
    'amount',
  ]);
});

test('a record of which nothing goes is left out by its id alone', () => {
  const none: Picks = new Set();
  expect(ordersOf(PLAN, none)).toEqual({ exclude: [{ id: '1', field: '' }], overwrite: [] });
  expect(ordersOf(PLAN, picksAfter(none, { items: [CONFLICT], on: true }))).toEqual({
    exclude: [
      { id: '1', field: 'status' },
      { id: '1', field: 'owner' },
    ],
    overwrite: [{ id: '1', field: 'amount' }],
  });
});

test('figures count records by what becomes of them', () => {
  const plan = planOf([
    STATUS,
    CONFLICT,
    change('row 9', 'name', { action: 'create' }),
    change('row 9', 'owner', { action: 'create' }),
    change('4', '', { action: 'delete' }),
  ]);
  const picks = picksAfter(firstPicks(plan), { items: [CONFLICT], on: true });
  expect(sumOf(plan, picks)).toEqual({ changes: 5, records: 3, overwritten: 1, created: 1, deleted: 1 });
});

test('a record that lacks what it needs is not counted, whatever else of it is ticked', () => {
  const named = change('row 9', 'name', { action: 'create', label: 'Name' });
  const owned = change('row 9', 'owner', { action: 'create' });
  const unnamed = change('row 10', 'name', { action: 'create', kind: 'problem', label: 'Name' });
  const plan = planOf([STATUS, named, owned, unnamed, change('row 10', 'owner', { action: 'create' })], {
    required: ['name'],
  });
  const first = firstPicks(plan);
  expect([...incomplete(plan, first)]).toEqual([['row 10', ['Name']]]);
  expect(sumOf(plan, first)).toMatchObject({ changes: 3, records: 2, created: 1 });
  const without = picksAfter(first, { items: [named], on: false });
  expect([...incomplete(plan, without).keys()]).toEqual(['row 9', 'row 10']);
  expect(sumOf(plan, without)).toMatchObject({ changes: 1, records: 1, created: 0 });
});

test('whatever is ticked, the orders let exactly that go', () => {
  const kinds = fc.constantFrom('change', 'conflict', 'problem', 'same' as const);
  const items = fc
    .uniqueArray(fc.tuple(fc.integer({ min: 1, max: 4 }), fc.constantFrom('a', 'b', 'c'), kinds), {
      selector: ([id, field]) => `${id} ${field}`,
      maxLength: 12,
    })
    .map((all) => all.map(([id, field, kind]) => change(String(id), field, { kind: kind as 'change' })));
  fc.assert(
    fc.property(items, fc.infiniteStream(fc.boolean()), (all, coins) => {
      const picks = new Set(
        all
          .filter(canGo)
          .filter(() => coins.next().value)
          .map(keyOf),
      );
      const { exclude, overwrite } = ordersOf({ items: all }, picks);
      const named = (names: typeof exclude, id: string, field: string): boolean =>
        names.some((name) => name.id === id && (name.field === field || name.field === ''));
      const going = all.filter(({ id, field, kind }) =>
        kind === 'change' ? !named(exclude, id, field) : kind === 'conflict' && named(overwrite, id, field),
      );
      expect(going.map(keyOf)).toEqual(all.map(keyOf).filter((key) => picks.has(key)));
    }),
  );
});
