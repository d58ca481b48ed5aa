/** Driving a job: steps, waits, looks in between, stops, and lost calls. */
import type { JobInfo } from '../../../../src/app/contract';
import { JobDriver, type DriverPorts } from '../../../../sidebar/job/driver';
import type { Rpc } from '../../../../sidebar/rpc/client';
import { RpcFailure, transportFailure } from '../../../../sidebar/rpc/failure';

const NOW = Date.parse('2026-11-22T10:00:00Z');

type PullJob = Extract<JobInfo, { kind: 'pull' | 'finish' }>;

const info = (state: JobInfo['state'], done = 0, more: Partial<PullJob> = {}): JobInfo => ({
  kind: 'pull',
  job: 'j1',
  title: 'Pull apps from Torii',
  state,
  by: 'ana@halden.example',
  mine: true,
  tab: 'Apps',
  since: '2026-11-22T09:59:00Z',
  progress: { done, total: 3000, unit: 'apps', pages: done / 1000 },
  ...more,
});

const lost = (): never => {
  throw new RpcFailure(transportFailure('NetworkError', true), true);
};

interface Stage {
  calls: string[];
  pauses: number[];
  seen: JobInfo[];
  driver: JobDriver;
}

/** `answers` are taken by `step` one after the other; time passes only in pauses, which end at once. */
function stage(answers: (JobInfo | (() => JobInfo | Promise<JobInfo>))[], look = info('running', 1)): Stage {
  const calls: string[] = [];
  const pauses: number[] = [];
  const seen: JobInfo[] = [];
  const rpc = async (method: string): Promise<unknown> => {
    calls.push(method);
    if (method === 'stop') return info('stopped', 1000);
    if (method === 'job') return look;
    const answer = answers.shift();
    if (!answer) throw new Error('more steps than expected');
    return typeof answer === 'function' ? answer() : answer;
  };
  const ports: DriverPorts = {
    rpc: rpc as Rpc,
    now: () => NOW,
    pause: (milliseconds) => {
      pauses.push(milliseconds);
      return new Promise((resolve) => setImmediate(resolve));
    },
  };
  return { calls, pauses, seen, driver: new JobDriver('j1', ports, (change) => seen.push(change)) };
}

test('steps until the job is done, showing every state', async () => {
  const { driver, calls, seen } = stage([info('running', 1000), info('running', 2000), info('done', 3000)]);
  await expect(driver.run()).resolves.toMatchObject({ state: 'done' });
  expect(calls.filter((method) => method === 'step')).toHaveLength(3);
  expect(seen.map((one) => one.progress.done)).toEqual([1000, 2000, 3000]);
});

test('waits until the moment named, then steps again', async () => {
  const waiting = { reason: 'Torii asks to wait.', until: new Date(NOW + 30_000).toISOString() };
  const { driver, pauses } = stage([info('waiting', 1000, { waiting }), info('done', 3000)]);
  await driver.run();
  expect(pauses).toContain(30_000);
});

test('never trusts the computer’s clock for longer than a minute, nor for less than a second', async () => {
  const until = (ms: number): Partial<PullJob> => ({
    waiting: { reason: 'x', until: new Date(NOW + ms).toISOString() },
  });
  const { driver, pauses } = stage([
    info('waiting', 1000, until(3_600_000)),
    info('waiting', 1000, until(-3_600_000)),
    info('done', 3000),
  ]);
  await driver.run();
  expect(pauses.filter((pause) => pause === 60_000)).toHaveLength(1);
  expect(pauses.filter((pause) => pause === 1000)).toHaveLength(1);
});

test('slows down while another run holds the job', async () => {
  const { driver, pauses } = stage([
    info('running', 1000),
    info('running', 1000),
    info('running', 1000),
    info('done', 3000),
  ]);
  await driver.run();
  // The looks in between start at two seconds; the first slow-down is one second, the next two.
  expect(pauses.filter((pause) => pause === 1000)).toHaveLength(1);
});

test('looks at the job while a long step runs, and shows what it sees', async () => {
  let finish = (_: JobInfo): void => undefined;
  const slow = (): Promise<JobInfo> => new Promise((resolve) => (finish = resolve));
  const { driver, seen, calls, pauses } = stage([slow], info('running', 1000));
  const end = driver.run();
  while (calls.filter((method) => method === 'job').length < 5)
    await new Promise((resolve) => setImmediate(resolve));
  finish(info('done', 3000));
  await end;
  expect(seen[0]?.progress.done).toBe(1000);
  expect(pauses.slice(0, 3)).toEqual([2000, 3000, 4500]);
  expect(Math.max(...pauses)).toBeLessThanOrEqual(10_000);
  expect(seen[seen.length - 1]?.state).toBe('done');
});

test('sends a lost step again, and gives up after four', async () => {
  const once = stage([lost, info('done', 3000)]);
  await expect(once.driver.run()).resolves.toMatchObject({ state: 'done' });
  const always = stage([lost, lost, lost, lost]);
  await expect(always.driver.run()).rejects.toMatchObject({ failure: { code: 'OFFLINE' } });
});

test('does not repeat a step that the add-on refused', async () => {
  const refuse = (): never => {
    throw new RpcFailure({ code: 'UNKNOWN_JOB', what: 'Gone.', next: 'Start again.', retry: 'no' }, false);
  };
  const { driver, calls } = stage([refuse]);
  await expect(driver.run()).rejects.toMatchObject({ failure: { code: 'UNKNOWN_JOB' } });
  expect(calls.filter((method) => method === 'step')).toHaveLength(1);
});

test('stopping does not wait for a step in flight, and what comes after is not shown', async () => {
  let finish = (_: JobInfo): void => undefined;
  const { driver, seen } = stage([() => new Promise<JobInfo>((resolve) => (finish = resolve))]);
  const end = driver.run();
  await driver.stop();
  await expect(end).resolves.toMatchObject({ state: 'stopped' });
  finish(info('running', 2000));
  await new Promise((resolve) => setImmediate(resolve));
  expect(seen[seen.length - 1]?.state).toBe('stopped');
});

test('stopping ends a long wait at once, without another step', async () => {
  const waiting = { reason: 'x', until: new Date(NOW + 50_000).toISOString() };
  const calls: string[] = [];
  const rpc = async (method: string): Promise<unknown> => {
    calls.push(method);
    return method === 'stop' ? info('stopped') : info('waiting', 0, { waiting });
  };
  // Pauses never end by themselves.
  const ports: DriverPorts = { rpc: rpc as Rpc, now: () => NOW, pause: () => new Promise(() => undefined) };
  const driver = new JobDriver('j1', ports, () => undefined);
  const end = driver.run();
  await new Promise((resolve) => setImmediate(resolve));
  await driver.stop();
  await expect(end).resolves.toMatchObject({ state: 'stopped' });
  expect(calls).toEqual(['step', 'stop']);
});
