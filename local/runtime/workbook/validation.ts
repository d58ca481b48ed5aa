/** Data validation: what a cell takes. */
import { ScriptError } from '../service-object';
import { cellName } from './a1';
import type { Scalar } from './cells/cell';
import { meets, type SerialOf, type Subject } from './condition';
import type { Region } from './region';
import type { Sheet } from './sheet';

/** The cells that a list is taken from; follows them when they move. */
export interface ListSource {
  readonly sheet: Sheet;
  readonly region: Region;
}

/** Never changed once made, so that many cells share one. */
export interface ValidationRule {
  /** Name of a DataValidationCriteria, such as VALUE_IN_LIST. */
  readonly criteria: string;
  /** As the builder was given them; a list from a range is in `source`. */
  readonly values: readonly unknown[];
  readonly source?: ListSource;
  readonly showDropdown?: boolean;
  /** False refuses other input; true only flags it. */
  readonly allowInvalid: boolean;
  readonly helpText: string | null;
}

/** What a checkbox stores: https://developers.google.com/apps-script/reference/spreadsheet/range */
export function checkboxValues(rule: ValidationRule): { checked: unknown; unchecked: unknown } {
  const [checked = true, unchecked = rule.values.length > 0 ? '' : false] = rule.values;
  return { checked, unchecked };
}

/** https://gist.github.com/h7b/3c11a4595559e58efd586cde06dede97, whose users have met the refusal live */
const MOST_LISTED = 500;

/** Refuses a list that is longer than a rule can hold; one from a range may have any length. */
export function demandShortList({ criteria, values }: ValidationRule): void {
  if (criteria !== 'VALUE_IN_LIST' || values.length <= MOST_LISTED) return;
  throw new ScriptError(
    `The data validation rule has more items than the limit of ${MOST_LISTED}. Use the "List from a range" criteria instead.`,
  );
}

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const URL = /^(https?:\/\/|mailto:|ftp:\/\/)?[^\s/.]+(\.[^\s/.]+)+(\/\S*)?$/i;

/** Whether a cell may hold this; empty cells always may. Custom formulas are not worked out and let all through. */
export function accepts(
  rule: ValidationRule,
  subject: Subject,
  serial: SerialOf,
  options: () => readonly string[],
): boolean {
  if (subject.value === null) return true;
  switch (rule.criteria) {
    case 'CHECKBOX': {
      const { checked, unchecked } = checkboxValues(rule);
      return same(subject.value, checked) || same(subject.value, unchecked);
    }
    case 'VALUE_IN_LIST':
    case 'VALUE_IN_RANGE':
      return options().includes(subject.text) || options().includes(String(subject.value));
    case 'DATE_IS_VALID_DATE':
      return typeof subject.value === 'number' && subject.isDate;
    case 'TEXT_IS_VALID_EMAIL':
      return EMAIL.test(subject.text);
    case 'TEXT_IS_VALID_URL':
      return URL.test(subject.text);
    default:
      return meets({ criteria: rule.criteria, values: rule.values }, subject, serial) ?? true;
  }
}

function same(value: Scalar, wanted: unknown): boolean {
  return value === wanted || String(value).toLowerCase() === String(wanted).toLowerCase();
}

/** Whether a cell with this rule shows a drop-down. */
export function showsList({ criteria, showDropdown }: ValidationRule): boolean {
  return (criteria === 'VALUE_IN_LIST' || criteria === 'VALUE_IN_RANGE') && showDropdown !== false;
}

/** The texts that a list rule offers. */
export function listOptions(rule: ValidationRule): readonly string[] {
  if (rule.source === undefined) return rule.values.map(String);
  const { sheet, region } = rule.source;
  const rect = region.rect;
  if (rect === null) return [];
  return sheet
    .display(rect.row, rect.column, rect.rows, rect.columns)
    .flat()
    .filter((text) => text !== '');
}

export function violation(row: number, column: number): ScriptError {
  return new ScriptError(
    `The data you entered in cell ${cellName(row, column)} violates the data validation rules set on this cell.`,
  );
}
