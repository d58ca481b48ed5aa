/** Measures the preview and the sending of 1,000 edits in 10,000 rows, and the preview of a tab that nobody touched. */
import { openDesk, type Desk } from '../local/desk';
import { spreadsheetCalls, type Provider } from './pulls';

export interface PushFigures {
  readonly provider: Provider;
  readonly resource: string;
  readonly run: 'preview, nothing edited' | 'preview' | 'apply' | 'refresh afterwards';
  readonly rows: number;
  /** Cells that are shown as changed, that were sent, or that a refresh still finds edited. */
  readonly cells: number;
  readonly requests: number;
  /** Those among them that change something. */
  readonly writes: number;
  /** Calls of SpreadsheetApp and all that hangs on it. */
  readonly spreadsheetCalls: number;
  readonly executions: number;
  /** Virtual seconds of the longest execution; Google ends one after 360. */
  readonly longestExecution: number;
  /** Virtual seconds from the beginning to the end, pauses for a rate limit included. */
  readonly virtualSeconds: number;
  /** The same, over the least that the rate limit allows for so many writes; null where it does not hold anything up. */
  readonly timesTheLimit: number | null;
  /** Time of this process with all its threads: the script, the services, and the provider's server. */
  readonly cpuSeconds: number;
}

interface Subject {
  readonly provider: Provider;
  readonly resource: 'apps' | 'contracts';
  readonly tab: string;
  /** Key of the edited field. */
  readonly key: string;
  /** What marks a request that changes something. */
  readonly method: string;
  /** How many of them the provider takes in a minute. */
  readonly perMinute: number;
}

const ROWS = 10_000;
const EDITS = 1_000;

const SUBJECTS: readonly Subject[] = [
  { provider: 'torii', resource: 'apps', tab: 'Apps', key: 'category', method: 'PUT', perMinute: 100 },
  {
    provider: 'torii',
    resource: 'contracts',
    tab: 'Contracts',
    key: 'name',
    method: 'PUT',
    perMinute: 400,
  },
  { provider: 'zluri', resource: 'apps', tab: 'Apps', key: 'app_name', method: 'PATCH', perMinute: 100 },
];

export async function measurePushes(): Promise<PushFigures[]> {
  const figures: PushFigures[] = [];
  for (const subject of SUBJECTS) figures.push(...(await measureSubject(subject)));
  return figures;
}

async function measureSubject(subject: Subject): Promise<PushFigures[]> {
  const { provider, resource, tab } = subject;
  const tenant = { seed: 1, apps: 1, contracts: 1, users: 50, [resource]: ROWS };
  const desk = await openDesk({ tenant });
  try {
    await desk.api('connect', { provider, apiKey: desk[provider].apiKey });
    await pull(desk, subject);
    const preview = async () =>
      (await desk.api('preview', { tab })) as { plan: string; counts: { cells: number } };
    const untouched = await measure(
      desk,
      subject,
      'preview, nothing edited',
      async () => (await preview()).counts.cells,
    );
    editSome(desk, subject);
    let plan = '';
    const shown = await measure(desk, subject, 'preview', async () => {
      const { plan: made, counts } = await preview();
      plan = made;
      return counts.cells;
    });
    const sent = await measure(desk, subject, 'apply', async () => {
      const { job } = (await desk.api('apply', { plan })) as { job: string };
      return ((await desk.run(job)) as { result?: { sent: number } }).result?.sent ?? 0;
    });
    const refreshed = await measure(desk, subject, 'refresh afterwards', () => pull(desk, subject));
    return [untouched, shown, sent, refreshed];
  } finally {
    await desk.close();
  }
}

/** @returns how many cells still wait to be sent */
async function pull(desk: Desk, { provider, resource }: Subject): Promise<number> {
  const { job } = (await desk.api('pull', { provider, resource })) as { job: string };
  const { result } = (await desk.run(job)) as { result?: { pending: number } };
  const { jobs } = (await desk.api('status')) as { jobs: { job: string }[] };
  for (const next of jobs) await desk.run(next.job);
  return result?.pending ?? 0;
}

/** As a person who pastes a column. */
function editSome(desk: Desk, { tab, key }: Subject): void {
  const sheet = desk.workbook.sheet(tab);
  const isOfKey = (note: string): boolean => note.endsWith(`\nsaas-ledger: ${key}`);
  const column = (desk.tab(tab).notes()[0] ?? []).findIndex(isOfKey) + 1;
  // Zluri's list leaves archived apps out.
  const step = Math.floor((desk.tab(tab).values().length - 1) / EDITS);
  for (let edit = 0; edit < EDITS; edit += 1) {
    sheet?.write(2 + edit * step, column, [[`Changed ${String(edit)}`]], desk.user);
  }
}

async function measure(
  desk: Desk,
  { provider, resource, tab, method, perMinute }: Subject,
  run: PushFigures['run'],
  work: () => Promise<number>,
): Promise<PushFigures> {
  // What came before no longer counts against the provider's limits.
  await desk.clock.advance({ minutes: 10 });
  const before = {
    requests: desk.requests.length,
    calls: spreadsheetCalls(desk),
    runs: desk.executions.length,
    at: desk.clock.now().getTime(),
  };
  const cpu = process.cpuUsage();
  const cells = await work();
  const { user, system } = process.cpuUsage(cpu);
  const requests = desk.requests.slice(before.requests);
  const writes = requests.filter((request) => request.method === method).length;
  const runs = desk.executions.slice(before.runs).filter(({ calls }) => calls > 0);
  const seconds = (desk.clock.now().getTime() - before.at) / 1000;
  const least = (Math.ceil(writes / perMinute) - 1) * 60;
  return {
    provider,
    resource,
    run,
    rows: desk.tab(tab).values().length - 1,
    cells,
    requests: requests.length,
    writes,
    spreadsheetCalls: spreadsheetCalls(desk) - before.calls,
    executions: runs.length,
    longestExecution: rounded(Math.max(...runs.map((each) => each.seconds))),
    virtualSeconds: rounded(seconds),
    timesTheLimit: least <= 0 ? null : Math.round((seconds / least) * 100) / 100,
    cpuSeconds: rounded((user + system) / 1e6),
  };
}

const rounded = (seconds: number): number => Math.round(seconds * 10) / 10;
