/** A reading that is cut off anywhere goes on where it was, with the same answers, refusals included. */
import fc from 'fast-check';
import { AppError } from '../../../../src/core/errors';
import { Ahead } from '../../../../src/core/http/ahead';
import { type KeptAnswer, readResult, writeResult } from '../../../../src/core/http/kept-answer';
import type { ListRequest, Sender } from '../../../../src/core/http/list';
import { readUnion } from '../../../../src/core/http/paging';
import { type AnswerKeeper, Replay } from '../../../../src/core/http/replay';
import { dispatcherOver, json, request, type Handler } from './scripted-http';

/** Keeps answers as text, as the hidden tab does. */
class Kept implements AnswerKeeper {
  readonly texts: { readonly request: string; readonly text: string }[] = [];
  announced: number[] = [];
  private left: { readonly request: string; readonly text: string }[] = [];
  /** A new execution begins. */
  rewind(): void {
    this.left = [...this.texts];
  }
  has(name: string): boolean {
    return this.left.some(({ request: kept }) => kept === name);
  }
  take(name: string): KeptAnswer['result'] | null {
    const at = this.left.findIndex(({ request: kept }) => kept === name);
    const [found] = at < 0 ? [] : this.left.splice(at, 1);
    return found ? readResult(found.text) : null;
  }
  keep(answers: readonly KeptAnswer[]): void {
    this.texts.push(
      ...answers.map(({ request: name, result }) => ({ request: name, text: writeResult(result) })),
    );
  }
  announce(requests: number): void {
    this.announced.push(requests);
  }
}

/** Five lists of two pages below five apps; the third app is gone. */
const ANSWERS: Handler = ({ url }) => {
  const [, app = ''] = /apps\/(\d)\/users/.exec(url) ?? [];
  if (app === '2') return json({}, 404);
  const second = url.includes('cursor=');
  const users = [{ id: `${app}-${second ? 2 : 1}` }];
  return json({ users, nextCursor: second ? null : 'next', total: 2 });
};

const LISTS: readonly ListRequest[] = [0, 1, 2, 3, 4].map((app) => ({
  paging: {
    kind: 'cursor',
    sizeParameter: 'size',
    pageSize: 1,
    cursorParameter: 'cursor',
    nextCursor: 'nextCursor',
    total: 'total',
    maxPages: 9,
  },
  envelope: 'users',
  request: request(`/apps/${app}/users`),
  optional: [],
}));

const read = (sender: Sender) => readUnion(sender, LISTS, 'id');

test('the first pages of the lists go together, and a second run sends nothing', () => {
  const kept = new Kept();
  const first = dispatcherOver(ANSWERS);
  const result = read(new Replay(new Ahead(first.dispatcher), kept));
  expect(result).toMatchObject({ complete: false, pages: 8 });
  expect(first.http.batches[0]).toHaveLength(5);
  expect(kept.announced).toEqual([5]);
  kept.rewind();
  const second = dispatcherOver(ANSWERS);
  expect(read(new Replay(new Ahead(second.dispatcher), kept))).toEqual(result);
  expect(second.http.calls).toHaveLength(0);
});

test('the same request asked twice gets its two answers in the same order again', () => {
  let count = 0;
  const counting: Handler = () => json({ count: (count += 1) });
  const kept = new Kept();
  const ask = (): unknown[] => {
    const replay = new Replay(new Ahead(dispatcherOver(counting).dispatcher), kept);
    return [replay.sendOne(request('/me')).body, replay.sendOne(request('/me')).body];
  };
  const first = ask();
  kept.rewind();
  expect(ask()).toEqual(first);
  expect(first).toEqual([{ count: 1 }, { count: 2 }]);
});

test('an error that ends with the execution is not kept, one that would come again is', () => {
  const kept = new Kept();
  const limited = dispatcherOver(() => json({}, 429, { 'retry-after': '290' }));
  expect(() => new Replay(new Ahead(limited.dispatcher), kept).sendOne(request('/me'))).toThrow(AppError);
  expect(kept.texts).toEqual([]);
  const refusing = dispatcherOver(() => json({ message: 'no' }, 400));
  const replay = new Replay(new Ahead(refusing.dispatcher), kept);
  expect(() => replay.sendOne(request('/me'))).toThrow('no');
  kept.rewind();
  const silent = dispatcherOver(() => json({ never: 'asked' }));
  expect(() => new Replay(new Ahead(silent.dispatcher), kept).sendOne(request('/me'))).toThrow('no');
});

test('cut off after any request, the reading ends as if it had not been, and repeats nothing that was kept', () => {
  const calm = dispatcherOver(ANSWERS);
  const whole = read(new Replay(new Ahead(calm.dispatcher), new Kept()));
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 6 }), { maxLength: 4 }), (cuts) => {
      const kept = new Kept();
      let sent = 0;
      for (const cut of cuts) {
        let left = cut;
        const dying = dispatcherOver((call, at) => {
          if (left === 0) throw new Error('killed');
          left -= 1;
          return ANSWERS(call, at);
        });
        kept.rewind();
        try {
          read(new Replay(new Ahead(dying.dispatcher), kept));
        } catch (thrown) {
          expect(String(thrown)).toContain('killed');
        }
        sent = kept.texts.length;
      }
      kept.rewind();
      const last = dispatcherOver(ANSWERS);
      expect(read(new Replay(new Ahead(last.dispatcher), kept))).toEqual(whole);
      expect(last.http.calls).toHaveLength(calm.http.calls.length - sent);
    }),
  );
});

test('a kept answer that somebody changed counts as none', () => {
  expect(readResult('{"answer":')).toBeNull();
  expect(readResult('{}')).toBeNull();
  const refused = new AppError('PROVIDER_REFUSED', { status: 400, message: 'no' }, { tab: 'Apps' });
  expect(readResult(writeResult(refused))).toMatchObject({
    code: 'PROVIDER_REFUSED',
    details: { status: 400, message: 'no' },
    where: { tab: 'Apps' },
  });
});
