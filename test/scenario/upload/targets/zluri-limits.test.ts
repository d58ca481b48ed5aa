/** The limits and refusals of Zluri's SDK, each met once: https://developers.zluri.com/docs/best-practices */
import type { Desk } from '../../../../local/desk';
import { desk } from '../../desks';
import { exportRows } from '../example-file';
import { checked, instanceDesk, lines, sent } from '../sending';

const USERS = exportRows('targets/exports/zluri-users.csv');
const INVOICES = exportRows('targets/exports/invoices.csv');
const FINISH = /\/syncs\/\w+\/finish$/;

interface Sync {
  sync_id: string;
  status: string;
  pages: { entity_name: string; page_number: number; data: object[] }[];
}

const syncsOf = (on: Desk): Sync[] => on.zluri.data.syncs as Sync[];

function statuses(on: Desk): string[] {
  return syncsOf(on).map(({ status }) => status);
}

/** Methods and statuses of the calls whose path ends so. */
function calls(on: Desk, path: RegExp): string[] {
  return on.requests
    .filter(({ url }) => path.test(new URL(url).pathname))
    .map(({ method, status }) => `${method} ${status}`);
}

async function usersDesk(): Promise<{ on: Desk; place: string }> {
  const { on, instance } = await instanceDesk({ Members: USERS });
  return { on, place: instance };
}

// A page holds 1,000 records at most: https://help.zluri.com/reference/uploadincrementaldata
test.each([
  [1000, [1000]],
  [1001, [1000, 1]],
])('%i people go in pages of %j', async (count, pages) => {
  const rows = Array.from({ length: count }, (_, at) => [`u${at}`, `person${at}@example.com`]);
  const { on, instance } = await instanceDesk({ Members: [['Unique ID', 'Email'], ...rows] });
  expect(await sent(on, 'zluri.users', { place: instance })).toMatchObject({
    state: 'done',
    result: { route: pages.length === 1 ? 'in 1 page' : `in ${pages.length} pages` },
  });
  expect(syncsOf(on)).toMatchObject([{ status: 'completed' }]);
  expect(syncsOf(on)[0]?.pages.map(({ data }) => data.length)).toEqual(pages);
});

describe('a page that is refused', () => {
  test.each([400, 422])('with %i ends the sync, and the row says why', async (status) => {
    const { on, place } = await usersDesk();
    const body = JSON.stringify({
      errors: [{ msg: 'status is not one of active', param: 'data[2].status' }],
    });
    on.zluri.fault({ match: /^POST .*\/snapshot-data/, status, body });
    const job = await sent(on, 'zluri.users', { place });
    expect(job).toMatchObject({ state: 'failed', error: { code: 'UPLOAD_REFUSED' } });
    expect(job.error?.what).toContain('Row 4');
    expect(job.error?.next).toContain('The sync was aborted: nothing of it shows in Zluri.');
    const column = USERS[0]?.indexOf('Status') ?? -1;
    expect(on.tab('Members').notes()[3]?.[column]).toContain('status is not one of active');
    expect(statuses(on)).toEqual(['aborted']);
  });

  test('because the address for incremental data is not there ends the sync', async () => {
    const { on, instance } = await instanceDesk({ Members: INVOICES });
    on.zluri.fault({ match: /^POST .*\/incremental-data/, status: 404 });
    const job = await sent(on, 'zluri.transactions', { place: instance });
    expect(job.state).toBe('failed');
    expect(job.error?.what).toContain('The sync was aborted');
    expect(statuses(on)).toEqual(['aborted']);
    expect(await lines(on)).toMatchObject([{ end: 'failed', kept: false }]);
  });
});

