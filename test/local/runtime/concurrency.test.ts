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

const LEASES = `
  var LEASE = 120000;
  function step(worker) {
    var lock = LockService.getDocumentLock();
    var store = PropertiesService.getDocumentProperties();
    lock.waitLock(30000);
    var held = Number(store.getProperty('lease'));
    var free = held <= Date.now();
    if (free) store.setProperty('lease', String(Date.now() + LEASE));
    if (!free) store.setProperty('refused', String(Number(store.getProperty('refused')) + 1));
    lock.releaseLock();
    if (!free) return { state: 'waiting', waiting: { until: new Date(held).toISOString() } };
    for (var at = 0; at < 20; at++) UrlFetchApp.fetch('https://api.toriihq.com/v1.0/orgs/my', { muteHttpExceptions: true });
    var done = Number(store.getProperty('done')) + 1;
    if (Date.now() > Number(store.getProperty('lease'))) store.setProperty('lapsed', 'yes');
    store.setProperties({ done: String(done), lease: '0' });
    return { state: done >= 6 ? 'done' : 'running' };
  }
  function api(method, payload) { return { ok: true, value: step() }; }
  function holdOn() { LockService.getScriptLock().waitLock(1); for (var at = 0; at < 30; at++) CacheService.getScriptCache().get('x'); return Date.now(); }
  function queue() { LockService.getScriptLock().waitLock(1000); return Date.now(); }
  function minute() { Utilities.sleep(60000); return Date.now(); }
  function busy() { var from = Date.now(); for (var at = 0; at < 200; at++) CacheService.getScriptCache().get('x'); return Date.now() - from; }
`;

test('two drivers of one job: who is refused waits for real, and no lease lapses under its holder', async () => {
  const desk = await opened(LEASES);
  const started = desk.clock.now().getTime();
  const [first, second] = await Promise.all([desk.run('job'), desk.run('job')]);
  expect([first.state, second.state]).toEqual(['done', 'done']);
  expect(desk.stores().document.lapsed).toBeUndefined();
  expect(desk.clock.now().getTime() - started).toBeLessThan(5 * 60_000);
  expect(desk.executions.filter(({ function: fn }) => fn === 'api').length).toBeLessThan(14);
});

test('time that a person lets pass waits for the execution that is running', async () => {
  const desk = await opened(LEASES);
  const [run, ran] = await Promise.all([desk.call('busy'), desk.clock.advance({ hours: 1 })]);
  expect(run.value).toBe(1000);
  expect(ran).toEqual([]);
  expect(desk.clock.now().getTime() - run.startedAt).toBeGreaterThan(3_590_000);
});

test('the sleep of one execution does not jump under the work of another', async () => {
  const desk = await opened(LEASES);
  const started = desk.clock.now().getTime();
  const [sleep, work] = await Promise.all([desk.call('minute'), desk.call('busy')]);
  expect(work.value).toBeLessThan(2000);
  expect(sleep.seconds).toBe(60);
  expect(desk.clock.now().getTime() - started).toBeLessThan(62_000);
});

test('who waits for a lock waits as long as its holder works, and no longer', async () => {
  const desk = await opened(LEASES);
  const [holder, waiter] = await Promise.all([desk.call('holdOn'), desk.call('queue')]);
  expect(waiter.ok).toBe(true);
  expect(Number(waiter.value) - Number(holder.value)).toBeLessThan(100);
  expect(waiter.seconds).toBeLessThan(1);
});
