/** Cuts lists into pages; the order of a list is worked out once and kept while its pages are read. */
import { decodeCursor, encodeCursor } from './page-cursor';
import { Refusal } from './exchange';

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

interface KeptOrder<T> {
  readonly source: readonly T[];
  readonly length: number;
  readonly revision: number;
  readonly rows: readonly T[];
}

const KEPT_ORDERS = 24;

export class PagedLists<T extends Identified> {
  readonly #kept = new Map<string, KeptOrder<T>>();

  /** A request without a cursor always starts from the records as they are; one with a cursor goes on. */
  page(request: PageRequest<T>): Page<T> {
    const cursor = request.cursor === null ? undefined : decodeCursor(request.cursor);
    if (request.cursor !== null && cursor === undefined) throw new Refusal(400, 'Invalid cursor');
    if (cursor !== undefined && cursor.query !== request.query) {
      throw new Refusal(400, 'The cursor belongs to a request with other parameters');
    }
    const kept = this.#kept.get(request.query);
    const fresh = kept !== undefined && cursor !== undefined && isFresh(kept, request);
    const rows = fresh ? kept.rows : this.#keep(request);
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

  #keep(request: PageRequest<T>): readonly T[] {
    const { source, revision } = request;
    const rows = request.order();
    this.#kept.delete(request.query);
    this.#kept.set(request.query, { source, length: source.length, revision, rows });
    for (const query of this.#kept.keys()) {
      if (this.#kept.size <= KEPT_ORDERS) break;
      this.#kept.delete(query);
    }
    return rows;
  }
}

function isFresh<T extends Identified>(kept: KeptOrder<T>, request: PageRequest<T>): boolean {
  return (
    kept.source === request.source &&
    kept.length === request.source.length &&
    kept.revision === request.revision
  );
}
