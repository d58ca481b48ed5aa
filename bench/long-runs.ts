/** Measures runs that outlast one execution, or that need a request for each of many records. */
import { openDesk, type Desk, type DeskOptions, type RequestLog } from '../local/desk';
import type { Provider } from './pulls';

export interface LongRunFigures {
  readonly provider: Provider;
  readonly run: string;
  readonly rows: number;
  readonly requests: number;
  /** Requests that had been answered before: what was lost when an execution died. */
  readonly repeatedRequests: number;
  /** Executions that did the work, those that died included. */
  readonly executions: number;
  /** Virtual seconds of the longest of them; Google ends one after 360. */
  readonly longestExecution: number;
  /** What Google would count as running time, of all of them together. */
  readonly virtualSeconds: number;
  /** Virtual seconds from the first request to the last, over those that the rate limit takes at least; null where it takes none. */
  readonly timesTheLimit: number | null;
  /** Time of this process with all its threads: the script, the services, and the provider's server. */
  readonly cpuSeconds: number;
}

interface LongRun {
  readonly provider: Provider;
  readonly run: string;
  readonly tenant: NonNullable<DeskOptions['tenant']>;
  readonly tab: string;
  /** How many of its requests the provider allows in a minute. */
  readonly perMinute: number;
  readonly work: (desk: Desk, provider: Provider) => Promise<void>;
}

const RUNS: readonly LongRun[] = [
  {
    provider: 'torii',
    run: '100,000 users, sidebar closed',
    tenant: { seed: 1, apps: 1, contracts: 1, users: 100_000 },
    tab: 'Users',
    perMinute: 100,
    work: async (desk) => {
      await desk.menu('Pull', 'Users');
      await untilDone(desk);
    },
  },
  ...[600, 100].map((perMinute, at): LongRun => ({
    provider: at === 0 ? 'torii' : 'zluri',
    run: 'app users of 300 apps',
    tenant: { seed: 1, apps: 300, contracts: 1, users: 500 },
    tab: 'App users',
    perMinute,
    work: async (desk, provider) => {
      const { job } = (await desk.api('pull', { provider, resource: 'appUsers' })) as { job: string };
      await desk.run(job);
    },
  })),
  {
    provider: 'torii',
    run: '20,000 users, killed while reading and while writing',
    tenant: { seed: 1, apps: 1, contracts: 1, users: 20_000 },
    tab: 'Users',
    perMinute: 100,
    work: async (desk, provider) => {
      const { job } = (await desk.api('pull', { provider, resource: 'users' })) as { job: string };
      for (const when of [{ afterRequests: 12 }, { afterServiceCalls: 200 }]) {
        desk.kill(when);
        await desk.api('step', { job }).catch(() => undefined);
        // Until then, the execution that died still counts as being at work.
        await desk.clock.advance({ minutes: 3 });
      }
      desk.kill({});
      await desk.run(job);
    },
  },
];

export async function measureLongRuns(): Promise<LongRunFigures[]> {
  const figures: LongRunFigures[] = [];
  for (const run of RUNS) figures.push(await measure(run));
  return figures;
}

async function measure({ provider, run, tenant, tab, perMinute, work }: LongRun): Promise<LongRunFigures> {
  const desk = await openDesk({ tenant });
  try {
    await desk.api('connect', { provider, apiKey: desk[provider].apiKey });
    // What came before no longer counts against the provider's limits.
    await desk.clock.advance({ minutes: 10 });
    const before = { requests: desk.requests.length, runs: desk.executions.length };
    const cpu = process.cpuUsage();
    await work(desk, provider);
    const { user, system } = process.cpuUsage(cpu);
    const sent = desk.requests.slice(before.requests);
    // Drop-downs, which follow a first pull, ask for the fields once more.
    const lists = sent.filter(({ url }) => !url.includes('/fields'));
    const worked = desk.executions.slice(before.runs).filter(({ requests, calls }) => requests + calls > 60);
    const seconds = worked.map((execution) => execution.seconds);
    const least = (Math.ceil(lists.length / perMinute) - 1) * 60;
    const span = (Number(lists.at(-1)?.at) - Number(lists[0]?.at)) / 1000;
    return {
      provider,
      run,
      rows: desk.tab(tab).values().length - 1,
      requests: sent.length,
      repeatedRequests: lists.length - new Set(lists.map(nameOf)).size,
      executions: worked.length,
      longestExecution: rounded(Math.max(...seconds)),
      virtualSeconds: rounded(seconds.reduce((sum, each) => sum + each, 0)),
      timesTheLimit: least === 0 ? null : Math.round((span / least) * 100) / 100,
      cpuSeconds: rounded((user + system) / 1e6),
    };
  } finally {
    await desk.close();
  }
}

const nameOf = ({ method, url, body }: RequestLog): string => `${method} ${url} ${body ?? ''}`;

/** Time passes until nothing is under way any more. */
async function untilDone(desk: Desk): Promise<void> {
  for (;;) {
    const { jobs } = (await desk.api('status')) as { jobs: unknown[] };
    if (jobs.length === 0) return;
    await desk.clock.advance({ minutes: 5 });
  }
}

const rounded = (seconds: number): number => Math.round(seconds * 10) / 10;
