/** Jobs: one worker at a time, leases that run out, stops that are noticed, records that stay small. */
import { AppError } from '../../../../src/core/errors';
import type { JobRecord } from '../../../../src/core/jobs/job';
import { JobStore } from '../../../../src/core/jobs/job-store';
import { Runner } from '../../../../src/core/jobs/runner';
import type { Cache, Store } from '../../../../src/ports/store';

function world() {
  let now = 1_000_000;
  const values = new Map<string, string>();
  const cached = new Map<string, string>();
  const store: Store = {
    get: (_scope, key) => values.get(key) ?? null,
    set: (_scope, key, value) => void values.set(key, value),
    remove: (_scope, key) => void values.delete(key),
    all: (_scope, prefix) => Object.fromEntries([...values].filter(([key]) => key.startsWith(prefix))),
  };
  const cache: Cache = {
    get: (key) => cached.get(key) ?? null,
    put: (key, value) => void cached.set(key, value),
  };
  const clock = {
    now: () => now,
    sleep: (ms: number) => void (now += ms),
    startedAt: () => now,
    random: () => 0.5,
  };
  const jobs = new JobStore(store, { hold: (work) => work() });
  return {
    jobs,
    runner: new Runner(jobs, clock, cache),
    values,
    pass: (ms: number) => void (now += ms),
    now: () => now,
  };
}

function job(id: string, more: Partial<JobRecord> = {}): JobRecord {
  return {
    id,
    kind: 'pull',
    title: 'Pull apps',
    target: 'Apps',
    args: {},
    state: 'running',
    progress: { done: 0, unit: 'apps', pages: 0 },
    startedAt: 1,
    startedBy: { key: 'me', name: 'Me' },
    ...more,
  };
}

test('a job runs to its result', () => {
  const { jobs, runner, now } = world();
  jobs.add(job('a'), now());
  expect(runner.step('a', () => 42)).toMatchObject({ state: 'done', result: 42 });
  expect(jobs.read('a')).toMatchObject({ state: 'done', result: 42 });
  expect(jobs.read('a').lease).toBeUndefined();
});

test('while one execution works on it, another one waits and does nothing', () => {
  const { jobs, runner, now } = world();
  jobs.add(job('a'), now());
  const work = jest.fn();
  runner.step('a', () => {
    expect(runner.step('a', work)).toMatchObject({ state: 'waiting' });
  });
  expect(work).not.toHaveBeenCalled();
});

test('after a kill the lease runs out, and the work is done again from the start', () => {
  const { jobs, runner, pass, now } = world();
  jobs.add(job('a'), now());
  jobs.acquire('a', { owner: 'killed', until: now() + 120_000 }, now());
  const waiting = runner.step('a', () => 'never');
  expect(waiting.state).toBe('waiting');
  pass((waiting.waiting?.until ?? 0) - now());
  expect(runner.step('a', () => 'again')).toMatchObject({ state: 'done', result: 'again' });
});

test('what the killed execution still tries to write is refused', () => {
  const { jobs, pass, now } = world();
  jobs.add(job('a'), now());
  jobs.acquire('a', { owner: 'old', until: now() + 10 }, now());
  pass(11);
  jobs.acquire('a', { owner: 'new', until: now() + 10 }, now());
  expect(jobs.update('a', 'old', (before) => ({ ...before, state: 'done' }))).toBeNull();
  expect(jobs.read('a').lease?.owner).toBe('new');
});

test('a long silence is announced, so that nobody takes the job over meanwhile', () => {
  const { jobs, runner, pass, now } = world();
  jobs.add(job('a'), now());
  runner.step('a', (_job, slice) => {
    slice.waiting('Torii asked for a pause', now() + 200_000);
    expect(runner.peek('a')).toMatchObject({ waiting: { reason: 'Torii asked for a pause' } });
    pass(200_000);
    expect(runner.step('a', () => 'taken over')).toMatchObject({ state: 'waiting' });
    slice.progress({ done: 1, unit: 'apps', pages: 1 });
  });
  expect(jobs.read('a').state).toBe('done');
});

test('a job that was stopped goes no further than its next checkpoint', () => {
  const { jobs, runner, now } = world();
  jobs.add(job('a'), now());
  const write = jest.fn();
  const ended = runner.step('a', (_job, slice) => {
    jobs.stop('a', now());
    slice.checkpoint();
    write();
  });
  expect(ended.state).toBe('stopped');
  expect(write).not.toHaveBeenCalled();
});

test('a job that was stopped is noticed at the next sign of life, and stays stopped', () => {
  const { jobs, runner, pass, now } = world();
  jobs.add(job('a'), now());
  const ended = runner.step('a', (_job, slice) => {
    jobs.stop('a', now());
    pass(31_000);
    slice.progress({ done: 1, unit: 'apps', pages: 1 });
  });
  expect(ended.state).toBe('stopped');
  expect(jobs.read('a').state).toBe('stopped');
});

test('a limit that outlasts the slice puts the job to rest, and nothing is tried before it is over', () => {
  const { jobs, runner, pass, now } = world();
  jobs.add(job('a'), now());
  const until = now() + 90_000;
  const rested = runner.step('a', () => {
    throw new AppError('RATE_LIMITED', { provider: 'Torii', seconds: 90, until });
  });
  expect(rested).toMatchObject({ state: 'waiting', waiting: { until } });
  expect(runner.step('a', () => 'too early')).toMatchObject({ state: 'waiting', waiting: { until } });
  pass(90_000);
  expect(runner.step('a', () => 1)).toMatchObject({ state: 'done' });
});

test('a failure is kept with the words of its code', () => {
  const { jobs, runner, now } = world();
  jobs.add(job('a'), now());
  const failed = runner.step('a', () => {
    throw new Error('nobody foresaw this');
  });
  expect(failed).toMatchObject({ state: 'failed', error: { code: 'BUG' } });
});

test('two people cannot have a live job on the same tab; a dead one gives way', () => {
  const { jobs, pass, now } = world();
  const other = { startedBy: { key: 'other', name: 'Other' } };
  jobs.add(job('a', other), now());
  jobs.acquire('a', { owner: 'x', until: now() + 1000 }, now());
  expect(jobs.add(job('b'), now())).toMatchObject({ added: false, job: { id: 'a' } });
  pass(1000);
  expect(jobs.add(job('b'), now())).toMatchObject({ added: true, job: { id: 'b' } });
  expect(jobs.read('a').state).toBe('stopped');
});

test('asking again for the very same answers with the same job; asking for something else replaces it', () => {
  const { jobs, now } = world();
  jobs.add(job('a'), now());
  expect(jobs.add(job('b'), now())).toMatchObject({ added: false, job: { id: 'a' } });
  const other = job('c', { args: { fields: ['id'] } });
  expect(jobs.add(other, now())).toMatchObject({ added: true, job: { id: 'c' } });
  expect(jobs.read('a').state).toBe('stopped');
});

test('old jobs are forgotten, unfinished ones never', () => {
  const { jobs, values, now } = world();
  jobs.add(job('live', { target: 'Live' }), now());
  for (let n = 0; n < 30; n += 1)
    jobs.add(job(`old${n}`, { state: 'done', target: `T${n}`, startedAt: n + 2 }), now());
  expect(values.size).toBeLessThanOrEqual(14);
  expect(jobs.read('live').state).toBe('running');
  expect(() => jobs.read('old0')).toThrow(AppError);
});
