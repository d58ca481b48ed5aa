/** One tab on the grid component: draws what the server has, and reports what the person does. */
import type { BeforeRangeSaveDataDetails, BeforeSaveDataDetails, ColumnRegular } from '@revolist/revogrid';
import type { BlockView, TabView, TypedCell } from '../../protocol';
import { cellEditor } from './cell-editor';
import type { Scrolled } from './ChartLayer';
import { EDITOR, gridColumns, ROW_NUMBERS, trimmed } from './columns';
import { GridPlaces } from './grid-places';
import { TabData, type RowModel } from './tab-data';

/** How long after a key or a click something may still come of it. Milliseconds. */
const ACT = 100;

export interface GridEvents {
  /** The cell whose text the formula bar shows. */
  choose(row: number, column: number): void;
  /** What a person selected. */
  select(block: BlockView): void;
  type(cells: readonly TypedCell[]): void;
  resize(column: number, pixels: number): void;
  /** How far the cells that are not frozen are scrolled, in pixels. */
  scroll(scrolled: Scrolled): void;
}

export class GridView {
  readonly data: TabData;
  readonly #grid = document.createElement('revo-grid');
  #shape = '';
  #places: GridPlaces;
  #focus = { row: 1, column: 1 };
  #selected = '';
  #drawing = false;
  #lastAct = 0;
  #scrolled: Scrolled = { left: 0, top: 0 };

  constructor(
    place: HTMLElement,
    private tab: TabView,
    version: number,
    private readonly events: GridEvents,
  ) {
    this.#places = new GridPlaces(tab);
    this.data = new TabData(tab.id, version, () => this.#redraw());
    const grid = this.#grid;
    Object.assign(grid, {
      range: true,
      resize: true,
      canFocus: true,
      useClipboard: true,
      filter: false,
      rowSize: tab.defaultHeight,
      rowHeaders: ROW_NUMBERS,
      editors: { [EDITOR]: cellEditor(this.data) },
    });
    this.#listen();
    this.#draw();
    place.append(grid);
  }

  remove(): void {
    this.#grid.remove();
  }

  /** The server has told something new about the tab. */
  show(tab: TabView, version: number): void {
    this.tab = tab;
    this.data.outdate(version);
    this.#redraw();
  }

  /** Ticks or unticks a checkbox. */
  toggle(row: number, column: number): void {
    const { checkbox } = this.data.cell(row, column);
    if (checkbox) this.events.type([{ row, column, text: checkbox.toggled }]);
  }

  async #edit(row: number, column: number): Promise<void> {
    const place = this.#places.of(row, column);
    if (place) await this.#grid.setCellEdit(place.cell.y, column, place.rowType);
  }

  /**
   * Puts the focus on a cell, and brings it into view; one that is hidden stays so. A person who is at work elsewhere is
   * not led away: the editor that they have just opened would close.
   */
  lead(row: number, column: number): void {
    requestAnimationFrame(() => {
      if (!this.#isAtWork()) void this.#lead(row, column);
    });
  }

  /** Whether the person edits a cell, or has just done something that may open one. */
  #isAtWork(): boolean {
    return performance.now() - this.#lastAct < ACT || this.#grid.querySelector('revogr-edit') !== null;
  }

