/** One tab as a person works in it: reads, types, moves and sorts. Rows and columns count from 1. */
import { columnNumber, parseA1, type Rect } from '../runtime/workbook/a1';
import { Filter } from '../runtime/workbook/filter';
import type { Sheet } from '../runtime/workbook/sheet';
import { listOptions, showsList } from '../runtime/workbook/validation';
import type { ChangeType, Edit } from './event';
import { typedText } from './typed-text';

/** What a tab needs of the desk: who works in it, and what follows an edit. */
export interface Hands {
  readonly user: string;
  /** Fires onEdit and the installed edit triggers. */
  edited(edit: Edit): Promise<void>;
  /** The same for what is not waited for: the triggers run before the person does the next thing. */
  did(change: ChangeType, edit?: Edit): void;
}

interface Block {
  readonly rows: number;
  readonly columns: number;
}

const A1 = /^\$?([A-Z]{1,3})\$?([1-9]\d*)$/i;

function place(a1: string): { row: number; column: number } {
  const match = A1.exec(a1);
  if (match === null) throw new Error(`“${a1}” is not a cell; give one as B7.`);
  const [, letters = '', row = ''] = match;
  return { row: Number(row), column: columnNumber(letters) };
}

/** Blocks as a person selects them: “B7”, “A2:C9”, “3:5”, “B:B”, or several of them after commas. */
function blocks(sheet: Sheet, a1: string): Rect[] {
  return a1.split(',').map((part) => {
    const block = parseA1(part);
    if (block === null) throw new Error(`“${part.trim()}” is not a block of cells; give one as A2:C9.`);
    const { row, column, lastRow, lastColumn } = block;
    const rows = (lastRow ?? sheet.maxRows) - row + 1;
    const rect = { row, column, rows, columns: (lastColumn ?? sheet.maxColumns) - column + 1 };
    sheet.demandInside(rect);
    return rect;
  });
}

export class Tab {
  readonly #sheet: Sheet;
  readonly #hands: Hands;

  constructor(sheet: Sheet, hands: Hands) {
    this.#sheet = sheet;
    this.#hands = hands;
  }

  get name(): string {
    return this.#sheet.name;
  }

