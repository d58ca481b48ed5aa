/** Pulls that do not fit one execution: they end by themselves, repeat next to nothing, and say where they stand. */
import type { Desk } from '../../local/desk';
import { connectedDesk, desk as open, pull, type Job } from './desks';
import { wholeFile } from './whole-file';

const USERS = { seed: 5, apps: 1, contracts: 1, users: 3_020 };
const USER_LIST = /^GET \/v1.0\/users\?/;

/** Few fields, so that thousands of rows are quickly written. */
const FIELDS = ['email', 'firstName', 'isExternal', 'creationTime'];

const lists = (desk: Desk): number => desk.requests.filter(({ url }) => url.includes('/users?')).length;

const readingTabs = (desk: Desk): string[] =>
  desk.tabs({ hidden: true }).filter((name) => name.includes('reading'));

/** A page takes so long that three of them fill an execution. */
const slow = (desk: Desk): void => desk.torii.fault({ match: USER_LIST, delayMs: 95_000, times: 99 });

test.each(['bound', 'published'] as const)(
  'with the sidebar closed, a pull goes on by itself until it is done (%s)',
  async (addOn) => {
    const desk = await connectedDesk({ tenant: USERS, addOn });
    slow(desk);
    await desk.menu('Pull', 'Users');
    expect(desk.toasts.join()).toContain('goes on by itself');
    expect(readingTabs(desk)).toHaveLength(1);
    await desk.clock.advance({ minutes: 20 });
    expect(desk.tab('Users').values()).toHaveLength(3_021);
    expect(lists(desk)).toBe(4);
    expect(readingTabs(desk)).toEqual([]);
    expect(desk.executions.every(({ outcome }) => outcome === 'completed')).toBe(true);
    expect(Object.keys(desk.stores().document).filter((key) => key.startsWith('staging'))).toEqual([]);
  },
);

test('where the sidebar is closed in the middle, a trigger goes on', async () => {
  const desk = await connectedDesk({ tenant: USERS });
  slow(desk);
  const { job } = (await desk.api('pull', { provider: 'torii', resource: 'users', fields: FIELDS })) as {
    job: string;
  };
  expect(await desk.api('step', { job })).toMatchObject({
    state: 'running',
    progress: { phase: 'reading', done: 3_000, total: 3_020 },
  });
  await desk.clock.advance({ minutes: 30 });
  expect(desk.tab('Users').values()).toHaveLength(3_021);
  expect(lists(desk)).toBe(4);
});

test('a colleague who steps a job that is under way is told who has it and since when', async () => {
  const desk = await connectedDesk({ tenant: { ...USERS, users: 30 } });
  const { job } = (await desk.api('pull', { provider: 'torii', resource: 'users', fields: FIELDS })) as {
    job: string;
  };
  desk.kill({ afterRequests: 1 });
  await desk.api('step', { job }).catch(() => undefined);
  const colleague = desk.as('bob@example.com');
  await colleague.api('connect', { provider: 'torii', apiKey: desk.torii.apiKey });
  expect(await colleague.api('step', { job })).toMatchObject({
    state: 'waiting',
    waiting: {
      reason: 'ada@example.com has had this under way since 10:00, in another window or run.',
    },
  });
  expect(await colleague.run(job)).toMatchObject({ state: 'done' });
});

test('stopped while it rests, a pull leaves nothing behind', async () => {
  const desk = await connectedDesk({ tenant: USERS });
  slow(desk);
  const { job } = (await desk.api('pull', { provider: 'torii', resource: 'users', fields: FIELDS })) as {
    job: string;
  };
  await desk.api('step', { job });
  expect(readingTabs(desk)).toHaveLength(1);
  expect(await desk.api('stop', { job })).toMatchObject({ state: 'stopped' });
  expect(readingTabs(desk)).toEqual([]);
  await desk.clock.advance({ minutes: 30 });
  expect(desk.tabs({ hidden: true })).not.toContain('Users');
  expect(lists(desk)).toBe(3);
});

test('a copy of the file does not carry on with what the original was reading', async () => {
  const desk = await connectedDesk({ tenant: USERS });
  slow(desk);
  const { job } = (await desk.api('pull', { provider: 'torii', resource: 'users', fields: FIELDS })) as {
    job: string;
  };
  await desk.api('step', { job });
  const copy = await desk.copyFile();
  expect(await copy.api('status')).toMatchObject({ jobs: [], tabs: [] });
  expect(readingTabs(copy)).toEqual([]);
  expect(readingTabs(desk)).toHaveLength(1);
});

test('a platform that has forgotten where a read was is read anew', async () => {
  const desk = await connectedDesk({ tenant: USERS });
  slow(desk);
  const { job } = (await desk.api('pull', { provider: 'torii', resource: 'users', fields: FIELDS })) as {
    job: string;
  };
  await desk.api('step', { job });
  desk.torii.fault({ match: /cursor=/, status: 400, body: '{"message":"Invalid cursor"}' });
  expect(await desk.run(job)).toMatchObject({ state: 'done', result: { rows: 3_020 } });
  expect(readingTabs(desk)).toEqual([]);
});

