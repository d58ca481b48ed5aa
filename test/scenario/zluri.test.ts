/** The second provider: the same verbs, the same tab, beside the first one in one file. */
import { desk, type Job } from './desks';
import type { Desk, DeskOptions } from '../../local/desk';

async function connected(options: DeskOptions = {}): Promise<Desk> {
  const on = await desk(options);
  await on.api('connect', { provider: 'zluri', apiKey: on.zluri.apiKey });
  return on;
}

async function pull(on: Desk, resource: string): Promise<Job> {
  const { job } = (await on.api('pull', { provider: 'zluri', resource })) as { job: string };
  return (await on.run(job)) as Job;
}

test.each([
  ['apps', 'Apps', 40],
  ['contracts', 'Contracts', 15],
  ['users', 'Users', 30],
])('%s are pulled, and a second refresh finds nothing to do', async (resource, tab, rows) => {
  const on = await connected();
  expect(await pull(on, resource)).toMatchObject({ state: 'done', result: { tab, rows, added: rows } });
  const before = on.tab(tab).values();
  expect(await pull(on, resource)).toMatchObject({
    result: { added: 0, updated: 0, unchanged: rows, remarks: [] },
  });
  expect(on.tab(tab).values()).toEqual(before);
});

test.each([
  { firstPage: 0 },
  { firstPage: 1 },
  { maxPageSize: 7 },
  { firstPage: 1, maxPageSize: 10 },
  { afterLastPage: 'repeat' },
])('with pages that behave like %j every record arrives, once', async (options) => {
  const on = await connected();
  on.zluri.options(options);
  expect(await pull(on, 'users')).toMatchObject({ state: 'done', result: { rows: 30, added: 30 } });
});

test('a count that does not match is told, and nothing is marked as gone', async () => {
  const on = await connected();
  await pull(on, 'users');
  on.zluri.options({ countOff: 3 });
  const { result } = await pull(on, 'users');
  expect(result).toMatchObject({ rows: 30, vanished: 0 });
  expect((result?.remarks as string[]).join()).toMatch(/30 of the 33/);
});

test('both providers stand side by side, and the second is named in its tab', async () => {
  const on = await connected();
  await on.api('connect', { provider: 'torii', apiKey: on.torii.apiKey });
  await on.menu('SaaS Ledger', 'Pull', 'Apps');
  expect(on.tabs()).toEqual(expect.arrayContaining(['Apps', 'Apps (Zluri)']));
  await on.menu('SaaS Ledger', 'Refresh all');
  expect(on.toasts.at(-1)).toContain('Apps (Zluri): 40 rows (0 new, 0 updated)');
});

test('a wrong key is refused in the same words', async () => {
  const on = await desk();
  await expect(on.api('connect', { provider: 'zluri', apiKey: 'no-such-key' })).rejects.toMatchObject({
    code: 'KEY_REFUSED',
  });
});
