/** The Change log: what each refresh brought, and nothing else. */
import type { Desk } from '../../local/desk';
import { connectedDesk, pull } from './desks';

interface App {
  id: number;
  name: string;
}

const apps = (on: Desk) => on.torii.data.apps as App[];

/** The rows without the run's own name. */
const rows = (on: Desk) =>
  on
    .tab('Change log')
    .display()
    .slice(1)
    .map((cells) => cells.slice(0, -1));

async function pulled(): Promise<Desk> {
  const on = await connectedDesk();
  for (const [at, name] of ['Slack', 'Zoom', 'Figma'].entries()) {
    const description = `About ${name}`;
    on.torii.edit('apps', apps(on)[at]?.id ?? 0, { name, description, category: 'Tools' });
  }
  await pull(on, 'apps');
  await pull(on, 'apps');
  return on;
}

test('two refreshes with known changes: one row each, the newest on top', async () => {
  const on = await pulled();
  expect(on.tabs()).not.toContain('Change log');
  const [slack, zoom, figma] = apps(on).map(({ id }) => String(id));
  on.torii.edit('apps', slack ?? '', { description: '=HYPERLINK("x")', category: 'Chat' });
  on.torii.edit('apps', zoom ?? '', null);
  on.torii.edit('apps', 999_001, { name: 'Brand new' });
  await pull(on, 'apps');
  await on.clock.advance({ days: 1 });
  await on.tab('Apps').set(figma ?? '', 'Description', 'our own words');
  on.torii.edit('apps', figma ?? '', { description: 'their new words' });
  on.torii.edit('apps', 999_001, { name: '007' });
  await pull(on, 'apps');
  expect(on.tab('Change log').header()).toEqual([
    ...['When', 'Tab', 'Record', 'Id', 'Field', 'Before', 'After', 'Source', 'Run'],
  ]);
  const [today, before] = [
    ['2026-03-03 10:00', 'Apps'],
    ['2026-03-02 10:00', 'Apps'],
  ] as const;
  const kept = 'their new words (changed in Torii; your edit was kept)';
  expect(rows(on)).toEqual([
    [...today, 'Figma', figma, 'Description', 'About Figma', kept, 'Torii'],
    [...today, '007', '999001', 'Name', 'Brand new', '007', 'Torii'],
    [...before, 'Slack', slack, 'Category', 'Tools', 'Chat', 'Torii'],
    [...before, 'Slack', slack, 'Description', 'About Slack', '=HYPERLINK("x")', 'Torii'],
    [...before, 'Zoom', zoom, 'Record', '', 'gone', 'Torii'],
    [...before, 'Brand new', '999001', 'Record', '', 'came', 'Torii'],
  ]);
  expect(on.tab('Change log').formulas().flat().filter(Boolean)).toEqual([]);
  const runs = on
    .tab('Activity')
    .rows()
    .map(({ Run }) => Run);
  expect(
    on
      .tab('Change log')
      .rows()
      .map(({ Run }) => Run),
  ).toEqual([...Array<unknown>(2).fill(runs[0]), ...Array<unknown>(4).fill(runs[1])]);
});

test('a quiet refresh leaves it alone, also where an edit or a conflict stands', async () => {
  const on = await pulled();
  const id = apps(on)[0]?.id ?? 0;
  await on.tab('Apps').set(id, 'Description', 'mine');
  await pull(on, 'apps');
  expect(on.tabs()).not.toContain('Change log');
  on.torii.edit('apps', id, { description: 'theirs' });
  await pull(on, 'apps');
  expect(rows(on)).toHaveLength(1);
  const before = on.serviceCalls['Range.setValues'] ?? 0;
  await pull(on, 'apps');
  expect(rows(on)).toHaveLength(1);
  expect((on.serviceCalls['Range.setValues'] ?? 0) - before).toBe(2);
});

