/** Fields of the organisation's own that are renamed, deleted or get other options between two refreshes. */
import type { Desk } from '../../local/desk';
import { connectedDesk, desk, type Job, pull } from './desks';

const FIELDS = ['name', 'c_seatLimit', 'c_hosting'];

interface FieldRow {
  systemKey: string;
  name: string;
  options: { value: string; label: string }[];
}

async function pulled(): Promise<Desk> {
  const on = await connectedDesk();
  await pull(on, 'apps', { fields: FIELDS });
  return on;
}

const column = (on: Desk, label: string): unknown[] =>
  on
    .tab('Apps')
    .rows()
    .map((row) => row[label]);

const remarksOf = ({ result }: Job): string => ((result?.remarks ?? []) as string[]).join('\n');

const fieldRow = (on: Desk, key: string): FieldRow => {
  const found = (on.torii.data.appFields as FieldRow[]).find(({ systemKey }) => systemKey === key);
  if (!found) throw new Error(`The tenant has no field ${key}.`);
  return found;
};

test('a field that was renamed there is renamed here, with its values, its place and what people made of it', async () => {
  const on = await pulled();
  const tab = on.tab('Apps');
  tab.moveColumn(3, 2);
  tab.hideColumn('Seat limit');
  tab.insertColumn(6, 'Twice', ['=B2*2', '=B3*2']);
  const before = column(on, 'Seat limit');
  on.torii.edit('appFields', 'c_seatLimit', { name: 'Licences allowed' });
  expect(await pull(on, 'apps')).toMatchObject({ state: 'done', result: { updated: 0, pending: 0 } });
  expect(tab.header().slice(0, 3)).toEqual(['ID', 'Licences allowed', 'Name']);
  expect(column(on, 'Licences allowed')).toEqual(before);
  expect(tab.formulas()[1]).toContain('=B2*2');
  expect(on.workbook.sheet('Apps')?.hiddenColumns()).toEqual([2]);
});

test('a header that a person has named keeps their name', async () => {
  const on = await pulled();
  on.tab('Apps').renameHeader('Seat limit', 'Our limit');
  await pull(on, 'apps');
  on.torii.edit('appFields', 'c_seatLimit', { name: 'Licences allowed' });
  on.torii.edit('apps', (on.torii.data.apps[0] as { id: number }).id, { c_seatLimit: 99 });
  await pull(on, 'apps');
  expect(on.tab('Apps').header()).toEqual(['ID', 'Name', 'Our limit', 'Hosting', 'Status']);
  expect(column(on, 'Our limit')[0]).toBe(99);
});

test('a field that was deleted there keeps its column and its values here, is told, and no longer takes part', async () => {
  const on = await pulled();
  const tab = on.tab('Apps');
  const before = column(on, 'Seat limit');
  on.torii.edit('appFields', 'c_seatLimit', { isDeleted: true });
  const app = on.torii.data.apps[0] as { id: number };
  on.torii.edit('apps', app.id, { name: 'Still refreshed' });
  const job = await pull(on, 'apps');
  expect(job).toMatchObject({ state: 'done', result: { updated: 1, pending: 0, conflicts: 0 } });
  expect(remarksOf(job)).toMatch(/Seat limit|c_seatLimit/);
  expect(tab.header()).toEqual(['ID', 'Name', 'Seat limit', 'Hosting', 'Status']);
  expect(column(on, 'Seat limit')).toEqual(before);
  expect(column(on, 'Name')[0]).toBe('Still refreshed');
  await tab.set(app.id, 'Seat limit', 4711);
  expect(await pull(on, 'apps')).toMatchObject({ result: { updated: 0, pending: 0, conflicts: 0 } });
  expect(column(on, 'Seat limit')[0]).toBe(4711);
});

test('an edit that waited while its field was away is still one when the field is back', async () => {
  const on = await pulled();
  const app = on.torii.data.apps[0] as { id: number };
  await on.tab('Apps').set(app.id, 'Seat limit', 4711);
  on.torii.edit('appFields', 'c_seatLimit', { isShown: false });
  expect(await pull(on, 'apps')).toMatchObject({ result: { pending: 0, conflicts: 0 } });
  on.torii.edit('appFields', 'c_seatLimit', { isShown: true });
  expect(await pull(on, 'apps')).toMatchObject({ result: { pending: 1, conflicts: 0 } });
  expect(column(on, 'Seat limit')[0]).toBe(4711);
  on.torii.edit('apps', app.id, { c_seatLimit: 5 });
  expect(await pull(on, 'apps')).toMatchObject({ result: { pending: 0, conflicts: 1 } });
});

test('an option under another name is shown under that name, without anybody having edited anything', async () => {
  const on = await pulled();
  const hosting = fieldRow(on, 'c_hosting');
  const [first] = hosting.options;
  if (!first) throw new Error('the field has no options');
  on.torii.edit('apps', (on.torii.data.apps[1] as { id: number }).id, { c_hosting: first.value });
  await pull(on, 'apps');
  const options = hosting.options.map((each) => (each === first ? { ...each, label: 'Europe' } : each));
  on.torii.edit('appFields', 'c_hosting', { options });
  expect(await pull(on, 'apps')).toMatchObject({ state: 'done', result: { pending: 0, conflicts: 0 } });
  expect(column(on, 'Hosting')[1]).toBe('Europe');
});

test('Zluri: a field of the organisation’s own is relabelled, and one that no record has any more keeps its column', async () => {
  const on = await desk();
  await on.api('connect', { provider: 'zluri', apiKey: on.zluri.apiKey });
  const refresh = (more = {}) => pull(on, 'apps', { provider: 'zluri', ...more });
  const [note, review] = on.zluri.data.appFields as { field_id: string; field_name: string }[];
  if (!note || !review) throw new Error('the tenant has no custom fields');
  await refresh({ fields: ['app_name', note.field_id, review.field_id] });
  const before = column(on, note.field_name);
  on.tab('Apps').insertColumn(5, 'Mine', ['a', 'b']);
  on.zluri.edit('appFields', note.field_id, { field_name: 'Remark' });
  on.zluri.edit('appFields', review.field_id, null);
  expect(await refresh()).toMatchObject({ state: 'done', result: { pending: 0, conflicts: 0 } });
  expect(on.tab('Apps').header()).toEqual(['ID', 'Name', 'Remark', review.field_name, 'Mine', 'Status']);
  expect(column(on, 'Remark')).toEqual(before);
  expect(column(on, 'Mine').slice(0, 3)).toEqual(['a', 'b', '']);
  expect(await refresh()).toMatchObject({ result: { updated: 0, added: 0 } });
});
