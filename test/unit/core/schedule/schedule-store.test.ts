/** Where schedules are kept: one property for each tab, and none that another file made. */
import type { Schedule } from '../../../../src/core/schedule/schedule';
import { ScheduleStore } from '../../../../src/core/schedule/schedule-store';
import type { Store } from '../../../../src/ports/store';

function stores(...files: string[]) {
  const values = new Map<string, string>();
  const store: Store = {
    get: (_scope, key) => values.get(key) ?? null,
    set: (_scope, key, value) => void values.set(key, value),
    remove: (_scope, key) => void values.delete(key),
    all: (_scope, prefix) => Object.fromEntries([...values].filter(([key]) => key.startsWith(prefix))),
  };
  let asked = 0;
  const made = files.map(
    (file) => new ScheduleStore(store, { hold: (work) => work() }, () => ((asked += 1), file)),
  );
  return { made, values, asked: () => asked };
}

function schedule(tabId: number, file: string, since = tabId): Schedule {
  return {
    tabId,
    tab: 'Apps',
    file,
    rhythm: { every: 'hour' },
    owner: { key: 'k', name: 'ada@example.com' },
    since,
  };
}

test('the oldest first, one for each tab', () => {
  const {
    made: [store],
  } = stores('a');
  store?.put(1, () => schedule(1, 'a', 20));
  store?.put(2, () => schedule(2, 'a', 10));
  store?.put(1, (before) => ({ ...schedule(1, 'a'), since: (before?.since ?? 0) + 1 }));
  expect(store?.all().map(({ tabId, since }) => [tabId, since])).toEqual([
    [2, 10],
    [1, 21],
  ]);
  store?.remove(2);
  expect(store?.find(2)).toBeUndefined();
});

test('a refresh and an upload of one tab are kept apart', () => {
  const {
    made: [store],
  } = stores('a');
  store?.put(1, () => schedule(1, 'a', 10));
  store?.put(1, () => ({ ...schedule(1, 'a', 20), upload: 'torii.expenses' }), 'upload');
  expect(store?.all().map(({ upload }) => upload)).toEqual([undefined, 'torii.expenses']);
  expect(store?.find(1, 'upload')).toMatchObject({ since: 20 });
  store?.remove(1, 'upload');
  expect(store?.all()).toHaveLength(1);
  expect(store?.find(1)).toMatchObject({ since: 10 });
});

test('a change that is none, or of nothing, writes nothing', () => {
  const {
    made: [store],
    values,
  } = stores('a');
  expect(store?.update(1, () => schedule(1, 'a'))).toBeNull();
  store?.put(1, () => schedule(1, 'a'));
  expect(store?.update(1, () => null)).toBeNull();
  expect(store?.update(1, (before) => ({ ...before, tab: 'Other' }))).toMatchObject({ tab: 'Other' });
  expect([...values.keys()]).toEqual(['schedule.1']);
});

test('a copy of the file whose properties came along inherits none', () => {
  const {
    made: [original, copy],
  } = stores('original', 'copy');
  original?.put(1, () => schedule(1, 'original'));
  expect(copy?.all()).toEqual([]);
  expect(copy?.find(1)).toBeUndefined();
  expect(copy?.update(1, (before) => before)).toBeNull();
  copy?.put(1, (before) => schedule(1, before ? 'inherited' : 'copy'));
  expect(copy?.all()).toMatchObject([{ file: 'copy' }]);
});

test('the file is asked for once, and not where there is nothing to compare', () => {
  const {
    made: [store],
    asked,
  } = stores('a');
  expect(store?.all()).toEqual([]);
  expect(asked()).toBe(0);
  store?.put(1, () => schedule(1, 'a'));
  store?.all();
  store?.find(1);
  expect(asked()).toBe(1);
});
