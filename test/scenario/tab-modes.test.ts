/** What becomes of rows whose record is gone, by setting and by tab; and dated copies. */
import type { Desk } from '../../local/desk';
import { connectedDesk, pull } from './desks';

const ids = (desk: Desk) => (desk.torii.data.apps as { id: number }[]).map(({ id }) => id);
const shown = (desk: Desk) =>
  desk
    .tab('Apps')
    .rows()
    .map(({ ID }) => ID);

test('settings have defaults, are changed one by one, and refuse what means nothing', async () => {
  const desk = await connectedDesk();
  const defaults = {
    vanishedRows: 'mark',
    copiesKept: 10,
    activityKept: 500,
    changeLog: 'on',
    changeLogKept: 5000,
    journalKept: 10_000,
    sendLifecycle: 'off',
    ssoField: '',
    rates: null,
  };
  expect(await desk.api('settings')).toEqual(defaults);
  await desk.api('settings', { set: { copiesKept: 3 } });
  expect(await desk.api('settings', { set: { vanishedRows: 'remove' } })).toEqual({
    ...defaults,
    vanishedRows: 'remove',
    copiesKept: 3,
  });
  await expect(desk.api('settings', { set: { copiesKept: 0 } })).rejects.toMatchObject({
    code: 'BAD_REQUEST',
  });
  expect(await desk.as('colleague@example.com').api('settings')).toMatchObject({ copiesKept: 3 });
});

test('rows go at once where the setting says so, but for those that hold somebody’s work', async () => {
  const desk = await connectedDesk();
  await pull(desk, 'apps');
  await desk.api('settings', { set: { vanishedRows: 'remove' } });
  const [first, second, third, ...rest] = ids(desk);
  desk.tab('Apps').insertColumn(2, 'My notes');
  await desk.tab('Apps').set(second ?? 0, 'My notes', 'ask Ana');
  await desk.tab('Apps').set(third ?? 0, 'Category', 'Mine');
  for (const id of [first, second, third]) desk.torii.edit('apps', id ?? 0, null);
  const { result } = await pull(desk, 'apps');
  expect(result).toMatchObject({ vanished: 3, removed: 1 });
  expect(shown(desk)).toEqual([second, third, ...rest]);
  const row = desk.tab('Apps').rows()[0];
  expect(row).toMatchObject({ 'My notes': 'ask Ana', Status: 'Gone from Torii since 2026-03-02' });
  expect(desk.tab('Apps').rows()[1]).toMatchObject({ Category: 'Mine' });
  expect((await pull(desk, 'apps')).result).toMatchObject({ vanished: 0, removed: 0, updated: 0 });
});

test('a tab that keeps removed rows keeps them, whatever the setting says', async () => {
  const desk = await connectedDesk();
  await desk.api('settings', { set: { vanishedRows: 'remove' } });
  await pull(desk, 'apps', { mode: 'keepRemoved' });
  const all = ids(desk);
  desk.torii.edit('apps', all[0] ?? 0, null);
  const { result } = await pull(desk, 'apps');
  expect(result).toMatchObject({ vanished: 1, removed: 0 });
  expect(shown(desk)).toEqual(all);
});

test('a partial read removes nothing', async () => {
  const desk = await connectedDesk();
  await desk.api('settings', { set: { vanishedRows: 'remove' } });
  await pull(desk, 'apps');
  const all = ids(desk);
  desk.torii.edit('apps', all[0] ?? 0, null);
  desk.torii.fault({ match: /GET .*\/apps\?/, body: '{"apps":[],"count":0,"total":39,"nextCursor":null}' });
  await pull(desk, 'apps');
  expect(shown(desk)).toEqual(all);
});

test('each run leaves a dated copy, as many as the settings keep; a renamed one is the person’s', async () => {
  const desk = await connectedDesk();
  await desk.api('settings', { set: { copiesKept: 2 } });
  const { result } = await pull(desk, 'apps', { mode: 'snapshot' });
  expect(result).toMatchObject({ copy: 'Apps 2026-03-02 10.00' });
  desk.tab('Apps 2026-03-02 10.00').rename('Before the clean-up');
  for (let day = 0; day < 3; day += 1) {
    await desk.clock.advance({ days: 1 });
    desk.torii.edit('apps', ids(desk)[0] ?? 0, { name: `Name of day ${day}` });
    await pull(desk, 'apps');
  }
  const copies = desk.tabs().filter((name) => /^Apps 2026/.test(name));
  expect(copies).toHaveLength(2);
  expect(desk.tabs()).toContain('Before the clean-up');
  expect(copies.map((name) => desk.tab(name).rows()[0]?.['Name'])).toEqual([
    'Name of day 1',
    'Name of day 2',
  ]);
  const { tabs } = (await desk.api('status')) as { tabs: { tab: string; mode: string }[] };
  expect(tabs.map(({ tab, mode }) => [tab, mode])).toEqual([['Apps', 'snapshot']]);
});