  /** The labels of row 1: what the cells hold, without anything that a number format shows beside it. */
  header(): string[] {
    const columns = this.#sheet.lastColumn();
    return columns === 0 ? [] : (this.#sheet.values(1, 1, 1, columns)[0] ?? []).map(String);
  }

  /** Every row below the header, by label; of two columns with one label the first counts. */
  rows(): Record<string, unknown>[] {
    const header = this.header();
    return this.values()
      .slice(1)
      .map((row) => Object.fromEntries(header.map((label, at) => [label, row[at]] as const).reverse()))
      .map((row) => Object.fromEntries(header.map((label) => [label, row[label]])));
  }

  /** Of all cells up to the last with content, the header included; so are the next three. */
  values(): unknown[][] {
    return this.#read(({ rows, columns }) => this.#sheet.values(1, 1, rows, columns));
  }

  display(): string[][] {
    return this.#read(({ rows, columns }) => this.#sheet.display(1, 1, rows, columns));
  }

  /** '' where a cell holds no formula. */
  formulas(): string[][] {
    return this.#read(({ rows, columns }) => this.#sheet.formulas(1, 1, rows, columns));
  }

  /** '' where a cell has no note. */
  notes(): string[][] {
    return this.#read(({ rows, columns }) => this.#sheet.notes(1, 1, rows, columns));
  }

  /** As “#ffffff”, of the same cells. */
  backgrounds(): string[][] {
    return this.#read(({ rows, columns }) => {
      const rect = { row: 1, column: 1, rows, columns };
      return this.#sheet.styled(rect, 'background').map((line) => line.map((color) => color ?? '#ffffff'));
    });
  }

  /**
   * What the drop-down of a column offers, in the row with this id or else in the first below the header; [] without one.
   * @throws Error where there is no such row or column
   */
  choices(label: string, id?: string | number): readonly string[] {
    const column = this.#columnOf(label);
    const rule = this.#sheet.validation(id === undefined ? 2 : this.#rowOf(id), column);
    return rule !== null && showsList(rule) ? listOptions(rule) : [];
  }

  /** A person types a text into a cell: it becomes what Sheets makes of it, and onEdit fires. */
  async type(a1: string, text: string): Promise<void> {
    const { row, column } = place(a1);
    await this.#type(row, column, text);
  }

  /**
   * The same, by the row's id and the column's label. Numbers, dates and yes/no are typed as a person would.
   * @throws Error where there is no such row or column
   */
  async set(id: string | number, label: string, value: unknown): Promise<void> {
    const { locale, timeZone } = this.#sheet.workbook;
    await this.#type(this.#rowOf(id), this.#columnOf(label), typedText(value, locale, timeZone));
  }

  /**
   * A new column before column `at`, with its header and the texts typed below it. Sheets would give it the number
   * format and the rules of its neighbour; a person who wants formulas there sets them back to automatic, as here.
   */
  insertColumn(at: number, header: string, cells: readonly string[] = []): void {
    this.#sheet.insertColumns(at, 1);
    const column = { row: 1, column: at, rows: this.#sheet.maxRows, columns: 1 };
    this.#sheet.setValidation(column, null);
    this.#sheet.restyle(column, 'format', () => undefined);
    const texts = [header, ...cells];
    this.#sheet.write(
      1,
      at,
      texts.map((text) => [text]),
      this.#hands.user,
    );
    this.#hands.did('INSERT_COLUMN', {
      sheet: this.#sheet.id,
      row: 1,
      column: at,
      rows: texts.length,
      columns: 1,
      ...(texts.length === 1 ? { value: header } : {}),
    });
  }

  /** The column at `from` stands at `to` afterwards. */
  moveColumn(from: number, to: number): void {
    if (from !== to) this.#sheet.moveColumns(from, 1, to > from ? to + 1 : to);
    this.#hands.did('OTHER');
  }

  /** Types another label; the cell's note stays. */
  renameHeader(from: string, to: string): void {
    this.#hands.did('EDIT', this.#typed(1, this.#columnOf(from), to));
  }

  deleteColumn(label: string): void {
    this.#sheet.deleteColumns(this.#columnOf(label), 1);
    this.#hands.did('REMOVE_COLUMN');
  }

  /** The column stays where it is and is not shown; everything here still counts and reads it. */
  hideColumn(label: string): void {
    this.#sheet.columnAxis.hide(this.#columnOf(label), true);
    this.#hands.did('OTHER');
  }

  hideRows(at: number, count = 1): void {
    this.#hideRows(at, count, true);
  }

  showRows(at: number, count = 1): void {
    this.#hideRows(at, count, false);
  }

  /**
   * Sets the tab's filter so that only rows are seen whose cell in this column shows one of the texts; null takes the
   * column out of the filter again. The other columns stay as they were filtered.
   */
  filter(label: string, texts: readonly string[] | null): void {
    const column = this.#columnOf(label);
    const sheet = this.#sheet;
    sheet.filter ??= new Filter(sheet, sheet.track({ row: 1, column: 1, ...this.#extent() }));
    const criteria = { condition: null, hiddenValues: null, visibleValues: texts };
    sheet.filter.setCriteria(column, texts === null ? null : criteria);
    this.#hands.did('OTHER');
  }

  /** Brings the tab to the front and selects blocks: “B7”, “A2:C9”, “3:5”, “B:B”, or several after commas. */
  select(a1: string): void {
    this.#sheet.selection = blocks(this.#sheet, a1);
    this.#sheet.workbook.active = this.#sheet;
  }

  /** Sorts all rows below the header, whole, as “Sort sheet” does. */
  sort(label: string, descending = false): void {
    const column = this.#columnOf(label);
    const { rows, columns } = this.#extent();
    if (rows > 2) {
      const block = { row: 2, column: 1, rows: rows - 1, columns };
      this.#sheet.sort(block, [{ column, ascending: !descending }]);
      this.#sheet.filter?.apply();
    }
    this.#hands.did('OTHER');
  }

  deleteRow(id: string | number): void {
    this.#sheet.deleteRows(this.#rowOf(id), 1);
    this.#hands.did('REMOVE_ROW');
  }

  rename(name: string): void {
    this.#sheet.name = name;
    this.#hands.did('OTHER');
  }

  /** The charts on the tab, as specifications. */
  charts(): unknown[] {
    return [...this.#sheet.charts];
  }

  #hideRows(at: number, count: number, isHidden: boolean): void {
    for (let row = at; row < at + count; row += 1) this.#sheet.rowAxis.hide(row, isHidden);
    this.#hands.did('OTHER');
  }

  async #type(row: number, column: number, text: string): Promise<void> {
    await this.#hands.edited(this.#typed(row, column, text));
  }

  /** Whoever types into a cell has its tab in front and the cell selected. */
  #typed(row: number, column: number, text: string): Edit {
    this.#sheet.selection = [{ row, column, rows: 1, columns: 1 }];
    this.#sheet.workbook.active = this.#sheet;
    const { oldValue, value } = this.#sheet.typeText(row, column, text, this.#hands.user);
    return { sheet: this.#sheet.id, row, column, rows: 1, columns: 1, oldValue, value };
  }

  #extent(): Block {
    return { rows: this.#sheet.lastRow(), columns: this.#sheet.lastColumn() };
  }

  #read<Value>(read: (block: Block) => Value[][]): Value[][] {
    const block = this.#extent();
    return block.rows === 0 ? [] : read(block);
  }

  #columnOf(label: string): number {
    const column = this.header().indexOf(label) + 1;
    if (column > 0) return column;
    throw new Error(`“${this.name}” has no column “${label}”. It has: ${this.header().join(', ')}.`);
  }

  /**
   * The column of ids: the one whose note ends with the key `id`, else one that is called so, else the first whose key
   * or label ends like that, else the first.
   */
  #idColumn(): number {
    const keys = (this.notes()[0] ?? []).map((note) => /\S+$/.exec(note.trim())?.[0] ?? '');
    const labels = this.header().map((label) => label.trim().toLowerCase());
    const found = [
      keys.indexOf('id'),
      labels.indexOf('id'),
      keys.findIndex((key) => /_id$/.test(key)),
      labels.findIndex((label) => /\bid$/.test(label)),
    ];
    return (found.find((at) => at >= 0) ?? 0) + 1;
  }

  #rowOf(id: string | number): number {
    const column = this.#idColumn();
    const rows = this.#sheet.lastRow();
    const ids = rows === 0 ? [] : this.#sheet.values(1, column, rows, 1);
    const at = ids.findIndex(([value], index) => index > 0 && String(value) === String(id));
    if (at < 0) throw new Error(`“${this.name}” has no row with the id ${String(id)}.`);
    return at + 1;
  }
}
