/** The Activity log: each run leaves one row, however it ended and whoever drove it. */
import type { Desk } from '../../local/desk';
import { Protection } from '../../local/runtime/workbook/protection';
import { connectedDesk, desk, pull, spreadsheetCalls } from './desks';

interface Run {
  run: string;
  at: string;
  who: string;
  action: string;
  tab: string;
  provider: string;
  counts: Record<string, number>;
  complete: boolean;
  requests: number;
  seconds: number;
  end: string;
  outcome: string;
}

const HEADER = [
  ...['When', 'Who', 'Action', 'Tab', 'Provider', 'Rows', 'Added', 'Updated', 'Gone', 'Removed'],
  ...['Edits not sent', 'Conflicts', 'Sent', 'Not taken', 'Complete', 'Requests', 'Waited (s)', 'Took (s)'],
  ...['Run', 'Outcome'],
];

const activity = async (on: Desk, limit?: number): Promise<Run[]> =>
  (await on.api('activity', limit === undefined ? {} : { limit })) as Run[];

const rows = (on: Desk) => on.tab('Activity').rows();

/** Finishes what follows a pull that has made a tab, as the open sidebar does. */
async function finish(on: Desk): Promise<void> {
  const { jobs } = (await on.api('status')) as { jobs: { job: string }[] };
  for (const { job } of jobs) await on.run(job);
}

function lose(on: Desk, resource = 'apps'): void {
  on.torii.edit(resource, (on.torii.data[resource] as { id: number }[])[0]?.id ?? 0, null);
}

test('two pulls and a refresh: one row each, the newest on top, with what they did and took', async () => {
  const on = await connectedDesk();
  await pull(on, 'apps');
  expect(on.tabs()).not.toContain('Activity');
  await finish(on);
  await on.clock.advance({ hours: 1 });
  lose(on);
  on.torii.edit('apps', 999_001, { name: 'Brand new' });
  await pull(on, 'apps');
  expect(on.tab('Activity').header()).toEqual(HEADER);
  expect(rows(on)).toMatchObject([
    {
      ...{ Who: 'ada@example.com', Action: 'Refresh', Tab: 'Apps', Provider: 'Torii', Rows: 40, Added: 1 },
      ...{ Updated: 0, Gone: 1, Removed: 0, 'Edits not sent': 0, Conflicts: 0, Complete: 'yes' },
      ...{ Requests: 2, 'Waited (s)': 0, Outcome: 'Done.' },
    },
    { Action: 'Pull', Tab: 'Apps', Rows: 40, Added: 40, Complete: 'yes', Outcome: 'Done.' },
  ]);
  expect(
    on
      .tab('Activity')
      .display()
      .map(([when]) => when),
  ).toEqual(['When', '2026-03-02 11:00', '2026-03-02 10:00']);
  expect(rows(on)[0]?.['Took (s)']).toBeGreaterThan(0);
  expect(on.tab('Activity').notes()[0]?.[2]).toMatch(/\nsaas-ledger: activity.action$/);
});

test('it is asked for before and after it is in the tab, and says the same', async () => {
  const on = await connectedDesk();
  await pull(on, 'apps');
  const [before] = await activity(on);
  expect(before).toMatchObject({
    ...{
      who: 'ada@example.com',
      action: 'Pull',
      tab: 'Apps',
      provider: 'Torii',
      complete: true,
      end: 'done',
    },
    counts: { rows: 40, added: 40, updated: 0, gone: 0, removed: 0, pending: 0, conflicts: 0 },
  });
  expect(before?.at).toMatch(/^2026-03-02T09:00:\d\d\.\d{3}Z$/);
  await finish(on);
  expect(await activity(on)).toEqual([before]);
  expect(rows(on)).toHaveLength(1);
});

