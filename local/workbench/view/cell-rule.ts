/** What a cell's rule makes of it on the page: a checkbox, a drop-down, a warning. */
import type { Sheet } from '../../runtime/workbook/sheet';
import {
  accepts,
  checkboxValues,
  listOptions,
  showsList,
  type ValidationRule,
} from '../../runtime/workbook/validation';
import type { RichCell } from '../protocol';

type Shown = Pick<RichCell, 'checkbox' | 'list' | 'warning'>;

/** Collects the drop-downs of one answer. */
export class RuleTable {
  readonly lists: (readonly string[])[] = [];
  readonly #shown = new Map<ValidationRule, number>();
  readonly #options = new Map<ValidationRule, readonly string[]>();

  constructor(private readonly sheet: Sheet) {}

  shown(rule: ValidationRule, row: number, column: number): Shown {
    const { value } = this.sheet.subject(row, column);
    if (rule.criteria === 'CHECKBOX') {
      const { checked, unchecked } = checkboxValues(rule);
      const on = String(value).toLowerCase() === String(checked).toLowerCase();
      return { checkbox: { on, toggled: String(on ? unchecked : checked).toUpperCase() } };
    }
    return {
      ...(showsList(rule) ? { list: this.#list(rule) } : {}),
      ...(this.#isBroken(rule, row, column) ? { warning: warningOf(rule) } : {}),
    };
  }

  #list(rule: ValidationRule): number {
    let index = this.#shown.get(rule);
    if (index === undefined) this.#shown.set(rule, (index = this.lists.push(this.#optionsOf(rule)) - 1));
    return index;
  }

  #isBroken(rule: ValidationRule, row: number, column: number): boolean {
    const { sheet } = this;
    return !accepts(rule, sheet.subject(row, column), sheet.serial, () => this.#optionsOf(rule));
  }

  #optionsOf(rule: ValidationRule): readonly string[] {
    let options = this.#options.get(rule);
    if (options === undefined) this.#options.set(rule, (options = listOptions(rule)));
    return options;
  }
}

function warningOf({ criteria, helpText }: ValidationRule): string {
  const what =
    criteria === 'VALUE_IN_LIST' || criteria === 'VALUE_IN_RANGE'
      ? 'this is not one of the choices.'
      : 'this breaks the rule of the cell.';
  return `Invalid: ${what}${helpText === null ? '' : ` ${helpText}`}`;
}
