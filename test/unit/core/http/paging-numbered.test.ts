/** Numbered pages: all records, or an error, or a result that says that it is not complete. */
import * as fc from 'fast-check';
import { AppError } from '../../../../src/core/errors';
import type { ListRequest, NumberPaging, ReadProgress } from '../../../../src/core/http/list';
import { readAll, readUnion } from '../../../../src/core/http/paging';
import type { Counting } from './numbered-server';
import { idsUpTo, numbered } from './numbered-server';
import { dispatcherOver, inTurn, json, request } from './scripted-http';
import type { Handler } from './scripted-http';

const PAGING: NumberPaging = {
  kind: 'number',
  pageParameter: 'page',
  sizeParameter: 'page_size',
  pageSize: 100,
  smallerSize: 50,
  firstPages: [0, 1],
  where: 'query, else body',
  totals: ['count', 'meta.total'],
  usedSize: 'page_size',
  maxPages: 40,
};

function list(more: Partial<ListRequest<NumberPaging>> = {}): ListRequest<NumberPaging> {
  return {
    paging: PAGING,
    envelope: ['items', 'data'],
    request: request('/things', { method: 'post', body: { sort_by: [{ name: 1 }] } }),
    optional: [],
    ...more,
  };
}

/** Waits do not matter here: pages are many and the limit is a hundred a minute. */
const PATIENT = { deadline: Number.MAX_SAFE_INTEGER };

function read(handler: Handler, of: ListRequest = list()) {
  const { dispatcher, http } = dispatcherOver(handler, PATIENT);
  const result = readAll(dispatcher, of, 'id');
  const asked = http.calls.map((call) => {
    const { searchParams } = new URL(call.url);
    return `${searchParams.get('page')}/${searchParams.get('page_size')}`;
  });
  return { ...result, asked, calls: http.calls };
}

const ids = (records: readonly object[]): number[] =>
  records.map((record) => (record as { id: number }).id).sort((one, other) => one - other);

function errorOf(run: () => unknown): AppError {
  try {
    run();
  } catch (thrown) {
    return AppError.from(thrown);
  }
  throw new Error('nothing was thrown');
}

