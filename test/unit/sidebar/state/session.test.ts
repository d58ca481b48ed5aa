/** What the sidebar knows after each thing a person does, with a fake server behind it. */
import type { StatusValue } from '../../../../src/app/contract';
import type { Rpc } from '../../../../sidebar/rpc/client';
import { RpcFailure } from '../../../../sidebar/rpc/failure';
import { INITIAL, reduce, type State } from '../../../../sidebar/state/state';
import { Session } from '../../../../sidebar/state/session';

const CONNECTION = { provider: 'torii', title: 'Torii', organisation: 'Northwind', last4: '1a2b' } as const;
const TAB = {
  tab: 'Apps',
  provider: 'torii',
  resource: 'apps',
  rows: 180,
  pulledAt: '2026-11-22T10:42:00Z',
  complete: true,
  pending: 0,
  conflicts: 0,
} as const;

interface Stage {
  session: Session;
  state: () => State;
  calls: string[];
  server: { status: StatusValue; now: number };
}

function stage(): Stage {
  const calls: string[] = [];
  const server = {
    now: 1_000_000,
    status: {
      providers: [{ provider: 'torii', title: 'Torii', keyPlace: 'Settings → API Access' }],
      connections: [],
      tabs: [],
      jobs: [],
      schedules: [],
    } as StatusValue,
  };
  const rpc = async (method: string, payload: Record<string, string>): Promise<unknown> => {
    calls.push(method);
    if (method === 'status') return server.status;
    if (method === 'resources')
      return [{ resource: 'apps', title: 'Apps', description: 'All apps.', writable: true }];
    if (method === 'connect') {
      if (payload['apiKey'] !== 'good') {
        const failure = {
          code: 'KEY_REFUSED',
          what: 'No.',
          next: 'New one.',
          retry: 'after fixing',
        } as const;
        throw new RpcFailure(failure, false);
      }
      server.status = { ...server.status, connections: [CONNECTION] };
      return CONNECTION;
    }
    if (method === 'disconnect') {
      server.status = { ...server.status, connections: [] };
      return { provider: 'torii' };
    }
    if (method === 'pull') return { job: 'j1' };
    server.status = { ...server.status, tabs: [TAB] };
    const progress = { done: 180, unit: 'apps', pages: 1 };
    return { job: 'j1', title: 'Pull apps from Torii', state: 'done', progress };
  };
  let state = INITIAL;
  const session = new Session(
    {
      rpc: rpc as Rpc,
      now: () => server.now,
      pause: () => new Promise((resolve) => setImmediate(resolve)),
    },
    (action) => (state = reduce(state, action)),
  );
  return { session, state: () => state, calls, server };
}

const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
};

test('connecting shows whose key it is, and what can be brought', async () => {
  const { session, state } = stage();
  await session.look();
  expect(state().status?.connections).toEqual([]);
  await session.connect('torii', 'good');
  expect(state().greeting?.organisation).toBe('Northwind');
  expect(state().resources.torii?.map((one) => one.title)).toEqual(['Apps']);
});

test('a key that does not work changes nothing and says why', async () => {
  const { session, state } = stage();
  await session.look();
  await expect(session.connect('torii', 'bad')).rejects.toMatchObject({ failure: { code: 'KEY_REFUSED' } });
  expect(state().status?.connections).toEqual([]);
  expect(state().greeting).toBeNull();
});

test('after a pull the tabs are read again and the result stays until it is closed', async () => {
  const { session, state } = stage();
  await session.connect('torii', 'good');
  session.pull({ provider: 'torii', resource: 'apps', title: 'Apps' });
  await settle();
  expect(state().status?.tabs).toEqual([TAB]);
  expect(state().runs).toHaveLength(1);
  expect(state().greeting).toBeNull();
  session.dismiss('torii/apps/');
  expect(state().runs).toEqual([]);
});

test('refreshing all names each tab', async () => {
  const { session, state } = stage();
  session.refreshAll([TAB, { ...TAB, tab: 'Apps 2' }]);
  await settle();
  expect(state().runs.map((run) => run.order?.tab)).toEqual(['Apps', 'Apps 2']);
});

test('disconnecting takes the connection away and leaves the tabs', async () => {
  const { session, state, server } = stage();
  server.status = { ...server.status, tabs: [TAB] };
  await session.connect('torii', 'good');
  session.rekey('torii');
  expect(state().rekeying).toBe('torii');
  session.rekey(null);
  await session.disconnect('torii');
  expect(state().status?.connections).toEqual([]);
  expect(state().status?.tabs).toEqual([TAB]);
});

test('opening the sidebar drives on what was running', async () => {
  const { session, calls, server } = stage();
  const progress = { done: 0, unit: 'apps', pages: 0 };
  server.status = {
    ...server.status,
    jobs: [{ job: 'j9', title: 'Pull apps from Torii', state: 'running', progress }],
  };
  await session.look();
  await settle();
  expect(calls).toContain('step');
});

test('coming back looks again, but not at every glance', async () => {
  const { session, calls, server } = stage();
  await session.look();
  await session.lookAgain();
  expect(calls.filter((call) => call === 'status')).toHaveLength(1);
  server.now += 15_000;
  await session.lookAgain();
  expect(calls.filter((call) => call === 'status')).toHaveLength(2);
});

test('a server that cannot be reached is told, and forgotten when it answers again', () => {
  const failure = { code: 'OFFLINE', what: 'x', next: 'y', retry: 'now' } as const;
  const failed = reduce(INITIAL, { type: 'status failed', failure });
  expect(failed.statusFailure).toEqual(failure);
  const { server } = stage();
  expect(reduce(failed, { type: 'status', status: server.status }).statusFailure).toBeNull();
});
