/** The conversation of an upload: what must not go twice goes once, whatever cuts it off, and secrets stay in memory. */
import * as fc from 'fast-check';
import { Exchange, type UploadMemo } from '../../../../src/app/upload/exchange';
import { AppError } from '../../../../src/core/errors';
import type { ApiAnswer, ApiRequest } from '../../../../src/core/http/request';
import { JobRests, type Slice } from '../../../../src/core/jobs/runner';
import type { UploadOrder, UploadProtocol } from '../../../../src/providers/uploading';

const ORDER: UploadOrder = { upload: 'u1', target: 't', place: '1', files: [], startedAt: 0 };
const DONE = { outcome: 'taken', route: 'by form', ids: {}, words: 'Done.', findings: [] } as const;

interface State {
  readonly step: 'file' | 'sync' | 'look' | 'end';
  readonly secret?: string;
}

const request = (path: string, repeatable: boolean): ApiRequest => ({
  method: 'post',
  path,
  rateClass: { name: 'r', requests: 1, seconds: 1 },
  repeatable,
  subject: 'files',
});

/** A file, then a sync that must go once; after a doubt it asks whether there is one. */
const PROTOCOL: UploadProtocol<State> = {
  begin: () => ({ step: 'file' }),
  move: ({ step }) => {
    if (step === 'file') return { kind: 'send', requests: [request('/file', true)], records: 2 };
    if (step === 'sync') return { kind: 'send', requests: [request('/sync', false)], once: true };
    if (step === 'look') return { kind: 'send', requests: [request('/look', true)] };
    return { kind: 'end', end: DONE };
  },
  after: ({ step }, _order, [answer]) => {
    if (step === 'file') return { step: 'sync', secret: 'signed' };
    if (step === 'sync') return { step: answer instanceof AppError ? 'look' : 'end' };
    const isThere = !(answer instanceof AppError) && answer?.body === true;
    return { step: isThere ? 'end' : 'sync' };
  },
  cutOff: () => ({ step: 'look' }),
};

class Dies extends Error {}

/** A platform that counts syncs, and executions that die after so many calls. */
function world(protocol: UploadProtocol<State> = PROTOCOL) {
  let memo: UploadMemo | undefined;
  let now = 0;
  let left = Infinity;
  const paths: string[] = [];
  const told: { done: number; total?: number }[] = [];
  const live = (): void => {
    left -= 1;
    if (left < 0) throw new Dies();
  };
  let syncs = 0;
  const answer = ({ path }: ApiRequest): ApiAnswer | AppError => {
    live();
    paths.push(path);
    if (path === '/sync') syncs += 1;
    const body = path === '/look' ? syncs > 0 : null;
    live();
    return { status: 200, body };
  };
  const world = {
    answer,
    paths,
    told,
    memo: () => memo,
    syncs: () => syncs,
    run(calls = Infinity) {
      left = calls;
      const slice = {
        deadline: now + 270_000,
        progress: (progress: { done: number }) => void told.push(progress),
        waiting: () => undefined,
        checkpoint: live,
        remember: (next: unknown) => {
          live();
          memo = JSON.parse(JSON.stringify(next)) as UploadMemo;
          live();
        },
        stats: { requests: 0, retries: 0, waitedMs: 0 },
        spent: () => ({ requests: 0, waitedMs: 0, workedMs: 0 }),
      } as Slice;
      const dispatcher = {
        send: (requests: readonly ApiRequest[]) => requests.map((each) => world.answer(each)),
      };
      const clock = { now: () => now, sleep: (ms: number) => void (now += ms) };
      const text = (): string => '';
      return new Exchange(
        {
          protocol: protocol as UploadProtocol,
          order: ORDER,
          text,
          dispatcher,
          slice,
          clock,
          total: 2,
          unit: 'users',
        },
        memo,
      ).run();
    },
  };
  return world;
}

test('it goes from move to move, tells how far it is, and keeps no secret', () => {
  const on = world();
  expect(on.run()).toEqual({ kind: 'end', end: DONE });
  expect(on.paths).toEqual(['/file', '/sync']);
  expect(on.told.map(({ done }) => done)).toEqual([0, 2, 2]);
  expect(on.memo()).toEqual({ state: { step: 'end' }, done: 2, begun: true });
});

test('wherever executions die, there is one sync in the end', () => {
  const cuts = fc.array(fc.integer({ min: 0, max: 12 }), { maxLength: 6 });
  fc.assert(
    fc.property(cuts, (deaths) => {
      const on = world();
      for (const calls of deaths) {
        try {
          on.run(calls);
        } catch (thrown) {
          if (!(thrown instanceof Dies)) throw thrown;
        }
      }
      expect(on.run()).toMatchObject({ kind: 'end' });
      expect(on.syncs()).toBe(1);
      expect(JSON.stringify(on.memo())).not.toContain('signed');
    }),
  );
});

test('what surely has not gone is sent later as if it had never been tried', () => {
  const on = world();
  const { answer } = on;
  const late = new AppError('OUT_OF_TIME', { subject: 'files', until: 5, outcome: 'unsent' });
  on.answer = (each) => (each.path === '/sync' ? late : answer(each));
  expect(() => on.run()).toThrow(late);
  expect(on.memo()).toEqual({ state: { step: 'sync' }, done: 2 });
  on.answer = answer;
  expect(on.run()).toMatchObject({ kind: 'end' });
  expect(on.paths).toEqual(['/file', '/sync']);
});

test('what may have gone is for the protocol to find out', () => {
  const on = world();
  const { answer } = on;
  on.answer = (each) => {
    const result = answer(each);
    return each.path === '/sync' ? new AppError('NO_NETWORK', { outcome: 'unknown', until: 5 }) : result;
  };
  expect(on.run()).toMatchObject({ kind: 'end' });
  expect(on.paths).toEqual(['/file', '/sync', '/look']);
});

test('short waits are sat out, and for long ones the job rests with the reason', () => {
  const waits = (until: number): UploadProtocol<State> => ({
    ...PROTOCOL,
    move: (state, order, text, now) =>
      now < until ? { kind: 'wait', until, reason: 'Torii is busy' } : PROTOCOL.move(state, order, text, now),
  });
  expect(world(waits(60_000)).run()).toMatchObject({ kind: 'end' });
  let rests: unknown;
  try {
    world(waits(60_001)).run();
  } catch (thrown) {
    rests = thrown;
  }
  expect(rests).toBeInstanceOf(JobRests);
  expect(rests).toMatchObject({ reason: 'Torii is busy', until: 60_001 });
});
