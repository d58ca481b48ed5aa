/** Range: values, formulas and notes. */
import { ScriptError } from '../../service-object';
import { Formula, type CellValue } from '../../workbook/content';
import { translateFormula } from '../../workbook/formula/references';
import { anything, demand, grid, options, text } from './arguments';
import { areaOf, RangePlace } from './range-place';
import type { Area } from './session';

/** Refuses a grid of another size than the range, in Google's words. */
export function demandSize({ rect }: Area, values: readonly (readonly unknown[])[]): void {
  if (values.length !== rect.rows) throw wrongSize('rows', values.length, rect.rows);
  for (const line of values) {
    if (line.length !== rect.columns) throw wrongSize('columns', line.length, rect.columns);
  }
}

function wrongSize(what: 'rows' | 'columns', given: number, wanted: number): ScriptError {
  return new ScriptError(
    `The number of ${what} in the data does not match the number of ${what} in the range. The data has ${given} but the range has ${wanted}.`,
  );
}

/** Refuses a change of the range that a protection forbids, or a range that the grid has lost. */
export function demandChange({ session, tab, rect }: Area): void {
  tab.demandInside(rect);
  session.demandEdit(tab, rect);
}

/** A number becomes text as Java writes a double. https://github.com/brucemcpherson/gas-fakes/blob/main/notes/oddities.md */
function noteText(note: unknown): string | null {
  if (typeof note === 'number') return Number.isInteger(note) ? `${note}.0` : String(note);
  return note === null || note === undefined ? null : String(note);
}

function filledTo(value: unknown, down: number, across: number): unknown {
  const isFormula = typeof value === 'string' && value.startsWith('=') && value.length > 1;
  return isFormula && (down > 0 || across > 0) ? translateFormula(value, down, across) : value;
}

export abstract class RangeContents extends RangePlace {
  getValue(): CellValue {
    return this.getValues()[0]?.[0] ?? '';
  }

  getValues(): CellValue[][] {
    const { tab, rect } = areaOf(this);
    tab.demandInside(rect);
    return tab.values(rect.row, rect.column, rect.rows, rect.columns);
  }

  getDisplayValue(): string {
    const { tab, rect } = areaOf(this);
    tab.demandInside(rect);
    return tab.display(rect.row, rect.column, 1, 1)[0]?.[0] ?? '';
  }

  getDisplayValues(): string[][] {
    const { tab, rect } = areaOf(this);
    tab.demandInside(rect);
    return tab.display(rect.row, rect.column, rect.rows, rect.columns);
  }

  /** The same value in every cell; references of a formula move along, as when it is filled. */
  setValue(value: unknown): this {
    demand('Range.setValue', [value ?? null], [anything]);
    const { tab, rect, session } = areaOf(this);
    const lines = Array.from({ length: rect.rows }, (_, down) =>
      Array.from({ length: rect.columns }, (_cell, across) => filledTo(value, down, across)),
    );
    tab.write(rect.row, rect.column, lines, session.person);
    return this;
  }

  setValues(values: unknown[][]): this {
    demand('Range.setValues', [values], [grid]);
    const area = areaOf(this);
    demandSize(area, values);
    area.tab.write(area.rect.row, area.rect.column, values, area.session.person);
    return this;
  }

  getFormula(): string {
    return this.getFormulas()[0]?.[0] ?? '';
  }

  getFormulas(): string[][] {
    const { tab, rect } = areaOf(this);
    tab.demandInside(rect);
    return tab.formulas(rect.row, rect.column, rect.rows, rect.columns);
  }

  /** In a range of several cells references move along, as when the formula is filled. */
  setFormula(formula: string): this {
    demand('Range.setFormula', [formula], [text]);
    const area = areaOf(this);
    demandChange(area);
    const { tab, rect } = area;
    const whole = formula === '' || formula.startsWith('=') ? formula : `=${formula}`;
    tab.place(rect, (row, column) =>
      whole === '' ? undefined : new Formula(translateFormula(whole, row - rect.row, column - rect.column)),
    );
    return this;
  }

  setFormulas(formulas: string[][]): this {
    demand('Range.setFormulas', [formulas], [grid]);
    const area = areaOf(this);
    demandSize(area, formulas);
    demandChange(area);
    area.tab.setFormulas(area.rect.row, area.rect.column, formulas);
    return this;
  }

  getNote(): string {
    return this.getNotes()[0]?.[0] ?? '';
  }

  getNotes(): string[][] {
    const { tab, rect } = areaOf(this);
    tab.demandInside(rect);
    return tab.notes(rect.row, rect.column, rect.rows, rect.columns);
  }

  setNote(note: string | null): this {
    demand('Range.setNote', [note ?? null], [anything]);
    const { rect } = areaOf(this);
    const line = new Array<string | null>(rect.columns).fill(note);
    return this.setNotes(new Array<(string | null)[]>(rect.rows).fill(line));
  }

  setNotes(notes: (string | null)[][]): this {
    demand('Range.setNotes', [notes], [grid]);
    const area = areaOf(this);
    demandSize(area, notes);
    demandChange(area);
    const { tab, rect } = area;
    notes.forEach((line, down) =>
      line.forEach((note, across) => tab.setNote(rect.row + down, rect.column + across, noteText(note))),
    );
    return this;
  }

  /** Whether every cell of the range is empty. */
  isBlank(): boolean {
    return this.getValues().every((line) => line.every((value) => value === ''));
  }

  /** Contents and formats; with options what they name, or everything, notes and rules included, if they name nothing. */
  clear(what?: {
    commentsOnly?: boolean;
    contentsOnly?: boolean;
    formatOnly?: boolean;
    validationsOnly?: boolean;
  }): this {
    demand('Range.clear', [what], [], [options]);
    if (what === undefined) return this.clearContent().clearFormat();
    const all = !Object.values(what).includes(true);
    if (all || what.contentsOnly === true) this.clearContent();
    if (all || what.formatOnly === true) this.clearFormat();
    if (all || what.commentsOnly === true) this.clearNote();
    if (all || what.validationsOnly === true) this.clearDataValidations();
    return this;
  }

  clearContent(): this {
    const area = areaOf(this);
    demandChange(area);
    area.tab.clearContents(area.rect);
    return this;
  }

  clearFormat(): this {
    const area = areaOf(this);
    demandChange(area);
    area.tab.clearStyles(area.rect);
    return this;
  }

  clearNote(): this {
    const area = areaOf(this);
    demandChange(area);
    area.tab.clearNotes(area.rect);
    return this;
  }

  clearDataValidations(): this {
    const area = areaOf(this);
    demandChange(area);
    area.tab.setValidation(area.rect, null);
    return this;
  }

  /** Takes spaces off both ends and folds runs of spaces, in cells that hold text. */
  trimWhitespace(): this {
    const area = areaOf(this);
    demandChange(area);
    area.tab.place(area.rect, (row, column) => {
      const content = area.tab.contents.get(row, column);
      return typeof content === 'string' ? content.trim().replace(/\s+/g, ' ') : content;
    });
    return this;
  }
}
