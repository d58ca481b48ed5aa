/** Works out the formulas of a workbook with IronCalc. */
import type { CellError, Scalar } from '../cells/cell';
import { serialFromDate } from '../cells/dates';
import { CalculationModel, placeKey, tabAlias, type Place } from './model';
import { translate, type Area, type Translation, type TranslationContext } from './translation';

/** The workbook as the engine reads it. Rows and columns count from 1. */
export interface FormulaSource {
  sheets(): { name: string }[];
  cell(sheet: string, row: number, column: number): { value: Scalar | null; formula?: string } | undefined;
  formulas(): Iterable<{ sheet: string; row: number; column: number; formula: string }>;
  /** The last row and column that hold something. */
  usedRange(sheet: string): { rows: number; columns: number };
  locale: string;
  timeZone: string;
  /** Milliseconds since 1970 for `TODAY()` and `NOW()`; absent, the machine's clock answers. */
  now?: number;
}

type Results = Map<string, Scalar | null | CellError>;
type Tabs = TranslationContext['tabs'];

interface PlacedFormula {
  readonly sheet: string;
  readonly place: Place;
  readonly translation: Translation;
}

/** The bounds of ranges without an end grow in such steps, so that a row more does not void every translation. */
const ROW_STEP = 500;
const COLUMN_STEP = 26;
/** Rows of the tab that holds the time, which comes after the workbook's own. */
const TODAY_ROW = 1;
const NOW_ROW = 2;

/**
 * One engine serves one workbook: it keeps its model, and feeds it only what changed.
 * https://github.com/ironcalc/IronCalc
 */
export class FormulaEngine {
  #model: CalculationModel | null = null;
  #tabNames = '';
  #translations = new Map<string, Translation>();
  #translatedFor = '';
  #results: Results = new Map();
  #hasArrays = false;

  /**
   * Works out every formula. Numbers come back with 15 significant digits. A function that is not known gives
   * `#NAME?`, a formula that cannot be read `#ERROR!`; one that only repeats an empty cell gives null.
   *
   * @returns results by `${sheet}!${row}:${column}`, with the other cells of arrays where these are free
   */
  evaluate(source: FormulaSource): Results {
    const names = source.sheets().map((sheet) => sheet.name);
    const model = this.#modelFor(names);
    const tabs = new Map(
      names.map((name, tab) => [name.toLowerCase(), { name, alias: tabAlias(tab) }] as const),
    );
    const formulas = this.#placed(source, names, tabs);
    const isChanged = model.load(inputsFor(source, names, formulas));
    // Whether an array has room depends on cells that the model need not hold.
    if (isChanged || this.#hasArrays) {
      this.#results = readResults(model, source, formulas);
      this.#hasArrays = formulas.some(({ place }) => isArray(model, place));
    }
    return new Map(this.#results);
  }

  #modelFor(names: readonly string[]): CalculationModel {
    const joined = JSON.stringify(names);
    if (this.#model === null || this.#tabNames !== joined || this.#model.isWorn) {
      this.#model?.free();
      this.#model = new CalculationModel(names.length + 1);
      this.#tabNames = joined;
    }
    return this.#model;
  }

  #placed(source: FormulaSource, names: readonly string[], tabs: Tabs): PlacedFormula[] {
    const bounds = boundsOf(source, names);
    const fixed = {
      tabs,
      bounds,
      locale: source.locale,
      ...(source.now !== undefined && { clock: clockReferences(names.length) }),
    };
    const translatedFor = JSON.stringify([names, bounds, source.locale, source.now !== undefined]);
    const known = translatedFor === this.#translatedFor ? this.#translations : new Map<string, Translation>();
    // Only formulas still in use are kept for the next time.
    const used = new Map<string, Translation>();
    const tabByName = new Map(names.map((name, tab) => [name, tab] as const));
    const placed: PlacedFormula[] = [];
    for (const { sheet, row, column, formula } of source.formulas()) {
      const key = `${sheet}!${formula}`;
      const translation = used.get(key) ?? known.get(key) ?? translate(formula, { ...fixed, sheet });
      used.set(key, translation);
      placed.push({ sheet, place: { tab: tabByName.get(sheet) ?? 0, row, column }, translation });
    }
    this.#translations = used;
    this.#translatedFor = translatedFor;
    return placed;
  }
}

function boundsOf(source: FormulaSource, names: readonly string[]): { rows: number; columns: number } {
  const used = names.map((name) => source.usedRange(name));
  const stepped = (most: number, step: number): number => Math.ceil((most + 1) / step) * step;
  return {
    rows: stepped(Math.max(0, ...used.map((range) => range.rows)), ROW_STEP),
    columns: stepped(Math.max(0, ...used.map((range) => range.columns)), COLUMN_STEP),
  };
}

function clockReferences(tab: number): { today: string; now: string } {
  return { today: `${tabAlias(tab)}!$A$${TODAY_ROW}`, now: `${tabAlias(tab)}!$A$${NOW_ROW}` };
}

