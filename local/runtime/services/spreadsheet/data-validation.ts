/** DataValidation and its builder: a rule on what cells take. */
import { ServiceObject, type EnumValue } from '../../service-object';
import type { ValidationRule } from '../../workbook/validation';
import { anything, date, demand, flag, list, oneOf, text, whole, type Kind } from './arguments';
import { DataValidationCriteria } from './enums';
import type { Range } from './range';
import { areaOf, isRange } from './range-place';
import type { Session } from './session';

/** A rule in the making; it has no criteria until one of the require methods was called. */
type Draft = Omit<ValidationRule, 'criteria'> & { readonly criteria: string | null };

const NEW_RULE: Draft = { criteria: null, values: [], allowInvalid: true, helpText: null };

let readRule: (validation: DataValidation) => ValidationRule;

/** The rule that a DataValidation stands for. */
export const ruleOf = (validation: DataValidation): ValidationRule => readRule(validation);

function criteriaType({ criteria }: Draft): EnumValue | null {
  return DataValidationCriteria[criteria as keyof typeof DataValidationCriteria] ?? null;
}

/** A list answers `[values, showDropdown]`, a range `[range, showDropdown]`, the others what they were given. */
function criteriaValues(session: Session, rule: Draft): unknown[] {
  if (rule.criteria === 'VALUE_IN_LIST') return [[...rule.values], rule.showDropdown ?? true];
  if (rule.source === undefined) return [...rule.values];
  const { rect, open } = rule.source.region;
  return [rect === null ? null : session.range(rule.source.sheet, rect, open), rule.showDropdown ?? true];
}

/** https://developers.google.com/apps-script/reference/spreadsheet/data-validation */
export class DataValidation extends ServiceObject {
  readonly className = 'DataValidation';
  readonly #session: Session;
  readonly #rule: ValidationRule;

  static {
    readRule = (validation) => validation.#rule;
  }

  constructor(session: Session, rule: ValidationRule) {
    super();
    this.#session = session;
    this.#rule = rule;
  }