test('the newest come first, as many as are asked for, also such that only the tab remembers', async () => {
  const on = await connectedDesk();
  for (let n = 0; n < 16; n += 1) await pull(on, 'apps');
  const all = await activity(on, 200);
  expect(all.map(({ action }) => action)).toEqual([...Array<string>(15).fill('Refresh'), 'Pull']);
  expect(all.map(({ at }) => at)).toEqual(
    all
      .map(({ at }) => at)
      .sort()
      .reverse(),
  );
  expect(await activity(on, 3)).toEqual(all.slice(0, 3));
  expect(rows(on)).toHaveLength(16);
  await expect(on.api('activity', { limit: 0 })).rejects.toMatchObject({ code: 'BAD_REQUEST' });
});

test('a run that failed says what happened and what to do', async () => {
  const on = await connectedDesk();
  await pull(on, 'apps');
  on.torii.options({ revokeKey: true });
  expect(await pull(on, 'apps')).toMatchObject({ state: 'failed' });
  expect(rows(on)).toMatchObject([
    { Action: 'Refresh', Tab: 'Apps', Rows: '', Complete: 'no' },
    { Action: 'Pull', Rows: 40, Complete: 'yes' },
  ]);
  const [run] = await activity(on);
  expect(run).toMatchObject({ end: 'failed', counts: {}, complete: false });
  expect(run?.outcome).toMatch(/^Failed: Torii does not accept this API key\. .*Make a new key in Torii/);
  expect(rows(on)[0]?.Outcome).toBe(run?.outcome);
});

test('a first pull that fails leaves no tab behind, and its row comes with the first tab', async () => {
  const on = await connectedDesk();
  on.torii.fault({ match: 'GET /v1.0/apps?', status: 403 });
  await pull(on, 'apps');
  expect(on.tabs({ hidden: true })).toEqual(['Sheet1']);
  expect(await activity(on)).toMatchObject([{ action: 'Pull', tab: 'Apps', end: 'failed' }]);
  await pull(on, 'apps');
  await finish(on);
  expect(rows(on)).toMatchObject([
    { Action: 'Pull', Outcome: 'Done.' },
    { Action: 'Pull', Outcome: expect.stringMatching(/^Failed: /) as string },
  ]);
});

test('a run that is stopped leaves its row at once', async () => {
  const on = await connectedDesk();
  await pull(on, 'apps');
  await finish(on);
  const { job } = (await on.api('pull', { provider: 'torii', resource: 'users' })) as { job: string };
  await on.api('stop', { job });
  const outcome = 'Stopped before it was done.';
  expect(rows(on)[0]).toMatchObject({ Run: job, Tab: 'Users', Complete: 'no', Outcome: outcome });
  expect((await activity(on))[0]).toMatchObject({ run: job, end: 'stopped', outcome });
});

test('a run that was given up for another one leaves a row as well', async () => {
  const on = await connectedDesk();
  await pull(on, 'apps');
  await finish(on);
  const { job } = (await on.api('pull', { provider: 'torii', resource: 'apps' })) as { job: string };
  await pull(on, 'apps', { fields: ['id', 'name'] });
  expect(rows(on).map(({ Run, Outcome }) => [Run === job, Outcome])).toContainEqual([
    true,
    'Stopped before it was done.',
  ]);
  expect(rows(on)).toHaveLength(3);
});

test('a run that has to wait counts its waits, and has one row at its end', async () => {
  const on = await connectedDesk();
  await pull(on, 'apps');
  await finish(on);
  on.torii.fault({ match: 'GET /v1.0/apps?', times: 1, status: 429, retryAfter: 290 });
  const { result } = await pull(on, 'apps');
  expect(result).toMatchObject({ stats: { requests: 3 } });
  expect(rows(on)).toHaveLength(2);
  const row = rows(on)[0];
  expect(row).toMatchObject({ Action: 'Refresh', Requests: 3, Outcome: 'Done.' });
  expect(row?.['Waited (s)']).toBeGreaterThanOrEqual(285);
  expect(row?.['Took (s)']).toBeLessThan(60);
});

