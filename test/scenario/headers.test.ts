/** Headers, ids and rows that a person damages: what can still be told apart is refreshed, and the rest is said. */
import type { Desk } from '../../local/desk';
import { connectedDesk, type Job, pull } from './desks';

const FIELDS = ['name', 'description', 'category'];

interface App {
  id: number;
  name: string;
}

async function pulled(): Promise<Desk> {
  const on = await connectedDesk();
  await pull(on, 'apps', { fields: FIELDS });
  return on;
}

const appAt = (on: Desk, at: number): App => {
  const app = (on.torii.data.apps as App[])[at];
  if (!app) throw new Error('the tenant is too small');
  return app;
};

/** The note of a header cell is deleted by hand. */
function dropNote(on: Desk, label: string): void {
  const tab = on.tab('Apps');
  on.workbook.sheet('Apps')?.setNote(1, tab.header().indexOf(label) + 1, null);
}

const remarksOf = ({ result }: Job): string => ((result?.remarks ?? []) as string[]).join('\n');
const noteOf = (on: Desk, column: number): string => on.tab('Apps').notes()[0]?.[column - 1] ?? '';

test('without its note a column is found by its header, and gets the note back', async () => {
  const on = await pulled();
  const before = noteOf(on, 2);
  dropNote(on, 'Name');
  on.torii.edit('apps', appAt(on, 0).id, { name: 'Changed there' });
  expect(await pull(on, 'apps')).toMatchObject({ state: 'done', result: { updated: 1, pending: 0 } });
  expect(on.tab('Apps').rows()[0]?.Name).toBe('Changed there');
  expect(noteOf(on, 2)).toBe(before);
  expect(on.tab('Apps').header()).toEqual(['ID', 'Name', 'Description', 'Category', 'Status']);
});

test('without its text a header is found by its note: the column goes on and no second one appears', async () => {
  const on = await pulled();
  await on.tab('Apps').type('B1', '');
  on.torii.edit('apps', appAt(on, 0).id, { name: 'Changed there' });
  expect(await pull(on, 'apps')).toMatchObject({ state: 'done', result: { updated: 1, pending: 0 } });
  expect(on.tab('Apps').values()[1]?.[1]).toBe('Changed there');
  expect(on.tab('Apps').header()).toHaveLength(5);
  expect(noteOf(on, 2)).toContain('saas-ledger: name');
});

test('without both the column is left alone, the person is told which one, and choosing it again makes a new one', async () => {
  const on = await pulled();
  const tab = on.tab('Apps');
  dropNote(on, 'Name');
  await tab.type('B1', 'What is this');
  const before = tab.values().map((row) => row[1]);
  on.torii.edit('apps', appAt(on, 0).id, { name: 'Changed there', category: 'Changed too' });
  const job = await pull(on, 'apps');
  expect(job).toMatchObject({ state: 'done', result: { updated: 1, pending: 0, conflicts: 0 } });
  expect(remarksOf(job)).toContain('“Name”');
  expect(tab.header()).toEqual(['ID', 'What is this', 'Description', 'Category', 'Status']);
  expect(tab.values().map((row) => row[1])).toEqual(before);
  expect(tab.rows()[0]?.Category).toBe('Changed too');
  expect(remarksOf(await pull(on, 'apps'))).toBe('');

  await pull(on, 'apps', { fields: FIELDS });
  expect(
    tab
      .header()
      .filter((label) => label !== 'Status')
      .sort(),
  ).toEqual(['Category', 'Description', 'ID', 'Name', 'What is this'].sort());
  expect(tab.values().map((row) => row[1])).toEqual(before);
  expect(tab.rows()[0]?.Name).toBe('Changed there');
});

test('when note and header of the ids are gone, the refresh stops, says so and touches nothing', async () => {
  const on = await pulled();
  const tab = on.tab('Apps');
  dropNote(on, 'ID');
  await tab.type('A1', 'Nr.');
  const [values, formulas] = [tab.values(), tab.formulas()];
  on.torii.edit('apps', appAt(on, 0).id, { name: 'Changed there' });
  const job = await pull(on, 'apps');
  expect(job).toMatchObject({ state: 'failed', error: { code: 'KEY_COLUMN_GONE' } });
  expect(job.error?.what).toContain('“ID”');
  expect([tab.values(), tab.formulas()]).toEqual([values, formulas]);
  await tab.type('A1', 'ID');
  expect(await pull(on, 'apps')).toMatchObject({
    state: 'done',
    result: { updated: 1, added: 0, vanished: 0 },
  });
});

