/** Paging: the whole list or an error, never a short list. */
import * as fc from 'fast-check';
import { AppError } from '../../../../src/core/errors';
import { readPage } from '../../../../src/core/http/cursor-pages';
import type { CursorPaging, ListRequest, ReadProgress } from '../../../../src/core/http/list';
import { readAll, readJoined } from '../../../../src/core/http/paging';
import { unknownFields } from '../../../../src/core/http/unknown-fields';
import type { HttpOutcome } from '../../../../src/ports/http';
import { dispatcherOver, inTurn, json, raw, request } from './scripted-http';
import type { Handler } from './scripted-http';

const PAGING: CursorPaging = {
  kind: 'cursor',
  sizeParameter: 'size',
  pageSize: 3,
  cursorParameter: 'cursor',
  nextCursor: 'nextCursor',
  total: 'total',
  maxPages: 50,
};

function list(more: Partial<ListRequest<CursorPaging>> = {}): ListRequest<CursorPaging> {
  return { paging: PAGING, envelope: 'things', request: request('/things'), optional: [], ...more };
}

const things = (count: number) =>
  Array.from({ length: count }, (_, n) => ({ id: n, name: `thing ${String(n)}` }));

/** A server with cursors that must be encoded; `overlap` records of each page come again on the next one. */
function serve(all: readonly object[], pageSize: number, overlap = 0): Handler {
  return (call) => {
    const cursor = new URL(call.url).searchParams.get('cursor');
    const start = cursor === null ? 0 : Number(/^\+\/(\d+)==$/.exec(cursor)?.[1]);
    const end = start + pageSize;
    return json({
      things: all.slice(Math.max(0, start - overlap), end),
      total: all.length,
      nextCursor: end < all.length ? `+/${String(end)}==` : null,
    });
  };
}

function codeOf(run: () => unknown): string {
  try {
    run();
  } catch (thrown) {
    return thrown instanceof AppError ? thrown.code : String(thrown);
  }
  return 'nothing thrown';
}

