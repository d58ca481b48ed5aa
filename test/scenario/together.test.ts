/** Several tabs refreshed in one execution: what they ask for first goes out together, and nothing twice. */
import { connectedDesk, pull } from './desks';

test('“Refresh all” asks for the fields, and then for the first pages, of all tabs at once', async () => {
  const desk = await connectedDesk();
  for (const resource of ['apps', 'contracts', 'users']) await pull(desk, resource);
  const before = desk.requests.length;
  const trips = () =>
    (desk.serviceCalls['UrlFetchApp.fetch'] ?? 0) + (desk.serviceCalls['UrlFetchApp.fetchAll'] ?? 0);
  const tripsBefore = trips();
  await desk.menu('SaaS Ledger', 'Refresh all');
  const paths = desk.requests.slice(before).map(({ url }) => new URL(url).pathname);
  expect(paths.sort()).toEqual([
    '/v1.0/apps',
    '/v1.0/apps/fields',
    '/v1.0/contracts',
    '/v1.0/contracts/fields',
    '/v1.0/users',
    '/v1.0/users/fields',
  ]);
  expect(trips() - tripsBefore).toBe(2);
  expect(desk.toasts.at(-1)).toContain('Users: 30 rows');
});

test('a tab that fails does not spoil the others, and each has what it would have had alone', async () => {
  const [together, alone] = [await connectedDesk(), await connectedDesk()];
  for (const desk of [together, alone]) {
    for (const resource of ['apps', 'contracts', 'users']) await pull(desk, resource);
    desk.torii.edit('apps', (desk.torii.data.apps as { id: number }[])[0]?.id ?? 0, { name: 'Renamed' });
    desk.torii.fault({ match: /GET .*\/contracts\?/, status: 403, times: 9 });
  }
  await together.menu('SaaS Ledger', 'Refresh all');
  for (const resource of ['apps', 'contracts', 'users']) await pull(alone, resource);
  expect(together.tab('Apps').values()).toEqual(alone.tab('Apps').values());
  expect(together.tab('Users').values()).toEqual(alone.tab('Users').values());
  expect((together.tab('Contracts').notes()[0] ?? []).join('\n')).toContain('Refresh failed');
  expect(together.dialogs.at(-1)).toBeDefined();
});