test('a person’s column that happens to have a field’s name stays theirs', async () => {
  const on = await pulled();
  const tab = on.tab('Apps');
  tab.insertColumn(2, 'Name', ['my own', '=1+1']);
  tab.insertColumn(2, 'Vendor', ['mine too']);
  on.torii.edit('apps', appAt(on, 0).id, { name: 'Changed there', vendor: 'Not asked for' });
  await pull(on, 'apps');
  expect(tab.header()).toEqual(['ID', 'Vendor', 'Name', 'Name', 'Description', 'Category', 'Status']);
  expect(tab.values()[1]?.slice(1, 4)).toEqual(['mine too', 'my own', 'Changed there']);
  expect(tab.formulas()[2]?.[2]).toBe('=1+1');
});

test('an id that was edited by hand makes the row the person’s own; the record gets a row at the end', async () => {
  const on = await pulled();
  const tab = on.tab('Apps');
  const [first, second] = [appAt(on, 0), appAt(on, 1)];
  await tab.set(first.id, 'Description', 'typed by a person');
  await tab.set(second.id, 'Description', 'also typed');
  await tab.type('A2', 'mine');
  await tab.type('A3', '');
  const rows = tab.values().slice(1, 3);
  expect(await pull(on, 'apps')).toMatchObject({ result: { added: 2, vanished: 0, rows: 40, pending: 0 } });
  expect(tab.values().slice(1, 3)).toEqual(rows);
  expect(
    tab
      .rows()
      .slice(-2)
      .map(({ ID, Name, Status }) => [ID, Name, Status]),
  ).toEqual([
    [first.id, first.name, ''],
    [second.id, second.name, ''],
  ]);
  const before = tab.values();
  expect(await pull(on, 'apps')).toMatchObject({ result: { added: 0, updated: 0, vanished: 0 } });
  expect(tab.values()).toEqual(before);
});

test('an id that was edited and put right again costs nothing', async () => {
  const on = await pulled();
  const tab = on.tab('Apps');
  const before = tab.values();
  await tab.type('A2', 'mine');
  await tab.type('A2', String(appAt(on, 0).id));
  expect(await pull(on, 'apps')).toMatchObject({ result: { added: 0, updated: 0, vanished: 0, rows: 40 } });
  expect(tab.values()).toEqual(before);
});

test('a row that was pasted twice is named by its rows, nothing else changes, and deleting one is enough', async () => {
  const on = await pulled();
  const tab = on.tab('Apps');
  tab.insertColumn(3, 'Mine', ['=A2&"!"', 'note']);
  await tab.set(appAt(on, 0).id, 'Description', 'an edit that waits');
  const { id } = appAt(on, 1);
  const sheet = on.workbook.sheet('Apps');
  for (const row of [42, 45]) sheet?.write(row, 1, [[id, 'pasted', 'note']], on.user);
  on.torii.edit('apps', appAt(on, 2).id, { name: 'Changed there' });
  const before = [tab.values(), tab.formulas(), tab.notes().slice(1)];

  const job = await pull(on, 'apps');
  expect(job).toMatchObject({ state: 'failed', error: { code: 'DUPLICATE_ROWS' } });
  expect(job.error?.what).toMatch(/\b3, 42 and 45\b/);
  expect(job.error?.what).toContain(String(id));
  expect([tab.values(), tab.formulas(), tab.notes().slice(1)]).toEqual(before);
  expect(tab.display()[0]?.at(-1)).toMatch(/refresh failed on/);

  sheet?.deleteRows(42, 4);
  expect(await pull(on, 'apps')).toMatchObject({
    state: 'done',
    result: { updated: 1, pending: 1, rows: 40 },
  });
  expect(tab.display()[0]?.at(-1)).not.toMatch(/refresh failed/);
});
