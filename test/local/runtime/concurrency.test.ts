import { opened } from '../desk/opened';

const COUNT = `
  function add() {
    var lock = LockService.getScriptLock();
    lock.waitLock(300000);
    var store = PropertiesService.getScriptProperties();
    store.setProperty('count', String(Number(store.getProperty('count')) + 1));
    lock.releaseLock();
  }
  function nap() { Utilities.sleep(60000); return Date.now(); }
  function api() { return { ok: true, value: Date.now() }; }
`;

test('executions at the same time take turns under a lock', async () => {
  const desk = await opened(COUNT);
  const runs = await Promise.all(Array.from({ length: 4 }, () => desk.call('add')));
  expect(runs.every(({ ok }) => ok)).toBe(true);
  expect(desk.stores().script).toEqual({ count: '4' });
});

test('the time of one execution does not count for another', async () => {
  const desk = await opened(COUNT);
  const runs = await Promise.all([desk.call('nap'), desk.call('nap'), desk.call('nap')]);
  expect(runs.map(({ seconds }) => seconds)).toEqual([60, 60, 60]);
});

// Google: ten calls at a time from one page. https://developers.google.com/apps-script/guides/html/communication
test('the eleventh call of a sidebar waits', async () => {
  const desk = await opened(COUNT);
  let most = 0;
  desk.onChange(() => {
    most = Math.max(most, desk.executions.filter(({ outcome }) => outcome === 'running').length);
  });
  await Promise.all(Array.from({ length: 12 }, () => desk.api('status')));
  expect(most).toBe(10);
  expect(desk.executions.filter(({ function: fn, ok }) => fn === 'api' && ok)).toHaveLength(12);
});
