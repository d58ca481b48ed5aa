/** As many people as a large company has go through in one piece, within what an execution may take. */
import { layOut, placeOn, rowsOf } from '../../../bench/uploads';
import type { Desk } from '../../../local/desk';
import { desk, type Job } from '../desks';
import { checked, CUSTOM, lines, packages } from './sending';

const PEOPLE = 50_000;

/** Google ends an execution after six minutes. https://developers.google.com/apps-script/guides/services/quotas */
const EXECUTION_SECONDS = 360;

async function fullDesk(provider: 'torii' | 'zluri'): Promise<{ on: Desk; place: string }> {
  const on = await desk();
  await on.api('connect', { provider, apiKey: on[provider].apiKey });
  layOut(on, [['ID', 'Email', 'Name', 'Status', 'Licences', 'Last used'], ...rowsOf(PEOPLE, 'people')]);
  return { on, place: placeOn(on, provider) };
}

/** Checked, sent and driven to its end; with what every execution took, and the calls of the one that checked. */
async function through(on: Desk, target: string, place: string) {
  const before = on.executions.length;
  const { seal, problems } = await checked(on, target, { place });
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  const checks = on.executions.slice(before).map(({ calls }) => calls);
  const order = { tab: 'Members', target, options: { place, seal } };
  const { job } = (await on.api('uploadSend', order)) as { job: string };
  const ended = (await on.run(job)) as Job;
  expect([ended.state, ended.error]).toEqual(['done', undefined]);
  expect(await lines(on)).toMatchObject([{ end: 'done', kept: true, records: PEOPLE }]);
  expect(packages(on)).toHaveLength(1);
  const seconds = on.executions.slice(before).map((execution) => execution.seconds);
  return { seconds, calls: Math.max(...checks) };
}

test('fifty thousand people with four licences each go to Torii', async () => {
  const { on, place } = await fullDesk('torii');
  const { seconds, calls } = await through(on, CUSTOM, place);
  expect(Math.max(...seconds)).toBeLessThan(60);
  // However many rows there are. https://developers.google.com/apps-script/guides/support/best-practices
  expect(calls).toBeLessThan(100);
  const [sync, ...more] = on.torii.data.syncs as {
    file: { users: object[]; licenses: { name: string; users: object[] }[] };
  }[];
  expect(more).toEqual([]);
  expect(sync?.file.users).toHaveLength(PEOPLE);
  expect(sync?.file.licenses.map(({ users }) => users.length)).toEqual([PEOPLE, PEOPLE, PEOPLE, PEOPLE]);
}, 120_000);

interface Sync {
  readonly status: string;
  readonly pages: readonly {
    readonly page_number: number;
    readonly data: readonly { license?: string[] }[];
  }[];
}

test('fifty thousand people go to Zluri, also where it makes them wait for another execution', async () => {
  const { on, place } = await fullDesk('zluri');
  on.zluri.fault({
    match: /^POST \/v2\/integrations-sync\/syncs\/\w+\/snapshot-data/,
    after: 20,
    status: 429,
    retryAfter: 290,
  });
  const { seconds, calls } = await through(on, 'zluri.users', place);
  expect(Math.max(...seconds)).toBeLessThan(EXECUTION_SECONDS);
  // The check, the start, and what was left after the wait.
  expect(seconds.filter((each) => each > 1).length).toBeGreaterThan(2);
  expect(calls).toBeLessThan(100);
  const [sync, ...more] = on.zluri.data.syncs as Sync[];
  expect([more, sync?.status]).toEqual([[], 'completed']);
  const pages = [...(sync?.pages ?? [])].sort((one, other) => one.page_number - other.page_number);
  expect(pages.map(({ page_number, data }) => [page_number, data.length])).toEqual(
    Array.from({ length: 50 }, (_, at) => [at + 1, 1000]),
  );
  expect(pages.every(({ data }) => data.every(({ license }) => license?.length === 4))).toBe(true);
}, 120_000);