describe('the start', () => {
  test('to which another one was quicker is told by its open sync', async () => {
    const { on, place } = await usersDesk();
    const { seal } = await checked(on, 'zluri.users', { place });
    // Between the look and the start somebody else begins.
    on.zluri.fault({ match: /^GET .*\/instances\/\w+\/syncs/, status: 200, body: '{"items":[],"count":0}' });
    open(on, place);
    const options = { place, seal };
    const { job } = (await on.api('uploadSend', { tab: 'Members', target: 'zluri.users', options })) as {
      job: string;
    };
    expect(await on.run(job)).toMatchObject({ state: 'failed', error: { code: 'SYNC_OPEN' } });
    expect(calls(on, /\/instances\/\w+\/syncs$/)).toEqual(['GET 200', 'POST 409', 'GET 200']);
    expect(statuses(on)).toEqual(['started']);
  });

  test('goes on with an open sync whose pages this upload replaces', async () => {
    const { on, place } = await usersDesk();
    open(on, place, [
      { entity_name: 'users', page_number: 1, data: [{ unique_id: 'old', email: 'o@x.com' }] },
    ]);
    const job = await sent(on, 'zluri.users', { place, openSync: 'resume' });
    expect(job).toMatchObject({ state: 'done' });
    expect(syncsOf(on)).toMatchObject([{ status: 'completed', sync_id: OPEN_SYNC }]);
    expect(syncsOf(on)[0]?.pages.map(({ data }) => data.length)).toEqual([3]);
  });

  test('does not go on with one that has pages of something else', async () => {
    const { on, place } = await usersDesk();
    open(on, place, [{ entity_name: 'groups', page_number: 1, data: [{ unique_id: 'g', name: 'G' }] }]);
    const job = await sent(on, 'zluri.users', { place, openSync: 'resume' });
    expect(job).toMatchObject({ state: 'failed', error: { code: 'SYNC_OPEN' } });
    expect(statuses(on)).toEqual(['started']);
  });

  test('aborts an open one by choice', async () => {
    const { on, place } = await usersDesk();
    open(on, place);
    expect(await sent(on, 'zluri.users', { place, openSync: 'abort' })).toMatchObject({ state: 'done' });
    expect(statuses(on)).toEqual(['aborted', 'completed']);
  });

  test('at an instance that is not connected is refused in Zluri’s words', async () => {
    const { on, place } = await usersDesk();
    on.zluri.edit('instances', place, { status: 'not-connected' });
    const job = await sent(on, 'zluri.users', { place });
    expect(job.state).toBe('failed');
    expect(job.error?.what).toContain('not connected');
    expect(syncsOf(on)).toEqual([]);
  });

  test('needs a key that may use integrations', async () => {
    const { on, place } = await usersDesk();
    on.zluri.options({ forbid: 'integrations' });
    expect(await sent(on, 'zluri.users', { place })).toMatchObject({
      state: 'failed',
      error: { code: 'KEY_LACKS_RIGHTS' },
    });
    expect(await lines(on)).toMatchObject([{ end: 'failed', kept: false }]);
  });
});

describe('the finish', () => {
  test('that misses pages gets them once more', async () => {
    const { on, place } = await usersDesk();
    on.zluri.fault({
      match: /^PUT .*\/finish/,
      status: 403,
      body: '{"message":"Not all pages were uploaded"}',
    });
    expect(await sent(on, 'zluri.users', { place })).toMatchObject({ state: 'done' });
    expect(calls(on, FINISH)).toEqual(['PUT 403', 'PUT 200']);
    expect(calls(on, /snapshot-data$/)).toEqual(['POST 200', 'POST 200']);
  });

  test('is a POST where a PUT is not there', async () => {
    const { on, place } = await usersDesk();
    on.zluri.options({ finishMethod: 'post' });
    expect(await sent(on, 'zluri.users', { place })).toMatchObject({ state: 'done' });
    expect(calls(on, FINISH)).toEqual([expect.stringMatching(/^PUT 40[45]$/), 'POST 200']);
    expect(statuses(on)).toEqual(['completed']);
  });

  test('that finds references wanting marks the rows of the tab that they are in', async () => {
    const { on, instance } = await instanceDesk({
      'zluri.users': USERS,
      'zluri.groups': exportRows('targets/exports/groups.csv'),
      Members: exportRows('targets/exports/group-users.csv'),
    });
    const errors = [
      { msg: 'user_id is not a user of this sync', entity_name: 'group_users', page_number: 1, line: 2 },
      { msg: 'name is too short', entity_name: 'groups', page_number: 1, line: 1 },
    ];
    on.zluri.fault({ match: /^PUT .*\/finish/, status: 422, body: JSON.stringify({ errors }) });
    const companions = ['zluri.users', 'zluri.groups'].map((target) => ({ tab: target, target }));
    const job = await sent(on, 'zluri.group_users', { place: instance, with: companions });
    expect(job).toMatchObject({ state: 'failed', error: { code: 'UPLOAD_REFUSED' } });
    expect(on.tab('Members').notes()[2]?.join('')).toContain('user_id is not a user of this sync');
    expect(on.tab('zluri.groups').notes()[1]?.join('')).toContain('name is too short');
    expect(on.tab('zluri.users').notes().flat().join('')).toBe('');
    expect(statuses(on)).toEqual(['aborted']);
  });
});