test('the menu’s refresh of all tabs leaves one row for each, in the calls of one', async () => {
  const on = await connectedDesk();
  for (const resource of ['apps', 'contracts', 'users']) await pull(on, resource);
  await finish(on);
  const before = on.serviceCalls['Sheet.insertRowsBefore'] ?? 0;
  await on.menu('SaaS Ledger', 'Refresh all');
  expect(
    rows(on)
      .map(({ Action, Tab }) => `${String(Action)} ${String(Tab)}`)
      .sort(),
  ).toEqual([
    ...['Pull Apps', 'Pull Contracts', 'Pull Users'],
    ...['Refresh Apps', 'Refresh Contracts', 'Refresh Users'],
  ]);
  expect((on.serviceCalls['Sheet.insertRowsBefore'] ?? 0) - before).toBe(1);
});

test('with the sidebar closed, the trigger that finishes a new tab writes its row', async () => {
  const on = await connectedDesk();
  await on.menu('SaaS Ledger', 'Pull', 'Apps');
  expect(on.tabs()).not.toContain('Activity');
  await on.clock.advance({ minutes: 3 });
  expect(rows(on)).toMatchObject([{ Action: 'Pull', Tab: 'Apps' }]);
});

test('a first pull keeps to its 25 calls, a quiet refresh to 26 with its row', async () => {
  const on = await connectedDesk();
  let before = { ...on.serviceCalls };
  await pull(on, 'apps');
  expect(spreadsheetCalls(on, before)).toBeLessThanOrEqual(25);
  await finish(on);
  await pull(on, 'apps');
  before = { ...on.serviceCalls };
  await pull(on, 'apps');
  expect(spreadsheetCalls(on, before)).toBeLessThanOrEqual(26);
});

test('it keeps as many rows as the settings say, and none if they say so', async () => {
  const on = await connectedDesk();
  await on.api('settings', { set: { activityKept: 2 } });
  for (let n = 0; n < 4; n += 1) {
    await pull(on, 'apps');
    await on.clock.advance({ hours: 1 });
  }
  expect(
    on
      .tab('Activity')
      .display()
      .slice(1)
      .map(([when]) => when),
  ).toEqual(['2026-03-02 13:00', '2026-03-02 12:00']);
  const other = await connectedDesk();
  await other.api('settings', { set: { activityKept: 0 } });
  await pull(other, 'apps');
  await pull(other, 'apps');
  expect(other.tabs()).not.toContain('Activity');
  expect(await activity(other)).toHaveLength(2);
  await expect(on.api('settings', { set: { activityKept: 5001 } })).rejects.toMatchObject({
    code: 'BAD_REQUEST',
  });
});

test('a person’s columns, order and names stay, and the tab is made again where somebody deleted it', async () => {
  const on = await connectedDesk();
  await pull(on, 'apps');
  await pull(on, 'apps');
  const tab = on.tab('Activity');
  tab.insertColumn(3, 'My comment', ['newest', 'oldest']);
  tab.renameHeader('Outcome', 'How it went');
  tab.moveColumn(tab.header().indexOf('Took (s)') + 1, 1);
  tab.rename('What happened');
  await pull(on, 'apps');
  expect(on.tabs()).not.toContain('Activity');
  const found = on.tab('What happened').rows();
  expect(found.map((row) => [row['My comment'], row['How it went'], row.Action])).toEqual([
    ['', 'Done.', 'Refresh'],
    ['newest', 'Done.', 'Refresh'],
    ['oldest', 'Done.', 'Pull'],
  ]);
  on.workbook.deleteSheet(on.workbook.sheet('What happened')!);
  await pull(on, 'apps');
  expect(rows(on)).toMatchObject([{ Action: 'Refresh', Outcome: 'Done.' }]);
});

test('a tab of a person’s with that name is left alone', async () => {
  const on = await connectedDesk();
  on.tab('Sheet1').rename('Activity');
  await on.tab('Activity').type('A1', 'When');
  await on.tab('Activity').type('B1', 'my training plan');
  await pull(on, 'apps');
  await pull(on, 'apps');
  expect(on.tab('Activity').values()).toEqual([['When', 'my training plan']]);
  expect(on.tab('Activity (SaaS Ledger)').rows()).toHaveLength(2);
});

