/** Keeps the results of formulas: worked out when somebody reads after a change, and only then. */
import { dayFormat } from './cells/locale';
import { FormulaEngine, type FormulaSource } from './formula/engine';
import { resultFormat } from './formula/result-format';
import { Formula, isError, resultOf } from './content';
import type { Grid } from './grid';
import type { Sheet } from './sheet';
import type { Workbook } from './workbook';

/** Functions whose result changes with time alone. */
const CLOCK_FUNCTION = /\b(NOW|TODAY)\s*\(/i;

/** Formulas that take their format from one another are followed so far. */
const LONGEST_CHAIN = 500;

export class Calculation {
  #engine: FormulaEngine | null = null;
  #stale = true;
  #readsClock = false;
  #calculatedAt = 0;
  readonly #spilled = new Set<Sheet>();

  constructor(readonly workbook: Workbook) {}

  /** Contents, names or places changed: results are void. */
  invalidate(): void {
    this.#stale = true;
    for (const sheet of this.#spilled) sheet.spills.clear();
    this.#spilled.clear();
  }

  /** Makes sure that the results of a tab's formulas are right. Costs nothing where there are no formulas. */
  refresh(grid: Grid): void {
    if (!grid.hasFormulas) return;
    const now = this.workbook.now();
    if (this.#readsClock && now !== this.#calculatedAt) this.invalidate();
    if (!this.#stale) return;
    this.#engine ??= new FormulaEngine();
    const results = this.#engine.evaluate(sourceOf(this.workbook, now));
    this.#readsClock = false;
    this.#calculatedAt = now;
    let placed = 0;
    for (const each of this.workbook.sheets()) {
      for (const [row, column, formula] of each.formulaCells()) {
        formula.result = results.get(`${each.name}!${row}:${column}`) ?? null;
        this.#readsClock ||= CLOCK_FUNCTION.test(formula.text);
        placed++;
      }
    }
    if (results.size > placed) this.#spill(results);
    this.#placeFormats();
    this.#stale = false;
  }

  /** Only where a result is a number; formulas that take over from one another follow the chain. */
  #placeFormats(): void {
    const { workbook } = this;
    const known = new Set<Formula>();
    const day = dayFormat(workbook.locale);
    const formatAt = (
      sheet: Sheet | null,
      row: number,
      column: number,
      depth: number,
    ): string | undefined => {
      const own = sheet?.styles.get(row, column)?.fields.format;
      const content = own === undefined ? sheet?.contents.get(row, column) : undefined;
      if (!(content instanceof Formula) || sheet === null) return own;
      if (!known.has(content) && depth < LONGEST_CHAIN) place(sheet, content, depth);
      return content.format;
    };
    const place = (sheet: Sheet, formula: Formula, depth: number): void => {
      known.add(formula);
      formula.format = undefined;
      if (typeof formula.result !== 'number') return;
      const cell = (row: number, column: number, name?: string) =>
        formatAt(name === undefined ? sheet : workbook.sheet(name), row, column, depth + 1);
      formula.format = resultFormat(formula.formatSource, { cell, day });
    };
    for (const sheet of workbook.sheets()) {
      for (const [, , formula] of sheet.formulaCells()) if (!known.has(formula)) place(sheet, formula, 0);
    }
  }

  /** Results that stand beside their formula, such as the rest of an array. */
  #spill(results: ReturnType<FormulaEngine['evaluate']>): void {
    for (const [place, result] of results) {
      const [, name = '', row = '', column = ''] = /^(.*)!(\d+):(\d+)$/s.exec(place) ?? [];
      const sheet = this.workbook.sheet(name);
      if (sheet === null || result === null) continue;
      if (sheet.contents.get(Number(row), Number(column)) === undefined) {
        sheet.spills.set(Number(row), Number(column), result);
        this.#spilled.add(sheet);
      }
    }
  }
}

function sourceOf(workbook: Workbook, now: number): FormulaSource {
  const named = (name: string): Sheet | null => workbook.sheet(name);
  return {
    locale: workbook.locale,
    timeZone: workbook.timeZone,
    now,
    sheets: () => [...workbook.sheets()],
    cell(name, row, column) {
      const content = named(name)?.contents.get(row, column);
      if (content === undefined) return undefined;
      const value = resultOf(content);
      return content instanceof Formula
        ? { value: isError(value) ? null : value, formula: content.text }
        : { value: content };
    },
    *formulas() {
      for (const sheet of workbook.sheets()) {
        for (const [row, column, formula] of sheet.formulaCells()) {
          yield { sheet: sheet.name, row, column, formula: formula.text };
        }
      }
    },
    usedRange(name) {
      const extent = named(name)?.contents.extent();
      return { rows: extent?.rows ?? 0, columns: extent?.columns ?? 0 };
    },
  };
}
