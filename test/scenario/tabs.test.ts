/** Managed tabs that are renamed, copied within the file, or travel to a copy of the file. */
import type { Desk } from '../../local/desk';
import { connectedDesk, desk, pull } from './desks';

const FIELDS = ['name', 'description'];

async function pulled(): Promise<Desk> {
  const on = await connectedDesk();
  await pull(on, 'apps', { fields: FIELDS });
  return on;
}

const firstId = (on: Desk): number => (on.torii.data.apps[0] as { id: number }).id;

/** Right click on the tab > Duplicate. */
function duplicate(on: Desk, name: string): string {
  const sheet = on.workbook.sheet(name);
  if (sheet === null) throw new Error(`There is no tab “${name}”.`);
  return on.workbook.duplicateSheet(sheet).name;
}

/** Everything of a tab that a person sees. */
const look = (on: Desk, name: string): unknown => {
  const tab = on.tab(name);
  return [tab.values(), tab.display(), tab.formulas(), tab.notes()];
};

const names = async (on: Desk): Promise<string[]> =>
  ((await on.api('status')) as { tabs: { tab: string }[] }).tabs.map(({ tab }) => tab);

test('a renamed tab goes on under its new name, whoever asks for it and how', async () => {
  const on = await pulled();
  await on.tab('Apps').set(firstId(on), 'Description', 'an edit that waits');
  on.tab('Apps').rename('Software & SaaS');
  on.torii.edit('apps', firstId(on), { name: 'Changed there' });
  expect(await pull(on, 'apps')).toMatchObject({
    result: { tab: 'Software & SaaS', added: 0, updated: 1, pending: 1 },
  });
  expect(await pull(on, 'apps', { tab: 'Software & SaaS' })).toMatchObject({
    result: { tab: 'Software & SaaS', updated: 0, pending: 1 },
  });
  await on.menu('SaaS Ledger', 'Refresh all');
  expect(on.toasts.at(-1)).toContain('Software & SaaS: 40 rows');
  expect(on.tabs()).not.toContain('Apps');
  expect(await names(on)).toEqual(['Software & SaaS']);
});

test('a tab that took the old name of a managed one is left alone', async () => {
  const on = await pulled();
  on.tab('Apps').rename('Software');
  on.tab('Sheet1').rename('Apps');
  await on.tab('Apps').type('A1', 'my own list');
  expect(await pull(on, 'apps')).toMatchObject({ state: 'done', result: { tab: 'Software' } });
  expect(on.tab('Apps').values()).toEqual([['my own list']]);
});

test('of several tabs of one resource, the one with its own name is meant where none is named', async () => {
  const on = await pulled();
  await pull(on, 'apps', { tab: 'All but a few', fields: FIELDS, filters: { isHidden: false } });
  expect(await pull(on, 'apps')).toMatchObject({ result: { tab: 'Apps' } });
  await on.menu('SaaS Ledger', 'Pull', 'Apps');
  expect(on.toasts.at(-1)).toContain(' Apps: 40 rows');
});

test('two managed tabs that swapped names are told apart', async () => {
  const on = await pulled();
  await pull(on, 'apps', { tab: 'Second', fields: ['state'] });
  on.tab('Apps').rename('Aside');
  on.tab('Second').rename('Apps');
  on.tab('Aside').rename('Second');
  const before = look(on, 'Second');
  expect(await pull(on, 'apps', { tab: 'Apps', fields: ['state', 'category'] })).toMatchObject({
    result: { tab: 'Apps' },
  });
  expect(on.tab('Apps').header()).toEqual(['ID', 'State', 'Category', 'Status']);
  expect(look(on, 'Second')).toEqual(before);
});

test('a new tab may have a name that a renamed one had, in other letters', async () => {
  const on = await pulled();
  on.tab('Apps').rename('Software');
  expect(await pull(on, 'apps', { tab: 'APPS', fields: FIELDS })).toMatchObject({
    state: 'done',
    result: { tab: 'APPS', added: 40 },
  });
  expect(await names(on)).toEqual(['APPS', 'Software']);
});

test('a person’s tab is not taken for one that the add-on keeps behind a tab', async () => {
  const on = await connectedDesk();
  on.tab('Sheet1').rename('SaaS Ledger · Apps');
  await on.tab('SaaS Ledger · Apps').type('A1', 'my own list');
  expect(await pull(on, 'apps')).toMatchObject({ state: 'failed', error: { code: 'TAB_TAKEN' } });
  expect(on.tabs({ hidden: true })).toEqual(['SaaS Ledger · Apps']);
  expect(on.tabs()).toEqual(['SaaS Ledger · Apps']);
  expect(on.tab('SaaS Ledger · Apps').values()).toEqual([['my own list']]);
});

