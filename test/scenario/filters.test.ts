/** Filters: what a tab shows, asked of the platform where it can tell, and said in the tab. */
import { connectedDesk, desk as openedDesk, pull } from './desks';

interface App {
  id: number;
  name: string;
  state: string;
  isHidden: boolean;
}

const listRequests = (requests: readonly { url: string }[]) =>
  requests.filter(({ url }) => /\/apps\?/.test(url)).map(({ url }) => decodeURIComponent(url));

test('only the records that pass arrive, and the platform is asked for them alone', async () => {
  const desk = await connectedDesk();
  const { result } = await pull(desk, 'apps', {
    filters: [
      { field: 'isHidden', test: 'isNo', values: [] },
      { field: 'state', test: 'isAnyOf', values: ['Sanctioned', 'discovered'] },
    ],
  });
  const expected = (desk.torii.data.apps as App[]).filter(
    ({ state, isHidden }) => !isHidden && ['sanctioned', 'discovered'].includes(state),
  );
  expect(expected.length).toBeGreaterThan(0);
  expect(
    desk
      .tab('Apps')
      .rows()
      .map(({ ID }) => ID),
  ).toEqual(expected.map(({ id }) => id));
  expect(result).toMatchObject({ rows: expected.length });
  const [url] = listRequests(desk.requests);
  expect(url).toContain('"key":"isHidden"');
  expect(url).toContain('"key":"state"');
});

test('the selection stays with the tab, stands in its note and in the status, and goes when it is taken away', async () => {
  const desk = await connectedDesk();
  await pull(desk, 'users', { filters: { lifecycleStatus: ['active'] } });
  const active = (desk.torii.data.users as { lifecycleStatus: string }[]).filter(
    ({ lifecycleStatus }) => lifecycleStatus === 'active',
  ).length;
  await pull(desk, 'users');
  expect(desk.tab('Users').rows()).toHaveLength(active);
  const { tabs } = (await desk.api('status')) as { tabs: unknown[] };
  expect(tabs).toEqual([
    expect.objectContaining({
      filters: [{ field: 'lifecycleStatus', test: 'isAnyOf', values: ['active'] }],
      filterWords: ['Lifecycle status is Active'],
    }),
  ]);
  expect((desk.tab('Users').notes()[0] ?? []).join('\n')).toContain('Lifecycle status is Active');
  await pull(desk, 'users', { filters: [] });
  expect(desk.tab('Users').rows()).toHaveLength(desk.torii.data.users.length);
  expect((desk.tab('Users').notes()[0] ?? []).join('\n')).not.toContain('Lifecycle status is Active');
});

test('a record that no longer passes is marked as out of the selection, and comes back', async () => {
  const desk = await connectedDesk();
  const shown = (desk.torii.data.apps as App[]).find(({ isHidden }) => !isHidden);
  const id = shown?.id ?? 0;
  await pull(desk, 'apps', { filters: { isHidden: false } });
  desk.torii.edit('apps', id, { isHidden: true });
  const { result } = await pull(desk, 'apps');
  expect(result).toMatchObject({ vanished: 1 });
  const status = () =>
    desk
      .tab('Apps')
      .rows()
      .find(({ ID }) => ID === id)?.['Status'];
  expect(status()).toMatch(/selection.* since 2026-03-02$/);
  desk.torii.edit('apps', id, { isHidden: false });
  await pull(desk, 'apps');
  expect(status()).toBe('');
});

test('two tabs of one resource have their own fields and filters', async () => {
  const desk = await connectedDesk();
  await pull(desk, 'apps', { tab: 'Hidden apps', fields: ['name'], filters: { isHidden: true } });
  await pull(desk, 'apps', { tab: 'All apps', fields: ['name', 'state'] });
  await desk.menu('SaaS Ledger', 'Refresh all');
  expect(desk.tab('Hidden apps').header()).toEqual(['ID', 'Name', 'Status']);
  expect(desk.tab('All apps').header()).toEqual(['ID', 'Name', 'State', 'Status']);
  expect(desk.tab('All apps').rows()).toHaveLength(desk.torii.data.apps.length);
  expect(desk.tab('Hidden apps').rows()).toHaveLength(
    (desk.torii.data.apps as App[]).filter(({ isHidden }) => isHidden).length,
  );
});

test.each([
  [{ field: 'nonsense', test: 'isEmpty', values: [] }, 'nonsense'],
  [{ field: 'name', test: 'atLeast', values: [3] }, 'Name'],
  [{ field: 'state', test: 'isAnyOf', values: ['Never heard of'] }, 'Never heard of'],
])('a filter that can mean nothing is refused, and nothing is made: %j', async (filter, named) => {
  const desk = await connectedDesk();
  const { state, error } = await pull(desk, 'apps', { filters: [filter] });
  expect(state).toBe('failed');
  expect(error).toMatchObject({ code: 'BAD_FILTER', what: expect.stringContaining(named) });
  expect(desk.tabs({ hidden: true })).toEqual(['Sheet1']);
});

test('Zluri is asked in its own way', async () => {
  const desk = await openedDesk();
  await desk.api('connect', { provider: 'zluri', apiKey: desk.zluri.apiKey });
  const pulled = await pull(desk, 'users', { provider: 'zluri', filters: { user_status: 'active' } });
  expect(pulled.state).toBe('done');
  const expected = (desk.zluri.data.users as Record<string, unknown>[]).filter(
    (user) => user['user_status'] === 'active' && user['user_archive'] !== true,
  );
  expect(desk.tab('Users').rows()).toHaveLength(expected.length);
  const sent = desk.requests.filter(({ url }) => url.includes('/v2/users')).at(-1)?.body ?? '';
  expect(sent).toContain('user_status');
  expect(sent).toContain('user_archive');
});
