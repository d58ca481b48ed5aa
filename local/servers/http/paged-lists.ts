/** Cuts lists into pages that name the next one by a cursor. */
import { decodeCursor, encodeCursor } from './page-cursor';
import { Refusal } from './exchange';
import { KeptOrders } from './kept-orders';

export interface Identified {
  readonly id: string | number;
}

export interface PageRequest<T extends Identified> {
  readonly source: readonly T[];
  /** Grows with every change made through the server. */
  readonly revision: number;
  readonly query: string;
  readonly cursor: string | null;
  readonly size: number;
  readonly repeatCursor: boolean;
  /** Filters and sorts the source. */
  readonly order: () => readonly T[];
}

export interface Page<T> {
  readonly rows: readonly T[];
  readonly total: number;
  readonly next: string | undefined;
  /** Every row of the list, for aggregations. */
  readonly all: readonly T[];
}

export class PagedLists<T extends Identified> {
  readonly #orders = new KeptOrders<T>();

  /** A request without a cursor always starts from the records as they are; one with a cursor goes on. */
  page(request: PageRequest<T>): Page<T> {
    const cursor = request.cursor === null ? undefined : decodeCursor(request.cursor);
    if (request.cursor !== null && cursor === undefined) throw new Refusal(400, 'Invalid cursor');
    if (cursor !== undefined && cursor.query !== request.query) {
      throw new Refusal(400, 'The cursor belongs to a request with other parameters');
    }
    const rows = this.#orders.rows({ ...request, anew: cursor === undefined });
    let start = cursor?.offset ?? 0;
    if (cursor?.last !== undefined && rows[start - 1]?.id !== cursor.last) {
      const found = rows.findIndex((row) => row.id === cursor.last);
      if (found >= 0) start = found + 1;
    }
    const page = rows.slice(start, start + request.size);
    const end = start + page.length;
    const last = page[page.length - 1]?.id;
    let next =
      end < rows.length
        ? encodeCursor({ offset: end, query: request.query, ...(last === undefined ? {} : { last }) })
        : undefined;
    if (cursor?.circular === true || (request.repeatCursor && request.cursor !== null)) {
      next = request.cursor ?? undefined;
    } else if (request.repeatCursor) {
      // The first page has no cursor of its own yet.
      next = encodeCursor({ offset: 0, query: request.query, circular: true });
    }
    return { rows: page, total: rows.length, next, all: rows };
  }
}
