/** Lists that one answer holds, and records without an id of their own that are counted over all pages of a list. */
import { AppError } from '../../../../src/core/errors';
import type { CursorPaging, ListRequest, WholeList } from '../../../../src/core/http/list';
import { readAll, readUnion } from '../../../../src/core/http/paging';
import { dispatcherOver, json, request } from './scripted-http';

const WHOLE: WholeList = { kind: 'whole' };

const list = (path = '/things', optional: readonly string[] = []): ListRequest => ({
  paging: WHOLE,
  envelope: 'things',
  request: request(path, { query: { only: 'id,size' } }),
  optional,
});

test('a whole list is one request without parameters of paging, and complete', () => {
  const { dispatcher, http } = dispatcherOver(() =>
    json({ things: [{ id: 1 }, { id: 2 }, { id: 1, size: 3 }] }),
  );
  const told: unknown[] = [];
  const result = readAll(dispatcher, list(), 'id', (progress) => told.push(progress));
  expect(result).toEqual({ records: [{ id: 1, size: 3 }, { id: 2 }], pages: 1, complete: true, remarks: [] });
  expect(told).toEqual([{ records: 2, total: 2, pages: 1 }]);
  expect(http.calls.map(({ url }) => new URL(url).search)).toEqual(['?only=id,size']);
});

test('several whole lists make up one, and the sender is told of all before the first', () => {
  const { dispatcher } = dispatcherOver((call) => json({ things: [{ id: new URL(call.url).pathname }] }));
  const expected: string[] = [];
  const sender = {
    sendOne: dispatcher.sendOne.bind(dispatcher),
    expect: (requests: readonly { path: string }[]) => expected.push(...requests.map(({ path }) => path)),
  };
  const { records, pages } = readUnion(sender, [list('/a'), list('/b')], 'id');
  expect(records).toEqual([{ id: '/v1/a' }, { id: '/v1/b' }]);
  expect(pages).toBe(2);
  expect(expected).toEqual(['/a', '/b']);
});

test.each([
  ['no list', json({ count: 0 }), 'INCOMPLETE_READ'],
  ['a record without its key', json({ things: [{ size: 1 }] }), 'INCOMPLETE_READ'],
  ['a refusal that names a field', json({ message: 'no such field: size' }, 400), 'UNKNOWN_FIELD'],
])('%s is an error', (_, answer, code) => {
  const { dispatcher } = dispatcherOver(() => answer);
  let thrown: unknown;
  try {
    readAll(dispatcher, list('/things', ['size']), 'id');
  } catch (problem) {
    thrown = problem;
  }
  expect(AppError.from(thrown).code).toBe(code);
});

test('records that look alike are different ones, on one page or on two', () => {
  const paging: CursorPaging = {
    kind: 'cursor',
    sizeParameter: 'size',
    pageSize: 2,
    cursorParameter: 'cursor',
    nextCursor: 'next',
    maxPages: 9,
  };
  const pages = [[{ what: 'x' }, { what: 'y' }], [{ what: 'y' }, { what: 'x' }], [{ what: 'x' }]];
  const { dispatcher } = dispatcherOver((call) => {
    const page = Number(new URL(call.url).searchParams.get('cursor') ?? 0);
    return json({ things: pages[page], next: page < 2 ? String(page + 1) : null });
  });
  const identity = { key: 'id', of: ['what'], numbered: true };
  const logs: ListRequest = { ...list(), paging, shape: { aliases: {}, identity } };
  const read = () => readAll(dispatcher, logs, 'id').records.map(({ id }) => id);
  expect(read()).toEqual(['x', 'y', 'y/2', 'x/2', 'x/3']);
  // Each reading counts anew.
  expect(read()).toEqual(['x', 'y', 'y/2', 'x/2', 'x/3']);
});
