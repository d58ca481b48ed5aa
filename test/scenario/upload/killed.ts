/** Uploads of every kind for tests that kill them, and what can be seen of one once it is over. */
import { openDesk, type Desk } from '../../../local/desk';
import type { Job } from '../desks';
import { csv, pasteTab } from './pasted-tab';
import { CUSTOM, lines, MEMBERS, packages } from './sending';

export interface UploadCase {
  readonly provider: 'torii' | 'zluri';
  readonly target: string;
  /** Its tab is the first. */
  readonly tabs: Readonly<Record<string, readonly (readonly string[])[]>>;
  /** Tabs that go along. */
  readonly along?: readonly { readonly tab: string; readonly target: string }[];
  /** What the platform has of it, one for each time that it counts there, as whoever sent it wrote it. */
  readonly arrived: (desk: Desk) => readonly unknown[];
  /** Whether nothing on the platform tells what became of the one request that must not go twice. */
  readonly isUntold?: true;
}

const TENANT = { seed: 7, apps: 6, contracts: 2, users: 8 };
const INSTANCE = '66f6e5b7d9a5f6a7b8c90010';

const FORM: UploadCase = {
  provider: 'torii',
  target: CUSTOM,
  tabs: { Members: MEMBERS },
  arrived: (desk) => (desk.torii.data.syncs as { file: unknown }[]).map(({ file }) => file),
};

/** Few people with long names: more than what goes by form. */
const ADDRESS: UploadCase = {
  ...FORM,
  tabs: {
    Members: [
      ['Email', 'First Name'],
      ...Array.from({ length: 80 }, (_, at) => [`person${at}@example.com`, `${at} ${'x'.repeat(40_000)}`]),
    ],
  },
};

const EXPENSES: UploadCase = {
  provider: 'torii',
  target: 'torii.expenses',
  tabs: {
    Card: csv(`
      Date,Description,Amount,Currency
      2026-01-05,Slack Technologies,120.50,USD
      2026-01-06,Zoom.us,14.99,USD
    `),
  },
  arrived: ({ torii: { data } }) =>
    (data.parsings as { idFile: number }[]).map(
      ({ idFile }) => (data.files as { id: number; text: string }[]).find(({ id }) => id === idFile)?.text,
    ),
  isUntold: true,
};

interface Sync {
  readonly status: string;
  readonly pages: readonly { readonly entity_name: string; readonly data: readonly unknown[] }[];
}

const LISTS: UploadCase = {
  provider: 'zluri',
  target: 'zluri.group_users',
  tabs: {
    Who: csv(`
      Group ID,User ID
      g1,u1
      g1,u2
    `),
    People: csv(`
      Unique ID,Email,Name
      u1,ann@example.com,Ann Lee
      u2,bob@example.com,Bob Ray
    `),
    Teams: csv(`
      Unique ID,Name
      g1,Design
    `),
  },
  along: [
    { tab: 'People', target: 'zluri.users' },
    { tab: 'Teams', target: 'zluri.groups' },
  ],
  arrived: (desk) =>
    (desk.zluri.data.syncs as Sync[])
      .filter(({ status }) => status !== 'aborted')
      .map(({ status, pages }) => [status, ...pages.map(({ entity_name, data }) => [entity_name, data])]),
};

export const CASES = {
  'a form to Torii': FORM,
  'a signed address of Torii': ADDRESS,
  'an expense file to Torii': EXPENSES,
  'three lists to Zluri': LISTS,
} as const;

let opened: Desk | undefined;

afterAll(() => opened?.close());

export interface Prepared {
  readonly desk: Desk;
  readonly order: object;
}

