/** Sending to Zluri: one sync with every page in it, finished; and what it refuses comes back to the rows. */
import { csv, pasteTab } from './pasted-tab';
import { checked, instanceDesk, lines, packages, sent } from './sending';

const USERS = csv(`
  Unique ID,Email,Name,Status,Last used
  u1,ann@example.com,Ann Lee,active,2026-01-05
  u2,bob@example.com,Bob Ray,inactive,2026-01-06
  u3,cy@example.com,Cy Fox,active,2026-01-07
`);

const GROUPS = csv(`
  Unique ID,Name
  g1,Design
  g2,Sales
`);

const MEMBERS = csv(`
  Group ID,User ID
  g1,u1
  g2,u2
`);

interface Sync {
  status: string;
  pages: { entity_name: string; page_number: number; data: Record<string, unknown>[] }[];
}

test('people arrive in one finished sync, as they were shown', async () => {
  const { on, instance } = await instanceDesk({ Members: USERS });
  const job = await sent(on, 'zluri.users', { place: instance });
  expect(job).toMatchObject({ state: 'done', result: { outcome: 'taken' } });
  const [sync, ...more] = on.zluri.data.syncs as Sync[];
  expect(more).toEqual([]);
  expect(sync).toMatchObject({
    status: 'completed',
    pages: [
      {
        entity_name: 'users',
        page_number: 1,
        data: [
          { unique_id: 'u1', email: 'ann@example.com', name: 'Ann Lee', status: 'active' },
          { unique_id: 'u2', email: 'bob@example.com', status: 'inactive' },
          { unique_id: 'u3', email: 'cy@example.com' },
        ],
      },
    ],
  });
  expect(await lines(on)).toMatchObject([{ end: 'done', kept: true, records: 3 }]);
});

test('tabs that belong together go in one sync, in the order in which they depend on each other', async () => {
  const { on, instance } = await instanceDesk({ Members: USERS, Groups: GROUPS, Who: MEMBERS });
  const options = {
    place: instance,
    with: [
      { tab: 'Groups', target: 'zluri.groups' },
      { tab: 'Members', target: 'zluri.users' },
    ],
  };
  const job = await sent(on, 'zluri.group_users', options, 'Who');
  expect(job).toMatchObject({ state: 'done' });
  const [sync] = on.zluri.data.syncs as Sync[];
  expect(sync?.pages.map(({ entity_name }) => entity_name)).toEqual(['users', 'groups', 'group_users']);
});

test('many people go in pages of a thousand', async () => {
  const rows = Array.from({ length: 7_500 }, (_, at) => [
    `u${at}`,
    `person${at}@example.com`,
    `Person ${at}`,
  ]);
  const { on, instance } = await instanceDesk({ Members: [['Unique ID', 'Email', 'Name'], ...rows] });
  expect(await sent(on, 'zluri.users', { place: instance })).toMatchObject({ state: 'done' });
  const [sync] = on.zluri.data.syncs as Sync[];
  expect(sync?.pages.map(({ page_number, data }) => [page_number, data.length])).toEqual([
    ...Array.from({ length: 7 }, (_, at) => [at + 1, 1000]),
    [8, 500],
  ]);
});

test('records that Zluri refuses are marked in their rows, and the sync is aborted', async () => {
  const { on, instance } = await instanceDesk({ Members: USERS });
  on.zluri.fault({
    match: /^POST \/v2\/integrations-sync\/syncs\/\w+\/snapshot-data/,
    status: 422,
    body: JSON.stringify({ errors: [{ msg: 'Invalid email', param: 'data[1].email' }] }),
  });
  const job = await sent(on, 'zluri.users', { place: instance });
  expect(job).toMatchObject({ state: 'failed', error: { code: 'UPLOAD_REFUSED' } });
  expect(job.error?.what).toContain('Row 3');
  expect(on.tab('Members').notes()[2]?.[1]).toContain('Invalid email');
  expect((on.zluri.data.syncs as Sync[]).map(({ status }) => status)).toEqual(['aborted']);
  expect(await lines(on)).toMatchObject([{ end: 'failed', kept: false }]);
  expect(packages(on)).toEqual([]);
});

test('a sync that somebody left open is told, and aborted by choice', async () => {
  const { on, instance } = await instanceDesk({ Members: USERS });
  (on.zluri.data.syncs as object[]).push({
    sync_id: '66f6e5b7d9a5f6a7b8c90099',
    instance_id: instance,
    status: 'started',
    started_at: '2026-03-01T09:00:00.000Z',
    finished_at: null,
    pages: [],
    showsAt: null,
  });
  expect(await sent(on, 'zluri.users', { place: instance })).toMatchObject({
    state: 'failed',
    error: { code: 'SYNC_OPEN' },
  });
  const job = await sent(on, 'zluri.users', { place: instance, openSync: 'abort' });
  expect(job).toMatchObject({ state: 'done' });
  expect((on.zluri.data.syncs as Sync[]).map(({ status }) => status)).toEqual(['aborted', 'completed']);
});

test('people who are gone since last time are counted, and asked about where they are many', async () => {
  const { on, instance } = await instanceDesk({ Members: USERS });
  await sent(on, 'zluri.users', { place: instance });
  await pasteTab(on, 'Fewer', USERS.slice(0, 2));
  on.tab('Members').deleteRow('u3');
  const options = { place: instance };
  const check = await checked(on, 'zluri.users', options);
  expect(check.question).toMatch(/1 of 3 /);
  const order = { tab: 'Members', target: 'zluri.users', options: { ...options, seal: check.seal } };
  await expect(on.api('uploadSend', order)).rejects.toMatchObject({ code: 'CONFIRM_FIRST' });
  const { job } = (await on.api('uploadSend', {
    ...order,
    options: { ...order.options, confirmed: true },
  })) as {
    job: string;
  };
  expect(await on.run(job)).toMatchObject({ state: 'done' });
});

test('one that is stopped halfway says that its sync is open', async () => {
  const { on, instance } = await instanceDesk({ Members: USERS });
  on.zluri.fault({ match: /snapshot-data/, status: 429, retryAfter: 600 });
  const { job } = (await on.api('uploadSend', {
    tab: 'Members',
    target: 'zluri.users',
    options: { place: instance },
  })) as { job: string };
  expect(await on.api('step', { job })).toMatchObject({ state: 'waiting' });
  await on.api('stop', { job });
  const [line] = await lines(on);
  expect(line).toMatchObject({ end: 'stopped', kept: false });
  expect(line?.outcome).toContain('is still open in Zluri');
});
