/** Jobs: one worker at a time, leases that run out, stops that are noticed, records that stay small. */
import { AppError } from '../../../../src/core/errors';
import type { JobRecord } from '../../../../src/core/jobs/job';
import { JobStore } from '../../../../src/core/jobs/job-store';
import { JobRests, Runner } from '../../../../src/core/jobs/runner';
import type { Cache, Store } from '../../../../src/ports/store';

function world() {
  let now = 1_000_000;
  const values = new Map<string, string>();
  const cached = new Map<string, string>();
  let puts = 0;
  const store: Store = {
    get: (_scope, key) => values.get(key) ?? null,
    set: (_scope, key, value) => void values.set(key, value),
    remove: (_scope, key) => void values.delete(key),
    all: (_scope, prefix) => Object.fromEntries([...values].filter(([key]) => key.startsWith(prefix))),
  };
  const cache: Cache = {
    get: (key) => cached.get(key) ?? null,
    put: (key, value) => {
      puts += 1;
      cached.set(key, value);
    },
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
    runner: new Runner(jobs, clock, cache, {
      name: () => 'Ada',
      timeOfDay: (moment) => `second ${moment / 1000}`,
    }),
    values,
    cachePuts: () => puts,
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

const LEASE = { by: 'Ada', since: 1_000_000 };

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
    expect(runner.step('a', work)).toMatchObject({
      state: 'waiting',
      waiting: { reason: 'Ada has had this under way since second 1000, in another window or run.' },
    });
  });
  expect(work).not.toHaveBeenCalled();
});

test('after a kill the lease runs out, and the work is done again from the start', () => {
  const { jobs, runner, pass, now } = world();
  jobs.add(job('a'), now());
  jobs.acquire('a', { ...LEASE, owner: 'killed', until: now() + 120_000 }, now());
  const waiting = runner.step('a', () => 'never');
  expect(waiting.state).toBe('waiting');
  pass((waiting.waiting?.until ?? 0) - now());
  expect(runner.step('a', () => 'again')).toMatchObject({ state: 'done', result: 'again' });
});