describe('numbered pages', () => {
  test('start at 0 and end with the promised number, without a request too many', () => {
    const { records, complete, remarks, asked, calls } = read(numbered({ count: 250 }));
    expect(ids(records)).toEqual(idsUpTo(250));
    expect({ complete, remarks }).toEqual({ complete: true, remarks: [] });
    expect(asked).toEqual(['0/100', '1/100', '2/100']);
    expect(calls.every(({ method, body }) => method === 'post' && body === '{"sort_by":[{"name":1}]}')).toBe(
      true,
    );
  });

  test('a server that refuses page 0 is read from page 1', () => {
    const { records, complete, asked } = read(numbered({ count: 150, first: 1 }));
    expect(ids(records)).toEqual(idsUpTo(150));
    expect(complete).toBe(true);
    expect(asked).toEqual(['0/100', '1/100', '2/100']);
  });

  test('so is one that breaks at page 0, once repeating has not helped', () => {
    const { records, complete } = read(numbered({ count: 150, first: 1, pageZero: 'breaks' }));
    expect(ids(records)).toEqual(idsUpTo(150));
    expect(complete).toBe(true);
  });

  test.each(['is empty', 'is page 1'] as const)('a page 0 that %s loses and ends nothing', (pageZero) => {
    const { records, complete } = read(numbered({ count: 150, first: 1, pageZero }));
    expect(ids(records)).toEqual(idsUpTo(150));
    expect(complete).toBe(true);
  });

  test('pages smaller than asked for are no end', () => {
    const { records, asked } = read(numbered({ count: 120, cap: 50, echo: 'absent' }));
    expect(ids(records)).toEqual(idsUpTo(120));
    expect(asked).toHaveLength(3);
  });

  test('a size that is refused gives way to a smaller one', () => {
    const { records, asked } = read(numbered({ count: 70, sizeLimit: 50 }));
    expect(ids(records)).toEqual(idsUpTo(70));
    expect(asked).toEqual(['0/100', '1/100', '0/50', '1/50']);
  });

  test('a promise kept on a full page is not believed before the next page is seen', () => {
    const { records, complete, remarks } = read(numbered({ count: 250, total: 'of this page' }));
    expect(ids(records)).toEqual(idsUpTo(250));
    expect(complete || remarks.length > 0).toBe(true);
  });

  test('numbers that are ignored in the address go into the body', () => {
    const { records, complete, calls } = read(numbered({ count: 150, where: 'body' }));
    expect(ids(records)).toEqual(idsUpTo(150));
    expect(complete).toBe(true);
    expect(JSON.parse(calls.at(-1)?.body ?? '')).toEqual({ sort_by: [{ name: 1 }], page: 1, page_size: 100 });
  });

  test('where they are ignored everywhere, what came is told to be doubtful', () => {
    const { records, complete, remarks } = read(() => json({ count: 3, items: [{ id: 0 }] }));
    expect({ records, complete }).toEqual({ records: [{ id: 0 }], complete: false });
    expect(remarks).toHaveLength(1);
  });

  test('an empty page 0 is believed when page 1 is empty too', () => {
    const { records, complete, asked } = read(numbered({ count: 0 }));
    expect({ records, complete }).toEqual({ records: [], complete: true });
    expect(asked).toEqual(['0/100', '1/100']);
  });

  test('without a promise the end is an empty page', () => {
    const { asked, complete } = read(numbered({ count: 150, total: 'absent' }));
    expect(complete).toBe(true);
    expect(asked).toEqual(['0/100', '1/100', '2/100']);
  });

  test('fewer than promised is told, and nothing counts as gone', () => {
    const { complete, remarks } = read(numbered({ count: 150, total: { wrongBy: 7 } }));
    expect(complete).toBe(false);
    expect(remarks).toEqual([
      'Only 150 of the 157 things that were announced arrived, so none are marked as gone.',
    ]);
  });

  test('more than promised is told; all are here', () => {
    const { records, complete, remarks } = read(numbered({ count: 150, total: { wrongBy: -7 } }));
    expect(ids(records)).toEqual(idsUpTo(150));
    expect(complete).toBe(true);
    expect(remarks).toEqual(['More things arrived than were announced (150 of 143); all are here.']);
  });

  test('a promise that shrinks meanwhile may have hidden a record', () => {
    const rows = (from: number, to: number) =>
      idsUpTo(to)
        .slice(from)
        .map((id) => ({ id }));
    const { complete, remarks } = read(
      inTurn(
        json({ count: 150, page_size: 100, items: rows(0, 100) }),
        json({ count: 149, page_size: 100, items: rows(101, 150) }),
      ),
    );
    expect(complete).toBe(false);
    expect(remarks).toEqual([
      'The list of things changed while it was read, so none are marked as gone; refresh once more.',
    ]);
  });

  test('pages that only repeat themselves prove no end unless the promise is kept', () => {
    const endless = { pastEnd: 'last page again', count: 150 } as const;
    expect(read(numbered(endless))).toMatchObject({ complete: true, remarks: [] });
    const unsure = read(numbered({ ...endless, total: 'absent' }));
    expect(ids(unsure.records)).toEqual(idsUpTo(150));
    expect(unsure.complete).toBe(false);
    expect(unsure.remarks[0]).toMatch(/repeated themselves after 150/);
  });

  test('a refusal after the last page is an end only if all promised records are here', () => {
    const exact = numbered({ count: 200, pastEnd: 'not found' });
    expect(read(exact)).toMatchObject({ complete: true, remarks: [] });
    const short = numbered({ count: 200, pastEnd: 'not found', total: { wrongBy: 1 } });
    expect(errorOf(() => read(short)).code).toBe('NOT_FOUND');
  });

  test('a list without end is an error at the page bound', () => {
    let next = 0;
    const { dispatcher, http } = dispatcherOver(() => json({ items: [{ id: next++ }] }), PATIENT);
    expect(errorOf(() => readAll(dispatcher, list(), 'id')).code).toBe('INCOMPLETE_READ');
    expect(http.calls).toHaveLength(PAGING.maxPages);
  });

  test('a refusal that has other reasons is reported as the platform words it', () => {
    const { code, what } = errorOf(() => read(() => json({ message: 'sort_by is wrong' }, 400)));
    expect(code).toBe('PROVIDER_REFUSED');
    expect(what).toContain('sort_by is wrong');
  });

  test.each([
    [401, 'KEY_REFUSED'],
    [403, 'KEY_LACKS_RIGHTS'],
  ])('%i does not make it try another first page', (status, code) => {
    const { dispatcher, http } = dispatcherOver(() => json({}, status), PATIENT);
    expect(errorOf(() => readAll(dispatcher, list(), 'id')).code).toBe(code);
    expect(http.calls).toHaveLength(1);
  });

  test.each([
    ['under its second name', { data: [{ id: 1 }], meta: { total: '1' } }],
    ['under a name of its own', { things: [{ id: 1 }], count: 1 }],
    ['as the answer itself', [{ id: 1 }]],
  ])('the list is found %s', (_, body) => {
    const { records, complete } = read(inTurn(json(body), json({ items: [], count: 1 })));
    expect(records).toEqual([{ id: 1 }]);
    expect(complete).toBe(true);
  });

  test('an answer without a list, or with several that nobody expected, is an error', () => {
    expect(errorOf(() => read(() => json({ count: 3 }))).what).toContain('“items” or “data”');
    expect(errorOf(() => read(() => json({ these: [], those: [] }))).code).toBe('INCOMPLETE_READ');
  });
});

