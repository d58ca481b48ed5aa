import { opened } from './opened';

const SCRIPT = `
  function hourly() { ScriptApp.newTrigger('tick').timeBased().everyHours(1).create(); }
  function once(ms) { ScriptApp.newTrigger('tick').timeBased().after(ms).create(); }
  function tick(e) {
    var store = PropertiesService.getUserProperties();
    store.setProperty('ticks', String(Number(store.getProperty('ticks')) + 1));
    return [new Date().toISOString(), JSON.stringify(e)];
  }
  function slow() { ScriptApp.newTrigger('work').timeBased().everyMinutes(10).create(); }
  function work() { Utilities.sleep(300000); Utilities.sleep(50000); }
  function screen() { ScriptApp.newTrigger('show').timeBased().after(1000).create(); }
  function show() { SpreadsheetApp.getUi(); }
  function renew() {
    ScriptApp.newTrigger('first').timeBased().after(60000).create();
  }
  function first() {
    ScriptApp.getProjectTriggers().forEach(function (each) { ScriptApp.deleteTrigger(each); });
    ScriptApp.newTrigger('second').timeBased().after(60000).create();
  }
  function second() { return 'second'; }
`;

test('a recurring trigger runs at each of its times', async () => {
  const desk = await opened(SCRIPT);
  await desk.call('hourly');
  const ran = await desk.clock.advance({ hours: 3 });
  expect(ran.map(({ function: fn, kind, ok }) => [fn, kind, ok])).toEqual(
    Array(3).fill(['tick', 'trigger', true]),
  );
  const hours = ran.map(({ startedAt }) => startedAt / 3_600_000);
  expect((hours[1] ?? 0) - (hours[0] ?? 0)).toBeCloseTo(1);
  expect(desk.stores().user).toEqual({ ticks: '3' });
});

// Google: .after() fires once, not before the given time.
// https://developers.google.com/apps-script/reference/script/clock-trigger-builder
test('a one-shot trigger runs once, and stays listed', async () => {
  const desk = await opened(SCRIPT);
  await desk.call('once', 5 * 60_000);
  expect(await desk.clock.advance({ minutes: 4 })).toEqual([]);
  expect(await desk.clock.advance({ minutes: 2 })).toHaveLength(1);
  expect(await desk.clock.advance({ days: 1 })).toEqual([]);
  expect(desk.triggers()).toMatchObject([{ handler: 'tick', fired: true }]);
});

// Google: the clock event. https://developers.google.com/apps-script/guides/triggers/events
test('the event tells the time in UTC and the trigger’s id', async () => {
  const desk = await opened(SCRIPT, { now: '2027-01-03T23:00:00Z' });
  await desk.call('once', 3_600_000);
  const [run] = await desk.clock.advance({ hours: 2 });
  const [, json] = run?.value as [string, string];
  const [trigger] = desk.triggers();
  expect(JSON.parse(json)).toMatchObject({
    authMode: 'FULL',
    triggerUid: trigger?.id,
    year: 2027,
    month: 1,
    'day-of-month': 4,
    'day-of-week': 1,
    'week-of-year': 1,
    hour: 0,
    timezone: 'UTC',
  });
});

// Google: installable triggers run as the person who made them.
// https://developers.google.com/apps-script/guides/triggers/installable
test('a trigger runs as its owner, whoever lets the time pass', async () => {
  const desk = await opened(SCRIPT, { user: 'ada@example.com' });
  const grace = desk.as('grace@example.com');
  await grace.call('once', 60_000);
  const ran = await desk.clock.advance({ hours: 1 });
  expect(ran).toMatchObject([{ user: 'grace@example.com' }]);
  expect(grace.stores().user).toEqual({ ticks: '1' });
  expect(desk.stores().user).toEqual({});
});

test('a trigger that makes the next one is followed by it within the same advance', async () => {
  const desk = await opened(SCRIPT);
  await desk.call('renew');
  const ran = await desk.clock.advance({ minutes: 10 });
  expect(ran.map(({ function: fn }) => fn)).toEqual(['first', 'second']);
});

// Google: 90 minutes of trigger run time a day for consumer accounts.
// https://developers.google.com/apps-script/guides/services/quotas
test('triggers stop for the day when their run time is used up', async () => {
  const desk = await opened(SCRIPT);
  await desk.call('slow');
  const ran = await desk.clock.advance({ hours: 6 });
  const minutes = ran.reduce((sum, { seconds }) => sum + seconds / 60, 0);
  expect(minutes).toBeGreaterThanOrEqual(90);
  expect(minutes).toBeLessThan(97);
  expect(ran.at(-1)?.error?.message).toBe('Service using too much computer time for one day.');
  expect((await desk.clock.advance({ hours: 24 })).some(({ ok }) => ok)).toBe(true);
});

// Platform facts, section 2.5, confidence M: the text as developers met it live.
test('a trigger has no screen', async () => {
  const desk = await opened(SCRIPT);
  await desk.call('screen');
  const [run] = await desk.clock.advance({ minutes: 1 });
  expect(run?.error?.message).toBe('Cannot call SpreadsheetApp.getUi() from this context.');
});

test('time ends where it was told to, triggers or not', async () => {
  const desk = await opened(SCRIPT);
  await desk.call('hourly');
  const before = desk.clock.now().getTime();
  await desk.clock.advance({ days: 1, hours: 1, minutes: 1 });
  expect(desk.clock.now().getTime() - before).toBe(((24 + 1) * 60 + 1) * 60_000);
});