describe('more than 12,000 rows', () => {
  const MANY = { ...USERS, users: 12_300 };

  async function started(on: Desk): Promise<string> {
    const order = { provider: 'torii', resource: 'users', fields: FIELDS };
    return ((await on.api('pull', order)) as { job: string }).job;
  }

  async function finished(on: Desk, job: string): Promise<Job> {
    const ended = (await on.run(job)) as Job;
    const { jobs } = (await on.api('status')) as { jobs: { job: string }[] };
    for (const next of jobs) await on.run(next.job);
    return ended;
  }

  let calm: string;
  /** Service calls after which none, or all, of the rows are in: a part of them is somewhere between. */
  let none = 0;
  let all: number;

  beforeAll(async () => {
    const desk = await connectedDesk({ tenant: MANY });
    const job = await started(desk);
    await desk.api('step', { job });
    all = desk.executions.at(-1)?.calls ?? 0;
    await finished(desk, job);
    calm = JSON.stringify(wholeFile(desk));
  });

  /** A file whose pull died when a part of the rows was in. */
  async function cutOff(): Promise<{ desk: Desk; job: string }> {
    while (all - none > 1) {
      const calls = Math.floor((none + all) / 2);
      const desk = await connectedDesk({ tenant: MANY });
      const job = await started(desk);
      desk.kill({ afterServiceCalls: calls });
      await desk.api('step', { job }).catch(() => undefined);
      desk.kill({});
      const rows = desk.tabs().includes('Users') ? desk.tab('Users').rows().length : 0;
      if (rows > 0 && rows < 12_300) {
        // The next search is a short one.
        [none, all] = [calls - 1, calls + 1];
        return { desk, job };
      }
      if (rows === 0) none = calls;
      else all = calls;
    }
    throw new Error('The rows went in at once.');
  }

  function expectUnfinished(desk: Desk): void {
    expect(desk.tab('Users').display()[0]?.at(-1)).toMatch(/^Status · being written since/);
    expect(desk.tab('Users').notes()[0]?.at(-1)).toContain('not all rows are here yet');
  }

  test('a kill repeats at most one page', async () => {
    const desk = await connectedDesk({ tenant: MANY });
    const job = await started(desk);
    for (const requests of [1, 5, 4, 2]) {
      desk.kill({ afterRequests: requests });
      await desk.api('step', { job }).catch(() => undefined);
      await desk.clock.advance({ minutes: 3 });
    }
    desk.kill({});
    expect(await finished(desk, job)).toMatchObject({ state: 'done', result: { added: 12_300 } });
    expect(lists(desk)).toBeLessThanOrEqual(13 + 4);
    expect(JSON.stringify(wholeFile(desk))).toBe(calm);
  });

  test('cut off while the rows go in, the tab says so and is finished later without a request', async () => {
    const { desk, job } = await cutOff();
    expectUnfinished(desk);
    expect(await finished(desk, job)).toMatchObject({ state: 'done', result: { added: 12_300 } });
    expect(lists(desk)).toBe(13);
    expect(JSON.stringify(wholeFile(desk))).toBe(calm);
  });

  test('stopped while the rows go in, the tab says so, and the next refresh repairs it', async () => {
    const { desk, job } = await cutOff();
    expect(await desk.api('stop', { job })).toMatchObject({ state: 'stopped' });
    expectUnfinished(desk);
    expect(await pull(desk, 'users', { fields: FIELDS })).toMatchObject({ state: 'done' });
    expect(desk.tab('Users').values()).toHaveLength(12_301);
    expect(desk.tab('Users').display()[0]?.at(-1)).toMatch(/complete as of/);
    expect(readingTabs(desk)).toEqual([]);
  });

  test('where time runs out while the rows go in, the next execution writes the rest', async () => {
    const desk = await connectedDesk({ tenant: MANY });
    desk.torii.fault({ match: USER_LIST, delayMs: 20_000, times: 12 });
    desk.torii.fault({ match: USER_LIST, after: 12, delayMs: 41_500 });
    const job = await started(desk);
    expect(await desk.api('step', { job })).toMatchObject({ state: 'running' });
    expect(desk.tabs()).toContain('Users');
    await finished(desk, job);
    expect(lists(desk)).toBe(13);
    expect(JSON.stringify(wholeFile(desk))).toBe(calm);
  });
});

describe('a request for each of 300 apps', () => {
  const TENANT = { seed: 4, apps: 300, contracts: 1, users: 40 };

  test.each([
    ['torii', 600],
    ['zluri', 100],
  ] as const)('%s: they go together, at the pace of the rate class', async (provider, perMinute) => {
    const desk = await open({ tenant: TENANT });
    await desk.api('connect', { provider, apiKey: desk[provider].apiKey });
    await desk.clock.advance({ minutes: 5 });
    const before = desk.requests.length;
    expect(await pull(desk, 'appUsers', { provider })).toMatchObject({ state: 'done' });
    const sent = desk.requests.slice(before);
    expect(sent.filter(({ status }) => status === 429)).toEqual([]);
    const seconds = (Number(sent.at(-1)?.at) - Number(sent[0]?.at)) / 1000;
    // The allowance of the first minute may go at once.
    const least = (Math.ceil(sent.length / perMinute) - 1) * 60;
    expect(seconds).toBeLessThanOrEqual(1.15 * least + 10);
    expect(desk.serviceCalls['UrlFetchApp.fetchAll']).toBeLessThanOrEqual(sent.length / 25);
  });
});
