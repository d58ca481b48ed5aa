import { opened } from '../desk/opened';

const STEPS = `
  function run() {
    var store = PropertiesService.getScriptProperties();
    for (var at = 1; at <= 5; at++) store.setProperty('at', String(at));
    store.setProperty('end', 'yes');
  }
  function onEdit() { Utilities.sleep(29000); PropertiesService.getScriptProperties().setProperty('edit', '1'); Utilities.sleep(2000); }
`;

// Google: a run may take six minutes. https://developers.google.com/apps-script/guides/services/quotas
test('an execution dies after six virtual minutes, and no catch or finally sees it', async () => {
  const desk = await opened(`
    function run() {
      var store = PropertiesService.getScriptProperties();
      try { while (true) { Utilities.sleep(50000); store.setProperty('slept', String(Number(store.getProperty('slept')) + 1)); } }
      catch (error) { store.setProperty('caught', String(error)); }
      finally { store.setProperty('finally', 'ran'); }
    }`);
  const started = desk.clock.now().getTime();
  const { ok, error, seconds, outcome } = await desk.call('run');
  expect({ ok, outcome, seconds }).toEqual({ ok: false, outcome: 'timed out', seconds: 360 });
  expect(error?.message).toBe('Exceeded maximum execution time');
  expect(desk.stores().script).toEqual({ slept: '7' });
  expect(desk.clock.now().getTime() - started).toBe(360_500);
});

// Google: simple triggers may not run longer than 30 seconds.
// https://developers.google.com/apps-script/guides/triggers
test('a simple trigger dies after thirty seconds', async () => {
  const desk = await opened(STEPS);
  await desk.tab('Sheet1').type('A1', 'x');
  expect(desk.executions.at(-1)).toMatchObject({ function: 'onEdit', outcome: 'timed out', seconds: 30 });
  expect(desk.stores().script).toEqual({ edit: '1' });
});

test('a run that only computes is ended too', async () => {
  const desk = await opened('function run() { while (true) {} } function after() { return 1; }', {
    patience: 0.1,
  });
  expect(await desk.call('run')).toMatchObject({ outcome: 'timed out' });
  expect((await desk.call('after')).value).toBe(1);
});

test('kill lets the given number of service calls through, strikes once, and nothing runs after it', async () => {
  const desk = await opened(STEPS);
  desk.kill({ afterServiceCalls: 4 });
  const { ok, outcome } = await desk.call('run');
  expect({ ok, outcome }).toEqual({ ok: false, outcome: 'killed' });
  // The first call got the store; three properties were set.
  expect(desk.stores().script).toEqual({ at: '3' });
  expect((await desk.call('run')).ok).toBe(true);
  expect(desk.stores().script).toEqual({ at: '5', end: 'yes' });
});

test('kill at every place leaves exactly the calls before it', async () => {
  const desk = await opened(STEPS);
  for (let calls = 0; calls <= 6; calls += 1) {
    desk.kill({ afterServiceCalls: calls });
    expect((await desk.call('run')).calls).toBe(calls);
  }
});

test('kill counts over several executions', async () => {
  const desk = await opened('function one() { CacheService.getUserCache(); }');
  desk.kill({ afterServiceCalls: 2 });
  const outcomes = [];
  for (let at = 0; at < 3; at += 1) outcomes.push((await desk.call('one')).outcome);
  expect(outcomes).toEqual(['completed', 'killed', 'completed']);
});

test('kill after requests: they were sent, and the script never learned the answer', async () => {
  const desk = await opened(`
    function run() {
      for (var at = 0; at < 3; at++) UrlFetchApp.fetch('https://api.toriihq.com/v1.0/orgs/my', { muteHttpExceptions: true });
    }`);
  desk.kill({ afterRequests: 2 });
  expect((await desk.call('run')).outcome).toBe('killed');
  expect(desk.requests).toHaveLength(2);
  desk.kill({ afterRequests: 0 });
  expect((await desk.call('run')).outcome).toBe('killed');
  expect(desk.requests).toHaveLength(2);
});

// Google: locks are released at the end of a run. https://developers.google.com/apps-script/reference/lock/lock
test.each([
  ['ends', ''],
  ['throws', 'throw new Error("x");'],
  ['dies', 'Utilities.sleep(300000); Utilities.sleep(300000);'],
])('the locks of a run that %s are free again', async (_, ending) => {
  const desk = await opened(`
    function hold() { LockService.getDocumentLock().waitLock(1000); ${ending} }
    function take() { return LockService.getDocumentLock().tryLock(0); }`);
  await desk.call('hold');
  expect((await desk.call('take')).value).toBe(true);
});

test('the error of a killed run frees its locks too', async () => {
  const desk = await opened(`
    function hold() { LockService.getScriptLock().waitLock(1000); Session.getScriptTimeZone(); }
    function take() { return LockService.getScriptLock().tryLock(0); }`);
  desk.kill({ afterServiceCalls: 2 });
  await desk.call('hold');
  expect((await desk.call('take')).value).toBe(true);
});