test('a copy within the file is left alone; the original goes on', async () => {
  const on = await pulled();
  const copy = duplicate(on, 'Apps');
  const before = look(on, copy);
  await on.tab(copy).set(firstId(on), 'Description', 'typed into the copy');
  await on.tab('Apps').set(firstId(on), 'Description', 'typed into the original');
  const edited = look(on, copy);
  expect(edited).not.toEqual(before);
  on.torii.edit('apps', firstId(on), { name: 'Changed there' });
  on.torii.edit('apps', 999_001, { name: 'New there' });
  expect(await pull(on, 'apps')).toMatchObject({ result: { tab: 'Apps', added: 1, updated: 1, pending: 1 } });
  await on.menu('SaaS Ledger', 'Refresh all');
  expect(look(on, copy)).toEqual(edited);
  expect(on.tab('Apps').rows()[0]).toMatchObject({
    Name: 'Changed there',
    Description: 'typed into the original',
  });
  expect(await names(on)).toEqual(['Apps']);
});

test('also when the two swap names, and when the original is deleted', async () => {
  const on = await pulled();
  const copy = duplicate(on, 'Apps');
  on.tab('Apps').rename('Current');
  on.tab(copy).rename('Apps');
  const before = look(on, 'Apps');
  on.torii.edit('apps', firstId(on), { name: 'Changed there' });
  expect(await pull(on, 'apps')).toMatchObject({ result: { tab: 'Current', updated: 1 } });
  expect(look(on, 'Apps')).toEqual(before);

  const original = on.workbook.sheet('Current');
  if (original) on.workbook.deleteSheet(original);
  await on.menu('SaaS Ledger', 'Refresh all');
  expect(look(on, 'Apps')).toEqual(before);
  expect(await names(on)).toEqual([]);
});

test('in a copy of the file the tabs of both platforms are known, the keys are not', async () => {
  const on = await pulled();
  await on.api('connect', { provider: 'zluri', apiKey: on.zluri.apiKey });
  await pull(on, 'apps', { provider: 'zluri' });
  await on.tab('Apps').set(firstId(on), 'Description', 'an edit that waits');
  on.tab('Apps').insertColumn(3, 'Mine', ['=A2&"!"', '=A3&"!"', 'note']);
  on.tab('Apps').rename('Software');
  const copy = await on.copyFile();
  expect(await copy.api('status')).toMatchObject({ connections: [] });
  await expect(pull(copy, 'apps')).rejects.toMatchObject({ code: 'NOT_CONNECTED' });
  expect(await names(copy)).toEqual(['Apps (Zluri)', 'Software']);
  expect(look(copy, 'Software')).toEqual(look(on, 'Software'));

  await copy.api('connect', { provider: 'torii', apiKey: copy.torii.apiKey });
  const original = look(on, 'Software');
  on.torii.edit('apps', firstId(on), { name: 'Changed there' });
  expect(await pull(copy, 'apps')).toMatchObject({
    result: { tab: 'Software', added: 0, updated: 1, pending: 1, conflicts: 0 },
  });
  expect(
    copy
      .tab('Software')
      .rows()
      .slice(0, 3)
      .map(({ Mine }) => Mine),
  ).toEqual([`${String(firstId(on))}!`, expect.stringMatching(/!$/), 'note']);
  // Two files are two files.
  expect(look(on, 'Software')).toEqual(original);
  await copy.close();
});

test('a colleague refreshes the same tab with a key of their own, and the edits of others wait there too', async () => {
  const on = await pulled();
  await on.tab('Apps').set(firstId(on), 'Description', 'an edit that waits');
  const colleague = on.as('grace@example.com');
  await expect(pull(colleague, 'apps')).rejects.toMatchObject({ code: 'NOT_CONNECTED' });
  await colleague.api('connect', { provider: 'torii', apiKey: on.torii.apiKey });
  expect(await pull(colleague, 'apps')).toMatchObject({ result: { tab: 'Apps', added: 0, pending: 1 } });
});

test('a name that another platform’s tab has already gets the platform’s name, also after renames', async () => {
  const on = await desk();
  await on.api('connect', { provider: 'zluri', apiKey: on.zluri.apiKey });
  await on.api('connect', { provider: 'torii', apiKey: on.torii.apiKey });
  const zluri = { provider: 'zluri' };
  expect(await pull(on, 'apps', zluri)).toMatchObject({ result: { tab: 'Apps' } });
  expect(await pull(on, 'apps')).toMatchObject({ result: { tab: 'Apps (Torii)' } });
  on.tab('Apps').rename('From Zluri');
  on.tab('Apps (Torii)').rename('Apps');
  expect(await pull(on, 'apps', zluri)).toMatchObject({ result: { tab: 'From Zluri', added: 0 } });
  expect(await pull(on, 'apps')).toMatchObject({ result: { tab: 'Apps', added: 0 } });
});
