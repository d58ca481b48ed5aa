/** Trouble on the way: a pull either ends as if there had been none, or leaves the tab as it was. */
import type { Desk } from '../../local/desk';
import { connectedDesk, pull } from './desks';
import { expectSameFile, wholeFile } from './whole-file';

const LIST = 'GET /v1.0/apps?';
const TENANT = { seed: 3, apps: 1_200, contracts: 1, users: 20 };

describe('in the middle of a first pull', () => {
  let calm: unknown;

  beforeAll(async () => {
    const desk = await connectedDesk({ tenant: TENANT });
    await pull(desk, 'apps');
    calm = desk.tab('Apps').rows();
  });

  test.each([
    ['being asked to wait', { status: 429, retryAfter: 20 }],
    ['being asked to wait, without being told how long,', { status: 429 }],
    ['a bad gateway', { status: 502 }],
    ['a cut connection', { cut: true }],
    ['half an answer', { body: '{"apps":[{"id":1' }],
    ['a web page instead of data', { body: '<html>Bad gateway</html>' }],
    ['a slow page', { delayMs: 20_000 }],
  ])('%s changes nothing about the result', async (_name, fault) => {
    const desk = await connectedDesk({ tenant: TENANT });
    desk.torii.fault({ match: LIST, after: 1, ...fault });
    expect(await pull(desk, 'apps')).toMatchObject({ state: 'done', result: { rows: 1_200 } });
    expect(desk.tab('Apps').rows()).toEqual(calm);
  });
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

async function changed(desk: Desk): Promise<Desk> {
  await pull(desk, 'apps');
  desk.torii.edit('apps', 999_001, { name: 'New here', isHidden: true });
  desk.torii.edit('apps', (desk.torii.data.apps[0] as { id: number }).id, { name: 'Renamed' });
  return desk;
}

describe.each([
  ['a first pull', (desk: Desk) => Promise.resolve(desk)],
  ['a refresh', changed],
])('%s killed', (_name, prepared) => {
  let calm: object;

  beforeAll(async () => {
    const desk = await prepared(await connectedDesk());
    await pull(desk, 'apps');
    calm = wholeFile(desk);
  });

  test.each(Array.from({ length: 20 }, (_, n) => 2 + 3 * n))(
    'after %i service calls ends, taken up again, as if nothing had been',
    async (calls) => {
      const desk = await prepared(await connectedDesk());
      const { job } = (await desk.api('pull', { provider: 'torii', resource: 'apps' })) as { job: string };
      desk.kill({ afterServiceCalls: calls });
      await desk.api('step', { job }).catch(() => undefined);
      desk.kill({});
      expect(await desk.run(job)).toMatchObject({ state: 'done' });
      expectSameFile(wholeFile(desk), calm);
    },
  );
});

test('a pull that was stopped while it waited writes nothing any more', async () => {
  const desk = await connectedDesk();
  await pull(desk, 'apps');
  const before = desk.tab('Apps').values();
  desk.torii.edit('apps', (desk.torii.data.apps[0] as { id: number }).id, { name: 'Too late' });
  desk.torii.fault({ match: LIST, status: 429, retryAfter: 280 });
  const { job } = (await desk.api('pull', { provider: 'torii', resource: 'apps' })) as { job: string };
  expect(await desk.api('step', { job })).toMatchObject({ state: 'waiting' });
  const asked = desk.requests.length;
  expect(await desk.api('step', { job })).toMatchObject({ state: 'waiting' });
  expect(desk.requests).toHaveLength(asked);
  expect(await desk.api('stop', { job })).toMatchObject({ state: 'stopped' });
  expect(await desk.run(job)).toMatchObject({ state: 'stopped' });
  expect(desk.tab('Apps').values()).toEqual(before);
});

test('the hidden tab, the tab or both deleted: the next pull makes them anew', async () => {
  const desk = await connectedDesk();
  await pull(desk, 'apps');
  const rows = desk.tab('Apps').rows();
  const remove = (name: string): void => {
    const sheet = desk.workbook.sheet(name);
    if (sheet) desk.workbook.deleteSheet(sheet);
  };
  for (const gone of [['SaaS Ledger · Apps'], ['Apps'], ['Apps', 'SaaS Ledger · Apps']]) {
    gone.forEach(remove);
    expect(await pull(desk, 'apps')).toMatchObject({ state: 'done', result: { rows: 40, conflicts: 0 } });
    expect(desk.tab('Apps').rows()).toEqual(rows);
    expect(await pull(desk, 'apps')).toMatchObject({ result: { updated: 0, unchanged: 40 } });
  }
});