/** The formulas and the cells that they read, as typed into the model, for each of its tabs. */
function inputsFor(
  source: FormulaSource,
  names: readonly string[],
  formulas: readonly PlacedFormula[],
): Map<number, string>[] {
  const inputs = Array.from({ length: names.length + 1 }, () => new Map<number, string>());
  for (const { place, translation } of formulas) {
    inputs[place.tab]?.set(placeKey(place.row, place.column), translation.input);
  }
  const extents = new Map(names.map((name) => [name, source.usedRange(name)] as const));
  const tabByName = new Map(names.map((name, tab) => [name, tab] as const));
  for (const { sheet, column, firstRow, lastRow } of columnRuns(areasRead(formulas, names, extents))) {
    const tab = inputs[tabByName.get(sheet) ?? 0];
    const extent = extents.get(sheet);
    if (tab === undefined || extent === undefined || column > extent.columns) continue;
    for (let row = firstRow; row <= Math.min(lastRow, extent.rows); row++) {
      const cell = source.cell(sheet, row, column);
      if (cell === undefined || cell.value === null || cell.formula !== undefined) continue;
      tab.set(placeKey(row, column), inputOf(cell.value));
    }
  }
  if (source.now !== undefined) {
    const now = serialFromDate(source.now, source.timeZone);
    inputs[names.length]
      ?.set(placeKey(TODAY_ROW, 1), String(Math.floor(now)))
      .set(placeKey(NOW_ROW, 1), String(now));
  }
  return inputs;
}

function inputOf(value: Scalar): string {
  if (typeof value === 'string') return `'${value}`;
  return typeof value === 'boolean' ? (value ? 'TRUE' : 'FALSE') : String(value);
}

function areasRead(
  formulas: readonly PlacedFormula[],
  names: readonly string[],
  extents: ReadonlyMap<string, { rows: number; columns: number }>,
): Iterable<Area> {
  const everything = names.map((sheet) => {
    const { rows, columns } = extents.get(sheet) ?? { rows: 0, columns: 0 };
    return { sheet, firstRow: 1, firstColumn: 1, lastRow: rows, lastColumn: columns };
  });
  if (formulas.some(({ translation }) => translation.readsAnything)) return everything;
  // Thousands of look-ups name the same block: each block counts once.
  const distinct = new Map<string, Area>();
  for (const { translation } of formulas) {
    for (const area of translation.areas) {
      const clipped = {
        ...area,
        lastColumn: Math.min(area.lastColumn, extents.get(area.sheet)?.columns ?? 0),
      };
      distinct.set(Object.values(clipped).join(':'), clipped);
    }
  }
  return distinct.values();
}

interface ColumnRun {
  readonly sheet: string;
  readonly column: number;
  readonly firstRow: number;
  readonly lastRow: number;
}

/** The same cells as runs down a column, none twice. */
function columnRuns(areas: Iterable<Area>): ColumnRun[] {
  const byColumn = new Map<string, ColumnRun[]>();
  for (const { sheet, firstRow, lastRow, firstColumn, lastColumn } of areas) {
    for (let column = firstColumn; column <= lastColumn; column++) {
      const key = `${column}!${sheet}`;
      const runs = byColumn.get(key) ?? [];
      runs.push({ sheet, column, firstRow, lastRow });
      byColumn.set(key, runs);
    }
  }
  return [...byColumn.values()].flatMap(mergedRuns);
}

function mergedRuns(runs: readonly ColumnRun[]): ColumnRun[] {
  const merged: ColumnRun[] = [];
  for (const run of [...runs].sort((a, b) => a.firstRow - b.firstRow)) {
    const last = merged[merged.length - 1];
    if (last === undefined || run.firstRow > last.lastRow + 1) merged.push(run);
    else if (run.lastRow > last.lastRow) merged[merged.length - 1] = { ...last, lastRow: run.lastRow };
  }
  return merged;
}

function readResults(
  model: CalculationModel,
  source: FormulaSource,
  formulas: readonly PlacedFormula[],
): Results {
  const results: Results = new Map();
  for (const { sheet, place, translation } of formulas) {
    const key = `${sheet}!${place.row}:${place.column}`;
    if (translation.repeats !== undefined && isEmpty(source, translation.repeats)) results.set(key, null);
    else for (const [at, result] of arrayResults(model, source, sheet, place)) results.set(at, result);
  }
  return results;
}

function isEmpty(source: FormulaSource, { sheet, firstRow, firstColumn }: Area): boolean {
  const cell = source.cell(sheet, firstRow, firstColumn);
  return cell === undefined || (cell.value === null && cell.formula === undefined);
}

function isArray(model: CalculationModel, place: Place): boolean {
  const { rows, columns } = model.extent(place);
  return rows * columns > 1;
}

/** A formula's result, and the rest of its array; `#REF!` where the array has no room. */
function arrayResults(
  model: CalculationModel,
  source: FormulaSource,
  sheet: string,
  place: Place,
): [string, Scalar | CellError][] {
  const { rows, columns } = model.extent(place);
  const found: [string, Scalar | CellError][] = [];
  for (let row = place.row; row < place.row + rows; row++) {
    for (let column = place.column; column < place.column + columns; column++) {
      const isAnchor = row === place.row && column === place.column;
      if (!isAnchor && source.cell(sheet, row, column) !== undefined) {
        return [[`${sheet}!${place.row}:${place.column}`, { error: '#REF!' }]];
      }
      found.push([`${sheet}!${row}:${column}`, model.result({ tab: place.tab, row, column })]);
    }
  }
  return found;
}
