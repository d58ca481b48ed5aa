/** Where the grid component has a tab's rows and columns: frozen ones apart, hidden ones not at all. */
import type { AllDimensionType, DimensionCols, DimensionRows, RangeArea } from '@revolist/revogrid';
import type { BlockView, TabView } from '../../protocol';

export interface GridPlace {
  /** Counts from 0 within its part of the grid. */
  readonly cell: { readonly x: number; readonly y: number };
  readonly rowType: DimensionRows;
  readonly columnType: DimensionCols;
}

type GridTab = Pick<
  TabView,
  'rows' | 'columns' | 'frozenRows' | 'frozenColumns' | 'hiddenRows' | 'hiddenColumns'
>;

export class GridPlaces {
  readonly #frozenRows: readonly number[];
  readonly #rows: readonly number[];
  readonly #frozenColumns: readonly number[];
  readonly #columns: readonly number[];

  constructor(tab: GridTab) {
    const { rows, columns, frozenRows, frozenColumns } = tab;
    const hiddenColumns = new Set(tab.hiddenColumns);
    // The component hides no row of the frozen part.
    this.#frozenRows = between(1, frozenRows, new Set());
    this.#rows = between(frozenRows + 1, rows, new Set(tab.hiddenRows));
    this.#frozenColumns = between(1, frozenColumns, hiddenColumns);
    this.#columns = between(frozenColumns + 1, columns, hiddenColumns);
  }

  /** Null for a cell that is hidden or not there. */
  of(row: number, column: number): GridPlace | null {
    const isFrozenRow = row <= this.#frozenRows.length;
    const x = this.#frozenColumns.includes(column)
      ? this.#frozenColumns.indexOf(column)
      : this.#columns.indexOf(column);
    const y = isFrozenRow ? row - 1 : this.#rows.indexOf(row);
    if (x < 0 || y < 0) return null;
    return {
      cell: { x, y },
      rowType: isFrozenRow ? 'rowPinStart' : 'rgRow',
      columnType: this.#frozenColumns.includes(column) ? 'colPinStart' : 'rgCol',
    };
  }

  /** The block of the tab that a range of the grid spans: hidden rows within it belong to it. */
  block({ x, y, x1, y1, rowType, colType }: RangeArea & AllDimensionType): BlockView {
    const rows = rowType === 'rowPinStart' ? this.#frozenRows : this.#rows;
    const columns = colType === 'colPinStart' ? this.#frozenColumns : this.#columns;
    const [top, bottom] = [rows[Math.min(y, y1)] ?? 1, rows[Math.max(y, y1)] ?? 1];
    const [left, right] = [columns[Math.min(x, x1)] ?? 1, columns[Math.max(x, x1)] ?? 1];
    return { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
  }
}

function between(first: number, last: number, hidden: ReadonlySet<number>): number[] {
  const places: number[] = [];
  for (let place = first; place <= last; place += 1) if (!hidden.has(place)) places.push(place);
  return places;
}