test('columns that are added bring no rows', async () => {
  const on = await connectedDesk();
  await pull(on, 'apps', { fields: ['id', 'name'] });
  await pull(on, 'apps', { fields: ['id', 'name', 'description', 'state'] });
  expect(on.tab('Apps').header()).toContain('Description');
  expect(on.tabs()).not.toContain('Change log');
});

test('a record that came back says so; in a tab with filters nobody claims that one is gone', async () => {
  const on = await pulled();
  const slack = apps(on)[0];
  on.torii.edit('apps', slack?.id ?? 0, null);
  await pull(on, 'apps');
  on.torii.edit('apps', slack?.id ?? 0, { ...slack });
  await pull(on, 'apps');
  expect(rows(on).map((cells) => cells.slice(2, 7))).toEqual([
    ['Slack', String(slack?.id), 'Record', '', 'came back'],
    ['Slack', String(slack?.id), 'Record', '', 'gone'],
  ]);
  const other = await pulled();
  await pull(other, 'apps', { tab: 'Tools', filters: { category: 'Tools' } });
  other.torii.edit('apps', apps(other)[0]?.id ?? 0, { category: 'Chat' });
  await pull(other, 'apps', { tab: 'Tools' });
  expect(rows(other).map((cells) => cells[6])).toEqual(['gone, or no longer in this selection']);
});

test('switched off, nothing is written; switched on again, it goes on', async () => {
  const on = await pulled();
  const id = apps(on)[0]?.id ?? 0;
  await on.api('settings', { set: { changeLog: 'off' } });
  on.torii.edit('apps', id, { description: 'one' });
  await pull(on, 'apps');
  expect(on.tabs()).not.toContain('Change log');
  await on.api('settings', { set: { changeLog: 'on' } });
  on.torii.edit('apps', id, { description: 'two' });
  await pull(on, 'apps');
  expect(rows(on).map((cells) => cells.slice(5, 7))).toEqual([['one', 'two']]);
});

test('it keeps as many rows as the settings say', async () => {
  const on = await pulled();
  await on.api('settings', { set: { changeLogKept: 3 } });
  for (const category of ['One', 'Two']) {
    for (const { id } of apps(on).slice(0, 2)) on.torii.edit('apps', id, { category });
    await pull(on, 'apps');
    await on.clock.advance({ hours: 1 });
  }
  expect(rows(on).map((cells) => cells[6])).toEqual(['Two', 'Two', 'One']);
});

test('one run writes 2,000 rows at most, and says how many more there were', async () => {
  const on = await connectedDesk({ tenant: { seed: 1, apps: 2100, contracts: 1, users: 1 } });
  await pull(on, 'apps', { fields: ['id', 'name'] });
  for (const { id } of apps(on)) on.torii.edit('apps', id, { name: `App ${id}` });
  await pull(on, 'apps');
  const all = rows(on);
  expect(all).toHaveLength(2001);
  expect(all.at(-1)?.[6]).toBe('100 more changes in this run');
});

test('killed at any call, a refresh that goes on enters each change once', async () => {
  const on = await connectedDesk();
  await pull(on, 'apps', { fields: ['id', 'name', 'description'] });
  const sum = (): number => Object.values(on.serviceCalls).reduce((all, calls) => all + calls, 0);
  const change = (n: number): void => {
    for (const { id } of apps(on).slice(0, 2)) on.torii.edit('apps', id, { description: `words ${n}` });
  };
  change(0);
  const first = sum();
  await pull(on, 'apps');
  const calls = sum() - first;
  let n = 1;
  for (let after = 10; after < calls; after += 3, n += 1) {
    change(n);
    const { job } = (await on.api('pull', { provider: 'torii', resource: 'apps' })) as { job: string };
    on.kill({ afterServiceCalls: after });
    await on.run(job);
    on.kill({});
  }
  const told = rows(on).map((cells) => `${cells[3] ?? ''}: ${cells[5] ?? ''} → ${cells[6] ?? ''}`);
  expect(told).toHaveLength(2 * n);
  expect(new Set(told).size).toBe(told.length);
  expect(told[0]).toContain(`words ${n - 2} → words ${n - 1}`);
});
