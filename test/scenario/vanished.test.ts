/** Records that go and come back: their rows wait, with everything that people wrote into them. */
import type { Desk } from '../../local/desk';
import { connectedDesk, desk, pull } from './desks';

const GREY = '#757b82';

const rowOf = (on: Desk, tab: string, id: string | number): number =>
  on
    .tab(tab)
    .values()
    .findIndex(([key]) => String(key) === String(id));

const colours = (on: Desk, tab: string, row: number): unknown[] => {
  const columns = on.tab(tab).header().length;
  return on.workbook.sheet(tab)?.styled({ row: row + 1, column: 1, rows: 1, columns }, 'fontColor')[0] ?? [];
};

test('a record that vanished and came back: dated and grey meanwhile, in its place, notes and edits kept', async () => {
  const on = await connectedDesk();
  await pull(on, 'apps', { fields: ['name', 'description'] });
  const tab = on.tab('Apps');
  tab.insertColumn(2, 'My notes', ['', '', '', 'renew in May']);
  const app = { ...(on.torii.data.apps[3] as { id: number; name: string }) };
  await tab.set(app.id, 'Description', 'typed before it went');
  on.torii.edit('apps', app.id, null);
  const row = rowOf(on, 'Apps', app.id);

  expect(await pull(on, 'apps')).toMatchObject({ result: { vanished: 1, rows: 39, pending: 0 } });
  expect(tab.rows()[row - 1]).toMatchObject({
    ID: app.id,
    Name: app.name,
    'My notes': 'renew in May',
    Description: 'typed before it went',
    Status: 'Gone from Torii since 2026-03-02',
  });
  // A person's own column is theirs, in colour too.
  expect(colours(on, 'Apps', row)).toEqual([GREY, undefined, GREY, GREY, GREY]);

  await on.clock.advance({ days: 3 });
  expect(await pull(on, 'apps')).toMatchObject({ result: { vanished: 0, rows: 39, updated: 0 } });
  expect(tab.rows()[row - 1]?.Status).toBe('Gone from Torii since 2026-03-02');

  on.torii.edit('apps', app.id, { ...app, name: 'Back again' });
  expect(await pull(on, 'apps')).toMatchObject({ result: { added: 0, rows: 40, pending: 1, conflicts: 0 } });
  expect(rowOf(on, 'Apps', app.id)).toBe(row);
  expect(tab.rows()[row - 1]).toMatchObject({
    Name: 'Back again',
    'My notes': 'renew in May',
    Description: 'typed before it went',
    Status: 'Edited, not sent',
  });
  expect(colours(on, 'Apps', row)).toEqual([undefined, undefined, undefined, undefined, undefined]);
});

test('a row that a person deleted comes back at the end as long as the platform has it, and stays away when it is gone there', async () => {
  const on = await connectedDesk();
  await pull(on, 'apps', { fields: ['name'] });
  const [first, second] = on.torii.data.apps as { id: number }[];
  if (!first || !second) throw new Error('the tenant is empty');
  const tab = on.tab('Apps');
  tab.deleteRow(first.id);
  tab.deleteRow(second.id);
  on.torii.edit('apps', second.id, null);
  expect(await pull(on, 'apps')).toMatchObject({ result: { added: 1, vanished: 0, rows: 39 } });
  expect(tab.rows().at(-1)?.ID).toBe(first.id);
  expect(rowOf(on, 'Apps', second.id)).toBe(-1);
});

test('when everything is gone every row is kept; when everything is back every row is as it was', async () => {
  const on = await connectedDesk({ tenant: { seed: 7, apps: 6, contracts: 1, users: 3 } });
  await pull(on, 'apps', { fields: ['name', 'state'] });
  const tab = on.tab('Apps');
  const before = tab.values();
  const records = structuredClone(on.torii.data.apps as { id: number }[]);
  for (const { id } of records) on.torii.edit('apps', id, null);
  expect(await pull(on, 'apps')).toMatchObject({ result: { vanished: 6, rows: 0 } });
  expect(tab.rows().map(({ Status }) => Status)).toEqual(Array(6).fill('Gone from Torii since 2026-03-02'));
  for (const record of [...records].reverse()) on.torii.edit('apps', record.id, record);
  expect(await pull(on, 'apps')).toMatchObject({ result: { added: 0, vanished: 0, rows: 6 } });
  expect(tab.values()).toEqual(before);
});

test('Zluri: a record that is archived there leaves the list and its row says so', async () => {
  const on = await desk();
  await on.api('connect', { provider: 'zluri', apiKey: on.zluri.apiKey });
  const refresh = () => pull(on, 'users', { provider: 'zluri' });
  await refresh();
  const id = String(on.tab('Users').rows()[4]?.ID);
  on.zluri.edit('users', id, { user_archive: true });
  expect(await refresh()).toMatchObject({ result: { vanished: 1 } });
  const row = rowOf(on, 'Users', id);
  expect(on.tab('Users').rows()[row - 1]?.Status).toBe('Gone from Zluri since 2026-03-02');
  on.zluri.edit('users', id, { user_archive: false });
  expect(await refresh()).toMatchObject({ result: { vanished: 0, added: 0 } });
  expect(on.tab('Users').rows()[row - 1]?.Status).toBe('');
});
