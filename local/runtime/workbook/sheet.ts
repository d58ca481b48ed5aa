/** One tab: its cells, how they change, and what hangs on them. */
import { ScriptError } from '../service-object';
import type { Rect } from './a1';
import type { Chart } from './chart';
import type { ConditionalFormat } from './conditional-format';
import { Formula } from './content';
import type { Filter } from './filter';
import { Grid } from './grid';
import type { Region } from './region';
import { sortBlock, type SortKey } from './sorting';
import {
  deleteColumns,
  deleteRows,
  insertColumns,
  insertRows,
  moveColumns,
  moveRows,
  type Neighbour,
} from './structure';
import { Style, type StyleField, type StyleFields } from './style';
import { checkboxValues, demandShortList, type ValidationRule } from './validation';
import type { Workbook } from './workbook';
import { typeIntoCell, writeValues } from './writing';

/** Rows and columns count from 1; blocks are given as row, column, number of rows, number of columns. */
export class Sheet extends Grid {
  filter: Filter | null = null;
  charts: readonly Chart[] = [];
  conditionalFormats: readonly ConditionalFormat[] = [];
  merges: readonly Region[] = [];
  /** `#rrggbb`, or null for none. */
  tabColor: string | null = null;
  hiddenGridlines = false;
  rightToLeft = false;
  /** The blocks that are selected, the last one being the active range. */
  selection: readonly Rect[] = [{ row: 1, column: 1, rows: 1, columns: 1 }];

  #name: string;
  #hidden = false;
  #frozenRows = 0;
  #frozenColumns = 0;

  constructor(
    workbook: Workbook,
    readonly id: number,
    name: string,
  ) {
    super(workbook);
    this.#name = name;
  }

  get name(): string {
    return this.#name;
  }

  /** Throws where another tab has the name. Formulas that refer to the tab follow. */
  set name(name: string) {
    if (name === this.#name) return;
    this.workbook.demandFreeName(name, this);
    this.workbook.adjustFormulas({ kind: 'renameSheet', sheet: this.#name, to: name });
    this.#name = name;
    this.workbook.contentChanged();
  }

  get hidden(): boolean {
    return this.#hidden;
  }

  set hidden(hidden: boolean) {
    if (hidden && this.workbook.sheets().every((sheet) => sheet === this || sheet.hidden)) {
      throw new ScriptError("You can't hide all the sheets in a document.");
    }
    this.#hidden = hidden;
    if (hidden) this.workbook.leave(this);
    this.workbook.touch();
  }

  get frozenRows(): number {
    return this.#frozenRows;
  }

  set frozenRows(rows: number) {
    if (rows >= this.maxRows) throw new ScriptError("You can't freeze all visible rows on the sheet.");
    this.#frozenRows = rows;
    this.workbook.touch();
  }

  get frozenColumns(): number {
    return this.#frozenColumns;
  }

  set frozenColumns(columns: number) {
    if (columns >= this.maxColumns) {
      throw new ScriptError("You can't freeze all visible columns on the sheet.");
    }
    this.#frozenColumns = columns;
    this.workbook.touch();
  }

  /** Writes as Range.setValues does; all or nothing. With a person given, protections are enforced. */
  write(row: number, column: number, values: readonly (readonly unknown[])[], person?: string): void {
    writeValues(this, row, column, values, person);
  }

  /** What a person types into a cell. Returns the edit event's `oldValue` and `value`. */
  typeText(
    row: number,
    column: number,
    text: string,
    person?: string,
  ): { oldValue: string | undefined; value: string } {
    return typeIntoCell(this, row, column, text, person);
  }

  setFormulas(row: number, column: number, formulas: readonly (readonly string[])[]): void {
    const rect = { row, column, rows: formulas.length, columns: formulas[0]?.length ?? 0 };
    this.place(rect, (r, c) => {
      const text = formulas[r - row]?.[c - column] ?? '';
      return text === '' ? undefined : new Formula(text.startsWith('=') ? text : `=${text}`);
    });
  }

  /** Empty or null takes the note away. */
  setNote(row: number, column: number, note: string | null): void {
    this.noteTexts.set(row, column, note === null || note === '' ? undefined : note);
    this.workbook.touch();
  }

  restyle<F extends StyleField>(
    rect: Rect,
    field: F,
    value: (row: number, column: number) => StyleFields[F] | undefined,
  ): void {
    this.styles.update(rect, (style, row, column) => Style.with(style, field, value(row, column)));
    // The number format decides whether formulas and readers see dates.
    if (field === 'format') this.workbook.contentChanged();
    else this.workbook.touch();
  }

  /** Null takes the rule away. A checkbox turns empty cells into its unchecked value. */
  setValidation(rect: Rect, rule: ValidationRule | null): void {
    if (rule !== null) demandShortList(rule);
    this.rules.fill(rect, rule ?? undefined);
    if (rule?.criteria === 'CHECKBOX') {
      const { unchecked } = checkboxValues(rule);
      if (unchecked !== '') {
        const value =
          typeof unchecked === 'boolean' || typeof unchecked === 'number' ? unchecked : String(unchecked);
        this.contents.update(rect, (content) => content ?? value);
      }
    }
    this.workbook.contentChanged();
  }

  clearContents(rect: Rect): void {
    this.place(rect, () => undefined);
  }

  clearStyles(rect: Rect): void {
    this.styles.fill(rect, undefined);
    this.workbook.contentChanged();
  }

  clearNotes(rect: Rect): void {
    this.noteTexts.fill(rect, undefined);
    this.workbook.touch();
  }

  insertRows(before: number, count: number, like: Neighbour = 'after'): void {
    insertRows(this, before, count, like);
  }

  insertColumns(before: number, count: number, like: Neighbour = 'after'): void {
    insertColumns(this, before, count, like);
  }

  deleteRows(at: number, count: number): void {
    deleteRows(this, at, count);
  }

  deleteColumns(at: number, count: number): void {
    deleteColumns(this, at, count);
  }

  /** `to` is the row before which they land, counted before the move. */
  moveRows(from: number, count: number, to: number): void {
    moveRows(this, from, count, to);
  }

  moveColumns(from: number, count: number, to: number): void {
    moveColumns(this, from, count, to);
  }

  /** Key columns are numbers of the tab, not of the block. */
  sort(rect: Rect, keys: readonly SortKey[]): void {
    sortBlock(this, rect, keys);
  }
}
