/** Readings in step: fewer trips, the same answers. */
import type { AppError } from '../../../../src/core/errors';
import type { Sender } from '../../../../src/core/http/list';
import { nameOf, type ApiRequest } from '../../../../src/core/http/request';
import { readTogether } from '../../../../src/core/http/together';
import { dispatcherOver, json, request } from './scripted-http';

/** Asks for that many pages, each of which has to name the next. */
const pages = (list: string, count: number) => (sender: Sender) => {
  let next: string | undefined = '1';
  for (let page = 0; page < count && next; page += 1) {
    const { body } = sender.sendOne(request(`/${list}/${next}`));
    next = (body as { next?: string }).next;
  }
};

const names = (list: string, ...all: number[]) => all.map((page) => nameOf(request(`/${list}/${page}`)));

test('three lists of different lengths take as many trips as the second longest, and each gets its own answers', () => {
  const batches: string[][] = [];
  const { dispatcher } = dispatcherOver(({ url }) =>
    json({ next: String(Number(url.split('/').at(-1)) + 1) }),
  );
  const watched = {
    send: (requests: readonly ApiRequest[]) => {
      batches.push(requests.map(({ path }) => path));
      return dispatcher.send(requests);
    },
  };
  const answers = readTogether(watched, [pages('a', 1), pages('b', 3), pages('c', 2)]);
  expect(batches.slice(0, 2)).toEqual([
    ['/a/1', '/b/1', '/c/1'],
    ['/b/2', '/c/2'],
  ]);
  expect(answers.map((known) => [...known.keys()])).toEqual([
    names('a', 1),
    expect.arrayContaining(names('b', 1, 2)),
    names('c', 1, 2),
  ]);
});

test('one reading alone is left to itself, and so is a very long one', () => {
  const { dispatcher } = dispatcherOver(({ url }) =>
    json({ next: String(Number(url.split('/').at(-1)) + 1) }),
  );
  expect(readTogether(dispatcher, [pages('a', 3)])[0]?.size).toBe(0);
  const [long] = readTogether(dispatcher, [pages('a', 99), pages('b', 99)]);
  expect(long?.size).toBe(12);
});

test('a refusal is an answer; the others go on', () => {
  const { dispatcher } = dispatcherOver(({ url }) =>
    url.includes('/b/') ? json({}, 404) : json({ next: '2' }),
  );
  const [a, b, c] = readTogether(dispatcher, [pages('a', 2), pages('b', 2), pages('c', 2)]);
  expect([a?.size, c?.size]).toEqual([2, 2]);
  expect((b?.get(names('b', 1)[0] ?? '') as AppError).code).toBe('NOT_FOUND');
});
