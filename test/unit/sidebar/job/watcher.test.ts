/** Watching a job that somebody else has under way: it is shown, not touched, and found again once nobody is at it. */
import type { JobInfo } from '../../../../src/app/contract';
import type { DriverPorts } from '../../../../sidebar/job/driver';
import { Watcher } from '../../../../sidebar/job/watcher';
import type { Rpc } from '../../../../sidebar/rpc/client';
import { RpcFailure, transportFailure } from '../../../../sidebar/rpc/failure';
import type { Run } from '../../../../sidebar/state/run';

const NOW = Date.parse('2026-11-22T10:00:00Z');

type PullJob = Extract<JobInfo, { kind: 'pull' | 'finish' }>;

const info = (done: number, change: Partial<PullJob> = {}): JobInfo => ({
  kind: 'pull',
  job: 'j1',
  title: 'Pull apps from Torii',
  tab: 'Apps',
  state: 'running',
  by: 'bo@halden.example',
  mine: false,
  since: '2026-11-22T09:59:00Z',
  progress: { done, total: 3000, unit: 'apps', pages: 1 },
  ...change,
});

type Answer = JobInfo | (() => never);

interface Stage {
  watcher: Watcher;
  seen: Run[];
  calls: string[];
  pauses: number[];
  /** Resolves with what came of it, and when: seconds since the beginning. */
  end: Promise<readonly [how: 'ended' | 'given up', seconds: number]>;
}

/** Looks are answered one after the other, the last one for ever; time passes only in pauses. */
function stage(...answers: Answer[]): Stage {
  let now = NOW;
  const calls: string[] = [];
  const seen: Run[] = [];
  const pauses: number[] = [];
  const rpc = async (method: string): Promise<unknown> => {
    calls.push(method);
    const answer = answers.length > 1 ? answers.shift() : answers[0];
    return typeof answer === 'function' ? answer() : answer;
  };
  const ports: DriverPorts = {
    rpc: rpc as Rpc,
    now: () => now,
    pause: (milliseconds) => {
      now += milliseconds;
      pauses.push(milliseconds);
      return new Promise((resolve) => setImmediate(resolve));
    },
  };
  let over: (how: 'ended' | 'given up') => void = () => undefined;
  const end = new Promise<readonly ['ended' | 'given up', number]>((resolve) => {
    over = (how) => resolve([how, Math.round((now - NOW) / 1000)]);
  });
  const watcher = new Watcher(ports, {
    onChange: (run) => seen.push(run),
    onEnd: () => over('ended'),
    onGivenUp: () => over('given up'),
  });
  return { watcher, seen, calls, pauses, end };
}

test('shows how far it is until it ends, without a step of its own', async () => {
  const { watcher, seen, calls, end } = stage(info(1000), info(2000), info(3000, { state: 'done' }));
  watcher.watch(info(0));
  watcher.watch(info(0));
  expect((await end)[0]).toBe('ended');
  expect(seen.map((run) => [run.phase, run.info?.progress.done])).toEqual([
    ['elsewhere', 0],
    ['elsewhere', 1000],
    ['elsewhere', 2000],
  ]);
  expect(new Set(calls)).toEqual(new Set(['job']));
});

test('a job that is not known any more has ended', async () => {
  const { watcher, end } = stage(() => {
    throw new RpcFailure({ code: 'UNKNOWN_JOB', what: 'Gone.', next: 'Start again.', retry: 'no' }, false);
  });
  watcher.watch(info(0));
  expect((await end)[0]).toBe('ended');
});

test('a look that got lost is followed by another', async () => {
  const lost = (): never => {
    throw new RpcFailure(transportFailure('NetworkError', true), true);
  };
  const { watcher, calls, end } = stage(lost, lost, info(1, { state: 'stopped' }));
  watcher.watch(info(0));
  expect((await end)[0]).toBe('ended');
  expect(calls).toHaveLength(3);
});

test('one that stands still for longer than anybody at work would is given up, and looked at less and less', async () => {
  const { watcher, pauses, end } = stage(info(1000));
  watcher.watch(info(0));
  const [how, seconds] = await end;
  expect(how).toBe('given up');
  expect(seconds).toBeGreaterThanOrEqual(150);
  expect(seconds).toBeLessThan(200);
  expect(pauses.slice(0, 3)).toEqual([5000, 7500, 11_250]);
  expect(Math.max(...pauses)).toBe(20_000);
});

test('one that waits is given up only after its wait', async () => {
  const waiting = { reason: 'Torii asks to wait.', until: '2026-11-22T10:10:00Z' };
  const { watcher, end } = stage(info(1000, { state: 'waiting', waiting }));
  watcher.watch(info(0));
  const [how, seconds] = await end;
  expect(how).toBe('given up');
  expect(seconds).toBeGreaterThanOrEqual(600 + 150);
});
