/** What the sidebar knows after each thing a person does, with a fake server behind it. */
import type { StatusValue } from '../../../../src/app/contract';
import type { Rpc } from '../../../../sidebar/rpc/client';
import { RpcFailure, type Failure } from '../../../../sidebar/rpc/failure';
import type { Run } from '../../../../sidebar/state/run';
import { INITIAL, reduce, type State } from '../../../../sidebar/state/state';
import { Session } from '../../../../sidebar/state/session';
import { planOf } from '../plans';

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
  mode: 'mirror',
  filters: [],
  filterWords: [],
} as const;

const JOB = {
  kind: 'pull',
  job: 'j1',
  title: 'Pull apps from Torii',
  state: 'running',
  by: 'ana@halden.example',
  mine: true,
  tab: 'Apps',
  since: '2026-11-22T10:41:00Z',
} as const;

const PLAN = planOf([]);

interface Stage {
  session: Session;
  state: () => State;
  calls: string[];
  payloads: unknown[];
  server: { status: StatusValue; now: number };
}

function stage(): Stage {
  const calls: string[] = [];
  const payloads: unknown[] = [];
  const server = {
    now: 1_000_000,
    status: {
      providers: [{ provider: 'torii', title: 'Torii', keyPlace: 'Settings → API Access' }],
      connections: [],
      tabs: [],
      jobs: [],
      timeZone: 'Europe/Berlin',
      schedules: [],
    } as StatusValue,
  };
  const rpc = async (method: string, payload: Record<string, string>): Promise<unknown> => {
    calls.push(method);
    payloads.push(payload);
    if (['fields', 'pushes', 'journal'].includes(method)) return [];
    if (['preview', 'undo', 'ssoField', 'suggestedOwners'].includes(method)) return PLAN;
    if (method === 'apply') return { job: 'j1' };
    if (method === 'showCell') return { shown: false };
    if (method === 'showUnsent') return { rows: 3 };
    if (method === 'settings') return {};
    if (method === 'schedule' || method === 'takeOver') {
      return 'estimate' in payload
        ? { shares: { triggerTime: 0.04, requests: 0 } }
        : { tab: payload['tab'], owner: 'ana' };
    }
    if (method === 'unschedule') return { tab: payload['tab'] };
    if (method === 'status') return server.status;
    if (method === 'resources')
      return [{ resource: 'apps', title: 'Apps', description: 'All apps.', writable: true, filterIdeas: [] }];
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
  return { session, state: () => state, calls, payloads, server };
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
  expect(state().screen).toEqual({ name: 'key', provider: 'torii' });
  session.close();
  expect(state().screen).toEqual({ name: 'ledger' });
  await session.disconnect('torii');
  expect(state().status?.connections).toEqual([]);
  expect(state().status?.tabs).toEqual([TAB]);
});

test('opening the sidebar drives on what was running', async () => {
  const { session, calls, server } = stage();
  const progress = { done: 0, unit: 'apps', pages: 0 };
  server.status = {
    ...server.status,
    jobs: [{ ...JOB, job: 'j9', progress }],
  };
  await session.look();
  await settle();
  expect(calls).toContain('step');
});

test('a colleague’s run is watched, not driven, and is gone from view when it is over', async () => {
  const { session, state, calls, server } = stage();
  const progress = { done: 0, unit: 'apps', pages: 0 };
  server.status = {
    ...server.status,
    jobs: [{ ...JOB, tab: 'Apps', mine: false, progress }],
  };
  const looking = session.look();
  await new Promise((resolve) => setImmediate(resolve));
  expect(state().runs.map(({ phase }) => phase)).toEqual(['elsewhere']);
  server.status = { ...server.status, jobs: [] };
  await looking;
  await settle();
  expect(calls).toContain('job');
  expect(calls).not.toContain('step');
  expect(state().runs).toEqual([]);
});

