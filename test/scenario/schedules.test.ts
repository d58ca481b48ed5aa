/** Tabs that are refreshed by themselves: when they run, what they say, and whose they are. */
import type { Desk } from '../../local/desk';
import { connectedDesk, desk, pull } from './desks';

interface Shown {
  tab: string;
  words: string;
  owner: string;
  mine: boolean;
  nextRun: string;
  lastRun?: { at: string; outcome: string; seconds: number };
  failing?: { since: string; what: string; next: string };
}

async function schedules(on: Desk): Promise<Shown[]> {
  return ((await on.api('status')) as { schedules: Shown[] }).schedules;
}

/** A desk with an Apps tab, whose schedule is this one. */
async function scheduled(rhythm: object, options: Parameters<typeof connectedDesk>[0] = {}): Promise<Desk> {
  const on = await connectedDesk(options);
  await pull(on, 'apps');
  await on.api('schedule', { tab: 'Apps', ...rhythm });
  return on;
}

/** Hours in which apps were read while time passed, as the wall in Berlin shows them. */
async function runs(on: Desk, time: { days?: number; hours?: number }): Promise<string[]> {
  const before = on.requests.length;
  await on.clock.advance(time);
  const asked = on.requests.slice(before).filter(({ url }) => url.includes('/apps?'));
  return [...new Set(asked.map(({ at }) => wall(at)))];
}

function wall(at: number): string {
  return new Date(at).toLocaleString('sv-SE', { timeZone: 'Europe/Berlin' }).slice(0, 13);
}

const names = (on: Desk) =>
  on
    .tab('Apps')
    .rows()
    .map(({ Name }) => Name);

const firstApp = (on: Desk): number => (on.torii.data.apps[0] as { id: number }).id;

const hourly = (on: Desk) => on.triggers().filter(({ handler }) => handler === 'runScheduled');

test('a tab is refreshed every hour', async () => {
  const on = await scheduled({ every: 'hour' });
  on.torii.edit('apps', firstApp(on), { name: 'Renamed at night' });
  await on.clock.advance({ hours: 2 });
  expect(names(on)).toContain('Renamed at night');
  expect(await schedules(on)).toMatchObject([
    { tab: 'Apps', words: 'every hour', mine: true, owner: 'ada@example.com', lastRun: { outcome: 'done' } },
  ]);
  expect(await runs(on, { hours: 5 })).toHaveLength(5);
  expect(on.mails).toEqual([]);
});

test('daily, at seven where nothing else was said, in the time zone of the spreadsheet', async () => {
  const on = await connectedDesk();
  await pull(on, 'apps');
  expect(await on.api('schedule', { tab: 'Apps', every: 'day' })).toMatchObject({
    hour: 7,
    words: 'every day at about 7:00',
    nextRun: '2026-03-03T06:00:00.000Z',
  });
  expect(await runs(on, { days: 3 })).toEqual(['2026-03-03 07', '2026-03-04 07', '2026-03-05 07']);
});

test('weekly, on a day', async () => {
  const on = await scheduled({ every: 'week', weekday: 5, hour: 22 });
  expect(await schedules(on)).toMatchObject([
    { words: 'every Friday at about 22:00', nextRun: '2026-03-06T21:00:00.000Z' },
  ]);
  expect(await runs(on, { days: 12 })).toEqual(['2026-03-06 22', '2026-03-13 22']);
});

test.each([
  ['forward', '2026-03-27T12:00:00Z', ['2026-03-28 02', '2026-03-29 03', '2026-03-30 02']],
  ['back', '2026-10-23T12:00:00Z', ['2026-10-24 02', '2026-10-25 02', '2026-10-26 02']],
])('a daily run at two comes once on the day when the clock is set %s', async (_way, now, expected) => {
  const on = await scheduled({ every: 'day', hour: 2 }, { now });
  expect(await runs(on, { days: 3 })).toEqual(expected);
});

test('two schedules that are due at once are both run, by one trigger', async () => {
  const on = await scheduled({ every: 'day', hour: 7 });
  await pull(on, 'users');
  await on.api('schedule', { tab: 'Users', every: 'day', hour: 7 });
  expect(hourly(on)).toHaveLength(1);
  await on.clock.advance({ days: 1 });
  expect((await schedules(on)).map(({ lastRun }) => lastRun?.outcome)).toEqual(['done', 'done']);
});