  async #lead(row: number, column: number): Promise<void> {
    const place = this.#places.of(row, column);
    if (!place) return;
    const { cell, rowType, columnType } = place;
    // Only what is near the view is drawn.
    if (!this.#grid.querySelector(`[data-row="${String(row)}"][data-column="${String(column)}"]`)) {
      if (rowType === 'rgRow') await this.#grid.scrollToRow(cell.y);
      if (columnType === 'rgCol') await this.#grid.scrollToColumnIndex(cell.x);
    }
    await this.#grid.setCellsFocus(cell, cell, columnType, rowType);
  }

  /**
   * Soon, and not while the person edits: the grid closes an open editor when it draws anew, and forgets one that
   * is just opening.
   */
  #redraw(): void {
    if (this.#drawing) return;
    this.#drawing = true;
    const draw = (): void => {
      if (this.#isAtWork()) {
        setTimeout(draw, ACT);
        return;
      }
      this.#drawing = false;
      this.#draw();
    };
    requestAnimationFrame(draw);
  }

  #draw(): void {
    const { name: _, ...rest } = this.tab;
    const shape = JSON.stringify(rest);
    if (shape === this.#shape) void this.#grid.refresh('all');
    else this.#reshape();
    this.#shape = shape;
    this.events.choose(this.#focus.row, this.#focus.column);
  }

  #reshape(): void {
    const { frozenRows, rows, hiddenRows, rowHeights } = this.tab;
    this.#places = new GridPlaces(this.tab);
    this.#grid.columns = gridColumns(this.tab, this.data, {
      toggle: (row, column) => this.toggle(row, column),
      openList: (row, column) => void this.#edit(row, column),
    });
    this.#grid.pinnedTopSource = this.data.rows(1, frozenRows);
    this.#grid.source = this.data.rows(frozenRows + 1, rows);
    this.#grid.trimmedRows = trimmed(hiddenRows, frozenRows + 1);
    this.#grid.rowDefinitions = rowHeights.map(([row, size]) => ({
      type: row <= frozenRows ? 'rowPinStart' : 'rgRow',
      index: row <= frozenRows ? row - 1 : row - frozenRows - 1,
      size,
    }));
  }

  #listen(): void {
    const grid = this.#grid;
    for (const act of ['keydown', 'mousedown']) {
      grid.addEventListener(act, () => (this.#lastAct = performance.now()), { capture: true });
    }
    grid.addEventListener('beforeedit', (event) => {
      event.preventDefault();
      const { model, prop, val } = event.detail as BeforeSaveDataDetails;
      const cell = { row: (model as RowModel).n, column: Number(prop) };
      const before = this.data.cell(cell.row, cell.column);
      const text = String(val ?? '');
      if (text !== (before.typed ?? before.text)) this.events.type([{ ...cell, text }]);
    });
    grid.addEventListener('beforerangeedit', (event) => {
      event.preventDefault();
      const { data, models } = event.detail as BeforeRangeSaveDataDetails;
      const cells = Object.entries(data).flatMap(([index, texts]) => {
        const row = (models[Number(index)] as RowModel | undefined)?.n;
        if (row === undefined) return [];
        return Object.entries(texts)
          .filter(([column]) => column !== 'n')
          .map(([column, text]) => ({ row, column: Number(column), text: String(text ?? '') }));
      });
      this.events.type(cells);
    });
    grid.addEventListener('afterfocus', (event) => {
      const { model, column } = event.detail;
      if (!model || !column) return;
      this.#focus = { row: (model as RowModel).n, column: Number(column.prop) };
      this.events.choose(this.#focus.row, this.#focus.column);
      this.#tellSelection();
    });
    // Where a scroll was asked for, the event tells that place; where it ended, the elements do.
    grid.addEventListener('scroll', () => this.#tellScroll(), { capture: true, passive: true });
    grid.addEventListener('setrange', () => this.#tellSelection());
    grid.addEventListener('aftercolumnresize', (event) => {
      for (const column of Object.values(event.detail as Record<number, ColumnRegular>)) {
        if (column.size !== undefined) this.events.resize(Number(column.prop), column.size);
      }
    });
    grid.addEventListener(
      'keydown',
      (event: Event) => {
        if (
          !(event instanceof KeyboardEvent) ||
          event.key !== ' ' ||
          !this.#focus ||
          event.target instanceof HTMLInputElement
        )
          return;
        const { row, column } = this.#focus;
        if (!this.data.cell(row, column).checkbox) return;
        event.preventDefault();
        event.stopPropagation();
        this.toggle(row, column);
      },
      { capture: true },
    );
  }

  #tellScroll(): void {
    const part = this.#grid.querySelector('revogr-viewport-scroll.rgCol');
    const left = part?.scrollLeft ?? 0;
    const top = part?.querySelector('.vertical-inner')?.scrollTop ?? 0;
    if (left === this.#scrolled.left && top === this.#scrolled.top) return;
    this.#scrolled = { left, top };
    this.events.scroll(this.#scrolled);
  }

  /** Once the grid has taken it over, and only what is new. */
  #tellSelection(): void {
    requestAnimationFrame(() => {
      void this.#grid.getSelectedRange().then((range) => {
        const block = range ? this.#places.block(range) : { ...this.#focus, rows: 1, columns: 1 };
        const told = JSON.stringify(block);
        if (told === this.#selected) return;
        this.#selected = told;
        this.events.select(block);
      });
    });
  }
}
