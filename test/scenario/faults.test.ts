/** Trouble on the way: a pull either ends as if there had been none, or leaves the tab as it was. */
import { connectedDesk, pull } from './desks';

const LIST = 'GET /v1.0/apps?';
const TENANT = { seed: 3, apps: 1_200, contracts: 1, users: 20 };

test.each([
  ['asked to wait', { status: 429, retryAfter: 20 }],
  ['asked to wait, without saying how long', { status: 429 }],
  ['a bad gateway', { status: 502 }],
  ['a cut connection', { cut: true }],
  ['half an answer', { body: '{"apps":[{"id":1' }],
  ['a web page instead of data', { body: '<html>Bad gateway</html>' }],
  ['a slow page', { delayMs: 20_000 }],
])('%s in the middle changes nothing about the result', async (_name, fault) => {
  const calm = await connectedDesk({ tenant: TENANT });
  await pull(calm, 'apps');
  const desk = await connectedDesk({ tenant: TENANT });
  desk.torii.fault({ match: LIST, after: 1, ...fault });
  expect(await pull(desk, 'apps')).toMatchObject({ state: 'done', result: { rows: 1_200 } });
  expect(desk.tab('Apps').rows()).toEqual(calm.tab('Apps').rows());
});

test.each([
  ['NO_NETWORK', { cut: true, times: 99 }],
  ['PROVIDER_TROUBLE', { status: 503, times: 99 }],
  ['PROVIDER_GARBLED', { body: '<html></html>', times: 99 }],
  ['INCOMPLETE_READ', { repeatCursor: true, times: 99 }],
  ['KEY_REFUSED', { status: 401, times: 99 }],
])('%s: the failing refresh changes nothing but the status line', async (code, fault) => {
  const desk = await connectedDesk({ tenant: TENANT });
  await pull(desk, 'apps');
  const tab = desk.tab('Apps');
  const before = tab.values();
  desk.torii.edit('apps', (desk.torii.data.apps[0] as { id: number }).id, { name: 'Never seen' });
  desk.torii.fault({ match: LIST, after: 1, ...fault });
  const job = await pull(desk, 'apps');
  expect(job).toMatchObject({ state: 'failed', error: { code } });
  expect(job.error?.next).not.toBe('');
  expect(tab.values()).toEqual(before);
  expect(tab.display()[0]?.at(-1)).toMatch(/refresh failed on/);
});

test('a failing first pull leaves no tab behind', async () => {
  const desk = await connectedDesk();
  desk.torii.fault({ match: LIST, status: 500, times: 99 });
  expect(await pull(desk, 'apps')).toMatchObject({ state: 'failed' });
  expect(desk.tabs({ hidden: true })).toEqual(['Sheet1']);
});

test.each([3, 6, 9, 12, 15, 18, 21])(
  'killed after %i service calls, the same job ends as if nothing had been',
  async (calls) => {
    const calm = await connectedDesk();
    await pull(calm, 'apps');
    const desk = await connectedDesk();
    const { job } = (await desk.api('pull', { provider: 'torii', resource: 'apps' })) as { job: string };
    desk.kill({ afterServiceCalls: calls });
    await expect(desk.api('step', { job })).rejects.toThrow();
    expect(await desk.run(job)).toMatchObject({ state: 'done' });
    expect(desk.tab('Apps').rows()).toEqual(calm.tab('Apps').rows());
    expect(desk.tabs({ hidden: true }).sort()).toEqual(calm.tabs({ hidden: true }).sort());
  },
);
