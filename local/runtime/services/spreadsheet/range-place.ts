/** Range: where it lies, and ranges around it. */
import { ScriptError, ServiceObject, type EnumValue } from '../../service-object';
import { blockName, columnLetters, encloses, type Rect } from '../../workbook/a1';
import { demandEdit } from '../../workbook/protection';
import type { Sheet as Tab } from '../../workbook/sheet';
import { demand, oneOf, whole } from './arguments';
import { Dimension, Direction } from './enums';
import type { Range } from './range';
import type { Area } from './session';
import type { Sheet } from './sheet';

const areas = new WeakMap<object, Area>();

/** Where a Range lies; other objects have no area. */
export function areaOf(range: object): Area {
  const area = areas.get(range);
  if (area === undefined) throw new ScriptError('Range not found');
  return area;
}

export const isRange = (value: unknown): value is Range => value instanceof RangePlace;

/** https://developers.google.com/apps-script/reference/spreadsheet/range */
export abstract class RangePlace extends ServiceObject {
  readonly className = 'Range';

  constructor(area: Area) {
    super();
    areas.set(this, area);
  }

  getRow(): number {
    return areaOf(this).rect.row;
  }

  getRowIndex(): number {
    return this.getRow();
  }

  getColumn(): number {
    return areaOf(this).rect.column;
  }

  getNumRows(): number {
    return areaOf(this).rect.rows;
  }

  getNumColumns(): number {
    return areaOf(this).rect.columns;
  }

  getHeight(): number {
    return this.getNumRows();
  }

  getWidth(): number {
    return this.getNumColumns();
  }

  getLastRow(): number {
    const { row, rows } = areaOf(this).rect;
    return row + rows - 1;
  }

  getLastColumn(): number {
    const { column, columns } = areaOf(this).rect;
    return column + columns - 1;
  }

  getA1Notation(): string {
    const { rect, open, tab } = areaOf(this);
    if (open.rows === true && rect.row === 1 && rect.rows === tab.maxRows) {
      return `${columnLetters(rect.column)}:${columnLetters(this.getLastColumn())}`;
    }
    if (open.columns === true && rect.column === 1 && rect.columns === tab.maxColumns) {
      return `${rect.row}:${this.getLastRow()}`;
    }
    return blockName(rect);
  }

  getSheet(): Sheet {
    const { session, tab } = areaOf(this);
    return session.sheet(tab);
  }

  getGridId(): number {
    return areaOf(this).tab.id;
  }

  isStartRowBounded(): boolean {
    return !this.#isOpen('rows') || this.getRow() > 1;
  }

  isEndRowBounded(): boolean {
    return !this.#isOpen('rows');
  }

  isStartColumnBounded(): boolean {
    return !this.#isOpen('columns') || this.getColumn() > 1;
  }

  isEndColumnBounded(): boolean {
    return !this.#isOpen('columns');
  }

  /** Counted within the range, from 1. */
  getCell(row: number, column: number): Range {
    demand('Range.getCell', [row, column], [whole, whole]);
    const { rect } = areaOf(this);
    if (row < 1 || column < 1 || row > rect.rows || column > rect.columns) {
      throw new ScriptError('Cell reference out of range');
    }
    return this.offset(row - 1, column - 1, 1, 1);
  }

  offset(rowOffset: number, columnOffset: number, numRows?: number, numColumns?: number): Range {
    const args = [rowOffset, columnOffset, numRows, numColumns];
    demand('Range.offset', args, [whole, whole], [whole, whole, whole], [whole, whole, whole, whole]);
    const { session, tab, rect } = areaOf(this);
    return session.rangeAt(tab, {
      row: rect.row + rowOffset,
      column: rect.column + columnOffset,
      rows: numRows ?? rect.rows,
      columns: numColumns ?? rect.columns,
    });
  }

  /** Selects the range, and brings its tab to the front. */
  activate(): this {
    const { tab, rect } = areaOf(this);
    tab.selection = [rect];
    bringToFront(areaOf(this));
    return this;
  }

  /** Selects one cell; a selection around it stays. */
  activateAsCurrentCell(): this {
    const { tab, rect } = areaOf(this);
    if (rect.rows > 1 || rect.columns > 1) throw new ScriptError('The range must be a single cell.');
    if (!tab.selection.some((selected) => encloses(selected, rect))) tab.selection = [rect];
    bringToFront(areaOf(this));
    return this;
  }

  canEdit(): boolean {
    const { tab, rect, session } = areaOf(this);
    try {
      demandEdit(tab, rect, session.person);
      return true;
    } catch (error) {
      if (error instanceof ScriptError) return false;
      throw error;
    }
  }

  /** The block of cells with content around the range, as with Ctrl+A; with a dimension only along it. */
  getDataRegion(dimension?: EnumValue): Range {
    demand('Range.getDataRegion', [dimension], [], [oneOf(Dimension)]);
    const { session, tab, rect } = areaOf(this);
    return session.range(tab, dataRegion(tab, rect, dimension?.name));
  }

  /** Where Ctrl+arrow goes from the first cell of the range. */
  getNextDataCell(direction: EnumValue): Range {
    demand('Range.getNextDataCell', [direction], [oneOf(Direction)]);
    const { session, tab, rect } = areaOf(this);
    const [down, right] = STEPS[direction.name] ?? [0, 0];
    const filled = (row: number, column: number): boolean => tab.subject(row, column).value !== null;
    const inside = (row: number, column: number): boolean =>
      row >= 1 && column >= 1 && row <= tab.maxRows && column <= tab.maxColumns;
    let { row, column } = rect;
    const inBlock =
      filled(row, column) && inside(row + down, column + right) && filled(row + down, column + right);
    while (inside(row + down, column + right)) {
      if (inBlock && !filled(row + down, column + right)) break;
      row += down;
      column += right;
      if (!inBlock && filled(row, column)) break;
    }
    return session.range(tab, { row, column, rows: 1, columns: 1 });
  }

  #isOpen(dimension: 'rows' | 'columns'): boolean {
    return areaOf(this).open[dimension] === true;
  }
}

const STEPS: Readonly<Record<string, readonly [down: number, right: number]>> = {
  UP: [-1, 0],
  DOWN: [1, 0],
  PREVIOUS: [0, -1],
  NEXT: [0, 1],
};

function bringToFront({ session, tab, rect }: Area): void {
  session.workbook.active = tab;
  session.host.screen.activate(tab.name, { row: rect.row, column: rect.column });
}

function dataRegion(tab: Tab, start: Rect, dimension: string | undefined): Rect {
  let { row: top, column: left } = start;
  let bottom = top + start.rows - 1;
  let right = left + start.columns - 1;
  const filled = (row: number, column: number, rows: number, columns: number): boolean =>
    row >= 1 &&
    column >= 1 &&
    row + rows - 1 <= tab.maxRows &&
    column + columns - 1 <= tab.maxColumns &&
    tab.display(row, column, rows, columns).some((line) => line.some((shown) => shown !== ''));
  for (let grown = true; grown;) {
    const before = [top, bottom, left, right].join();
    if (dimension !== 'COLUMNS') {
      if (filled(top - 1, left, 1, right - left + 1)) top--;
      if (filled(bottom + 1, left, 1, right - left + 1)) bottom++;
    }
    if (dimension !== 'ROWS') {
      if (filled(top, left - 1, bottom - top + 1, 1)) left--;
      if (filled(top, right + 1, bottom - top + 1, 1)) right++;
    }
    grown = before !== [top, bottom, left, right].join();
  }
  return { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
}
