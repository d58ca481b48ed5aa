/** Refreshing: only what changed is written, and nothing of a person's is lost. */
import { connectedDesk, pull } from './desks';

test('a second refresh without remote changes writes nothing but the status line and its row in the log', async () => {
  const desk = await connectedDesk();
  await pull(desk, 'apps');
  await pull(desk, 'apps');
  const tab = desk.tab('Apps');
  const before = {
    values: tab.values(),
    notes: tab.notes().slice(1),
    formulas: tab.formulas(),
    calls: { ...desk.serviceCalls },
  };
  await desk.clock.advance({ hours: 2 });
  expect(await pull(desk, 'apps')).toMatchObject({ result: { added: 0, updated: 0, unchanged: 40 } });
  expect(tab.values()).toEqual(before.values);
  expect(tab.notes().slice(1)).toEqual(before.notes);
  expect(tab.formulas()).toEqual(before.formulas);
  expect(tab.display()[0]?.at(-1)).toMatch(/12:0\d$/);
  // Two writes: the line in the hidden tab that says when it was, and the row in the Activity tab.
  expect((desk.serviceCalls['Range.setValues'] ?? 0) - (before.calls['Range.setValues'] ?? 0)).toBe(2);
});

test('remote changes, additions and disappearances arrive on the right rows', async () => {
  const desk = await connectedDesk();
  await pull(desk, 'apps');
  const [changed, removed] = desk.torii.data.apps as { id: number }[];
  if (!changed || !removed) throw new Error('the tenant is empty');
  desk.torii.edit('apps', changed.id, { name: 'Renamed there' });
  desk.torii.edit('apps', removed.id, null);
  desk.torii.edit('apps', 999_001, { name: 'Brand new' });
  expect(await pull(desk, 'apps')).toMatchObject({ result: { added: 1, updated: 1, vanished: 1 } });
  const rows = desk.tab('Apps').rows();
  const find = (id: number): Record<string, unknown> | undefined =>
    rows.find(({ ID }) => String(ID) === String(id));
  expect(find(changed.id)?.Name).toBe('Renamed there');
  expect(find(removed.id)?.Status).toBe('Gone from Torii since 2026-03-02');
  expect(rows.at(-1)).toMatchObject({ Name: 'Brand new', Status: '' });
});

test('columns of a person stay on their rows, wherever they stand, with formulas', async () => {
  const desk = await connectedDesk();
  await pull(desk, 'apps');
  const tab = desk.tab('Apps');
  tab.insertColumn(
    2,
    'My notes',
    Array.from({ length: 40 }, (_, row) => `note ${row}`),
  );
  tab.insertColumn(
    5,
    'Twice',
    Array.from({ length: 40 }, (_, row) => `=ROW(A${row + 2})*2`),
  );
  tab.renameHeader('Name', 'Product');
  tab.sort('Product', true);
  const mine = new Map(tab.rows().map((row) => [String(row.ID), row['My notes']]));
  const [changed] = desk.torii.data.apps as { id: number }[];
  desk.torii.edit('apps', changed?.id ?? 0, { name: 'Changed' });
  desk.torii.edit('apps', 999_002, { name: 'Newcomer' });
  await pull(desk, 'apps');
  for (const row of tab.rows()) {
    expect(row['My notes'] ?? '').toBe(mine.get(String(row.ID)) ?? '');
  }
  expect(tab.rows().find(({ ID }) => String(ID) === String(changed?.id))?.Product).toBe('Changed');
  // The new row has one of its own: a formula that fills a column is filled down.
  expect(tab.formulas().flat().filter(Boolean)).toHaveLength(41);
  expect(tab.rows().at(-1)?.Twice).toBe(84);
});

test('an edit that was not sent survives and is marked; a remote change of the same cell makes it a conflict', async () => {
  const desk = await connectedDesk();
  await pull(desk, 'apps');
  const [app] = desk.torii.data.apps as { id: number }[];
  const id = app?.id ?? 0;
  const tab = desk.tab('Apps');
  await tab.set(id, 'Description', 'typed by a person');
  expect(await pull(desk, 'apps')).toMatchObject({ result: { pending: 1, conflicts: 0 } });
  const row = (): Record<string, unknown> | undefined =>
    tab.rows().find(({ ID }) => String(ID) === String(id));
  expect(row()).toMatchObject({ Description: 'typed by a person', Status: 'Edited, not sent' });
  desk.torii.edit('apps', id, { description: 'changed there too' });
  expect(await pull(desk, 'apps')).toMatchObject({ result: { pending: 0, conflicts: 1 } });
  expect(row()).toMatchObject({
    Description: 'typed by a person',
    Status: 'Edited here and changed in Torii',
  });
});

test('a deleted column stays away, a missing key column stops the refresh, duplicates are named', async () => {
  const desk = await connectedDesk();
  await pull(desk, 'apps');
  const tab = desk.tab('Apps');
  tab.deleteColumn('Description');
  await pull(desk, 'apps');
  expect(tab.header()).not.toContain('Description');
  const ids = tab.rows().map(({ ID }) => ID);
  await tab.type('A3', String(ids[0]));
  const before = tab.values();
  expect(await pull(desk, 'apps')).toMatchObject({ state: 'failed', error: { code: 'DUPLICATE_ROWS' } });
  expect(tab.values()).toEqual(before);
  tab.deleteColumn('ID');
  expect(await pull(desk, 'apps')).toMatchObject({ state: 'failed', error: { code: 'KEY_COLUMN_GONE' } });
});
