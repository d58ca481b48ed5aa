/** Schedules in trouble: who is told, once, and how a colleague takes over. */
import { Desk } from '../../local/desk';
import { OpenFile } from '../../local/desk/open-file';
import { World } from '../../local/desk/world';
import { Workbook } from '../../local/runtime/workbook/workbook';
import { pull } from './desks';

const ADA = 'ada@example.com';
const BEN = 'ben@example.com';

interface Shown {
  tab: string;
  owner: string;
  mine: boolean;
  nextRun: string;
  lastRun?: { outcome: string };
  failing?: { since: string; what: string; next: string };
}

async function shown(on: Desk): Promise<Shown | undefined> {
  return ((await on.api('status')) as { schedules: Shown[] }).schedules[0];
}

const worlds: World[] = [];

afterEach(async () => {
  await Promise.all(worlds.splice(0).map((world) => world.close()));
});

/** Ada's desk with an Apps tab that is read every day at seven; and the file, whose limits a desk does not show. */
async function opened(): Promise<{ on: Desk; file: OpenFile }> {
  const world = await World.open({ now: '2026-03-02T09:00:00Z', tenant: { seed: 7, apps: 40, users: 30 } });
  worlds.push(world);
  const workbook = new Workbook({
    now: () => world.clock.now(),
    name: 'Software 2026',
    timeZone: 'Europe/Berlin',
    locale: 'en_US',
    owner: ADA,
  });
  const file = new OpenFile(world, workbook, 'bound');
  const on = new Desk(file, ADA, () => Promise.resolve());
  await on.opened;
  await on.api('connect', { provider: 'torii', apiKey: on.torii.apiKey });
  await pull(on, 'apps');
  await on.api('schedule', { tab: 'Apps', every: 'day' });
  return { on, file };
}

async function nightly(): Promise<Desk> {
  return (await opened()).on;
}

async function connectedColleague(on: Desk): Promise<Desk> {
  const ben = on.as(BEN);
  await ben.api('connect', { provider: 'torii', apiKey: on.torii.apiKey });
  return ben;
}

/** What the header cells show, and what their notes say. */
function header(on: Desk): string {
  const tab = on.tab('Apps');
  return [...(tab.display()[0] ?? []), ...(tab.notes()[0] ?? [])].join('\n');
}

const handlers = (on: Desk) => on.triggers().map(({ owner, handler }) => `${owner} ${handler}`);

const hourly = (owner: string) => `${owner} runScheduled`;

