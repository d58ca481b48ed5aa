/** Filter and its criteria. */
import { ScriptError, ServiceObject, type EnumValue } from '../../service-object';
import type { Filter as TabFilter, FilterCriteria as Criteria } from '../../workbook/filter';
import { demand, flag, instance, list, orNull, whole } from './arguments';
import { ConditionBuilder, conditionOf, criteriaType, setCondition } from './condition-builder';
import type { Range } from './range';
import type { Session } from './session';

let readCriteria: (criteria: FilterCriteria) => Criteria;

/** https://developers.google.com/apps-script/reference/spreadsheet/filter-criteria */
export class FilterCriteria extends ServiceObject {
  readonly className = 'FilterCriteria';
  readonly #criteria: Criteria;

  static {
    readCriteria = (criteria) => criteria.#criteria;
  }

  constructor(criteria: Criteria) {
    super();
    this.#criteria = criteria;
  }

  copy(): FilterCriteriaBuilder {
    return new FilterCriteriaBuilder(this.#criteria);
  }

  getCriteriaType(): EnumValue | null {
    return criteriaType(this.#criteria.condition);
  }

  getCriteriaValues(): unknown[] {
    return [...(this.#criteria.condition?.values ?? [])];
  }

  getHiddenValues(): string[] {
    return [...(this.#criteria.hiddenValues ?? [])];
  }

  getVisibleValues(): string[] {
    return [...(this.#criteria.visibleValues ?? [])];
  }
}

/** https://developers.google.com/apps-script/reference/spreadsheet/filter-criteria-builder */
export class FilterCriteriaBuilder extends ConditionBuilder {
  readonly className = 'FilterCriteriaBuilder';
  #hidden: readonly string[] | null = null;
  #visible: readonly string[] | null = null;

  constructor(from?: Criteria) {
    super();
    if (from === undefined) return;
    setCondition(this, from.condition);
    this.#hidden = from.hiddenValues;
    this.#visible = from.visibleValues;
  }

  build(): FilterCriteria {
    return new FilterCriteria(this.#criteria());
  }

  copy(): FilterCriteriaBuilder {
    return new FilterCriteriaBuilder(this.#criteria());
  }

  getCriteriaType(): EnumValue | null {
    return criteriaType(conditionOf(this));
  }

  getCriteriaValues(): unknown[] {
    return [...(conditionOf(this)?.values ?? [])];
  }

  getHiddenValues(): string[] {
    return [...(this.#hidden ?? [])];
  }

  /** As displayed. Takes the visible values back. */
  setHiddenValues(values: string[]): this {
    demand('FilterCriteriaBuilder.setHiddenValues', [values], [list]);
    this.#hidden = values.map(String);
    this.#visible = null;
    return this;
  }

  getVisibleValues(): string[] {
    return [...(this.#visible ?? [])];
  }

  /** As displayed. Takes the hidden values back. */
  setVisibleValues(values: string[]): this {
    demand('FilterCriteriaBuilder.setVisibleValues', [values], [list]);
    this.#visible = values.map(String);
    this.#hidden = null;
    return this;
  }

  #criteria(): Criteria {
    return { condition: conditionOf(this), hiddenValues: this.#hidden, visibleValues: this.#visible };
  }
}

/** https://developers.google.com/apps-script/reference/spreadsheet/filter */
export class Filter extends ServiceObject {
  readonly className = 'Filter';
  readonly #session: Session;
  readonly #filter: TabFilter;

  constructor(session: Session, filter: TabFilter) {
    super();
    this.#session = session;
    this.#filter = filter;
  }

  getRange(): Range {
    const { rect } = this.#filter.region;
    return this.#session.range(this.#filter.sheet, rect ?? { row: 1, column: 1, rows: 1, columns: 1 });
  }

  /** Positions count on the tab. */
  getColumnFilterCriteria(columnPosition: number): FilterCriteria | null {
    demand('Filter.getColumnFilterCriteria', [columnPosition], [whole]);
    this.#demandColumn(columnPosition);
    const criteria = this.#filter.criteria(columnPosition);
    return criteria === null ? null : new FilterCriteria(criteria);
  }

  setColumnFilterCriteria(columnPosition: number, filterCriteria: FilterCriteria | null): this {
    const args = [columnPosition, filterCriteria];
    demand('Filter.setColumnFilterCriteria', args, [whole, orNull(instance(FilterCriteria))]);
    this.#demandColumn(columnPosition);
    this.#session.demandEdit(this.#filter.sheet, this.#filter.region.rect);
    this.#filter.setCriteria(columnPosition, filterCriteria === null ? null : readCriteria(filterCriteria));
    return this;
  }

  removeColumnFilterCriteria(columnPosition: number): this {
    return this.setColumnFilterCriteria(columnPosition, null);
  }

  /** Sorts the rows below the header. */
  sort(columnPosition: number, ascending: boolean): this {
    demand('Filter.sort', [columnPosition, ascending], [whole, flag]);
    const { sheet, region } = this.#filter;
    const { rect } = region;
    if (rect === null || rect.rows < 2) return this;
    const body = { ...rect, row: rect.row + 1, rows: rect.rows - 1 };
    this.#session.demandEdit(sheet, body);
    sheet.sort(body, [{ column: columnPosition, ascending }]);
    this.#filter.apply();
    return this;
  }

  remove(): void {
    this.#session.demandEdit(this.#filter.sheet, this.#filter.region.rect);
    this.#filter.remove();
  }

  /** Google's wording is not known. */
  #demandColumn(position: number): void {
    const { rect } = this.#filter.region;
    if (rect !== null && position >= rect.column && position < rect.column + rect.columns) return;
    throw new ScriptError(`Column ${position} is not in the range of the filter.`);
  }
}
