/** Measures a first pull and refreshes of users, at several sizes. */
import { openDesk, type Desk } from '../local/desk';

export const PROVIDERS = ['torii', 'zluri'] as const;
export type Provider = (typeof PROVIDERS)[number];

/** In their order; the drop-downs of a new tab are set by a job of their own, which the sidebar drives after the pull. */
export const RUNS = [
  'first pull',
  'drop-downs of the new tab',
  'refresh, nothing changed',
  'refresh, 1 % changed',
] as const;
export type Run = (typeof RUNS)[number];

export interface PullFigures {
  readonly provider: Provider;
  /** That the provider has. */
  readonly users: number;
  readonly run: Run;
  /** That the tab has afterwards: Zluri's list leaves archived users out. */
  readonly rows: number;
  readonly requests: number;
  /** Calls of SpreadsheetApp and all that hangs on it. */
  readonly spreadsheetCalls: number;
  /** What Google would count as running time, by the local cost table: requests, and pauses for a rate limit, included. */
  readonly virtualSeconds: number;
  /** Executions that did the work: more than one where it was resumed. */
  readonly executions: number;
  /** Virtual seconds of the longest of them; Google ends one after 360. */
  readonly longestExecution: number;
  /** Time of this process with all its threads: the script, the services, and the provider's server. */
  readonly cpuSeconds: number;
  /** “done”, or the code of the error that it ended with. */
  readonly outcome: string;
}

interface PullEnd {
  readonly state: string;
  readonly error?: { readonly code: string };
}

const OTHER_SERVICES =
  /^(UrlFetchApp|HTTPResponse|PropertiesService|Properties|CacheService|Cache|LockService|Lock|Session|User|Utilities|Blob|ScriptApp|Trigger|TriggerBuilder|ClockTriggerBuilder|console)\./;

/** Where a user's id is, and a change that a usual column shows. */
const CHANGES = {
  torii: { id: 'id', change: (at: number) => ({ firstName: `Changed ${at}` }) },
  zluri: { id: 'user_id', change: (at: number) => ({ user_name: `Changed ${at}` }) },
} as const;

/** Every run at every size. After a first pull that failed there is nothing to refresh: its size ends there. */
export async function measurePulls(provider: Provider, sizes: readonly number[]): Promise<PullFigures[]> {
  const figures: PullFigures[] = [];
  for (const users of sizes) {
    const desk = await openDesk({ tenant: { seed: 1, apps: 1, contracts: 1, users } });
    try {
      await desk.api('connect', { provider, apiKey: desk[provider].apiKey });
      for (const run of RUNS) {
        const start = run === 'drop-downs of the new tab' ? followUp : pullUsers;
        // What came before no longer counts against the provider's limits. Meanwhile, a trigger would do what a pull left behind.
        if (start === pullUsers) await desk.clock.advance({ minutes: 10 });
        if (run === 'refresh, 1 % changed') changeSome(desk, provider);
        const measured = await measure(desk, () => start(desk, provider));
        if (measured === null) continue;
        figures.push({ provider, users, run, ...measured });
        if (measured.outcome !== 'done') break;
      }
    } finally {
      await desk.close();
    }
  }
  return figures;
}

/** Every hundredth user gets another name. */
function changeSome(desk: Desk, provider: Provider): void {
  const { id, change } = CHANGES[provider];
  const { users } = desk[provider].data;
  for (let at = 0; at < users.length; at += 100) desk[provider].edit('users', users[at][id], change(at));
}

async function pullUsers(desk: Desk, provider: Provider): Promise<string | null> {
  const { job } = (await desk.api('pull', { provider, resource: 'users' })) as { job: string };
  return job;
}

/** The job that the last one has left behind; none where the pull was resumed and has set the drop-downs itself. */
async function followUp(desk: Desk): Promise<string | null> {
  const { jobs } = (await desk.api('status')) as { jobs: { job: string; state: string }[] };
  return jobs.find(({ state }) => state === 'running')?.job ?? null;
}

/** @param start what the person or the sidebar does first; gives the job to be driven, or null for nothing to measure */
async function measure(
  desk: Desk,
  start: () => Promise<string | null>,
): Promise<Omit<PullFigures, 'provider' | 'users' | 'run'> | null> {
  const before = {
    requests: desk.requests.length,
    calls: spreadsheetCalls(desk),
    runs: desk.executions.length,
  };
  const cpu = process.cpuUsage();
  const job = await start();
  if (job === null) return null;
  const { state, error } = (await desk.run(job)) as PullEnd;
  const { user, system } = process.cpuUsage(cpu);
  const [started = 0, ...worked] = desk.executions.slice(before.runs).map(({ seconds }) => seconds);
  return {
    rows: desk.tabs().includes('Users') ? desk.tab('Users').values().length - 1 : 0,
    requests: desk.requests.length - before.requests,
    spreadsheetCalls: spreadsheetCalls(desk) - before.calls,
    virtualSeconds: rounded(worked.reduce((sum, seconds) => sum + seconds, started)),
    executions: worked.length,
    longestExecution: rounded(Math.max(...worked)),
    cpuSeconds: Math.round((user + system) / 1e4) / 100,
    outcome: state === 'done' ? state : (error?.code ?? state),
  };
}

const rounded = (seconds: number): number => Math.round(seconds * 10) / 10;

/** Calls of SpreadsheetApp and all that hangs on it, so far. */
export function spreadsheetCalls(desk: Desk): number {
  return Object.entries(desk.serviceCalls)
    .filter(([name]) => !OTHER_SERVICES.test(name))
    .reduce((sum, [, count]) => sum + count, 0);
}
