/** RangeList: several ranges of one tab, changed together. */
import { ServiceObject, type EnumValue } from '../../service-object';
import type { Range } from './range';
import { areaOf } from './range-place';

/** https://developers.google.com/apps-script/reference/spreadsheet/range-list */
export class RangeList extends ServiceObject {
  readonly className = 'RangeList';
  readonly #ranges: readonly Range[];

  constructor(ranges: readonly Range[]) {
    super();
    this.#ranges = ranges;
  }

  getRanges(): Range[] {
    return [...this.#ranges];
  }

  /** Selects the ranges; the last one becomes the active range. */
  activate(): this {
    this.#ranges.at(-1)?.activate();
    const last = this.#ranges.at(-1);
    if (last !== undefined) areaOf(last).tab.selection = this.#ranges.map((range) => areaOf(range).rect);
    return this;
  }

  breakApart(): this {
    return this.#each((range) => range.breakApart());
  }

  check(): this {
    return this.#each((range) => range.check());
  }

  uncheck(): this {
    return this.#each((range) => range.uncheck());
  }

  clear(options?: Parameters<Range['clear']>[0]): this {
    return this.#each((range) => range.clear(options));
  }

  clearContent(): this {
    return this.#each((range) => range.clearContent());
  }

  clearDataValidations(): this {
    return this.#each((range) => range.clearDataValidations());
  }

  clearFormat(): this {
    return this.#each((range) => range.clearFormat());
  }

  clearNote(): this {
    return this.#each((range) => range.clearNote());
  }

  insertCheckboxes(checkedValue?: unknown, uncheckedValue?: unknown): this {
    return this.#each((range) => range.insertCheckboxes(checkedValue, uncheckedValue));
  }

  removeCheckboxes(): this {
    return this.#each((range) => range.removeCheckboxes());
  }

  setBackground(color: string | null): this {
    return this.#each((range) => range.setBackground(color));
  }

  setBackgroundRGB(red: number, green: number, blue: number): this {
    return this.#each((range) => range.setBackgroundRGB(red, green, blue));
  }

  setBorder(...args: Parameters<Range['setBorder']>): this {
    return this.#each((range) => range.setBorder(...args));
  }

  setFontColor(color: string | null): this {
    return this.#each((range) => range.setFontColor(color));
  }

  setFontFamily(fontFamily: string | null): this {
    return this.#each((range) => range.setFontFamily(fontFamily));
  }

  setFontLine(fontLine: string | null): this {
    return this.#each((range) => range.setFontLine(fontLine));
  }

  setFontSize(size: number): this {
    return this.#each((range) => range.setFontSize(size));
  }

  setFontStyle(fontStyle: string | null): this {
    return this.#each((range) => range.setFontStyle(fontStyle));
  }

  setFontWeight(fontWeight: string | null): this {
    return this.#each((range) => range.setFontWeight(fontWeight));
  }

  setFormula(formula: string): this {
    return this.#each((range) => range.setFormula(formula));
  }

  setHorizontalAlignment(alignment: string | null): this {
    return this.#each((range) => range.setHorizontalAlignment(alignment));
  }

  setNote(note: string | null): this {
    return this.#each((range) => range.setNote(note));
  }

  setNumberFormat(numberFormat: string): this {
    return this.#each((range) => range.setNumberFormat(numberFormat));
  }

  setShowHyperlink(showHyperlink: boolean): this {
    return this.#each((range) => range.setShowHyperlink(showHyperlink));
  }

  setTextDirection(direction: EnumValue | null): this {
    return this.#each((range) => range.setTextDirection(direction));
  }

  setTextRotation(degrees: number): this {
    return this.#each((range) => range.setTextRotation(degrees));
  }

  setValue(value: unknown): this {
    return this.#each((range) => range.setValue(value));
  }

  setVerticalAlignment(alignment: string | null): this {
    return this.#each((range) => range.setVerticalAlignment(alignment));
  }

  setVerticalText(isVertical: boolean): this {
    return this.#each((range) => range.setVerticalText(isVertical));
  }

  setWrap(isWrapEnabled: boolean): this {
    return this.#each((range) => range.setWrap(isWrapEnabled));
  }

  setWrapStrategy(strategy: EnumValue): this {
    return this.#each((range) => range.setWrapStrategy(strategy));
  }

  trimWhitespace(): this {
    return this.#each((range) => range.trimWhitespace());
  }

  #each(change: (range: Range) => unknown): this {
    this.#ranges.forEach(change);
    return this;
  }
}
