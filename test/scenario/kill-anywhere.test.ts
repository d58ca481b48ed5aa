/** A run that dies anywhere and is taken up again ends in the same file as one that nothing happened to. */
import { openDesk, type Desk } from '../../local/desk';
import type { Job } from './desks';
import { expectSameFile, wholeFile } from './whole-file';

/** STRIDE=1 kills at every single service call, which takes many minutes. */
const STRIDE = Number(process.env['STRIDE'] ?? 29);

const TENANT = { seed: 7, apps: 14, contracts: 2, users: 15 };

interface Case {
  readonly provider: 'torii' | 'zluri';
  readonly resource: string;
  /** A request that is told to wait so long that the run needs a second execution. */
  readonly held: RegExp;
  /** What happens before the run that is killed. */
  readonly prepare: (desk: Desk) => Promise<void>;
}

/** A first pull with a request below each app, which takes two executions. */
const FIRST = {
  torii: {
    provider: 'torii',
    resource: 'appUsers',
    held: /^GET \/v1.0\/apps\/\d+\/users/,
    prepare: () => Promise.resolve(),
  },
  zluri: {
    provider: 'zluri',
    resource: 'appUsers',
    held: /^POST \/v2\/applications\/\w+\/users/,
    prepare: () => Promise.resolve(),
  },
} as const satisfies Record<string, Case>;

/** A refresh with changed, new and vanished records, beside a person's column and an edit that was not sent. */
const REFRESH = {
  torii: {
    provider: 'torii',
    resource: 'apps',
    held: /^GET \/v1.0\/apps\?/,
    prepare: async (desk) => {
      await finished(desk, 'torii', 'apps');
      await workIn(desk, 'Description');
      const [changed, removed] = desk.torii.data.apps as { id: number }[];
      desk.torii.edit('apps', changed?.id ?? 0, { name: 'Renamed there', isHidden: true });
      desk.torii.edit('apps', removed?.id ?? 0, null);
      desk.torii.edit('apps', 999_001, { name: 'Brand new', isHidden: true });
    },
  },
  zluri: {
    provider: 'zluri',
    resource: 'apps',
    held: /^POST \/v2\/applications\b/,
    prepare: async (desk) => {
      await finished(desk, 'zluri', 'apps');
      await workIn(desk, 'Internal note');
      const [changed, removed] = desk.zluri.data.apps as { app_id: string }[];
      desk.zluri.edit('apps', changed?.app_id ?? '', { app_name: 'Renamed there' });
      desk.zluri.edit('apps', removed?.app_id ?? '', null);
      desk.zluri.edit('apps', 'f'.repeat(24), { app_name: 'Brand new' });
    },
  },
} as const satisfies Record<string, Case>;

/** What a person does in a tab. */
async function workIn(desk: Desk, label: string): Promise<void> {
  const tab = desk.tab('Apps');
  tab.insertColumn(
    3,
    'Twice',
    tab.rows().map((_, row) => `=ROW(A${row + 2})*2`),
  );
  const [, , , fourth] = tab.rows();
  await tab.set(String(fourth?.ID), label, 'typed by a person');
}

let opened: Desk | undefined;

/** One at a time: the one before is closed. */
async function prepared({ provider, prepare, held }: Case): Promise<Desk> {
  await opened?.close();
  const desk = (opened = await openDesk({
    now: '2026-03-02T09:00:00Z',
    timeZone: 'Europe/Berlin',
    tenant: TENANT,
  }));
  await desk.api('connect', { provider, apiKey: desk[provider].apiKey });
  desk.zluri.options({ maxPageSize: 12 });
  await prepare(desk);
  desk[provider].fault({ match: held, after: 1, status: 429, retryAfter: 290 });
  return desk;
}

/** Pulls to the end, with what follows. */
async function finished(desk: Desk, provider: string, resource: string): Promise<Job> {
  const { job } = (await desk.api('pull', { provider, resource })) as { job: string };
  return followed(desk, job);
}

async function followed(desk: Desk, job: string): Promise<Job> {
  const ended = (await desk.run(job)) as Job;
  // Where this is what dies, the sidebar asks once more.
  const status = (): Promise<{ jobs: { job: string }[] }> => desk.api('status');
  const { jobs } = await status().catch(status);
  for (const next of jobs) await desk.run(next.job);
  return ended;
}

/** One run without trouble, and how many calls and requests it took. */
async function calmRun(each: Case): Promise<{ file: object; calls: number; requests: number }> {
  const desk = await prepared(each);
  const { job } = (await desk.api('pull', { provider: each.provider, resource: each.resource })) as {
    job: string;
  };
  const before = desk.executions.length;
  await followed(desk, job);
  const runs = desk.executions.slice(before);
  expect(runs.length).toBeGreaterThan(1);
  return {
    file: wholeFile(desk),
    calls: runs.reduce((sum, { calls }) => sum + calls, 0),
    requests: runs.reduce((sum, { requests }) => sum + requests, 0),
  };
}

async function killedRun(each: Case, when: Parameters<Desk['kill']>[0]): Promise<object> {
  const desk = await prepared(each);
  const { job } = (await desk.api('pull', { provider: each.provider, resource: each.resource })) as {
    job: string;
  };
  desk.kill(when);
  expect(await followed(desk, job)).toMatchObject({ state: 'done' });
  return wholeFile(desk);
}

afterAll(() => opened?.close());

describe.each([
  ['a first pull of app users from Torii', FIRST.torii, 3],
  ['a first pull of app users from Zluri', FIRST.zluri, 14],
  ['a refresh of apps from Torii', REFRESH.torii, 25],
  ['a refresh of apps from Zluri', REFRESH.zluri, 36],
] as const)('%s, killed', (_name, each, offset) => {
  test('after any service call, ends as if nothing had been', async () => {
    const calm = await calmRun(each);
    for (let calls = offset; calls < calm.calls; calls += STRIDE) {
      const file = await killedRun(each, { afterServiceCalls: calls });
      expectSameFile({ calls, file }, { calls, file: calm.file });
    }
  });

  test('after any request, ends as if nothing had been', async () => {
    const calm = await calmRun(each);
    for (let requests = 1; requests <= calm.requests; requests += 1) {
      const file = await killedRun(each, { afterRequests: requests });
      expectSameFile({ requests, file }, { requests, file: calm.file });
    }
  });
});