test('a tab that somebody works on is left for the next hour, and did not fail', async () => {
  const on = await scheduled({ every: 'hour' });
  const colleague = on.as('ben@example.com');
  await colleague.api('connect', { provider: 'torii', apiKey: on.torii.apiKey });
  // The clock comes while the colleague's pull waits for its turn.
  const [{ nextAt = 0 } = {}] = hourly(on);
  await on.clock.advance({ minutes: (nextAt - 60_000 - on.clock.now().getTime()) / 60_000 });
  on.torii.fault({ match: 'GET /v1.0/apps?', status: 429, retryAfter: 300 });
  const { job } = (await colleague.api('pull', { provider: 'torii', resource: 'apps' })) as { job: string };
  expect(await colleague.api('step', { job })).toMatchObject({ state: 'waiting' });
  const asked = on.requests.length;
  expect(await on.clock.advance({ minutes: 2 })).toMatchObject([{ function: 'runScheduled' }]);
  expect(on.requests).toHaveLength(asked);
  const [before] = await schedules(on);
  expect(before).not.toHaveProperty('lastRun');
  expect(before).not.toHaveProperty('failing');
  expect(await colleague.run(job)).toMatchObject({ state: 'done' });
  await on.clock.advance({ hours: 1 });
  expect(await schedules(on)).toMatchObject([{ lastRun: { outcome: 'done' } }]);
});

test('the trigger comes with the first schedule and goes with the last', async () => {
  const on = await scheduled({ every: 'day' });
  await on.api('schedule', { tab: 'Apps', every: 'week' });
  expect(hourly(on)).toHaveLength(1);
  expect(await on.api('unschedule', { tab: 'Apps' })).toEqual({ tab: 'Apps' });
  expect(hourly(on)).toEqual([]);
  expect(await schedules(on)).toEqual([]);
});

test('what it would take is known before it is saved', async () => {
  const on = await connectedDesk();
  await pull(on, 'apps');
  const daily = (await on.api('schedule', { tab: 'Apps', every: 'day', estimate: true })) as Estimate;
  expect(daily).toMatchObject({ nextRun: '2026-03-03T06:00:00.000Z', runsPerDay: 1 });
  expect(daily.secondsPerDay).toBeGreaterThan(0);
  expect(await schedules(on)).toEqual([]);
  expect(hourly(on)).toEqual([]);
  const often = (await on.api('schedule', { tab: 'Apps', every: 'hour', estimate: true })) as Estimate;
  expect(often.requestsPerDay).toBe(24 * daily.requestsPerDay);
  expect(often.shares.requests).toBeCloseTo(often.requestsPerDay / 20_000);
  // All schedules of this person count.
  await pull(on, 'users');
  await on.api('schedule', { tab: 'Users', every: 'hour' });
  const both = (await on.api('schedule', { tab: 'Apps', every: 'hour', estimate: true })) as Estimate;
  expect(both.shares.requests).toBeGreaterThan(often.shares.requests);
  expect(both.shares.triggerTime).toBeGreaterThan(often.shares.triggerTime);
});

interface Estimate {
  runsPerDay: number;
  secondsPerDay: number;
  requestsPerDay: number;
  shares: { triggerTime: number; requests: number };
}

test('only a known tab, only for who is connected, and only hours that a day has', async () => {
  const on = await connectedDesk();
  await pull(on, 'apps');
  const ask = (payload: object, who: Desk = on) =>
    who.api('schedule', { tab: 'Apps', every: 'day', ...payload });
  await expect(ask({ tab: 'Sheet1' })).rejects.toMatchObject({ code: 'UNKNOWN_TAB' });
  await expect(ask({ hour: 24 })).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  await expect(ask({ every: 'week', weekday: 0 })).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  await expect(ask({}, on.as('ben@example.com'))).rejects.toMatchObject({ code: 'NOT_CONNECTED' });
  await expect(on.api('takeOver', { tab: 'Apps' })).rejects.toMatchObject({ code: 'NO_SCHEDULE' });
  expect(hourly(on)).toEqual([]);
});