test('the fields are asked for at the other address where the first one is not there', async () => {
  const { on, place } = await usersDesk();
  on.zluri.options({ schemas: 'elsewhere' });
  const { problems } = await checked(on, 'zluri.users', { place });
  expect(problems.filter(({ code }) => code === 'guessedSchema')).toEqual([]);
  expect(calls(on, /schemas$/)).toEqual(['GET 404', 'GET 200']);
});

describe('an instance', () => {
  async function ownDesk(): Promise<{ on: Desk; app: string; users: string[] }> {
    const opened = await desk();
    const users = (opened.zluri.data.users as { user_email: string }[]).map(({ user_email }) => user_email);
    // Whoever makes one has to be a user of Zluri: https://help.zluri.com/reference/createsdkinstance
    const on = opened.as(users[0] ?? '');
    await on.api('connect', { provider: 'zluri', apiKey: on.zluri.apiKey });
    const [app] = (await on.api('uploadApps', { target: 'zluri.users', text: '' })) as { app: string }[];
    return { on, app: app?.app ?? '', users };
  }

  const make = (on: Desk, order: object): Promise<unknown> =>
    on.api('uploadPlace', { target: 'zluri.users', title: 'By sheet', create: true, ...order });

  test('is made with the addresses that are to be told, three at most', async () => {
    const { on, app, users } = await ownDesk();
    await expect(make(on, { app, emails: users.slice(0, 4) })).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    expect(on.zluri.data.instances).toEqual([]);
    await make(on, { app, emails: users.slice(0, 3) });
    expect(on.zluri.data.instances).toMatchObject([
      {
        app_id: app,
        instance_name: 'By sheet',
        notification_emails: users.slice(0, 3),
        created_by: users[0],
      },
    ]);
  });

  test.each([
    ['an address that no user has', { emails: ['nobody@elsewhere.example'] }, 'no user with this email'],
    ['an app that is not there', { app: 'a'.repeat(24) }, 'no such application'],
  ])('is refused with %s, in Zluri’s words', async (_, order, words) => {
    const { on, app } = await ownDesk();
    await expect(make(on, { app, ...order })).rejects.toThrow(words);
    expect(on.zluri.data.instances).toEqual([]);
  });

  test('is refused where one of another app has its name, and is made by another name', async () => {
    const { on, app } = await ownDesk();
    const [, other] = (await on.api('uploadApps', { target: 'zluri.users', text: '' })) as { app: string }[];
    await make(on, { app });
    await expect(make(on, { app: other?.app })).rejects.toThrow('of this name already');
    await make(on, { app: other?.app, title: 'By sheet, too' });
    expect(on.zluri.data.instances).toHaveLength(2);
  });
});

const OPEN_SYNC = '66f6e5b7d9a5f6a7b8c90099';

/** A sync that somebody began and left open. */
function open(on: Desk, place: string, pages: Sync['pages'] = []): void {
  (on.zluri.data.syncs as object[]).push({
    sync_id: OPEN_SYNC,
    instance_id: place,
    status: 'started',
    started_at: '2026-03-01T09:00:00.000Z',
    finished_at: null,
    pages: pages.map((page) => ({ ...page, status: 'valid' })),
    showsAt: null,
  });
}