test('what the killed execution still tries to write is refused', () => {
  const { jobs, pass, now } = world();
  jobs.add(job('a'), now());
  jobs.acquire('a', { ...LEASE, owner: 'old', until: now() + 10 }, now());
  pass(11);
  jobs.acquire('a', { ...LEASE, owner: 'new', until: now() + 10 }, now());
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

const outOfTime = (until: number) => new AppError('OUT_OF_TIME', { subject: 'apps', until });

test('a slice that ends for want of time goes on at once, with its last progress', () => {
  const { jobs, runner, pass, now } = world();
  jobs.add(job('a'), now());
  const progress = { phase: 'writing', done: 5, total: 9, unit: 'apps', pages: 1 } as const;
  const rested = runner.step('a', (_job, slice) => {
    slice.progress(progress);
    const until = now();
    pass(100);
    throw outOfTime(until);
  });
  expect(rested).toMatchObject({ state: 'running', progress });
  expect(rested.waiting).toBeUndefined();
  expect(rested.lease).toBeUndefined();
  expect(runner.step('a', () => 1)).toMatchObject({ state: 'done' });
});

test('slices that get no further than the one before end the job', () => {
  const { jobs, runner, now } = world();
  jobs.add(job('a'), now());
  let done = 0;
  const step = () =>
    runner.step('a', (_job, slice) => {
      slice.progress({ done, unit: 'apps', pages: 0 });
      throw outOfTime(now());
    }).state;
  done = 1;
  expect([step(), step(), step()]).toEqual(['running', 'running', 'running']);
  done = 2;
  expect([step(), step(), step(), step()]).toEqual(['running', 'running', 'running', 'failed']);
  expect(jobs.read('a').error?.code).toBe('OUT_OF_TIME');
});

test('telling how far it is takes time, so it is told once a second', () => {
  const { jobs, runner, cachePuts, pass, now } = world();
  jobs.add(job('a'), now());
  runner.step('a', (_job, slice) => {
    for (let done = 0; done < 30; done += 1) {
      slice.progress({ done, unit: 'apps', pages: 0 });
      pass(100);
    }
  });
  expect(cachePuts()).toBe(3);
  expect(jobs.read('a').progress.done).toBe(29);
});

test('what a slice wants remembered is there for the next one', () => {
  const { jobs, runner, now } = world();
  jobs.add(job('a'), now());
  runner.step('a', (_job, slice) => {
    slice.remember({ added: 3 });
    throw outOfTime(now());
  });
  expect(runner.step('a', ({ memo }) => memo)).toMatchObject({ state: 'done', result: { added: 3 } });
});

test('a job that was added before is not added again, whatever became of it', () => {
  const { jobs, runner, now } = world();
  jobs.add(job('a'), now());
  runner.step('a', () => 1);
  expect(jobs.add(job('a'), now())).toMatchObject({ added: false, job: { state: 'done' } });
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
  jobs.acquire('a', { ...LEASE, owner: 'x', until: now() + 1000 }, now());
  expect(jobs.add(job('b'), now())).toMatchObject({ added: false, job: { id: 'a' } });
  pass(1000 + 2 * 3_600_000);
  expect(jobs.add(job('b'), now())).toMatchObject({ added: true, job: { id: 'b' } });
  expect(jobs.read('a').state).toBe('stopped');
  expect(jobs.read('a')).not.toHaveProperty('lease');
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

test('what a job takes adds up over its slices, waits between them included, also of one that fails', () => {
  const { jobs, runner, pass, now } = world();
  jobs.add(job('a'), now());
  runner.step('a', (_job, slice) => {
    slice.stats.requests += 3;
    slice.stats.waitedMs += 500;
    pass(2_000);
    throw new AppError('RATE_LIMITED', { until: now() + 60_000 });
  });
  expect(jobs.read('a').spent).toEqual({ requests: 3, waitedMs: 60_500, workedMs: 2_000 });
  pass(60_000);
  const failed = runner.step('a', (_job, slice) => {
    slice.stats.requests += 1;
    pass(1_000);
    expect(slice.spent()).toEqual({ requests: 4, waitedMs: 60_500, workedMs: 3_000 });
    throw new AppError('KEY_REFUSED');
  });
  expect(failed.spent).toEqual({ requests: 4, waitedMs: 60_500, workedMs: 3_000 });
});

test('what a killed slice took is known up to its last checkpoint', () => {
  const { jobs, runner, pass, now } = world();
  jobs.add(job('a'), now());
  runner.step('a', (_job, slice) => {
    slice.stats.requests += 5;
    pass(1_000);
    slice.checkpoint();
    expect(jobs.read('a').spent).toEqual({ requests: 5, waitedMs: 0, workedMs: 1_000 });
  });
});

const RIVAL = { key: 'other', name: 'Other' };

test('a colleague’s job gives way only when nothing was heard of it for more than an hour, one’s own at once', () => {
  const { jobs, pass, now } = world();
  jobs.add(job('a', { startedAt: now(), startedBy: RIVAL }), now());
  pass(60 * 60_000);
  expect(jobs.add(job('b'), now())).toMatchObject({ added: false, job: { id: 'a' } });
  pass(30 * 60_000);
  expect(jobs.add(job('b', { args: { fields: ['id'] } }), now())).toMatchObject({ added: true });
  expect(jobs.read('a')).toMatchObject({ state: 'stopped' });
  expect(jobs.add(job('c'), now())).toMatchObject({ added: true });
  expect(jobs.read('b')).toMatchObject({ state: 'stopped' });
});

test('one that only follows another gives way to anybody', () => {
  const { jobs, now } = world();
  jobs.add(job('a', { startedAt: now(), startedBy: RIVAL, yields: true }), now());
  expect(jobs.add(job('b'), now())).toMatchObject({ added: true });
});

test('a tab is the same by its id, whatever it is called; by its name where one of the two has none', () => {
  const { jobs, now } = world();
  const others = { startedAt: now(), startedBy: RIVAL };
  jobs.add(job('a', { ...others, targetId: 7 }), now());
  expect(jobs.add(job('b', { target: 'Renamed', targetId: 7 }), now()).added).toBe(false);
  expect(jobs.add(job('c', { targetId: 8 }), now()).added).toBe(true);
  expect(jobs.add(job('d'), now()).added).toBe(false);
});

test('a job that waits for six hours without getting any further has failed', () => {
  const { jobs, runner, pass, now } = world();
  jobs.add(job('a'), now());
  const wait = (): string =>
    runner.step('a', () => {
      throw new AppError('RATE_LIMITED', { provider: 'Torii', seconds: 300, until: now() + 300_000 });
    }).state;
  for (let hour = 0; hour < 6; hour += 1) {
    expect(wait()).toBe('waiting');
    pass(3_600_000);
  }
  expect(wait()).toBe('failed');
  expect(jobs.read('a')).toMatchObject({ error: { code: 'RATE_LIMITED' } });
});

test('as long as it gets further between waits, a job may take days', () => {
  const { jobs, runner, pass, now } = world();
  jobs.add(job('a'), now());
  for (let done = 1; done < 40; done += 1) {
    const { state } = runner.step('a', (_job, slice) => {
      slice.progress({ done, unit: 'apps', pages: done });
      throw new AppError('RATE_LIMITED', { provider: 'Torii', seconds: 300, until: now() + 300_000 });
    });
    expect(state).toBe('waiting');
    pass(3_600_000);
  }
});

test('work that has to wait says why and until when, and for as long as it wants', () => {
  const { jobs, runner, pass, now } = world();
  jobs.add(job('a'), now());
  const rest = (): never => {
    throw new JobRests('Torii is busy', now() + 3_600_000);
  };
  for (let hour = 0; hour < 12; hour += 1) {
    expect(runner.step('a', rest)).toMatchObject({ state: 'waiting', waiting: { reason: 'Torii is busy' } });
    pass(3_600_000);
  }
  expect(runner.step('a', () => 42)).toMatchObject({ state: 'done', result: 42 });
});
