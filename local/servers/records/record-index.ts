/** Finds records by id in a live list, without going through it each time. */

export class RecordIndex<T, Id extends string | number> {
  #positions = new Map<Id, number>();
  #list: readonly T[] = [];
  #length = -1;

  constructor(private readonly idOf: (record: T) => Id) {}

  find(list: readonly T[], id: Id): T | undefined {
    const known = list[this.#positions.get(id) ?? -1];
    if (known !== undefined && this.idOf(known) === id) return known;
    if (list === this.#list && list.length === this.#length && !this.#positions.has(id)) return undefined;
    this.#positions = new Map(list.map((record, i) => [this.idOf(record), i]));
    this.#list = list;
    this.#length = list.length;
    return list[this.#positions.get(id) ?? -1];
  }
}
