/** The line of runs: one at a time, each once, and what failed does not hold up the next. */
import type { JobInfo } from '../../../../src/app/contract';
import { RunQueue } from '../../../../sidebar/job/queue';
import type { Rpc } from '../../../../sidebar/rpc/client';
import { RpcFailure } from '../../../../sidebar/rpc/failure';
import { runFailure, runId, runTab, runTitle, type PullOrder, type Run } from '../../../../sidebar/state/run';

const apps: PullOrder = { provider: 'torii', resource: 'apps', title: 'Apps' };
const users: PullOrder = { provider: 'torii', resource: 'users', title: 'Users', tab: 'Users' };

const job = (name: string, state: JobInfo['state']): JobInfo => ({
  kind: 'pull',
  job: name,
  title: `Pull ${name}`,
  state,
  by: 'ana@halden.example',
  mine: true,
  tab: 'Apps',
  since: '2026-11-22T09:59:00Z',
  progress: { done: 0, unit: 'apps', pages: 0 },
});

interface Stage {
  queue: RunQueue;
  calls: string[];
  /** Of the pulls. */
  payloads: unknown[];
  runs: Map<string, Run>;
  ends: string[];
  idle: () => Promise<void>;
}

/** Jobs are named after the resource and done after one step; `refuse` makes a pull fail. */
function stage(refuse?: string): Stage {
  const calls: string[] = [];
  const payloads: unknown[] = [];
  const runs = new Map<string, Run>();
  const ends: string[] = [];
  const rpc = async (method: string, payload: { resource?: string; job?: string; tab?: string }) => {
    calls.push([method, payload.job ?? payload.resource, payload.tab].filter(Boolean).join(' '));
    if (method === 'pull') payloads.push(payload);
    if (method === 'pull' && payload.resource === refuse) {
      const failure = { code: 'BUSY', what: 'Ana is on it.', next: 'Wait.', retry: 'later' } as const;
      throw new RpcFailure(failure, false);
    }
    if (method === 'pull') return { job: payload.resource };
    return job(payload.job ?? '', method === 'stop' ? 'stopped' : 'done');
  };
  const queue = new RunQueue(
    { rpc: rpc as Rpc, now: () => 0, pause: () => new Promise((resolve) => setImmediate(resolve)) },
    (run) => runs.set(run.id, run),
    (run) => ends.push(run.id),
  );
  const idle = async (): Promise<void> => {
    while ([...runs.values()].some((run) => run.phase !== 'ended'))
      await new Promise((resolve) => setImmediate(resolve));
  };
  return { queue, calls, payloads, runs, ends, idle };
}

test('runs one after the other, and the same order only once', async () => {
  const { queue, calls, ends, idle } = stage();
  queue.add(apps);
  queue.add(users);
  queue.add(users);
  await idle();
  expect(calls).toEqual(['pull apps', 'step apps', 'pull users Users', 'step users']);
  expect(ends).toEqual([runId(apps), runId(users)]);
});

test('an order that is refused shows why, and the next one still runs', async () => {
  const { queue, runs, calls, idle } = stage('apps');
  queue.add(apps);
  queue.add(users);
  await idle();
  const run = runs.get(runId(apps));
  expect(run && runFailure(run)?.code).toBe('BUSY');
  expect(calls).toContain('step users');
});

test('a push that was begun is driven in its turn, and tells its tab before anything is known of it', async () => {
  const { queue, runs, calls, idle } = stage();
  queue.add(apps);
  queue.send('p-job', { provider: 'torii', tab: 'Contracts' });
  const waiting = runs.get('p-job');
  expect(waiting && [waiting.phase, runTab(waiting), runTitle(waiting)]).toEqual([
    'queued',
    'Contracts',
    'Send edits of Contracts',
  ]);
  await idle();
  expect(calls).toEqual(['pull apps', 'step apps', 'step p-job']);
});

test('an order can be given again after it ended', async () => {
  const { queue, calls, idle } = stage();
  queue.add(apps);
  await idle();
  queue.add(apps);
  await idle();
  expect(calls.filter((call) => call === 'step apps')).toHaveLength(2);
});

test('one that waits in line can be taken out', async () => {
  const { queue, calls, runs, idle } = stage();
  queue.add(apps);
  queue.add(users);
  await queue.stop(runId(users));
  await idle();
  expect(runs.get(runId(users))?.phase).toBe('ended');
  expect(calls).not.toContain('pull users Users');
});

test('a job that is stopped while it is being started is never driven', async () => {
  const { queue, calls, runs, idle } = stage();
  queue.add(apps);
  await queue.stop(runId(apps));
  await idle();
  expect(calls).toEqual(['pull apps', 'stop apps']);
  expect(runs.get(runId(apps))?.info?.state).toBe('stopped');
});

test('a job found running is driven on, once, without a new pull', async () => {
  const { queue, calls, runs, idle } = stage();
  queue.adopt(job('j7', 'running'));
  queue.adopt(job('j7', 'running'));
  await idle();
  expect(calls).toEqual(['step j7']);
  const run = runs.get('j7');
  expect(run && runTitle(run)).toBe('Pull j7');
});

test('a job that this sidebar started itself is not adopted again', async () => {
  const { queue, calls, runs, idle } = stage();
  queue.add(apps);
  await new Promise((resolve) => setImmediate(resolve));
  queue.adopt(job('apps', 'running'));
  await idle();
  expect(calls.filter((call) => call === 'pull apps')).toHaveLength(1);
  expect([...runs.keys()].filter((id) => id === 'apps').length).toBeLessThanOrEqual(1);
});

test('a job found waiting in line is stopped on the server too', async () => {
  const { queue, calls, idle } = stage();
  queue.add(apps);
  queue.adopt(job('j7', 'running'));
  await queue.stop('j7');
  await idle();
  expect(calls).toContain('stop j7');
  expect(calls).not.toContain('step j7');
});

test('orders for the same tab with other choices are runs of their own, and the choices are sent', async () => {
  const { queue, payloads, runs, idle } = stage();
  const choices = { fields: ['id', 'name'], filters: [], mode: 'snapshot' } as const;
  queue.add(users);
  queue.add({ ...users, choices });
  queue.add({ ...users, choices: { ...choices } });
  await idle();
  expect(runs.size).toBe(2);
  expect(payloads).toEqual([
    { provider: 'torii', resource: 'users', tab: 'Users' },
    { provider: 'torii', resource: 'users', tab: 'Users', ...choices },
  ]);
});
