/** The conditions that filter criteria and conditional format rules have in common. */
import { ServiceObject, type EnumValue } from '../../service-object';
import type { BooleanCondition } from '../../workbook/condition';
import { date, demand, list, oneOf, text, whole, type Kind } from './arguments';
import { BooleanCriteria, RelativeDate } from './enums';

let readCondition: (builder: ConditionBuilder) => BooleanCondition | null;
let writeCondition: (builder: ConditionBuilder, condition: BooleanCondition | null) => void;

/** The condition that a builder has been given, if any. */
export const conditionOf = (builder: ConditionBuilder): BooleanCondition | null => readCondition(builder);

export const setCondition = (builder: ConditionBuilder, condition: BooleanCondition | null): void =>
  writeCondition(builder, condition);

export function criteriaType(condition: BooleanCondition | null): EnumValue | null {
  return BooleanCriteria[condition?.criteria as keyof typeof BooleanCriteria] ?? null;
}

const relative = oneOf(RelativeDate);

/** https://developers.google.com/apps-script/reference/spreadsheet/filter-criteria-builder */
export abstract class ConditionBuilder extends ServiceObject {
  #condition: BooleanCondition | null = null;

  static {
    readCondition = (builder) => builder.#condition;
    writeCondition = (builder, condition) => {
      builder.#condition = condition;
    };
  }

  whenCellEmpty(): this {
    return this.#when('whenCellEmpty', 'CELL_EMPTY', [], []);
  }

  whenCellNotEmpty(): this {
    return this.#when('whenCellNotEmpty', 'CELL_NOT_EMPTY', [], []);
  }

  whenDateAfter(day: Date | EnumValue): this {
    return this.#whenDate('whenDateAfter', 'DATE_AFTER', day);
  }

  whenDateBefore(day: Date | EnumValue): this {
    return this.#whenDate('whenDateBefore', 'DATE_BEFORE', day);
  }

  whenDateEqualTo(day: Date | EnumValue): this {
    return this.#whenDate('whenDateEqualTo', 'DATE_EQUAL_TO', day);
  }

  whenFormulaSatisfied(formula: string): this {
    return this.#when('whenFormulaSatisfied', 'CUSTOM_FORMULA', [formula], [text]);
  }

  whenNumberBetween(start: number, end: number): this {
    return this.#when('whenNumberBetween', 'NUMBER_BETWEEN', [start, end], [whole, whole]);
  }

  whenNumberEqualTo(number: number): this {
    return this.#when('whenNumberEqualTo', 'NUMBER_EQUAL_TO', [number], [whole]);
  }

  whenNumberGreaterThan(number: number): this {
    return this.#when('whenNumberGreaterThan', 'NUMBER_GREATER_THAN', [number], [whole]);
  }

  whenNumberGreaterThanOrEqualTo(number: number): this {
    const criteria = 'NUMBER_GREATER_THAN_OR_EQUAL_TO';
    return this.#when('whenNumberGreaterThanOrEqualTo', criteria, [number], [whole]);
  }

  whenNumberLessThan(number: number): this {
    return this.#when('whenNumberLessThan', 'NUMBER_LESS_THAN', [number], [whole]);
  }

  whenNumberLessThanOrEqualTo(number: number): this {
    return this.#when('whenNumberLessThanOrEqualTo', 'NUMBER_LESS_THAN_OR_EQUAL_TO', [number], [whole]);
  }

  whenNumberNotBetween(start: number, end: number): this {
    return this.#when('whenNumberNotBetween', 'NUMBER_NOT_BETWEEN', [start, end], [whole, whole]);
  }

  whenNumberNotEqualTo(number: number): this {
    return this.#when('whenNumberNotEqualTo', 'NUMBER_NOT_EQUAL_TO', [number], [whole]);
  }

  whenTextContains(wanted: string): this {
    return this.#when('whenTextContains', 'TEXT_CONTAINS', [wanted], [text]);
  }

  whenTextDoesNotContain(unwanted: string): this {
    return this.#when('whenTextDoesNotContain', 'TEXT_DOES_NOT_CONTAIN', [unwanted], [text]);
  }

  whenTextEndsWith(wanted: string): this {
    return this.#when('whenTextEndsWith', 'TEXT_ENDS_WITH', [wanted], [text]);
  }

  whenTextEqualTo(wanted: string): this {
    return this.#when('whenTextEqualTo', 'TEXT_EQUAL_TO', [wanted], [text]);
  }

  whenTextStartsWith(wanted: string): this {
    return this.#when('whenTextStartsWith', 'TEXT_STARTS_WITH', [wanted], [text]);
  }

  withCriteria(criteria: EnumValue, args: unknown[]): this {
    demand(`${this.className}.withCriteria`, [criteria, args], [oneOf(BooleanCriteria), list]);
    this.#condition = { criteria: criteria.name, values: [...args] };
    return this;
  }

  #whenDate(method: string, criteria: string, day: Date | EnumValue): this {
    return day instanceof Date
      ? this.#when(method, criteria, [day], [date])
      : this.#when(method, `${criteria}_RELATIVE`, [day], [relative]);
  }

  #when(method: string, criteria: string, values: unknown[], signature: Kind[]): this {
    demand(`${this.className}.${method}`, values, signature);
    this.#condition = { criteria, values };
    return this;
  }
}