test('it does not come to the front', async () => {
  const on = await connectedDesk();
  await pull(on, 'apps');
  await finish(on);
  expect(on.workbook.active.name).toBe('Apps');
  expect(on.tabs().at(-1)).toBe('Activity');
});

test('it is written in the colleague’s name who ran it, and no key is in it', async () => {
  const on = await connectedDesk();
  await pull(on, 'apps');
  const bob = on.as('bob@example.com');
  await bob.api('connect', { provider: 'torii', apiKey: bob.torii.apiKey });
  await pull(bob, 'apps');
  expect(rows(on).map(({ Who }) => Who)).toEqual(['bob@example.com', 'ada@example.com']);
  expect(JSON.stringify(on.tab('Activity').values())).not.toContain(on.torii.apiKey);
});

test('a copied file goes on with the log that came along', async () => {
  const on = await connectedDesk();
  await pull(on, 'apps');
  await pull(on, 'apps');
  const copy = await on.copyFile();
  await copy.api('connect', { provider: 'torii', apiKey: copy.torii.apiKey });
  await pull(copy, 'apps');
  expect(rows(copy)).toHaveLength(3);
  expect(rows(on)).toHaveLength(2);
});

test('a tab that cannot be written fails no run, and is caught up with', async () => {
  const on = await desk({ user: 'owner@example.com' });
  const ada = on.as('ada@example.com');
  await ada.api('connect', { provider: 'torii', apiKey: ada.torii.apiKey });
  await pull(ada, 'apps');
  await pull(ada, 'apps');
  const log = on.workbook.sheet('Activity')!;
  const guard = new Protection(log, null);
  guard.editors = new Set();
  on.workbook.protections = [...on.workbook.protections, guard];
  expect(await pull(ada, 'apps')).toMatchObject({ state: 'done' });
  expect(rows(ada)).toHaveLength(2);
  expect(await activity(ada)).toHaveLength(3);
  on.workbook.protections = [];
  await pull(ada, 'apps');
  expect(rows(ada)).toHaveLength(4);
});

test('killed at any call while it is written, every run is there once', async () => {
  const on = await connectedDesk();
  await pull(on, 'apps');
  await finish(on);
  const count = async (): Promise<number> => {
    const before = Object.values(on.serviceCalls).reduce((sum, calls) => sum + calls, 0);
    await pull(on, 'apps');
    return Object.values(on.serviceCalls).reduce((sum, calls) => sum + calls, 0) - before;
  };
  const calls = await count();
  // The last calls of a refresh: the end of the job, and the log.
  for (let last = 20; last > 0; last -= 1) {
    const { job } = (await on.api('pull', { provider: 'torii', resource: 'apps' })) as { job: string };
    on.kill({ afterServiceCalls: calls - last });
    await on.run(job);
    on.kill({});
  }
  await pull(on, 'apps');
  const runs = rows(on).map(({ Run }) => String(Run));
  expect(new Set(runs).size).toBe(runs.length);
  expect(runs).toHaveLength(23);
  expect(runs.every((run) => run !== '')).toBe(true);
});

test('a scheduled run leaves its row in the owner’s name, also where it fails before it begins', async () => {
  const on = await connectedDesk();
  await pull(on, 'apps');
  await on.api('schedule', { tab: 'Apps', every: 'day', hour: 7 });
  await on.clock.advance({ days: 1 });
  expect(rows(on)).toMatchObject([{ Action: 'Refresh', Outcome: 'Done.' }, { Action: 'Pull' }]);
  await on.api('disconnect', { provider: 'torii' });
  await on.clock.advance({ days: 1 });
  expect(rows(on)[0]).toMatchObject({
    Who: 'ada@example.com',
    Action: 'Refresh',
    Tab: 'Apps',
    Complete: 'no',
  });
  expect(rows(on)[0]?.Outcome).toMatch(/^Failed: ada@example\.com runs this schedule and is not connected/);
  expect(rows(on)).toHaveLength(3);
  expect(Object.keys(on.stores().document).filter((key) => key.startsWith('activity.kept'))).toEqual([]);
});
