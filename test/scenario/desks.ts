/** Desks as the scenarios need them: opened once in a while, always closed. */
import { openDesk, type Desk, type DeskOptions } from '../../local/desk';

const opened: Desk[] = [];

/** A desk on a small tenant unless told otherwise; closed after the test. */
export async function desk(options: DeskOptions = {}): Promise<Desk> {
  const made = await openDesk({
    now: '2026-03-02T09:00:00Z',
    timeZone: 'Europe/Berlin',
    tenant: { seed: 7, apps: 40, contracts: 15, users: 30 },
    ...options,
  });
  opened.push(made);
  return made;
}

/** The same, connected to Torii. */
export async function connectedDesk(options: DeskOptions = {}): Promise<Desk> {
  const made = await desk(options);
  await made.api('connect', { provider: 'torii', apiKey: made.torii.apiKey });
  return made;
}

export interface Job {
  state: string;
  result?: Record<string, unknown>;
  error?: { code: string; what: string; next: string };
  waiting?: { reason: string; until: string };
}

/** Starts a pull and drives it to its end, as the open sidebar does. */
export async function pull(on: Desk, resource: string, more: Record<string, unknown> = {}): Promise<Job> {
  const { job } = (await on.api('pull', { provider: 'torii', resource, ...more })) as { job: string };
  return (await on.run(job)) as Job;
}

/** Service calls of SpreadsheetApp and everything it hands out, since `before` was taken. */
export function spreadsheetCalls(on: Desk, before: Record<string, number> = {}): number {
  const others =
    /^(UrlFetchApp|HTTPResponse|PropertiesService|Properties|CacheService|Cache|LockService|Lock|Session|User|Utilities|ScriptApp|Trigger|ClockTriggerBuilder|TriggerBuilder|HtmlService|HtmlOutput|Logger|MailApp|Ui|Menu|console)\./;
  return Object.entries(on.serviceCalls)
    .filter(([name]) => !others.test(name))
    .reduce((sum, [name, count]) => sum + count - (before[name] ?? 0), 0);
}

afterEach(async () => {
  await Promise.all(opened.splice(0).map((each) => each.close()));
});
