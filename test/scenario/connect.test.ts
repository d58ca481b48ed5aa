/** Connecting: the key is tested, the organisation is shown back, and the key is never seen again. */
import { connectedDesk, desk, pull } from './desks';

test('a good key is tested and the organisation shown back', async () => {
  const on = await desk();
  const info = await on.api('connect', { provider: 'torii', apiKey: `  Bearer ${on.torii.apiKey}\n` });
  expect(info).toMatchObject({ provider: 'torii', last4: on.torii.apiKey.slice(-4) });
  expect((info as { organisation: string }).organisation).not.toBe('');
  expect(await on.api('status')).toMatchObject({ connections: [{ provider: 'torii' }], tabs: [], jobs: [] });
  await on.api('disconnect', { provider: 'torii' });
  expect(await on.api('status')).toMatchObject({ connections: [] });
});

test.each([
  ['KEY_MISSING', '   ', {}],
  ['KEY_REFUSED', 'not-the-key-at-all', {}],
  ['KEY_LACKS_RIGHTS', undefined, { status: 403 }],
  ['NO_NETWORK', undefined, { cut: true, times: 99 }],
])('%s says what happened and what to do, and keeps nothing', async (code, apiKey, fault) => {
  const on = await desk();
  if (Object.keys(fault).length > 0) on.torii.fault({ match: 'GET /v1.0/orgs/my', ...fault });
  const attempt = on.api('connect', { provider: 'torii', apiKey: apiKey ?? on.torii.apiKey });
  await expect(attempt).rejects.toMatchObject({ code });
  await expect(attempt).rejects.toHaveProperty('next', expect.stringMatching(/\w/));
  expect(on.stores().user).toEqual({});
});

test('a key that expires later says so at the next refresh', async () => {
  const on = await connectedDesk();
  on.torii.options({ revokeKey: true });
  expect(await pull(on, 'apps')).toMatchObject({ state: 'failed', error: { code: 'KEY_REFUSED' } });
});

test('the key is in the person’s own store and in request headers, and nowhere else', async () => {
  const on = await connectedDesk();
  const key = on.torii.apiKey;
  await pull(on, 'apps');
  on.torii.fault({
    match: 'GET /v1.0/apps?',
    status: 400,
    body: JSON.stringify({ message: `bad key ${key}` }),
  });
  const failed = await pull(on, 'apps');
  const seen = JSON.stringify([
    failed,
    await on.api('status'),
    on.stores().document,
    on.stores().script,
    on.executions,
    on.dialogs,
    on.toasts,
    on.requests.map(({ url, body }) => [url, body]),
    on.tabs({ hidden: true }).map((name) => [on.tab(name).values(), on.tab(name).notes()]),
  ]);
  expect(seen).not.toContain(key);
  expect(JSON.stringify(on.stores().user)).toContain(key);
});

test('another person in the same file has their own key', async () => {
  const on = await connectedDesk();
  const colleague = on.as('colleague@example.com');
  expect(await colleague.api('status')).toMatchObject({ connections: [] });
  await expect(colleague.api('pull', { provider: 'torii', resource: 'apps' })).rejects.toMatchObject({
    code: 'NOT_CONNECTED',
  });
});

test('a copied file recognises its tabs and asks for a key', async () => {
  const on = await connectedDesk();
  await pull(on, 'apps');
  on.tab('Apps').insertColumn(1, 'Mine', ['a', 'b']);
  const copy = await on.copyFile();
  expect(await copy.api('status')).toMatchObject({
    connections: [],
    tabs: [{ tab: 'Apps', resource: 'apps' }],
  });
  await copy.api('connect', { provider: 'torii', apiKey: copy.torii.apiKey });
  expect(await pull(copy, 'apps')).toMatchObject({ result: { added: 0, unchanged: 40 } });
  expect(copy.tab('Apps').header()[0]).toBe('Mine');
  await copy.close();
});
