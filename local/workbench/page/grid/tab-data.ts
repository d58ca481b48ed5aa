/** The rows of one tab that the page has seen, fetched in chunks when they are looked at. */
import type { CellLook, CellView, RichCell, RowsView } from '../../protocol';
import { readRows } from '../server/client';

const CHUNK = 100;

/** A row as the grid holds it: its number, and the displayed texts by column for copying. */
export interface RowModel {
  n: number;
  [column: number]: string;
}

interface Chunk {
  readonly view: RowsView;
  readonly version: number;
}

const EMPTY: RichCell = { text: '' };

export class TabData {
  readonly models: RowModel[] = [];
  readonly #chunks = new Map<number, Chunk>();
  readonly #loading = new Set<number>();

  constructor(
    readonly tab: number,
    private version: number,
    private readonly onLoaded: () => void,
  ) {}

  /** The file has changed: what is shown stays until it has been read again. */
  outdate(version: number): void {
    this.version = version;
  }

  /** Models of rows `from` to `to`, kept from one call to the next. */
  rows(from: number, to: number): RowModel[] {
    const rows: RowModel[] = [];
    for (let n = from; n <= to; n += 1) rows.push((this.models[n] ??= { n }));
    return rows;
  }

  /** Never waits: what is not there yet is fetched, and `onLoaded` called. */
  cell(row: number, column: number): RichCell {
    const index = Math.floor((row - 1) / CHUNK);
    const chunk = this.#chunks.get(index);
    if (chunk?.version !== this.version) void this.#load(index);
    const cell: CellView = chunk?.view.rows[row - chunk.view.from]?.[column - 1] ?? null;
    if (cell === null) return EMPTY;
    return typeof cell === 'string' ? { text: cell } : cell;
  }

  look(row: number, index: number | undefined): CellLook | undefined {
    return index === undefined ? undefined : this.#viewOf(row)?.looks[index];
  }

  list(row: number, index: number | undefined): readonly string[] | undefined {
    return index === undefined ? undefined : this.#viewOf(row)?.lists[index];
  }

  #viewOf(row: number): RowsView | undefined {
    return this.#chunks.get(Math.floor((row - 1) / CHUNK))?.view;
  }

  async #load(index: number): Promise<void> {
    if (this.#loading.has(index)) return;
    this.#loading.add(index);
    const wanted = this.version;
    try {
      const view = await readRows(this.tab, index * CHUNK + 1, CHUNK);
      this.#chunks.set(index, { view, version: wanted });
      view.rows.forEach((cells, line) => this.#fill(view.from + line, cells));
    } catch (problem) {
      // The tab may have been deleted meanwhile; if not, the next change of the file asks again.
      this.#chunks.set(index, {
        view: { tab: this.tab, version: wanted, from: index * CHUNK + 1, rows: [], looks: [], lists: [] },
        version: wanted,
      });
      console.warn('Rows could not be read:', problem);
    } finally {
      this.#loading.delete(index);
    }
    this.onLoaded();
  }

  #fill(n: number, cells: readonly CellView[]): void {
    const model = (this.models[n] ??= { n });
    for (const column of Object.keys(model)) if (column !== 'n') delete model[Number(column)];
    cells.forEach((cell, place) => {
      if (cell !== null) model[place + 1] = typeof cell === 'string' ? cell : cell.text;
    });
  }
}
