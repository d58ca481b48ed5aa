/** An upload that dies anywhere and is taken up again has sent what was shown, once. */
import { openDesk, type Desk } from '../../../local/desk';
import type { Job } from '../desks';
import { csv, pasteTab } from './pasted-tab';
import { CUSTOM, lines, MEMBERS, packages } from './sending';

/** STRIDE=1 kills at every single service call, which takes many minutes. */
const STRIDE = Number(process.env['STRIDE'] ?? 23);

const TENANT = { seed: 7, apps: 6, contracts: 2, users: 8 };
const INSTANCE = '66f6e5b7d9a5f6a7b8c90010';

interface Case {
  readonly provider: 'torii' | 'zluri';
  readonly target: string;
  readonly rows: readonly (readonly string[])[];
  /** What arrived, in the words of the file that was sent; one for each sync that counts. */
  readonly arrived: (desk: Desk) => readonly unknown[];
}

const SMALL: Case = {
  provider: 'torii',
  target: CUSTOM,
  rows: MEMBERS,
  arrived: (desk) => (desk.torii.data.syncs as { file: unknown }[]).map(({ file }) => file),
};

/** Few people with long names: more than what goes by form. */
const LARGE: Case = {
  ...SMALL,
  rows: [
    ['Email', 'First Name'],
    ...Array.from({ length: 80 }, (_, at) => [`person${at}@example.com`, `${at} ${'x'.repeat(40_000)}`]),
  ],
};

const PAGES: Case = {
  provider: 'zluri',
  target: 'zluri.users',
  rows: csv(`
    Unique ID,Email,Name
    u1,ann@example.com,Ann Lee
    u2,bob@example.com,Bob Ray
  `),
  arrived: (desk) =>
    (desk.zluri.data.syncs as { status: string; pages: { data: unknown }[] }[])
      .filter(({ status }) => status !== 'aborted')
      .map(({ status, pages }) => (status === 'completed' ? pages.flatMap(({ data }) => data) : status)),
};

let opened: Desk | undefined;

/** One at a time: the one before is closed. */
async function prepared({ provider, rows }: Case): Promise<{ desk: Desk; place: string }> {
  await opened?.close();
  const desk = (opened = await openDesk({
    now: '2026-03-02T09:00:00Z',
    timeZone: 'Europe/Berlin',
    tenant: TENANT,
  }));
  await desk.api('connect', { provider, apiKey: desk[provider].apiKey });
  await pasteTab(desk, 'Members', rows);
  if (provider === 'torii') {
    const [account] = desk.torii.data.appAccounts as { id: number }[];
    return { desk, place: String(account?.id) };
  }
  const [app] = desk.zluri.data.apps as { app_id: string }[];
  desk.zluri.edit('instances', INSTANCE, {
    instance_id: INSTANCE,
    app_id: app?.app_id,
    instance_name: 'By sheet',
    notification_emails: ['it@example.com'],
    created_by: 'it@example.com',
    status: 'connected',
  });
  return { desk, place: INSTANCE };
}

/** Sends, and goes on whatever dies, as somebody with patience does. Answers with what the platform has. */
async function uploaded(each: Case, when?: Parameters<Desk['kill']>[0]) {
  const { desk, place } = await prepared(each);
  const order = { tab: 'Members', target: each.target, options: { place } };
  const text = each.provider === 'torii' ? await whole(desk, order) : undefined;
  const before = desk.executions.length;
  if (when) desk.kill(when);
  const send = (): Promise<{ job: string }> => desk.api('uploadSend', order);
  const { job } = await send().catch(send);
  const ended = (await desk.run(job)) as Job;
  const runs = desk.executions.slice(before);
  // What was laid down and got no job is taken away once nobody can be at it any more.
  await desk.clock.advance({ minutes: 10 });
  const look = (): Promise<unknown> => desk.api('step', { job });
  await look().catch(look);
  return {
    state: ended.state,
    shown: text,
    arrived: each.arrived(desk),
    lines: (await lines(desk)).map(({ end, kept, records }) => ({ end, kept, records })),
    packages: packages(desk).length,
    calls: runs.reduce((sum, { calls }) => sum + calls, 0),
    requests: runs.reduce((sum, { requests }) => sum + requests, 0),
  };
}

/** The file as it is shown, of which the sidebar gets parts. */
async function whole(desk: Desk, order: object): Promise<string> {
  let text = '';
  for (let part = 1; ; part += 1) {
    const piece = (await desk.api('uploadFile', { ...order, part })) as { text: string; parts: number };
    text += piece.text;
    if (part === piece.parts) return text;
  }
}

afterAll(() => opened?.close());

describe.each([
  ['a form to Torii', SMALL, STRIDE, 1],
  ['a signed address of Torii', LARGE, STRIDE * 2, 4],
  ['a sync of Zluri', PAGES, STRIDE, 7],
] as const)('an upload by %s, killed', (_name, each, stride, offset) => {
  test('after any service call or request, has sent what was shown, once', async () => {
    const { calls, requests, ...calm } = await uploaded(each);
    expect(calm).toMatchObject({ state: 'done', lines: [{ end: 'done', kept: true }], packages: 1 });
    expect(calm.arrived).toHaveLength(1);
    if (calm.shown !== undefined) expect(calm.arrived).toEqual([JSON.parse(calm.shown)]);
    const kills = [
      ...Array.from({ length: Math.ceil((calls - offset) / stride) }, (_, at) => ({
        afterServiceCalls: offset + at * stride,
      })),
      ...Array.from({ length: requests }, (_, at) => ({ afterRequests: at + 1 })),
    ];
    for (const when of kills) {
      const { calls: _calls, requests: _requests, ...killed } = await uploaded(each, when);
      expect({ when, ...killed }).toEqual({ when, ...calm });
    }
  }, 240_000);
});
