/** The cells of one tab, and how they read. */
import { ScriptError } from '../service-object';
import type { Rect } from './a1';
import { Axis } from './axis';
import type { CellError, Scalar } from './cells/cell';
import { dateFromSerial, serialFromDate } from './cells/dates';
import { formatCell, GENERAL, isDateFormat } from './cells/number-format';
import type { Subject } from './condition';
import { Formula, formulaOf, isError, resultOf, type CellValue, type Content } from './content';
import { Layer } from './layer';
import { DEFAULT_COLUMN_WIDTH, DEFAULT_ROW_HEIGHT, NEW_TAB } from './limits';
import { Region, type OpenEdges } from './region';
import type { Style, StyleField, StyleFields } from './style';
import type { ValidationRule } from './validation';
import type { Workbook } from './workbook';

/** Rows and columns count from 1; blocks are given as row, column, number of rows, number of columns. */
export abstract class Grid {
  readonly contents = new Layer<Content>();
  readonly styles = new Layer<Style>();
  readonly noteTexts = new Layer<string>();
  readonly rules = new Layer<ValidationRule>();
  /** Results of array formulas beyond the cell of the formula. */
  readonly spills = new Layer<Scalar | CellError>();
  readonly regions = new Set<Region>();
  rowAxis = new Axis(NEW_TAB.rows, DEFAULT_ROW_HEIGHT);
  columnAxis = new Axis(NEW_TAB.columns, DEFAULT_COLUMN_WIDTH);

  #mayHaveFormulas = false;

  constructor(readonly workbook: Workbook) {}

  get maxRows(): number {
    return this.rowAxis.count;
  }

  get maxColumns(): number {
    return this.columnAxis.count;
  }

  columnWidth(column: number): number {
    return this.columnAxis.size(column);
  }

  rowHeight(row: number): number {
    return this.rowAxis.size(row);
  }

  hiddenRows(): number[] {
    return this.rowAxis.hiddenPositions();
  }

  hiddenColumns(): number[] {
    return this.columnAxis.hiddenPositions();
  }

  /** The last row with content; 0 on an empty tab. Formats, notes and rules do not count. */
  lastRow(): number {
    this.workbook.calculation.refresh(this);
    return Math.max(this.contents.extent().rows, this.spills.extent().rows);
  }

  lastColumn(): number {
    this.workbook.calculation.refresh(this);
    return Math.max(this.contents.extent().columns, this.spills.extent().columns);
  }

  /** As Range.getValues: numbers with a date format as Date, errors of formulas as text, '' for empty cells. */
  values(row: number, column: number, rows: number, columns: number): CellValue[][] {
    this.workbook.calculation.refresh(this);
    const { timeZone } = this.workbook;
    return this.contents.read({ row, column, rows, columns }, (content, r, c) => {
      const result = this.#result(content, r, c);
      if (result === null) return '';
      if (isError(result)) return result.error;
      return typeof result === 'number' && this.#isDate(content, r, c)
        ? dateFromSerial(result, timeZone)
        : result;
    });
  }

  /** As Range.getDisplayValues: always text, by number format and locale. */
  display(row: number, column: number, rows: number, columns: number): string[][] {
    this.workbook.calculation.refresh(this);
    return this.contents.read({ row, column, rows, columns }, (content, r, c) => {
      const result = this.#result(content, r, c);
      return isError(result)
        ? result.error
        : formatCell(result, this.#shownFormat(content, r, c), this.workbook.locale);
    });
  }

  /** '' where a cell holds no formula. */
  formulas(row: number, column: number, rows: number, columns: number): string[][] {
    return this.contents.read({ row, column, rows, columns }, formulaOf);
  }

  /** '' where a cell has no note. */
  notes(row: number, column: number, rows: number, columns: number): string[][] {
    return this.noteTexts.read({ row, column, rows, columns }, (note) => note ?? '');
  }

  /** Number formats; a general pattern for untouched cells. */
  formats(row: number, column: number, rows: number, columns: number): string[][] {
    return this.styles.read({ row, column, rows, columns }, (style) => style?.fields.format ?? GENERAL);
  }

  /** One field of the styles; undefined where it was never set. */
  styled<F extends StyleField>(rect: Rect, field: F): (StyleFields[F] | undefined)[][] {
    return this.styles.read(rect, (style) => style?.fields[field]);
  }

  style(row: number, column: number): StyleFields {
    return this.styles.get(row, column)?.fields ?? {};
  }

  validation(row: number, column: number): ValidationRule | null {
    return this.rules.get(row, column) ?? null;
  }

  isCheckbox(row: number, column: number): boolean {
    return this.rules.get(row, column)?.criteria === 'CHECKBOX';
  }

  /** A cell as conditions of filters and rules see it. */
  subject(row: number, column: number): Subject {
    this.workbook.calculation.refresh(this);
    const content = this.contents.get(row, column);
    const result = this.#result(content, row, column);
    return isError(result)
      ? { value: result.error, text: result.error, isDate: false }
      : {
          value: result,
          text: formatCell(result, this.#shownFormat(content, row, column), this.workbook.locale),
          isDate: this.#isDate(content, row, column),
        };
  }

  /** Places contents that are already typed; undefined empties the cell. */
  place(rect: Rect, content: (row: number, column: number) => Content | undefined): void {
    this.contents.update(rect, (_, row, column) => {
      const placed = content(row, column);
      if (placed instanceof Formula) this.#mayHaveFormulas = true;
      return placed;
    });
    this.workbook.contentChanged();
  }

  get hasFormulas(): boolean {
    return this.#mayHaveFormulas;
  }

  *formulaCells(): Generator<readonly [row: number, column: number, formula: Formula]> {
    if (!this.#mayHaveFormulas) return;
    let found = false;
    for (const [row, column, content] of this.contents.entries()) {
      if (!(content instanceof Formula)) continue;
      found = true;
      yield [row, column, content];
    }
    this.#mayHaveFormulas = found;
  }

  /** Remembers a place that follows rows and columns. */
  track(rect: Rect, open?: OpenEdges): Region {
    const region = new Region(rect, open);
    this.regions.add(region);
    return region;
  }

  demandInside(rect: Rect): void {
    const lastRow = rect.row + rect.rows - 1;
    const lastColumn = rect.column + rect.columns - 1;
    if (rect.row < 1 || rect.column < 1 || lastRow > this.maxRows || lastColumn > this.maxColumns) {
      throw new ScriptError('The coordinates of the range are outside the dimensions of the sheet.');
    }
  }

  serial = (date: Date): number => serialFromDate(date.getTime(), this.workbook.timeZone);

  #shownFormat(content: Content | undefined, row: number, column: number): string | undefined {
    const own = this.styles.get(row, column)?.fields.format;
    return own ?? (content instanceof Formula ? content.format : undefined);
  }

  #isDate(content: Content | undefined, row: number, column: number): boolean {
    const style = this.styles.get(row, column);
    if (style?.fields.format !== undefined || !(content instanceof Formula)) return style?.isDate === true;
    return isDateFormat(content.format);
  }

  #result(content: Content | undefined, row: number, column: number): Scalar | CellError | null {
    return content === undefined ? (this.spills.get(row, column) ?? null) : resultOf(content);
  }
}
