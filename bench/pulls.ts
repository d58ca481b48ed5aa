/** Measures a first pull and refreshes of users, at several sizes. */
import { openDesk, type Desk } from '../local/desk';

export interface PullFigures {
  readonly rows: number;
  readonly run: 'first pull' | 'refresh, nothing changed' | 'refresh, 1 % changed';
  readonly requests: number;
  /** Calls of SpreadsheetApp and all that hangs on it. */
  readonly spreadsheetCalls: number;
  /** What Google's clock would say, by the local cost table. */
  readonly virtualSeconds: number;
  /** Time of this process, services and server included. */
  readonly cpuSeconds: number;
}

const OTHER_SERVICES =
  /^(UrlFetchApp|HTTPResponse|PropertiesService|Properties|CacheService|Cache|LockService|Lock|Session|User|Utilities|ScriptApp|console)\./;

export async function measurePulls(sizes: readonly number[]): Promise<PullFigures[]> {
  const figures: PullFigures[] = [];
  for (const rows of sizes) {
    const desk = await openDesk({ tenant: { seed: 1, apps: 1, contracts: 1, users: rows } });
    await desk.api('connect', { provider: 'torii', apiKey: desk.torii.apiKey });
    figures.push(await measure(desk, rows, 'first pull'));
    figures.push(await measure(desk, rows, 'refresh, nothing changed'));
    const users = desk.torii.data.users as { id: number }[];
    for (let i = 0; i < rows; i += 100)
      desk.torii.edit('users', users[i]?.id ?? 0, { firstName: `Changed ${i}` });
    figures.push(await measure(desk, rows, 'refresh, 1 % changed'));
    await desk.close();
  }
  return figures;
}

async function measure(desk: Desk, rows: number, run: PullFigures['run']): Promise<PullFigures> {
  const before = { requests: desk.requests.length, calls: calls(desk), runs: desk.executions.length };
  const cpu = process.cpuUsage();
  const { job } = (await desk.api('pull', { provider: 'torii', resource: 'users' })) as { job: string };
  const ended = (await desk.run(job)) as { state: string };
  if (ended.state !== 'done') throw new Error(`The pull of ${rows} users ended as ${JSON.stringify(ended)}`);
  const { user, system } = process.cpuUsage(cpu);
  const seconds = desk.executions.slice(before.runs).reduce((sum, execution) => sum + execution.seconds, 0);
  return {
    rows,
    run,
    requests: desk.requests.length - before.requests,
    spreadsheetCalls: calls(desk) - before.calls,
    virtualSeconds: Math.round(seconds * 10) / 10,
    cpuSeconds: Math.round((user + system) / 1e4) / 100,
  };
}

function calls(desk: Desk): number {
  return Object.entries(desk.serviceCalls)
    .filter(([name]) => !OTHER_SERVICES.test(name))
    .reduce((sum, [, count]) => sum + count, 0);
}
