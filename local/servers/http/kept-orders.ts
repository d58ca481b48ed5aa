/** Lists in the order that a query gives them, worked out once and kept while their pages are read. */

export interface OrderRequest<T> {
  /** The live list that the order is made from. */
  readonly source: readonly unknown[];
  /** Grows with every change made through the server. */
  readonly revision: number;
  readonly query: string;
  /** Start from the records as they are: changes made to them directly are not noticed otherwise. */
  readonly anew: boolean;
  /** Filters and sorts the source. */
  readonly order: () => readonly T[];
}

interface KeptOrder<T> {
  readonly source: readonly unknown[];
  readonly length: number;
  readonly revision: number;
  readonly rows: readonly T[];
}

const KEPT_ORDERS = 24;

export class KeptOrders<T> {
  readonly #kept = new Map<string, KeptOrder<T>>();

  rows(request: OrderRequest<T>): readonly T[] {
    const kept = this.#kept.get(request.query);
    return kept !== undefined && !request.anew && isFresh(kept, request) ? kept.rows : this.#keep(request);
  }

  #keep({ source, revision, query, order }: OrderRequest<T>): readonly T[] {
    const rows = order();
    this.#kept.delete(query);
    this.#kept.set(query, { source, length: source.length, revision, rows });
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= KEPT_ORDERS) break;
      this.#kept.delete(oldest);
    }
    return rows;
  }
}

function isFresh<T>(kept: KeptOrder<T>, request: OrderRequest<T>): boolean {
  return (
    kept.source === request.source &&
    kept.length === request.source.length &&
    kept.revision === request.revision
  );
}
