/** The names that other tools rely on: global functions, methods of api, the menu. */
import { connectedDesk, desk, pull } from './desks';

test.each(['constructor', '__proto__', 'nonsense', ''])('%j is refused as unknown', async (method) => {
  const on = await desk();
  await expect(on.api(method, {})).rejects.toMatchObject({ code: 'UNKNOWN_METHOD' });
});

test('a payload of the wrong shape is refused by name, without repeating what was in it', async () => {
  const on = await desk();
  const attempt = on.api('connect', { provider: 'torii', apiKey: { secret: 'abcd1234' } });
  await expect(attempt).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  await expect(attempt).rejects.toThrow(/^(?!.*abcd1234).*apiKey/s);
});

test('the menu shows what works, and only that', async () => {
  const on = await desk();
  const [menu] = on.menuTree();
  expect(menu?.label).toBe('SaaS Ledger');
  const labels = (menu?.children ?? []).filter(({ separator }) => !separator).map(({ label }) => label);
  expect(labels).toEqual([
    'Open sidebar',
    'Pull',
    'Refresh all',
    'Review edits',
    'Push edits',
    'Undo last push',
    'Flag SSO tax',
    'Upload this tab',
  ]);
});

test('pulling from the menu fills the tab and says so in a toast', async () => {
  const on = await connectedDesk();
  expect(await on.menu('SaaS Ledger', 'Pull', 'Apps')).toMatchObject({ ok: true });
  expect(on.tab('Apps').rows()).toHaveLength(40);
  expect(on.toasts.join()).toContain('Apps: 40 rows');
});

test('refresh all brings every tab up to date', async () => {
  const on = await connectedDesk();
  await pull(on, 'apps');
  await pull(on, 'users');
  on.torii.edit('users', (on.torii.data.users[0] as { id: number }).id, { firstName: 'Zoë' });
  await on.menu('SaaS Ledger', 'Refresh all');
  expect(
    on
      .tab('Users')
      .rows()
      .map((row) => row['First name']),
  ).toContain('Zoë');
  expect(on.toasts.at(-1)).toMatch(/Apps: 40 rows.*\n?.*Users: 30 rows/s);
});

test('the menu without a connection says what to do and opens the sidebar', async () => {
  const on = await desk();
  on.answer('OK');
  await on.menu('SaaS Ledger', 'Pull', 'Apps');
  expect(on.dialogs.map(({ kind }) => kind)).toEqual(['alert', 'sidebar']);
  expect(on.dialogs[0]?.text).toContain('Open the sidebar');
});

test('a tab of a person’s with that name is left alone', async () => {
  const on = await connectedDesk();
  on.tab('Sheet1').rename('Apps');
  await on.tab('Apps').type('A1', 'my own list');
  expect(await pull(on, 'apps')).toMatchObject({ state: 'failed', error: { code: 'TAB_TAKEN' } });
  expect(on.tab('Apps').values()).toEqual([['my own list']]);
});