  copy(): DataValidationBuilder {
    return new DataValidationBuilder(this.#session, this.#rule);
  }

  getAllowInvalid(): boolean {
    return this.#rule.allowInvalid;
  }

  getCriteriaType(): EnumValue | null {
    return criteriaType(this.#rule);
  }

  getCriteriaValues(): unknown[] {
    return criteriaValues(this.#session, this.#rule);
  }

  getHelpText(): string | null {
    return this.#rule.helpText;
  }
}

/** https://developers.google.com/apps-script/reference/spreadsheet/data-validation-builder */
export class DataValidationBuilder extends ServiceObject {
  readonly className = 'DataValidationBuilder';
  readonly #session: Session;
  #draft: Draft;

  constructor(session: Session, draft: Draft = NEW_RULE) {
    super();
    this.#session = session;
    this.#draft = draft;
  }

  build(): DataValidation {
    const { criteria } = this.#draft;
    // A rule without criteria takes everything.
    return new DataValidation(this.#session, { ...this.#draft, criteria: criteria ?? 'NONE' });
  }

  copy(): DataValidationBuilder {
    return new DataValidationBuilder(this.#session, this.#draft);
  }

  getAllowInvalid(): boolean {
    return this.#draft.allowInvalid;
  }

  getCriteriaType(): EnumValue | null {
    return criteriaType(this.#draft);
  }

  getCriteriaValues(): unknown[] {
    return criteriaValues(this.#session, this.#draft);
  }

  getHelpText(): string | null {
    return this.#draft.helpText;
  }

  setAllowInvalid(allowInvalidData: boolean): this {
    demand('DataValidationBuilder.setAllowInvalid', [allowInvalidData], [flag]);
    this.#draft = { ...this.#draft, allowInvalid: allowInvalidData };
    return this;
  }

  setHelpText(helpText: string): this {
    demand('DataValidationBuilder.setHelpText', [helpText], [text]);
    this.#draft = { ...this.#draft, helpText };
    return this;
  }

  requireCheckbox(checkedValue?: unknown, uncheckedValue?: unknown): this {
    const values = [checkedValue, uncheckedValue].filter((value) => value !== undefined);
    return this.#require('requireCheckbox', 'CHECKBOX', values, [], [anything], [anything, anything]);
  }

  requireDate(...none: unknown[]): this {
    return this.#require('requireDate', 'DATE_IS_VALID_DATE', none, []);
  }

  requireDateAfter(day: Date): this {
    return this.#require('requireDateAfter', 'DATE_AFTER', [day], [date]);
  }

  requireDateBefore(day: Date): this {
    return this.#require('requireDateBefore', 'DATE_BEFORE', [day], [date]);
  }

  requireDateBetween(start: Date, end: Date): this {
    return this.#require('requireDateBetween', 'DATE_BETWEEN', [start, end], [date, date]);
  }

  requireDateEqualTo(day: Date): this {
    return this.#require('requireDateEqualTo', 'DATE_EQUAL_TO', [day], [date]);
  }

  requireDateNotBetween(start: Date, end: Date): this {
    return this.#require('requireDateNotBetween', 'DATE_NOT_BETWEEN', [start, end], [date, date]);
  }

  requireDateOnOrAfter(day: Date): this {
    return this.#require('requireDateOnOrAfter', 'DATE_ON_OR_AFTER', [day], [date]);
  }

  requireDateOnOrBefore(day: Date): this {
    return this.#require('requireDateOnOrBefore', 'DATE_ON_OR_BEFORE', [day], [date]);
  }

  requireFormulaSatisfied(formula: string): this {
    return this.#require('requireFormulaSatisfied', 'CUSTOM_FORMULA', [formula], [text]);
  }

  requireNumberBetween(start: number, end: number): this {
    return this.#require('requireNumberBetween', 'NUMBER_BETWEEN', [start, end], [whole, whole]);
  }

  requireNumberEqualTo(number: number): this {
    return this.#require('requireNumberEqualTo', 'NUMBER_EQUAL_TO', [number], [whole]);
  }

  requireNumberGreaterThan(number: number): this {
    return this.#require('requireNumberGreaterThan', 'NUMBER_GREATER_THAN', [number], [whole]);
  }

  requireNumberGreaterThanOrEqualTo(number: number): this {
    const criteria = 'NUMBER_GREATER_THAN_OR_EQUAL_TO';
    return this.#require('requireNumberGreaterThanOrEqualTo', criteria, [number], [whole]);
  }

  requireNumberLessThan(number: number): this {
    return this.#require('requireNumberLessThan', 'NUMBER_LESS_THAN', [number], [whole]);
  }

  requireNumberLessThanOrEqualTo(number: number): this {
    const criteria = 'NUMBER_LESS_THAN_OR_EQUAL_TO';
    return this.#require('requireNumberLessThanOrEqualTo', criteria, [number], [whole]);
  }

  requireNumberNotBetween(start: number, end: number): this {
    return this.#require('requireNumberNotBetween', 'NUMBER_NOT_BETWEEN', [start, end], [whole, whole]);
  }

  requireNumberNotEqualTo(number: number): this {
    return this.#require('requireNumberNotEqualTo', 'NUMBER_NOT_EQUAL_TO', [number], [whole]);
  }

  requireTextContains(wanted: string): this {
    return this.#require('requireTextContains', 'TEXT_CONTAINS', [wanted], [text]);
  }

  requireTextDoesNotContain(unwanted: string): this {
    return this.#require('requireTextDoesNotContain', 'TEXT_DOES_NOT_CONTAIN', [unwanted], [text]);
  }

  requireTextEqualTo(wanted: string): this {
    return this.#require('requireTextEqualTo', 'TEXT_EQUAL_TO', [wanted], [text]);
  }

  requireTextIsEmail(): this {
    return this.#require('requireTextIsEmail', 'TEXT_IS_VALID_EMAIL', [], []);
  }

  requireTextIsUrl(): this {
    return this.#require('requireTextIsUrl', 'TEXT_IS_VALID_URL', [], []);
  }

  requireValueInList(values: string[], showDropdown?: boolean): this {
    const args = [values, showDropdown];
    demand('DataValidationBuilder.requireValueInList', args, [list], [list, flag]);
    return this.#set({ criteria: 'VALUE_IN_LIST', values: [...values], showDropdown: showDropdown ?? true });
  }

  /**
   * A range without a last row, such as `B2:B`, goes on taking in rows that are added. Inferred from the API, which
   * keeps it as that formula: https://developers.google.com/workspace/sheets/api/reference/rest/v4/spreadsheets/other#ConditionType
   */
  requireValueInRange(range: Range, showDropdown?: boolean): this {
    const args = [range, showDropdown];
    demand('DataValidationBuilder.requireValueInRange', args, [isRange], [isRange, flag]);
    const { tab, rect, open } = areaOf(range);
    const source = { sheet: tab, region: tab.track(rect, open) };
    return this.#set({ criteria: 'VALUE_IN_RANGE', values: [], source, showDropdown: showDropdown ?? true });
  }

  /** Takes any arguments, as the real one does; a range or a list with its drop-down flag keeps its meaning. */
  withCriteria(criteria: EnumValue, args: unknown[]): this {
    demand('DataValidationBuilder.withCriteria', [criteria, args], [oneOf(DataValidationCriteria), list]);
    const [subject, showDropdown] = args;
    const dropdown = typeof showDropdown === 'boolean' ? showDropdown : undefined;
    if (criteria.name === 'VALUE_IN_LIST' && Array.isArray(subject)) {
      return this.requireValueInList(subject as string[], dropdown);
    }
    if (criteria.name === 'VALUE_IN_RANGE' && isRange(subject)) {
      return this.requireValueInRange(subject, dropdown);
    }
    return this.#set({ criteria: criteria.name, values: [...args] });
  }

  #require(method: string, criteria: string, values: unknown[], ...signatures: Kind[][]): this {
    demand(`DataValidationBuilder.${method}`, values, ...signatures);
    return this.#set({ criteria, values });
  }

  #set(criteria: Pick<Draft, 'criteria' | 'values' | 'source' | 'showDropdown'>): this {
    const { allowInvalid, helpText } = this.#draft;
    this.#draft = { allowInvalid, helpText, ...criteria };
    return this;
  }
}
