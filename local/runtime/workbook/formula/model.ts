/** An IronCalc model that is fed only what changed since it last worked. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Model, initSync } from '@ironcalc/wasm';
import type { CellError, Scalar } from '../cells/cell';
import { UNREADABLE } from './translation';

/** A cell by its tab's index from 0; row and column count from 1. */
export interface Place {
  readonly tab: number;
  readonly row: number;
  readonly column: number;
}

/** Shows all the digits that IronCalc gives, so that results can be read back as numbers. */
const EXACT = '0.00000000000000E+000';
/** More than the columns of any tab, so that row and column make one number. */
const COLUMN_SPAN = 20_000;
/** IronCalc keeps every input for undoing; past so many a new model is cheaper. */
const MOST_INPUTS = 300_000;

/** Errors that Sheets calls something else. A result that finds no room for its array is `#REF!` there. */
const ERRORS: Record<string, string> = {
  '#SPILL!': '#REF!',
  '#CIRC!': '#REF!',
  '#CALC!': '#N/A',
  '#N/IMPL!': '#NAME?',
};
const TYPE_NUMBER = 1;
const TYPE_BOOLEAN = 4;
const TYPE_ERROR = 16;

let isLoaded = false;

function newModel(tabCount: number): Model {
  if (!isLoaded) {
    initSync({ module: readFileSync(createRequire(__filename).resolve('@ironcalc/wasm/wasm_bg.wasm')) });
    isLoaded = true;
  }
  const model = new Model('workbook', 'en', 'UTC', 'en');
  model.pauseEvaluation();
  for (let tab = 0; tab < tabCount; tab++) {
    if (tab > 0) model.newSheet();
    model.renameSheet(tab, tabAlias(tab));
  }
  return model;
}

/** The name of a tab in the model, which does not allow all the names that Sheets does. */
export function tabAlias(tab: number): string {
  return `Tab_${tab}`;
}

export class CalculationModel {
  readonly #model: Model;
  /** For each tab: place as one number → the input given there. */
  #inputs: Map<number, string>[];
  #inputCount = 0;

  constructor(tabCount: number) {
    this.#model = newModel(tabCount);
    this.#inputs = Array.from({ length: tabCount }, () => new Map<number, string>());
  }

  get isWorn(): boolean {
    return this.#inputCount > MOST_INPUTS;
  }

  /**
   * Makes the model hold exactly these inputs, and works out what changed.
   *
   * @param inputs for each tab: `placeKey` → text as typed, text itself after an apostrophe
   * @returns whether anything had to be worked out
   */
  load(inputs: Map<number, string>[]): boolean {
    const formulas: Place[] = [];
    let changes = 0;
    inputs.forEach((wanted, tab) => {
      const held = this.#inputs[tab] ?? new Map<number, string>();
      for (const key of held.keys()) {
        if (wanted.has(key)) continue;
        const { row, column } = placeOf(tab, key);
        this.#model.rangeClearContents(tab, row, column, row, column);
        changes++;
      }
      for (const [key, input] of wanted) {
        if (held.get(key) === input) continue;
        const place = placeOf(tab, key);
        this.#put(place, input);
        if (input.startsWith('=')) formulas.push(place);
        changes++;
      }
    });
    this.#inputs = inputs;
    this.#inputCount += changes;
    if (changes === 0) return false;
    this.#showExactly(formulas);
    this.#model.evaluate();
    this.#model.flushSendQueue();
    return true;
  }

  #put({ tab, row, column }: Place, input: string): void {
    try {
      this.#model.setUserInput(tab, row, column, input);
    } catch {
      // What IronCalc refuses to take at all is no formula to it.
      this.#model.setUserInput(tab, row, column, UNREADABLE);
    }
  }

  /** Formats runs of formulas in a column at once: each call costs far more than each cell. */
  #showExactly(formulas: readonly Place[]): void {
    const sorted = [...formulas].sort((a, b) => a.tab - b.tab || a.column - b.column || a.row - b.row);
    let start = 0;
    sorted.forEach((place, index) => {
      const next = sorted[index + 1];
      if (next?.tab === place.tab && next.column === place.column && next.row === place.row + 1) return;
      const first = sorted[start] ?? place;
      const area = {
        sheet: place.tab,
        row: first.row,
        column: place.column,
        width: 1,
        height: place.row - first.row + 1,
      };
      this.#model.updateRangeStyle(area, 'num_fmt', EXACT);
      start = index + 1;
    });
  }

  /** The result in a cell that holds a formula, or part of a formula's array. */
  result({ tab, row, column }: Place): Scalar | CellError {
    const text = this.#model.getFormattedCellValue(tab, row, column);
    switch (this.#model.getCellType(tab, row, column)) {
      case TYPE_NUMBER:
        return Number(text);
      case TYPE_BOOLEAN:
        return text === 'TRUE';
      case TYPE_ERROR:
        return { error: ERRORS[text] ?? text };
      default:
        return text;
    }
  }

  /** How many rows and columns the result of a formula takes. */
  extent({ tab, row, column }: Place): { rows: number; columns: number } {
    const structure = this.#model.getCellArrayStructure(tab, row, column);
    if (typeof structure === 'string' || !('DynamicAnchor' in structure)) return { rows: 1, columns: 1 };
    const [columns, rows] = structure.DynamicAnchor;
    return { rows, columns };
  }

  /** Gives the memory back; the model cannot be used any more. */
  free(): void {
    this.#model.free();
  }
}

/** Row and column of a cell as one number. */
export function placeKey(row: number, column: number): number {
  return row * COLUMN_SPAN + column;
}

function placeOf(tab: number, key: number): Place {
  return { tab, row: Math.floor(key / COLUMN_SPAN), column: key % COLUMN_SPAN };
}