/** Connected, with its tabs. One desk at a time: the one before is closed. */
export async function prepared({ provider, target, tabs, along }: UploadCase): Promise<Prepared> {
  await opened?.close();
  const desk = (opened = await openDesk({
    now: '2026-03-02T09:00:00Z',
    timeZone: 'Europe/Berlin',
    tenant: TENANT,
  }));
  await desk.api('connect', { provider, apiKey: desk[provider].apiKey });
  for (const [name, rows] of Object.entries(tabs)) await pasteTab(desk, name, rows);
  const [app] = desk.zluri.data.apps as { app_id: string }[];
  desk.zluri.edit('instances', INSTANCE, {
    instance_id: INSTANCE,
    app_id: app?.app_id,
    instance_name: 'By sheet',
    notification_emails: ['it@example.com'],
    created_by: 'it@example.com',
    status: 'connected',
  });
  const [account] = desk.torii.data.appAccounts as { id: number }[];
  const place = provider === 'zluri' ? INSTANCE : String(account?.id);
  const options = { ...(target === 'torii.expenses' ? {} : { place }), ...(along ? { with: along } : {}) };
  return { desk, order: { tab: Object.keys(tabs)[0], target, options } };
}

/** As somebody with patience who asks again where no answer comes. */
export async function patiently<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  return ask().catch(ask);
}

export async function started({ desk, order }: Prepared): Promise<string> {
  const { job } = await patiently<{ job: string }>(() => desk.api('uploadSend', order));
  return job;
}

/** The sidebar stays open. */
export async function driven(given: Prepared): Promise<Job> {
  const job = await started(given);
  await given.desk.run(job);
  // Asked as the sidebar does, which also ends what an execution left undone that died at its very end.
  return patiently<Job>(() => given.desk.api('job', { job }));
}

/** Nobody looks: triggers do what is left to do. */
export async function leftAlone(given: Prepared): Promise<Job> {
  const { desk } = given;
  const job = await started(given);
  for (let hour = 0; hour < 12; hour += 1) await desk.clock.advance({ hours: 1 });
  return (await desk.api('job', { job })) as Job;
}

/** All that somebody could find of it, in the file and on the platform. */
export async function traces({ desk }: Prepared, each: UploadCase, ended: Job) {
  const runs = (await desk.api('activity')) as { action: string; end: string }[];
  return {
    state: ended.state,
    arrived: each.arrived(desk),
    lines: (await lines(desk)).map(({ end, kept, records }) => ({ end, kept, records })),
    activity: runs.map(({ action, end }) => `${action} ${end}`),
    packages: packages(desk).length,
    properties: Object.keys(desk.stores().document).filter((key) => key.startsWith('upload.package.')).length,
  };
}

export type Traces = Awaited<ReturnType<typeof traces>>;

/** What has to be seen where nothing goes wrong, with how many calls and requests it took. */
export async function calm(
  each: UploadCase,
  drive: (given: Prepared) => Promise<Job>,
): Promise<{ seen: Traces; calls: number; requests: number; routes: readonly string[] }> {
  const given = await prepared(each);
  const { desk } = given;
  const before = { runs: desk.executions.length, requests: desk.requests.length };
  const ended = await drive(given);
  const runs = desk.executions.slice(before.runs);
  const seen = await traces(given, each, ended);
  expect(seen).toMatchObject({
    state: 'done',
    lines: [{ end: 'done', kept: true }],
    packages: 1,
    properties: 1,
  });
  expect(seen.arrived).toHaveLength(1);
  return {
    seen,
    calls: runs.reduce((sum, { calls }) => sum + calls, 0),
    requests: runs.reduce((sum, { requests }) => sum + requests, 0),
    routes: desk.requests
      .slice(before.requests)
      .map(({ method, url }) => `${method} ${new URL(url).pathname}`),
  };
}

/**
 * The same as without trouble. Where the platform keeps no trace of what was asked for, an honest failure is as good: it says
 * that nobody knows, and nothing went twice.
 */
export function expectAsCalm(about: object, seen: Traces, wanted: Traces, { isUntold }: UploadCase): void {
  if (isUntold === true && seen.state === 'failed') {
    expect({ about, ...seen }).toMatchObject({
      lines: [{ end: 'failed', kept: false }],
      packages: 0,
      properties: 0,
    });
    expect(seen.arrived.length).toBeLessThanOrEqual(1);
    expect(seen.activity).toEqual(['Upload failed']);
  } else expect({ about, ...seen }).toEqual({ about, ...wanted });
}
