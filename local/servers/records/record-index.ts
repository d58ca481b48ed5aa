/** Finds records by id in a live list, without going through it each time. */

export class RecordIndex<T, Id extends string | number> {
  #positions = new Map<Id, number>();
  #list: readonly T[] = [];
  #length = -1;
  #last: T | undefined;

  constructor(private readonly idOf: (record: T) => Id) {}

  find(list: readonly T[], id: Id): T | undefined {
    const known = list[this.#positions.get(id) ?? -1];
    if (known !== undefined && this.idOf(known) === id) return known;
    if (this.#isAsBefore(list) && !this.#positions.has(id)) return undefined;
    this.#positions = new Map(list.map((record, i) => [this.idOf(record), i]));
    this.#list = list;
    this.#length = list.length;
    this.#last = list.at(-1);
    return list[this.#positions.get(id) ?? -1];
  }

  /** New records come last: one that took the place of another shows there. */
  #isAsBefore(list: readonly T[]): boolean {
    return list === this.#list && list.length === this.#length && list.at(-1) === this.#last;
  }
}
