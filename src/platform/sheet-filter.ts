/** A tab's own filter: the criterion of one column, beside those that people set on others. */
import type { FilterChange, Rect } from '../ports/grid';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Filter = GoogleAppsScript.Spreadsheet.Filter;
type Criteria = GoogleAppsScript.Spreadsheet.FilterCriteria;

/** Shows only rows whose text in that column passes, in a filter that reaches the whole table. */
export function showOnly(
  sheet: Sheet,
  table: Rect,
  column: number,
  passes: (text: string) => boolean,
): FilterChange {
  const before = sheet.getFilter();
  const filter = before ? reaching(sheet, before, table) : makeFilter(sheet, table);
  const others = criteriaOf(filter);
  const hadCriterion = others.delete(column);
  const { row, rows } = placeOf(filter);
  const texts = sheet
    .getRange(row + 1, column, rows - 1, 1)
    .getDisplayValues()
    .flat();
  // Sheets knows which values a filter hides, not which it shows; '' stands for blank cells.
  // https://developers.google.com/apps-script/reference/spreadsheet/filter-criteria-builder#sethiddenvaluesvalues
  const hidden = [...new Set(texts)].filter((text) => !passes(text));
  filter.setColumnFilterCriteria(column, SpreadsheetApp.newFilterCriteria().setHiddenValues(hidden).build());
  return { isNew: !before, hadCriterion, hasOthers: others.size > 0 };
}

/** Shows what the criterion of that column hides; with `whole` the filter goes where no other column has one. */
export function showAll(sheet: Sheet, column: number, whole: boolean): void {
  const filter = sheet.getFilter();
  if (!filter) return;
  const criteria = criteriaOf(filter);
  const had = criteria.delete(column);
  if (whole && criteria.size === 0) filter.remove();
  else if (had) filter.removeColumnFilterCriteria(column);
}

/** The filter itself, or one in its place: the range of a filter cannot be changed. */
function reaching(sheet: Sheet, filter: Filter, table: Rect): Filter {
  const own = placeOf(filter);
  const place = around(own, table);
  if (place.rows === own.rows && place.columns === own.columns) return filter;
  const criteria = criteriaOf(filter);
  filter.remove();
  const larger = makeFilter(sheet, place);
  for (const [column, each] of criteria) larger.setColumnFilterCriteria(column, each.copy().build());
  return larger;
}

function makeFilter(sheet: Sheet, { row, column, rows, columns }: Rect): Filter {
  return sheet.getRange(row, column, rows, columns).createFilter();
}

/** By the number of the column in the tab. */
function criteriaOf(filter: Filter): Map<number, Criteria> {
  const { column: first, columns } = placeOf(filter);
  const found = new Map<number, Criteria>();
  for (let column = first; column < first + columns; column += 1) {
    const criteria = filter.getColumnFilterCriteria(column);
    if (criteria) found.set(column, criteria);
  }
  return found;
}

function placeOf(filter: Filter): Rect {
  const range = filter.getRange();
  return {
    row: range.getRow(),
    column: range.getColumn(),
    rows: range.getNumRows(),
    columns: range.getNumColumns(),
  };
}

/** The smallest block that holds both. */
function around(one: Rect, other: Rect): Rect {
  const row = Math.min(one.row, other.row);
  const column = Math.min(one.column, other.column);
  return {
    row,
    column,
    rows: Math.max(one.row + one.rows, other.row + other.rows) - row,
    columns: Math.max(one.column + one.columns, other.column + other.columns) - column,
  };
}
