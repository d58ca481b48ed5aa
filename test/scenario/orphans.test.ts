/** Pulls that somebody or something leaves in the middle: they end by themselves, or somebody is told. */
import type { Desk } from '../../local/desk';
import { connectedDesk, pull } from './desks';

const USERS = { seed: 5, apps: 1, contracts: 1, users: 3_020 };
const FIELDS = ['email', 'firstName', 'isExternal', 'creationTime'];
const APP_LIST = /^GET \/v1.0\/apps\?/;

async function start(on: Desk, resource: string, more: object = {}): Promise<string> {
  return ((await on.api('pull', { provider: 'torii', resource, ...more })) as { job: string }).job;
}

async function state(on: Desk, job: string): Promise<string> {
  return ((await on.api('job', { job })) as { state: string }).state;
}

async function colleague(on: Desk): Promise<Desk> {
  const ben = on.as('ben@example.com');
  await ben.api('connect', { provider: 'torii', apiKey: on.torii.apiKey });
  return ben;
}

/** A page takes so long that three of them fill an execution. */
const slow = (on: Desk): void =>
  on.torii.fault({ match: /^GET \/v1.0\/users\?/, delayMs: 95_000, times: 99 });

describe.each(['bound', 'published'] as const)('%s, without a schedule', (addOn) => {
  test('a pull whose sidebar was closed before its first step ends by itself, and what follows it too', async () => {
    const on = await connectedDesk({ addOn });
    const job = await start(on, 'apps');
    await on.clock.advance({ hours: 1 });
    expect(await state(on, job)).toBe('done');
    expect(on.tabs()).toContain('Activity');
    expect(await on.api('status')).toMatchObject({ jobs: [] });
    expect(on.triggers()).toEqual([]);
  });

  test('a short pull that was killed with the sidebar ends by itself', async () => {
    const on = await connectedDesk({ addOn });
    const job = await start(on, 'apps');
    on.kill({ afterRequests: 1 });
    await expect(on.api('step', { job })).rejects.toThrow();
    await on.clock.advance({ hours: 1 });
    expect(await state(on, job)).toBe('done');
  });

  test('a long pull goes on although the execution of its trigger was killed', async () => {
    const on = await connectedDesk({ addOn, tenant: USERS });
    slow(on);
    const job = await start(on, 'users', { fields: FIELDS });
    await on.api('step', { job });
    on.kill({ afterRequests: 1 });
    const runs = await on.clock.advance({ hours: 1 });
    expect(runs.map(({ outcome }) => outcome)).toContain('killed');
    expect(await state(on, job)).toBe('done');
    expect(on.tab('Users').values()).toHaveLength(3_021);
  });
});

test('the trigger keeps out of the way while the sidebar drives a long pull', async () => {
  const on = await connectedDesk({ tenant: { ...USERS, users: 9_020 } });
  slow(on);
  expect(await on.run(await start(on, 'users', { fields: FIELDS }))).toMatchObject({ state: 'done' });
  expect(on.executions.filter(({ function: fn }) => fn === 'continueJob').length).toBeLessThan(9);
});

test('a colleague’s pull meets one that rests between two executions: they are told whose, and nothing is lost', async () => {
  const on = await connectedDesk({ tenant: USERS });
  slow(on);
  const job = await start(on, 'users', { fields: FIELDS });
  await on.api('step', { job });
  const ben = await colleague(on);
  await expect(start(ben, 'users')).rejects.toMatchObject({
    code: 'BUSY',
    message: expect.stringContaining('ada@example.com is already refreshing “Users”, since 10:00') as string,
  });
  await on.clock.advance({ minutes: 30 });
  expect(await state(on, job)).toBe('done');
  // Only the last page was still to be read.
  expect(on.requests.filter(({ url }) => url.includes('/users?'))).toHaveLength(4);
});

test('a colleague who does not want to wait can stop it', async () => {
  const on = await connectedDesk();
  const ben = await colleague(on);
  await ben.api('stop', { job: await start(on, 'apps') });
  expect(await pull(ben, 'apps')).toMatchObject({ state: 'done' });
});

test('“Refresh all” goes on with the other tabs where a colleague is at one', async () => {
  const on = await connectedDesk();
  for (const resource of ['apps', 'users']) await pull(on, resource);
  const ben = await colleague(on);
  on.torii.edit('users', (on.torii.data.users[0] as { id: number }).id, { firstName: 'Renamed' });
  await start(ben, 'apps');
  await on.menu('SaaS Ledger', 'Refresh all');
  expect(on.toasts.at(-1)).toContain('Users: 30 rows (0 new, 1 updated)');
  expect(JSON.stringify(on.dialogs.at(-1))).toContain('ben@example.com is already refreshing “Apps”');
});

test('a tab that is renamed while its refresh waits is still the same: nobody else begins another', async () => {
  const on = await connectedDesk();
  await pull(on, 'apps');
  on.torii.fault({ match: APP_LIST, status: 429, retryAfter: 300, times: 1 });
  const job = await start(on, 'apps');
  expect(await on.api('step', { job })).toMatchObject({ state: 'waiting' });
  on.tab('Apps').rename('My apps');
  const ben = await colleague(on);
  await expect(start(ben, 'apps', { tab: 'My apps' })).rejects.toMatchObject({ code: 'BUSY' });
  expect(await on.run(job)).toMatchObject({ state: 'done', result: { tab: 'My apps' } });
  expect(on.tabs()).not.toContain('Apps');
});

test('a platform that lets nothing in for hours: the schedule fails, with one mail, and is not called late', async () => {
  const on = await connectedDesk();
  await pull(on, 'apps');
  await on.api('schedule', { tab: 'Apps', every: 'day' });
  on.torii.fault({ match: APP_LIST, status: 429, retryAfter: 300, times: 9_999 });
  await on.clock.advance({ hours: 30 });
  expect(await on.api('status')).toMatchObject({
    jobs: [],
    schedules: [{ lastRun: { outcome: 'failed' }, failing: { code: 'RATE_LIMITED' } }],
  });
  expect(on.mails.map(({ subject }) => subject)).toEqual(['SaaS Ledger: “Apps” could not be refreshed']);
});

test('a refusal of any length ends the pull, and is told by its beginning', async () => {
  const on = await connectedDesk();
  const body = JSON.stringify({ message: `The request is wrong: ${'blah '.repeat(8_000)}` });
  on.torii.fault({ match: APP_LIST, status: 400, body, times: 9 });
  const { state: end, error } = await pull(on, 'apps');
  expect(end).toBe('failed');
  expect(error?.what).toContain('The request is wrong');
  expect(error?.what.length).toBeLessThan(600);
});

test('a choice that is too large for a job’s record is refused before anything begins, however it is written', async () => {
  const on = await connectedDesk();
  const values = Array.from(
    { length: 90 },
    (_, index) => `とても長い名前の値です、本当に長い名前です ${index}`,
  );
  const filters = [{ field: 'firstName', test: 'isAnyOf', values }];
  await expect(start(on, 'users', { filters })).rejects.toMatchObject({ code: 'TOO_MANY_FIELDS' });
  expect(await on.api('status')).toMatchObject({ jobs: [] });
});
