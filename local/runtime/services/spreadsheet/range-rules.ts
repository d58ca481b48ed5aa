/** Range: data validation and checkboxes. */
import type { Rect } from '../../workbook/a1';
import { checkboxValues, type ValidationRule } from '../../workbook/validation';
import { anything, demand, grid, instance, orNull } from './arguments';
import { DataValidation, ruleOf } from './data-validation';
import { demandChange, demandSize } from './range-contents';
import { areaOf } from './range-place';
import { RangeStyles } from './range-styles';

const validation = orNull(instance(DataValidation));

export abstract class RangeRules extends RangeStyles {
  getDataValidation(): DataValidation | null {
    return this.getDataValidations()[0]?.[0] ?? null;
  }

  getDataValidations(): (DataValidation | null)[][] {
    const { tab, rect, session } = areaOf(this);
    tab.demandInside(rect);
    return tab.rules.read(rect, (rule) => (rule === undefined ? null : new DataValidation(session, rule)));
  }

  setDataValidation(rule: DataValidation | null): this {
    demand('Range.setDataValidation', [rule], [validation]);
    const area = areaOf(this);
    demandChange(area);
    area.tab.setValidation(area.rect, rule === null ? null : ruleOf(rule));
    return this;
  }

  setDataValidations(rules: (DataValidation | null)[][]): this {
    demand('Range.setDataValidations', [rules], [grid]);
    const area = areaOf(this);
    demandSize(area, rules);
    for (const line of rules)
      for (const rule of line) demand('Range.setDataValidations', [rule], [validation]);
    demandChange(area);
    const { row, column } = area.rect;
    rules.forEach((line, down) =>
      line.forEach((rule, across) => {
        const cell = { row: row + down, column: column + across, rows: 1, columns: 1 };
        area.tab.setValidation(cell, rule === null ? null : ruleOf(rule));
      }),
    );
    return this;
  }

  /** Without values the boxes stand for true and false. */
  insertCheckboxes(checkedValue?: unknown, uncheckedValue?: unknown): this {
    const values = [checkedValue, uncheckedValue].filter((value) => value !== undefined);
    demand('Range.insertCheckboxes', values, [], [anything], [anything, anything]);
    const area = areaOf(this);
    demandChange(area);
    area.tab.setValidation(area.rect, {
      criteria: 'CHECKBOX',
      values,
      allowInvalid: false,
      helpText: null,
    });
    return this;
  }

  removeCheckboxes(): this {
    const area = areaOf(this);
    demandChange(area);
    forEachBox(
      area.rect,
      area.tab.rules.read(area.rect, (rule) => rule),
      (cell) => {
        area.tab.setValidation(cell, null);
        area.tab.clearContents(cell);
      },
    );
    return this;
  }

  check(): this {
    return this.#tick('checked');
  }

  uncheck(): this {
    return this.#tick('unchecked');
  }

  /** null where the boxes differ, or where a cell has none. */
  isChecked(): boolean | null {
    const { tab, rect } = areaOf(this);
    const states = tab.rules.read(rect, (rule, row, column) => {
      if (rule?.criteria !== 'CHECKBOX') return null;
      return tab.subject(row, column).value === checkboxValues(rule).checked;
    });
    const [first, ...others] = states.flat();
    return first !== undefined && others.every((state) => state === first) ? first : null;
  }

  #tick(state: 'checked' | 'unchecked'): this {
    const area = areaOf(this);
    demandChange(area);
    forEachBox(
      area.rect,
      area.tab.rules.read(area.rect, (rule) => rule),
      ({ row, column }, rule) => {
        area.tab.write(row, column, [[checkboxValues(rule)[state]]]);
      },
    );
    return this;
  }
}

function forEachBox(
  { row, column }: Rect,
  rules: readonly (readonly (ValidationRule | undefined)[])[],
  visit: (cell: Rect, rule: ValidationRule) => void,
): void {
  rules.forEach((line, down) =>
    line.forEach((rule, across) => {
      if (rule?.criteria !== 'CHECKBOX') return;
      visit({ row: row + down, column: column + across, rows: 1, columns: 1 }, rule);
    }),
  );
}