describe('however a server counts', () => {
  const counting: fc.Arbitrary<Counting> = fc.record({
    count: fc.oneof(fc.integer({ min: 0, max: 350 }), fc.constantFrom(50, 100, 150, 200, 300)),
    first: fc.constantFrom(0 as const, 1 as const),
    pageZero: fc.constantFrom('refuses', 'breaks', 'is empty', 'is page 1'),
    cap: fc.constantFrom(20, 50, 99, 100),
    sizeLimit: fc.constantFrom(50, 100),
    total: fc.oneof(
      fc.constantFrom('right' as const, 'absent' as const, 'of this page' as const),
      fc.record({ wrongBy: fc.integer({ min: -200, max: 200 }) }),
    ),
    echo: fc.constantFrom('used size', 'absent'),
    pastEnd: fc.constantFrom('empty', 'last page again', 'not found'),
    repeatsAt: fc.option(fc.integer({ min: 0, max: 4 })),
    where: fc.constantFrom('query', 'body'),
    overlap: fc.integer({ min: 0, max: 3 }),
  });

  test('the result is the whole list, an error, or not complete with a remark', () => {
    fc.assert(
      fc.property(counting, (how) => {
        let result;
        try {
          result = read(numbered(how));
        } catch (thrown) {
          expect(thrown).toBeInstanceOf(AppError);
          return;
        }
        if (result.complete) expect(ids(result.records)).toEqual(idsUpTo(how.count));
        else expect(result.remarks).not.toEqual([]);
        if (result.records.length < how.count) expect(result.complete).toBe(false);
      }),
      { numRuns: 1500 },
    );
  });

  test('an honest server is always read whole', () => {
    const honest = counting.map((how): Counting => ({ ...how, total: 'right', repeatsAt: null }));

    fc.assert(
      fc.property(honest, (how) => {
        const { records, complete, remarks } = read(numbered(how));
        expect(ids(records)).toEqual(idsUpTo(how.count));
        expect({ complete, remarks }).toEqual({ complete: true, remarks: [] });
      }),
      { numRuns: 500 },
    );
  });
});

describe('lists that each hold a part', () => {
  const below = (n: number): ListRequest => list({ request: request(`/parents/${String(n)}/things`) });
  const parentOf = (url: string): number => Number(/parents\/(\d+)/.exec(url)?.[1]);

  test('all records come, what one list teaches serves the next, and progress adds up', () => {
    const { dispatcher, http } = dispatcherOver((call, arrived) => {
      const offset = parentOf(call.url) * 10;
      const answer = numbered({ count: 3, first: 1 })(call, arrived);
      if (answer.kind !== 'answer' || answer.status !== 200) return answer;
      const body = JSON.parse(answer.body) as { items: { id: number }[] };
      return json({ ...body, items: body.items.map(({ id }) => ({ id: id + offset })) });
    });
    const told: ReadProgress[] = [];
    const { records, pages, complete } = readUnion(dispatcher, [1, 2, 3].map(below), 'id', (progress) =>
      told.push(progress),
    );
    expect(ids(records)).toEqual([10, 11, 12, 20, 21, 22, 30, 31, 32]);
    expect({ pages, complete }).toEqual({ pages: 3, complete: true });
    // One refusal of page 0 in the first list, none after it.
    expect(http.calls).toHaveLength(4);
    expect(told).toEqual([
      { records: 3, pages: 1 },
      { records: 6, pages: 2 },
      { records: 9, pages: 3 },
    ]);
  });

  test('once a first page has held records, an empty list is one request', () => {
    const { dispatcher, http } = dispatcherOver((call, arrived) =>
      numbered({ count: parentOf(call.url) === 2 ? 2 : 0 })(call, arrived),
    );
    expect(readUnion(dispatcher, [1, 2, 3].map(below), 'id').complete).toBe(true);
    expect(http.calls.map((call) => parentOf(call.url))).toEqual([1, 1, 2, 3]);
  });

  test('a parent that is gone meanwhile leaves the result incomplete; all gone is an error', () => {
    const gone =
      (first: number): Handler =>
      (call, arrived) =>
        parentOf(call.url) >= first ? json({}, 404) : numbered({ count: 2 })(call, arrived);
    const result = readUnion(dispatcherOver(gone(2)).dispatcher, [1, 2].map(below), 'id');
    expect(ids(result.records)).toEqual([0, 1]);
    expect(result.complete).toBe(false);
    expect(result.remarks).toEqual(['What some things belong to is gone meanwhile; refresh once more.']);
    expect(errorOf(() => readUnion(dispatcherOver(gone(0)).dispatcher, [1, 2].map(below), 'id')).code).toBe(
      'NOT_FOUND',
    );
  });

  test('one incomplete list makes all of it incomplete', () => {
    const { dispatcher } = dispatcherOver((call, arrived) =>
      numbered({ count: 2, total: { wrongBy: parentOf(call.url) } })(call, arrived),
    );
    expect(readUnion(dispatcher, [0, 1].map(below), 'id').complete).toBe(false);
  });

  test('no lists are a complete nothing', () => {
    expect(readUnion(dispatcherOver(() => json({})).dispatcher, [], 'id')).toEqual({
      records: [],
      pages: 0,
      complete: true,
      remarks: [],
    });
  });
});
