/** The basic filter of a tab: hides rows by what their cells show. */
import { meets, type BooleanCondition } from './condition';
import type { Region } from './region';
import type { Sheet } from './sheet';

/**
 * Not both lists are set; a condition may be set beside one, and a row then has to pass both.
 * https://developers.google.com/workspace/sheets/api/reference/rest/v4/FilterCriteria
 */
export interface FilterCriteria {
  readonly condition: BooleanCondition | null;
  readonly hiddenValues: readonly string[] | null;
  readonly visibleValues: readonly string[] | null;
}

interface ColumnCriteria {
  /** One column wide; follows it. */
  readonly place: Region;
  readonly criteria: FilterCriteria;
}

/** Rows are hidden when criteria are set, not when cells change afterwards, as in Sheets. */
export class Filter {
  #columns: ColumnCriteria[] = [];

  /** The first row of the region is the header and stays visible. */
  constructor(
    readonly sheet: Sheet,
    readonly region: Region,
  ) {}

  criteria(column: number): FilterCriteria | null {
    return this.#columns.find(({ place }) => place.rect?.column === column)?.criteria ?? null;
  }

  /** Columns that have criteria, by their number on the tab. */
  columns(): { column: number; criteria: FilterCriteria }[] {
    return this.#columns.flatMap(({ place, criteria }) =>
      place.rect === null ? [] : [{ column: place.rect.column, criteria }],
    );
  }

  setCriteria(column: number, criteria: FilterCriteria | null): void {
    this.#columns = this.#columns.filter(({ place }) => place.rect !== null && place.rect.column !== column);
    const rect = this.region.rect;
    if (criteria !== null && rect !== null) {
      this.#columns.push({ place: this.sheet.track({ ...rect, column, columns: 1 }), criteria });
    }
    this.apply();
  }

  /** Takes the filter off; every row shows again. */
  remove(): void {
    this.#columns = [];
    this.apply();
    this.sheet.filter = null;
  }

  /** Hides and shows the rows below the header by the criteria. */
  apply(): void {
    const rect = this.region.rect;
    if (rect === null) return;
    const columns = this.columns();
    for (let row = rect.row + 1; row < rect.row + rect.rows; row++) {
      const shown = columns.every(({ column, criteria }) => passes(this.sheet, row, column, criteria));
      this.sheet.rowAxis.hideByFilter(row, !shown);
    }
    this.sheet.workbook.touch();
  }
}

function passes(sheet: Sheet, row: number, column: number, criteria: FilterCriteria): boolean {
  const { condition, hiddenValues, visibleValues } = criteria;
  const subject = sheet.subject(row, column);
  if (hiddenValues?.includes(subject.text)) return false;
  if (visibleValues?.includes(subject.text) === false) return false;
  return condition === null || (meets(condition, subject, sheet.serial) ?? true);
}
