/** Keeps the results of formulas: worked out when somebody reads after a change, and only then. */
import { FormulaEngine, type FormulaSource } from './formula/engine';
import { Formula, isError, resultOf } from './content';
import type { Grid } from './grid';
import type { Sheet } from './sheet';
import type { Workbook } from './workbook';

/** Functions whose result changes with time alone. */
const CLOCK_FUNCTION = /\b(NOW|TODAY)\s*\(/i;

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
    this.#stale = false;
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
