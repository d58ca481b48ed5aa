/** A first pull, from an empty spreadsheet to a tab with every type right. */
import { connectedDesk, pull, spreadsheetCalls } from './desks';

test('10,000 apps: one request a page, at most 25 spreadsheet calls, one execution', async () => {
  const desk = await connectedDesk({ tenant: { seed: 1, apps: 10_000, contracts: 1, users: 20 } });
  const before = { ...desk.serviceCalls };
  const sent = desk.requests.length;
  const { job } = (await desk.api('pull', { provider: 'torii', resource: 'apps' })) as { job: string };
  const runs = desk.executions.length;
  const done = await desk.run(job);

  expect(done).toMatchObject({ state: 'done', result: { rows: 10_000, added: 10_000 } });
  const paths = desk.requests.slice(sent).map(({ url }) => new URL(url).pathname);
  expect(paths.filter((path) => path === '/v1.0/apps')).toHaveLength(10);
  expect(paths.filter((path) => path !== '/v1.0/apps')).toEqual(['/v1.0/apps/fields']);
  expect(spreadsheetCalls(desk, before)).toBeLessThanOrEqual(25);
  const steps = desk.executions.slice(runs);
  expect(steps).toHaveLength(1);
  expect(steps[0]?.seconds).toBeLessThan(360);
  expect(desk.tab('Apps').rows()).toHaveLength(10_000);
});

test.each([
  ['apps', 'Apps', 40],
  ['contracts', 'Contracts', 15],
  ['users', 'Users', 30],
])('%s land in the tab %s, one row each, in the order of the platform', async (resource, tab, count) => {
  const desk = await connectedDesk();
  expect(await pull(desk, resource)).toMatchObject({ state: 'done', result: { tab, rows: count } });
  const ids = (desk.torii.data[resource] as { id: number }[]).map(({ id }) => String(id)).sort();
  expect(
    desk
      .tab(tab)
      .rows()
      .map((row) => String(row.ID))
      .sort(),
  ).toEqual(ids);
});

test('a tab reads as a spreadsheet: frozen header, notes with the key, tabs behind it hidden', async () => {
  const desk = await connectedDesk();
  await pull(desk, 'apps');
  const tab = desk.tab('Apps');
  expect(tab.header().slice(0, 2)).toEqual(['ID', 'Name']);
  expect(tab.header().at(-1)).toBe('Status');
  tab
    .notes()[0]
    ?.slice(0, tab.header().length)
    .forEach((note) => {
      expect(note).toMatch(/\nsaas-ledger: \S+$/);
    });
  expect(tab.display()[0]?.at(-1)).toMatch(/^Status · complete as of 2 Mar 2026, 10:0\d$/);
  expect(desk.tabs()).not.toContain(expect.stringMatching(/^SaaS Ledger/));
  expect(desk.tabs({ hidden: true })).toContainEqual(expect.stringMatching(/^SaaS Ledger/));
});