test('a published add-on runs them too, with the one trigger that it may have', async () => {
  const on = await scheduled({ every: 'day' }, { addOn: 'published' });
  expect(on.triggers()).toMatchObject([{ handler: 'runScheduled', every: 3_600_000 }]);
  on.torii.fault({ match: 'GET /v1.0/apps?', status: 429, retryAfter: 30 * 60 });
  await on.clock.advance({ days: 1 });
  expect(await schedules(on)).toMatchObject([{ lastRun: { outcome: 'done' } }]);
  expect(on.triggers()).toHaveLength(1);
  expect(on.executions.filter(({ outcome }) => outcome !== 'completed')).toEqual([]);
});

test('a published add-on gives up its one-shot trigger for the schedule, which goes on with the job', async () => {
  const on = await connectedDesk({ addOn: 'published' });
  await pull(on, 'apps');
  on.torii.fault({ match: 'GET /v1.0/users', status: 429, retryAfter: 30 * 60 });
  await on.menu('SaaS Ledger', 'Pull', 'Users');
  expect(on.triggers()).toMatchObject([{ handler: 'continueJob' }]);
  await on.api('schedule', { tab: 'Apps', every: 'week' });
  expect(on.triggers()).toMatchObject([{ handler: 'runScheduled' }]);
  await on.clock.advance({ hours: 2 });
  expect(on.tab('Users').rows()).toHaveLength(30);
});

test('where Google allows no further trigger, nothing is saved and it is said so', async () => {
  const on = await connectedDesk({ addOn: 'published' });
  await pull(on, 'apps');
  const more = async (): Promise<void> => {
    for (let n = 0; n < 30; n += 1) {
      await on.api('schedule', { tab: 'Apps', every: 'day' });
      await on.api('unschedule', { tab: 'Apps' });
    }
  };
  await expect(more()).rejects.toMatchObject({ code: 'TOO_MANY_TRIGGERS', retry: 'later' });
  expect(await schedules(on)).toEqual([]);
  // A pull that has to wait cannot go on by itself then, and does not pretend to.
  on.torii.fault({ match: 'GET /v1.0/apps?', status: 429, retryAfter: 30 * 60 });
  expect(await on.menu('SaaS Ledger', 'Pull', 'Apps')).toMatchObject({ ok: true });
  expect(on.toasts.at(-1)).toMatch(/open the sidebar to go on/);
  await on.clock.advance({ days: 1 });
  await on.api('schedule', { tab: 'Apps', every: 'day' });
  expect(hourly(on)).toHaveLength(1);
});

test('a copied file has no schedule, even if its properties came along, and asks for a key', async () => {
  const on = await scheduled({ every: 'day' });
  const copy = await on.copyFile();
  expect(await copy.api('status')).toMatchObject({ schedules: [], connections: [], tabs: [{ tab: 'Apps' }] });
  await expect(copy.api('schedule', { tab: 'Apps', every: 'day' })).rejects.toMatchObject({
    code: 'NOT_CONNECTED',
  });
  expect(copy.triggers()).toEqual([]);
  await copy.close();
});

test('a run that is cut off while it begins is begun again, once', async () => {
  for (const afterServiceCalls of [8, 16, 24, 48]) {
    const on = await scheduled({ every: 'hour' });
    on.torii.edit('apps', firstApp(on), { name: 'After the cut' });
    await on.clock.advance({ minutes: 1 });
    on.kill({ afterServiceCalls });
    await on.clock.advance({ hours: 4 });
    on.kill({});
    expect(names(on)).toContain('After the cut');
    expect(await schedules(on)).toMatchObject([{ lastRun: { outcome: 'done' } }]);
    expect(on.mails).toEqual([]);
    await on.close();
  }
});

test('a pull of one’s own that was killed is found by the hourly run, and ends', async () => {
  const on = await scheduled({ every: 'week' });
  const { job } = (await on.api('pull', { provider: 'torii', resource: 'users' })) as { job: string };
  on.kill({ afterRequests: 1 });
  await expect(on.api('step', { job })).rejects.toMatchObject({ code: 'KILLED' });
  await on.clock.advance({ hours: 1 });
  expect(await on.api('job', { job })).toMatchObject({ state: 'done' });
  expect(on.tab('Users').rows()).toHaveLength(30);
});

test('a desk without a connection has no schedules', async () => {
  expect(await schedules(await desk())).toEqual([]);
});
