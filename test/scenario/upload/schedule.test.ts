/** Uploads on a schedule: as they were set up, by whoever set them up, and never the same transactions twice. */
import type { Desk } from '../../../local/desk';
import { connectedDesk } from '../desks';
import { csv, pasteTab } from './pasted-tab';
import { checked, CUSTOM, instanceDesk, lines, membersDesk, sent } from './sending';

interface Schedule {
  tab: string;
  upload?: string;
  words: string;
  failing?: { code: string };
  lastRun?: { outcome: string };
}

async function schedules(on: Desk): Promise<Schedule[]> {
  return ((await on.api('status')) as { schedules: Schedule[] }).schedules;
}

async function days(on: Desk, count: number): Promise<void> {
  for (let hour = 0; hour < count * 24; hour += 1) await on.clock.advance({ hours: 1 });
}

test('a tab is uploaded each day with what it holds then', async () => {
  const { on, account } = await membersDesk();
  await expect(on.api('schedule', { tab: 'Members', every: 'day', upload: CUSTOM })).rejects.toMatchObject({
    code: 'NO_PLACE',
  });
  await sent(on, CUSTOM, { place: account });
  const made = await on.api('schedule', { tab: 'Members', every: 'day', upload: CUSTOM });
  expect(made).toMatchObject({ tab: 'Members', upload: CUSTOM, words: 'every day at about 7:00' });
  await on.tab('Members').type('B2', 'Anna');
  await days(on, 1);
  const syncs = on.torii.data.syncs as { file: { users: { firstName?: string }[] } }[];
  expect(syncs.map(({ file }) => file.users[0]?.firstName)).toEqual(['Ann', 'Anna']);
  expect(await lines(on)).toMatchObject([
    { end: 'done', kept: true },
    { end: 'done', kept: false },
  ]);
  expect(await schedules(on)).toMatchObject([
    { tab: 'Members', upload: CUSTOM, lastRun: { outcome: 'done' } },
  ]);

  on.tab('Members').rename('People');
  expect(await schedules(on)).toMatchObject([{ tab: 'People' }]);
  await on.api('unschedule', { tab: 'People', upload: CUSTOM });
  expect(await schedules(on)).toEqual([]);
  expect(on.triggers().filter(({ handler }) => handler === 'runScheduled')).toEqual([]);
});

test('rows that cannot be sent are told by mail, once, and so is that it works again', async () => {
  const { on, account } = await membersDesk();
  await sent(on, CUSTOM, { place: account });
  await on.api('schedule', { tab: 'Members', every: 'day', upload: CUSTOM });
  await on.tab('Members').type('A2', 'not an address');
  await days(on, 2);
  expect(on.mails).toHaveLength(1);
  expect(on.mails[0]?.subject).toContain('could not be uploaded');
  expect(on.torii.data.syncs).toHaveLength(1);
  expect(await schedules(on)).toMatchObject([{ failing: { code: 'UPLOAD_PROBLEMS' } }]);
  await on.tab('Members').type('A2', 'ann@example.com');
  await days(on, 1);
  expect(on.mails).toHaveLength(2);
  expect(on.mails[1]?.subject).toContain('is uploaded again');
  expect(on.torii.data.syncs).toHaveLength(2);
});

test('many people fewer than last time are not sent without a yes', async () => {
  const { on, account } = await membersDesk();
  await sent(on, CUSTOM, { place: account });
  await on.api('schedule', { tab: 'Members', every: 'day', upload: CUSTOM });
  for (const cell of ['A3', 'B3', 'C3', 'D3', 'E3', 'F3']) await on.tab('Members').type(cell, '');
  await days(on, 1);
  expect(await schedules(on)).toMatchObject([{ failing: { code: 'CONFIRM_FIRST' } }]);
  expect(on.torii.data.syncs).toHaveLength(1);
});

test('transactions that were sent are not sent again', async () => {
  const { on, instance } = await instanceDesk({
    Card: csv(`
      ID,Transaction date,Description,Amount,Currency
      t1,2026-01-05,Slack,120.50,USD
    `),
  });
  await sent(on, 'zluri.transactions', { place: instance }, 'Card');
  await on.api('schedule', { tab: 'Card', every: 'day', upload: 'zluri.transactions' });
  await days(on, 1);
  const syncs = (): { pages: { data: { id: string }[] }[] }[] => on.zluri.data.syncs as never;
  expect(syncs()).toHaveLength(1);
  expect(((await on.api('activity')) as { outcome: string }[])[0]?.outcome).toContain('sent before');
  await on.tab('Card').type('A3', 't2');
  await on.tab('Card').type('B3', '2026-01-06');
  await on.tab('Card').type('C3', 'Zoom');
  await on.tab('Card').type('D3', '14.99');
  await on.tab('Card').type('E3', 'USD');
  await days(on, 2);
  expect(syncs().map(({ pages }) => pages.flatMap(({ data }) => data.map(({ id }) => id)))).toEqual([
    ['t1'],
    ['t2'],
  ]);
  expect((await checked(on, 'zluri.transactions', {}, 'Card')).hindrances).toEqual([
    expect.stringContaining('sent before'),
  ]);
});

test('a platform that asks for hours between two uploads gets them', async () => {
  const { on, instance } = await instanceDesk({
    Members: csv(`
      Unique ID,Email,Name
      u1,ann@example.com,Ann Lee
    `),
  });
  await sent(on, 'zluri.users', { place: instance });
  await on.api('schedule', { tab: 'Members', every: 'hour', upload: 'zluri.users' });
  await days(on, 1);
  const times = (on.zluri.data.syncs as { started_at: string }[]).map(({ started_at }) =>
    Date.parse(started_at),
  );
  const gaps = times.slice(1).map((time, at) => (time - (times[at] ?? 0)) / 3_600_000);
  expect(times.length).toBeGreaterThan(2);
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(6);
  expect(on.mails).toEqual([]);
});

test('a refresh and an upload of one tab are two schedules', async () => {
  const on = await connectedDesk();
  const { job } = (await on.api('pull', { provider: 'torii', resource: 'users' })) as { job: string };
  await on.run(job);
  await pasteTab(on, 'Other', csv('Email\nann@example.com'));
  const account = String((on.torii.data.appAccounts as { id: number }[])[0]?.id);
  await on.api('uploadRemember', {
    tab: 'Users',
    target: CUSTOM,
    mapping: { email: 'Email' },
    options: { place: account },
  });
  await on.api('schedule', { tab: 'Users', every: 'week' });
  await on.api('schedule', { tab: 'Users', every: 'day', upload: CUSTOM });
  expect((await schedules(on)).map(({ upload, words }) => [upload, words])).toEqual([
    [undefined, 'every Monday at about 7:00'],
    [CUSTOM, 'every day at about 7:00'],
  ]);
  const estimate = await on.api('schedule', { tab: 'Users', every: 'hour', upload: CUSTOM, estimate: true });
  expect(estimate).toMatchObject({ runsPerDay: 24, measured: false });
  await on.api('unschedule', { tab: 'Users' });
  expect(await schedules(on)).toMatchObject([{ tab: 'Users', upload: CUSTOM }]);
  await expect(on.api('unschedule', { tab: 'Nowhere', upload: CUSTOM })).rejects.toMatchObject({
    code: 'UNKNOWN_TAB',
  });
});
