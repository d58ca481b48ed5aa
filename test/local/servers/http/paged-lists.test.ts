import fc from 'fast-check';
import { PagedLists } from '../../../../local/servers/http/paged-lists';
import type { PageRequest } from '../../../../local/servers/http/paged-lists';

interface Row {
  id: number;
}

function reader(source: Row[]) {
  const lists = new PagedLists<Row>();
  let ordered = 0;
  const page = (cursor: string | null, size: number, more: Partial<PageRequest<Row>> = {}) =>
    lists.page({
      source,
      revision: 0,
      query: 'q',
      cursor,
      size,
      repeatCursor: false,
      order: () => {
        ordered += 1;
        return [...source].sort((a, b) => a.id - b.id);
      },
      ...more,
    });
  return { page, orders: () => ordered };
}

const rows = (count: number): Row[] => Array.from({ length: count }, (_, id) => ({ id }));

describe('PagedLists', () => {
  it('gives every row once and in order, whatever the page size, and orders them once', () => {
    fc.assert(
      fc.property(fc.nat(60), fc.integer({ min: 1, max: 20 }), (count, size) => {
        const { page, orders } = reader(rows(count).reverse());
        const seen: number[] = [];
        let cursor: string | null = null;
        do {
          const { rows: found, total, next } = page(cursor, size);
          expect(total).toBe(count);
          seen.push(...found.map((row) => row.id));
          cursor = next ?? null;
        } while (cursor !== null);
        expect(seen).toEqual(rows(count).map((row) => row.id));
        expect(orders()).toBe(1);
      }),
    );
  });

  it('goes on behind the last row that was read when earlier rows have vanished', () => {
    const source = rows(6);
    const { page } = reader(source);
    const { next } = page(null, 3);
    source.splice(0, 2);
    expect(page(next ?? '', 3).rows).toEqual([{ id: 3 }, { id: 4 }, { id: 5 }]);
  });

  it('refuses the cursor of another query', () => {
    const { page } = reader(rows(6));
    const { next } = page(null, 3);
    expect(() => page(next ?? '', 3, { query: 'other' })).toThrow('other parameters');
    expect(() => page('nonsense', 3)).toThrow('Invalid cursor');
  });

  it('repeats the cursor that was asked for, on demand', () => {
    const { page } = reader(rows(6));
    const { next = '' } = page(null, 2);
    expect(page(next, 2, { repeatCursor: true }).next).toBe(next);
  });

  it('goes round in circles from a first page that is to repeat its cursor', () => {
    const { page } = reader(rows(2));
    const { next = '' } = page(null, 10, { repeatCursor: true });
    expect(page(next, 10)).toMatchObject({ next, rows: rows(2) });
  });
});
