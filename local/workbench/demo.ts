/** The main job without a browser: connect, pull, refresh, see a change arrive, send edits back, take them back, and upload. */
import type { Desk } from '../desk';

interface PullResult {
  readonly tab: string;
  readonly rows: number;
  readonly added: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly vanished: number;
  readonly remarks: readonly string[];
}

interface Job {
  readonly state: string;
  readonly result?: PullResult;
  readonly error?: { readonly what: string; readonly next: string };
}

/** Classes of SpreadsheetApp that cost time on a sheet. */
const SPREADSHEET = /^(SpreadsheetApp|Spreadsheet|Sheet|Range|RangeList)\./;

const RESOURCES = ['apps', 'contracts', 'users'] as const;

/** @param say takes each line that a person reads */
export async function runDemo(desk: Desk, say: (line: string) => void): Promise<void> {
  const pull = async (label: string, resource: string): Promise<void> => {
    const before = figures(desk);
    const { job } = (await desk.api('pull', { provider: 'torii', resource })) as { job: string };
    const done = (await desk.run(job)) as Job;
    if (done.state !== 'done' || !done.result) {
      throw new Error(
        `${label} ended as “${done.state}”. ${done.error?.what ?? ''} ${done.error?.next ?? ''}`,
      );
    }
    say(`${label.padEnd(22)} ${resultLine(done.result)}`);
    say(`${''.padEnd(22)} ${costLine(before, figures(desk))}`);
    for (const remark of done.result.remarks) say(`${''.padEnd(22)} note: ${remark}`);
  };

  const { organisation, last4 } = (await desk.api('connect', {
    provider: 'torii',
    apiKey: desk.torii.apiKey,
  })) as { organisation: string; last4: string };
  say(`${'Connected'.padEnd(22)} ${organisation}, key ending in ${last4}`);
  for (const resource of RESOURCES) await pull(`Pull ${resource}`, resource);
  for (const resource of RESOURCES) await pull(`Refresh ${resource}`, resource);

  const app = { ...(desk.torii.data.apps[0] as { id: number; name: string }) };
  const last = { ...(desk.torii.data.apps.at(-1) as { id: number; name: string }) };
  desk.torii.edit('apps', app.id, { name: `${app.name} (renamed)` });
  desk.torii.edit('apps', last.id, null);
  say(`${'At Torii'.padEnd(22)} “${app.name}” was renamed, “${last.name}” was removed`);
  await pull('Refresh apps', 'apps');
  await pushAndUndo(desk, say);
  await upload(desk, say);
  say(`${'Tabs'.padEnd(22)} ${desk.tabs().join(', ')}`);
}

interface Plan {
  readonly plan: string;
  readonly counts: { readonly rows: number; readonly cells: number; readonly conflicts: number };
  readonly items: readonly {
    readonly name: string;
    readonly label: string;
    readonly from: unknown;
    readonly to: unknown;
  }[];
}

interface Sent {
  readonly state: string;
  readonly result?: { readonly sent: number; readonly failed: number };
  readonly error?: { readonly what: string };
}

async function pushAndUndo(desk: Desk, say: (line: string) => void): Promise<void> {
  const send = async (label: string, plan: Plan): Promise<void> => {
    const before = figures(desk);
    for (const { name, label: field, from, to } of plan.items) {
      say(`${label.padEnd(22)} ${name}, ${field}: “${String(from)}” becomes “${String(to)}”`);
    }
    const { job } = (await desk.api('apply', { plan: plan.plan })) as { job: string };
    const { state, result, error } = (await desk.run(job)) as Sent;
    if (state !== 'done' || !result) throw new Error(`${label} ended as “${state}”. ${error?.what ?? ''}`);
    say(`${''.padEnd(22)} ${String(result.sent)} sent, ${String(result.failed)} refused`);
    say(`${''.padEnd(22)} ${costLine(before, figures(desk))}`);
  };
  const [first, second] = desk.tab('Apps').rows();
  await desk.tab('Apps').set(Number(first?.['ID']), 'Category', 'Reviewed');
  await desk.tab('Apps').set(Number(second?.['ID']), 'Description', 'Approved by security.');
  await send('Send edits', (await desk.api('preview', { tab: 'Apps' })) as Plan);
  await send('Take them back', (await desk.api('undo', {})) as Plan);
}

interface Check {
  readonly counts: { readonly rows: number; readonly users?: number; readonly errors: number };
  readonly bytes: number;
  readonly route: string;
  readonly seal: string;
}

interface Uploaded {
  readonly state: string;
  readonly result?: { readonly remarks: readonly string[] };
  readonly error?: { readonly what: string };
}

/** The users as those of one app: what it takes is the same for any tab that somebody pasted an export into. */
async function upload(desk: Desk, say: (line: string) => void): Promise<void> {
  const before = figures(desk);
  const [account] = desk.torii.data['appAccounts'] as readonly { readonly id: number }[];
  const about = { tab: 'Users', target: 'torii.customIntegration' };
  const place = String(account?.id);
  const check = (await desk.api('uploadCheck', { ...about, options: { place } })) as Check;
  const { rows, users = 0, errors } = check.counts;
  say(
    `${'Check an upload'.padEnd(22)} Users: ${String(rows)} rows make ${String(users)} users, ${String(errors)} errors, ${String(check.bytes)} bytes`,
  );
  const options = { place, seal: check.seal };
  const { job } = (await desk.api('uploadSend', { ...about, options })) as { job: string };
  const { state, result, error } = (await desk.run(job)) as Uploaded;
  if (state !== 'done' || !result) throw new Error(`The upload ended as “${state}”. ${error?.what ?? ''}`);
  for (const remark of result.remarks) say(`${'Upload'.padEnd(22)} ${remark}`);
  say(`${''.padEnd(22)} ${costLine(before, figures(desk))}`);
}

interface Figures {
  readonly requests: number;
  readonly calls: number;
  readonly sheetCalls: number;
  readonly now: number;
}

function figures(desk: Desk): Figures {
  const calls = Object.entries(desk.serviceCalls);
  const sum = (some: typeof calls): number => some.reduce((total, [, count]) => total + count, 0);
  return {
    requests: desk.requests.length,
    calls: sum(calls),
    sheetCalls: sum(calls.filter(([call]) => SPREADSHEET.test(call))),
    now: desk.clock.now().getTime(),
  };
}

function resultLine({ tab, rows, added, updated, unchanged, vanished }: PullResult): string {
  const counts = `${String(added)} new, ${String(updated)} updated, ${String(vanished)} gone, ${String(unchanged)} unchanged`;
  return `${tab}: ${String(rows)} rows (${counts})`;
}

function costLine(before: Figures, after: Figures): string {
  const seconds = ((after.now - before.now) / 1000).toFixed(1);
  const more = (name: keyof Figures): string => String(after[name] - before[name]);
  return `${more('requests')} requests, ${more('sheetCalls')} spreadsheet calls of ${more('calls')} service calls, ${seconds} virtual seconds`;
}