test('a start that was refused makes way for the run that was in its way', () => {
  const failure: Failure = {
    code: 'BUSY',
    what: 'Ana is at it.',
    next: 'Wait.',
    retry: 'later',
    where: { tab: 'Apps' },
  };
  const order = { provider: 'torii', resource: 'apps', title: 'Apps' } as const;
  const info = { ...JOB, tab: 'Apps', mine: false, progress: { done: 0, unit: 'apps', pages: 0 } };
  const refused: Run = { id: 'torii/apps/', order, phase: 'ended', failure };
  const elsewhere: Run = { id: 'j1', phase: 'elsewhere', info };
  const after = (before: Run): string[] =>
    reduce(reduce(INITIAL, { type: 'run', run: before }), { type: 'run', run: elsewhere }).runs.map(
      ({ id }) => id,
    );
  expect(after(refused)).toEqual(['j1']);
  expect(after({ ...refused, failure: { ...failure, code: 'KEY_REFUSED' } })).toEqual(['torii/apps/', 'j1']);
});

test('a schedule is estimated, set, taken over and ended, and the state follows', async () => {
  const { session, state, payloads } = stage();
  await session.look();
  const rhythm = { every: 'day', hour: 7, weekday: 3 } as const;
  expect((await session.estimate('Apps', rhythm)).shares).toEqual({ triggerTime: 0.04, requests: 0 });
  expect(state().status?.schedules).toEqual([]);
  await session.schedule('Apps', rhythm);
  await session.takeOver('Apps');
  expect(state().status?.schedules.map(({ tab, owner }) => [tab, owner])).toEqual([['Apps', 'ana']]);
  await session.unschedule('Apps');
  expect(state().status?.schedules).toEqual([]);
  expect(payloads.slice(1)).toEqual([
    { tab: 'Apps', every: 'day', hour: 7, estimate: true },
    { tab: 'Apps', every: 'day', hour: 7 },
    { tab: 'Apps' },
    { tab: 'Apps' },
  ]);
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

test('fields are asked for the tab that is shown, and for the first one where a new tab is made', async () => {
  const { session, payloads } = stage();
  const subject = { provider: 'torii', resource: 'apps', title: 'Apps' } as const;
  await session.fields({ ...subject, tab: { ...TAB, tab: 'Finance apps' } });
  await session.fields({ ...subject, tab: 'another' });
  await session.settings();
  await session.settings({ copiesKept: 3 });
  expect(payloads).toEqual([
    { provider: 'torii', resource: 'apps', tab: 'Finance apps' },
    { provider: 'torii', resource: 'apps' },
    {},
    { set: { copiesKept: 3 } },
  ]);
});

test('what came of a run makes way for the next one of the same tab, not of others', () => {
  const order = { provider: 'torii', resource: 'apps', title: 'Apps', tab: 'Apps' } as const;
  const choices = { mode: 'snapshot' } as const;
  const ran = (id: string, run: Partial<Run>): State =>
    reduce(reduce(INITIAL, { type: 'run', run: { id: 'before', phase: 'ended', ...run } }), {
      type: 'run',
      run: { id, phase: 'queued', order: { ...order, choices } },
    });
  const ids = (state: State): string[] => state.runs.map(({ id }) => id);
  expect(ids(ran('now', { order }))).toEqual(['now']);
  expect(ids(ran('now', { order, phase: 'running' }))).toEqual(['before', 'now']);
  expect(ids(ran('now', { order: { ...order, tab: 'Finance apps' } }))).toEqual(['before', 'now']);
  expect(ids(ran('now', {}))).toEqual(['before', 'now']);
});

test('edits, deletions and pushes to take back are previewed, and the plan is sent as it was ticked', async () => {
  const { session, state, payloads, calls } = stage();
  await session.preview({ kind: 'edits', tab: 'Apps' }, true);
  await session.preview({ kind: 'deletion', tab: 'Apps' }, false);
  await session.preview({ kind: 'undo', tab: 'Apps', push: 'p0' }, false);
  const orders = { exclude: [{ id: '1', field: '' }], overwrite: [] };
  expect(await session.send(PLAN, orders, false)).toBe('j1');
  expect(state().runs.map(({ id, push }) => [id, push?.tab])).toEqual([['j1', 'Contracts']]);
  expect(payloads.slice(0, 4)).toEqual([
    { tab: 'Apps', visibleRowsOnly: true },
    { tab: 'Apps', deleteSelected: true },
    { plan: 'p0' },
    { plan: 'p1', ...orders },
  ]);
  await settle();
  await session.send(PLAN, orders, true);
  expect(payloads[calls.lastIndexOf('apply')]).toEqual({ plan: 'p1', ...orders, confirmed: true });
});

test('findings go into a field that was chosen, or into one that is made for them', async () => {
  const { session, payloads } = stage();
  const subject = { kind: 'ssoField', tab: 'SSO Tax', provider: 'torii', label: 'SSO' } as const;
  await session.preview({ ...subject, field: 'c_sso' }, false);
  await session.preview({ ...subject, field: null }, false);
  expect(payloads).toEqual([
    { provider: 'torii', field: 'c_sso' },
    { provider: 'torii', create: true },
  ]);
});

test('suggested owners are asked for by platform', async () => {
  const { session, calls, payloads } = stage();
  await session.preview({ kind: 'suggestedOwners', tab: 'Unowned apps', provider: 'zluri' }, false);
  expect(calls).toEqual(['suggestedOwners']);
  expect(payloads).toEqual([{ provider: 'zluri' }]);
});

test('what came of a push makes way for the next push of its tab, not for a refresh', () => {
  const push = { provider: 'torii', tab: 'Apps' } as const;
  const before: Run = { id: 'p1', push, phase: 'ended' };
  const after = (run: Run): string[] =>
    reduce(reduce(INITIAL, { type: 'run', run: before }), { type: 'run', run }).runs.map(({ id }) => id);
  expect(after({ id: 'p2', push, phase: 'queued' })).toEqual(['p2']);
  expect(after({ id: 'p2', push: { ...push, tab: 'Users' }, phase: 'queued' })).toEqual(['p1', 'p2']);
  const order = { provider: 'torii', resource: 'apps', title: 'Apps', tab: 'Apps' } as const;
  expect(after({ id: 'refresh', order, phase: 'queued' })).toEqual(['p1', 'refresh']);
});

test('only the rows that were not sent are shown, or all', async () => {
  const { session, payloads } = stage();
  expect([await session.showUnsent('Apps', true), await session.showUnsent('Apps', false)]).toEqual([3, 3]);
  expect(payloads).toEqual([
    { tab: 'Apps', only: true },
    { tab: 'Apps', only: false },
  ]);
});

test('a cell is shown, or its row alone; the journal is asked for whole', async () => {
  const { session, payloads } = stage();
  expect(await session.showCell('Apps', { row: 12, id: '7', field: 'state' })).toBe(false);
  await session.showCell('Apps', { row: 12, id: '7', field: '' });
  await session.pushes(20);
  await session.journal('p1');
  expect(payloads).toEqual([
    { tab: 'Apps', row: 12, id: '7', field: 'state' },
    { tab: 'Apps', row: 12, id: '7' },
    { limit: 20 },
    { plan: 'p1', limit: 20_000 },
  ]);
});

test('going back leads through the screens that were opened, in the end to the file', async () => {
  const { session, state } = stage();
  session.open({ name: 'activity' });
  session.open({ name: 'pushes' });
  session.review('Apps');
  session.rekey('torii');
  await session.connect('torii', 'good');
  expect(state().screen).toEqual({ name: 'preview', subject: { kind: 'edits', tab: 'Apps' } });
  const seen = ['pushes', 'activity', 'ledger', 'ledger'].map(() => (session.close(), state().screen.name));
  expect(seen).toEqual(['pushes', 'activity', 'ledger', 'ledger']);
});