test('a key that expires at night: one mail, the sheet says so to everybody, one mail when it works again', async () => {
  const on = await nightly();
  const before = on.tab('Apps').rows();
  on.torii.options({ revokeKey: true });
  await on.clock.advance({ days: 1 });
  expect(on.mails).toHaveLength(1);
  expect(on.mails[0]).toMatchObject({
    to: 'ada@example.com',
    subject: 'SaaS Ledger: “Apps” could not be refreshed',
  });
  const { body } = on.mails[0] ?? { body: '' };
  expect(body).toContain('The Torii key of ada@example.com, who runs this schedule, stopped working.');
  expect(body).toMatch(/Since: 3 Mar 2026, 07:\d\d \(Europe\/Berlin\)/);
  expect(body).toContain('takes the schedule over');
  expect(body).toContain(on.workbook.name);
  expect(body).toMatch(/https:\/\/docs\.google\.com\//);
  expect(body).not.toContain(on.torii.apiKey);
  expect(header(on)).toContain('refresh failed on 3 Mar 2026');
  expect(header(on)).toContain('somebody else who is connected takes the schedule over');
  expect(on.tab('Apps').rows()).toEqual(before);
  expect(await shown(on.as(BEN))).toMatchObject({
    mine: false,
    failing: { what: expect.stringContaining('ada@example.com') as string },
    lastRun: { outcome: 'failed' },
  });

  await on.clock.advance({ days: 1 });
  expect(on.mails).toHaveLength(1);
  const failing = (await shown(on))?.failing;
  expect(failing?.since.slice(0, 10)).toBe('2026-03-03');

  on.torii.options({ revokeKey: false });
  await on.clock.advance({ days: 1 });
  expect(on.mails.map(({ subject }) => subject)).toEqual([
    'SaaS Ledger: “Apps” could not be refreshed',
    'SaaS Ledger: “Apps” is refreshed again',
  ]);
  expect(header(on)).not.toContain('refresh failed');
  expect(await shown(on)).not.toHaveProperty('failing');

  await on.clock.advance({ days: 2 });
  expect(on.mails).toHaveLength(2);
});

test('a key that was taken away fails before anything is read, and says so as well', async () => {
  const on = await nightly();
  await on.api('disconnect', { provider: 'torii' });
  const asked = on.requests.length;
  await on.clock.advance({ days: 2 });
  expect(on.requests).toHaveLength(asked);
  expect(on.mails).toHaveLength(1);
  expect(header(on)).toContain('ada@example.com runs this schedule and is not connected to Torii any more.');
  await on.api('connect', { provider: 'torii', apiKey: on.torii.apiKey });
  await on.clock.advance({ days: 1 });
  expect(on.mails.at(-1)?.subject).toContain('is refreshed again');
  expect(header(on)).toContain('complete as of 5 Mar 2026');
});

test('a run that has to wait did not fail', async () => {
  const on = await nightly();
  on.torii.fault({ match: 'GET /v1.0/apps?', status: 429, retryAfter: 20 * 60 });
  await on.clock.advance({ days: 1 });
  expect(on.mails).toEqual([]);
  expect(await shown(on)).toMatchObject({ lastRun: { outcome: 'done' } });
});

test('a colleague who is connected takes a failing schedule over', async () => {
  const on = await nightly();
  await on.api('disconnect', { provider: 'torii' });
  await on.clock.advance({ days: 1 });
  await expect(on.as(BEN).api('takeOver', { tab: 'Apps' })).rejects.toMatchObject({ code: 'NOT_CONNECTED' });
  const ben = await connectedColleague(on);
  const mine = (await ben.api('takeOver', { tab: 'Apps' })) as Shown;
  expect(mine).toMatchObject({ owner: BEN, mine: true });
  expect(mine).not.toHaveProperty('failing');
  expect(handlers(on)).toContain(hourly(BEN));
  on.torii.edit('apps', (on.torii.data.apps[0] as { id: number }).id, { name: 'Read by Ben' });
  await on.clock.advance({ days: 1 });
  // Nobody can end another's trigger: Ada's own run found nothing of hers, and did.
  expect(handlers(on)).toEqual([hourly(BEN)]);
  expect(on.tab('Apps').rows()[0]).toMatchObject({ Name: 'Read by Ben' });
  expect(await shown(on)).toMatchObject({ owner: BEN, mine: false, lastRun: { outcome: 'done' } });
  expect(on.mails).toHaveLength(1);
});

test('a colleague can end a schedule, and its owner’s trigger goes by itself', async () => {
  const on = await nightly();
  await on.as(BEN).api('unschedule', { tab: 'Apps' });
  await on.clock.advance({ hours: 1 });
  expect(on.triggers()).toEqual([]);
});

test('whoever saves a schedule runs it from then on', async () => {
  const on = await nightly();
  const ben = await connectedColleague(on);
  await ben.api('schedule', { tab: 'Apps', every: 'hour' });
  await on.clock.advance({ hours: 2 });
  expect(handlers(on)).toEqual([hourly(BEN)]);
  expect(await shown(on)).toMatchObject({ owner: BEN, lastRun: { outcome: 'done' } });
});

test('an owner whose trigger Google took away: the sidebar says so, and a colleague’s run tells the tab', async () => {
  const { on, file } = await opened();
  const ben = await connectedColleague(on);
  await pull(ben, 'users');
  await ben.api('schedule', { tab: 'Users', every: 'hour' });
  file.script.triggers.splice(
    file.script.triggers.findIndex(({ owner, handler }) => owner === ADA && handler === 'runScheduled'),
    1,
  );
  await on.clock.advance({ days: 1 });
  expect((await shown(on))?.failing).toMatchObject({
    since: '2026-03-03T06:00:00.000Z',
    what: expect.stringContaining('should have been refreshed on 3 Mar 2026, 07:00') as string,
  });
  expect(header(on)).toContain('Google did not start it for ada@example.com');
  // Saving it again makes the trigger again.
  await on.api('schedule', { tab: 'Apps', every: 'day' });
  await on.clock.advance({ days: 1 });
  expect(await shown(on)).toMatchObject({ lastRun: { outcome: 'done' } });
  expect(await shown(on)).not.toHaveProperty('failing');
});

test('a tab that was deleted takes its schedule along, and its owner is told', async () => {
  const on = await nightly();
  const sheet = on.workbook.sheet('Apps');
  if (sheet) on.workbook.deleteSheet(sheet);
  expect(await shown(on)).toBeUndefined();
  await on.clock.advance({ days: 2 });
  expect(on.mails.map(({ subject }) => subject)).toEqual(['SaaS Ledger: “Apps” is not refreshed any more']);
  expect(on.triggers()).toEqual([]);
  expect(Object.keys(on.stores().document).filter((key) => key.startsWith('schedule.'))).toEqual([]);
  expect(on.tabs()).not.toContain('Apps');
});

test('a renamed tab keeps its schedule', async () => {
  const on = await nightly();
  on.tab('Apps').rename('Our apps');
  await on.clock.advance({ days: 1 });
  expect(await shown(on)).toMatchObject({ tab: 'Our apps', lastRun: { outcome: 'done' } });
});

test('a used-up allowance of mails neither fails the run nor loses the news', async () => {
  const { on, file } = await opened();
  const { quotas } = file.person(ADA);
  quotas.set('email', { used: 100, since: on.clock.now().getTime() + 20 * 3_600_000 });
  await on.api('disconnect', { provider: 'torii' });
  await on.clock.advance({ days: 1 });
  expect(on.mails).toEqual([]);
  expect(await shown(on)).toMatchObject({ failing: { since: expect.any(String) as string } });
  quotas.delete('email');
  await on.clock.advance({ days: 1 });
  expect(on.mails).toHaveLength(1);
  expect(on.mails[0]?.body).toMatch(/Since: 3 Mar 2026/);
  expect(on.executions.filter(({ outcome }) => outcome !== 'completed')).toEqual([]);
});

test('where the day’s time for triggers is used up, whoever looks is told, and it goes on once there is time again', async () => {
  const { on, file } = await opened();
  await on.clock.advance({ hours: 20 });
  file.person(ADA).quotas.set('triggerTime', { used: 90 * 60_000, since: on.clock.now().getTime() });
  const before = on.requests.length;
  await on.clock.advance({ hours: 5 });
  expect(on.requests).toHaveLength(before);
  expect(String(on.executions.at(-1)?.error)).toContain('too much computer time');
  expect(await shown(on)).toMatchObject({
    failing: { what: expect.stringContaining('Google did not start it') },
  });
  await on.clock.advance({ hours: 22 });
  expect((await shown(on))?.failing).toBeUndefined();
  expect(await shown(on)).toMatchObject({ lastRun: { outcome: 'done' } });
});