describe('reading a list', () => {
  test('page size and cursor go along with the list’s own parameters, which stay unchanged', () => {
    const { dispatcher, http } = dispatcherOver(serve(things(7), 3));
    const ordered = list({ request: request('/things', { query: { sort: 'id:asc' } }) });
    const { records, pages, complete, remarks } = readAll(dispatcher, ordered, 'id');
    expect(records).toEqual(things(7));
    expect({ pages, complete, remarks }).toEqual({ pages: 3, complete: true, remarks: [] });
    expect(http.calls.map((call) => call.url.split('?')[1])).toEqual([
      'sort=id%3Aasc&size=3',
      'sort=id%3Aasc&size=3&cursor=%2B%2F3%3D%3D',
      'sort=id%3Aasc&size=3&cursor=%2B%2F6%3D%3D',
    ]);
  });

  test('progress is told after each page', () => {
    const { dispatcher } = dispatcherOver(serve(things(7), 3));
    const told: ReadProgress[] = [];
    readAll(dispatcher, list(), 'id', (progress) => told.push(progress));
    expect(told).toEqual([
      { records: 3, total: 7, pages: 1 },
      { records: 6, total: 7, pages: 2 },
      { records: 7, total: 7, pages: 3 },
    ]);
  });

  test.each([[null], [''], [undefined]])('a next cursor of %p is the end', (nextCursor) => {
    const { dispatcher } = dispatcherOver(() => json({ things: things(2), nextCursor }));
    expect(readPage(dispatcher, list(), null)).toEqual({ records: things(2), next: null });
  });

  test('an empty list is a list', () => {
    const { dispatcher } = dispatcherOver(() => json({ things: [], total: 0, nextCursor: null }));
    expect(readAll(dispatcher, list(), 'id')).toMatchObject({ records: [], complete: true });
  });

  test('an empty page that names another one is the end, if nothing is missing', () => {
    const first = json({ things: things(2), total: 2, nextCursor: 'more' });
    const full = dispatcherOver(inTurn(first, json({ things: [], total: 2, nextCursor: 'yet more' })));
    expect(readAll(full.dispatcher, list(), 'id').records).toHaveLength(2);
    const short = dispatcherOver(inTurn(first, json({ things: [], total: 5, nextCursor: 'yet more' })));
    expect(codeOf(() => readAll(short.dispatcher, list(), 'id'))).toBe('INCOMPLETE_READ');
  });

  test('a repeated cursor is an error', () => {
    const { dispatcher, http } = dispatcherOver(() => json({ things: things(1), nextCursor: 'same' }));
    expect(codeOf(() => readAll(dispatcher, list(), 'id'))).toBe('INCOMPLETE_READ');
    expect(http.calls).toHaveLength(2);
  });

  test('cursors that go in a longer circle are an error', () => {
    let n = 0;
    const { dispatcher } = dispatcherOver(() =>
      json({ things: things(1), nextCursor: `c${String(n++ % 4)}` }),
    );
    expect(codeOf(() => readAll(dispatcher, list(), 'id'))).toBe('INCOMPLETE_READ');
  });

  test('a list without end is an error at the page bound', () => {
    let n = 0;
    const { dispatcher, http } = dispatcherOver(() =>
      json({ things: [{ id: n }], nextCursor: `c${String(n++)}` }),
    );
    expect(codeOf(() => readAll(dispatcher, list(), 'id'))).toBe('INCOMPLETE_READ');
    expect(http.calls).toHaveLength(PAGING.maxPages);
  });

  const strange: readonly [string, HttpOutcome][] = [
    ['no list under its name', json({ data: [] })],
    ['a list that is none', json({ things: { id: 1 } })],
    ['no object at all', json([{ id: 1 }])],
    ['null', json(null)],
    ['a record that is none', json({ things: [{ id: 1 }, 'two'] })],
    ['a record without its key', json({ things: [{ name: 'x' }] })],
  ];

  test.each(strange)('an answer with %s is an error', (_, outcome) => {
    const { dispatcher } = dispatcherOver(() => outcome);
    expect(codeOf(() => readAll(dispatcher, list(), 'id'))).toBe('INCOMPLETE_READ');
  });

  test('fewer records than promised are told and never count as the whole list', () => {
    const { dispatcher } = dispatcherOver(() => json({ things: things(4), total: 9, nextCursor: null }));
    const { complete, remarks } = readAll(dispatcher, list(), 'id');
    expect(complete).toBe(false);
    expect(remarks).toEqual([
      'Only 4 of the 9 things that were announced arrived, so none are marked as gone.',
    ]);
  });

  test('a record that moved between pages is kept once, in its later form', () => {
    const { dispatcher } = dispatcherOver(
      inTurn(
        json({ things: [{ id: 1 }, { id: 2, name: 'old' }], nextCursor: 'b' }),
        json({ things: [{ id: 2, name: 'new' }, { id: 3 }], nextCursor: null }),
      ),
    );
    expect(readAll(dispatcher, list(), 'id').records).toEqual([{ id: 1 }, { id: 2, name: 'new' }, { id: 3 }]);
  });
});

describe('whatever the pages are like', () => {
  const sizes = fc.record({
    count: fc.integer({ min: 0, max: 60 }),
    pageSize: fc.integer({ min: 2, max: 20 }),
    overlap: fc.integer({ min: 0, max: 3 }),
  });
  const faults: readonly HttpOutcome[] = [
    raw('', 502),
    raw('', 429, { 'retry-after': '2' }),
    raw('{"things":[{"id":0}'),
    raw('<html>', 200),
    { kind: 'unknown', reason: 'cut' },
    json({ message: 'no' }, 400),
    json({ things: [], total: 60, nextCursor: 'x' }),
    json({ things: [{ id: 0 }], total: 60, nextCursor: '+/2==' }),
    json({ nothing: true }),
  ];

  test('the result is the whole list, whatever the page size and the repeats', () => {
    fc.assert(
      fc.property(sizes, ({ count, pageSize, overlap }) => {
        const { dispatcher } = dispatcherOver(serve(things(count), pageSize, overlap));
        expect(readAll(dispatcher, list(), 'id').records).toEqual(things(count));
      }),
    );
  });

  test('with any faults on the way it is the whole list or an error', () => {
    const script = fc.array(fc.nat({ max: faults.length + 10 }), { maxLength: 30 });
    // Not for an empty list: a fault that sends a record of it would invent one.
    const filled = sizes.filter(({ count }) => count > 0);
    fc.assert(
      fc.property(filled, script, ({ count, pageSize }, steps) => {
        const healthy = serve(things(count), pageSize);
        let next = 0;
        const { dispatcher } = dispatcherOver(
          (call, arrived) => faults[steps[next++] ?? faults.length] ?? healthy(call, arrived),
        );
        try {
          const { records, complete } = readAll(dispatcher, list(), 'id');
          if (complete)
            expect(records.map(({ id }) => Number(id)).sort((a, b) => a - b)).toEqual(
              things(count).map(({ id }) => id),
            );
        } catch (thrown) {
          expect(thrown).toBeInstanceOf(AppError);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('fields that the platform does not have (any more)', () => {
  const optional = ['name', 'tier', 'c_gone', 'c_also_gone', 'lastVisitTime'];

  function refusal(message: string): AppError {
    const { dispatcher } = dispatcherOver(() => json({ message }, 400));
    try {
      readAll(dispatcher, list({ optional }), 'id');
    } catch (thrown) {
      return AppError.from(thrown);
    }
    throw new Error('nothing was thrown');
  }

  test('they are named, so that they can be left out', () => {
    const error = refusal('The following fields do not exist: c_gone, c_also_gone');
    expect(error.code).toBe('UNKNOWN_FIELD');
    expect(unknownFields(error)).toEqual(['c_gone', 'c_also_gone']);
    expect(error.what).toContain('“c_gone, c_also_gone”');
  });

  test('a plain word that is also a key does not count beside a key that can only be one', () => {
    expect(unknownFields(refusal('Unknown field name: "c_gone"'))).toEqual(['c_gone']);
    expect(unknownFields(refusal('field tier is unknown'))).toEqual(['tier']);
    expect(unknownFields(refusal('no field lastVisitTime'))).toEqual(['lastVisitTime']);
  });

  test('a key that is only part of a word is not named', () => {
    const error = refusal('c_gone_too and frontier are wrong');
    expect(error.code).toBe('PROVIDER_REFUSED');
    expect(unknownFields(error)).toEqual([]);
  });
});

describe('a list in several parts', () => {
  const part = (path: string): ListRequest => list({ request: request(path) });

  test('records are joined by their key', () => {
    const { dispatcher } = dispatcherOver((call) =>
      json(
        call.url.includes('/left')
          ? {
              things: [
                { id: 1, a: 'x' },
                { id: 2, a: 'y' },
              ],
              total: 2,
            }
          : {
              things: [
                { id: 2, b: 'q' },
                { id: 1, b: 'p' },
              ],
              total: 2,
            },
      ),
    );
    const pages: number[] = [];
    const joined = readJoined(dispatcher, [part('/left'), part('/right')], 'id', (progress) => {
      pages.push(progress.pages);
    });
    expect(joined.records).toEqual([
      { id: 1, a: 'x', b: 'p' },
      { id: 2, a: 'y', b: 'q' },
    ]);
    expect(joined).toMatchObject({ pages: 2, complete: true, remarks: [] });
    expect(pages).toEqual([1, 2]);
  });

  test('a record that one part lacks is kept, and the result is not complete', () => {
    const { dispatcher } = dispatcherOver((call) =>
      json({ things: call.url.includes('/left') ? [{ id: 1, a: 'x' }] : [] }),
    );
    const joined = readJoined(dispatcher, [part('/left'), part('/right')], 'id');
    expect(joined.records).toEqual([{ id: 1, a: 'x' }]);
    expect(joined.complete).toBe(false);
    expect(joined.remarks).toHaveLength(1);
  });
});
