/** Conditions on one cell, as filters and conditional formats state them. */
import type { Scalar } from './cells/cell';

export interface BooleanCondition {
  /** Name of a BooleanCriteria, such as NUMBER_GREATER_THAN. */
  readonly criteria: string;
  readonly values: readonly unknown[];
}

/** A cell as a condition sees it. */
export interface Subject {
  /** Null where the cell is empty; dates are serial day numbers. */
  readonly value: Scalar | null;
  /** As displayed. */
  readonly text: string;
  /** Whether the number is shown as a date. */
  readonly isDate: boolean;
}

/** Turns a Date of a script into the serial day number of the spreadsheet's zone. */
export type SerialOf = (date: Date) => number;

type Test = (subject: Subject, values: readonly unknown[], serial: SerialOf) => boolean;

const number =
  (test: (value: number, a: number, b: number) => boolean): Test =>
  ({ value }, [a, b]) =>
    typeof value === 'number' && test(value, Number(a), Number(b ?? a));

/** Days compare by their date; the time of day does not count. */
const day =
  (test: (value: number, a: number, b: number) => boolean): Test =>
  ({ value, isDate }, values, serial) => {
    const [a = Number.NaN, b = a] = values.map((date) =>
      date instanceof Date ? Math.floor(serial(date)) : Number.NaN,
    );
    return typeof value === 'number' && isDate && test(Math.floor(value), a, b);
  };

const text =
  (test: (text: string, wanted: string) => boolean): Test =>
  (subject, [wanted]) =>
    test(subject.text.toLowerCase(), String(wanted).toLowerCase());

/** https://developers.google.com/apps-script/reference/spreadsheet/boolean-criteria */
const TESTS: Readonly<Record<string, Test>> = {
  CELL_EMPTY: ({ text }) => text === '',
  CELL_NOT_EMPTY: ({ text }) => text !== '',
  NUMBER_BETWEEN: number((n, a, b) => n >= a && n <= b),
  NUMBER_NOT_BETWEEN: number((n, a, b) => n < a || n > b),
  NUMBER_EQUAL_TO: number((n, a) => n === a),
  NUMBER_NOT_EQUAL_TO: number((n, a) => n !== a),
  NUMBER_GREATER_THAN: number((n, a) => n > a),
  NUMBER_GREATER_THAN_OR_EQUAL_TO: number((n, a) => n >= a),
  NUMBER_LESS_THAN: number((n, a) => n < a),
  NUMBER_LESS_THAN_OR_EQUAL_TO: number((n, a) => n <= a),
  TEXT_CONTAINS: text((t, wanted) => t.includes(wanted)),
  TEXT_DOES_NOT_CONTAIN: text((t, wanted) => !t.includes(wanted)),
  TEXT_EQUAL_TO: text((t, wanted) => t === wanted),
  TEXT_STARTS_WITH: text((t, wanted) => t.startsWith(wanted)),
  TEXT_ENDS_WITH: text((t, wanted) => t.endsWith(wanted)),
  DATE_AFTER: day((d, a) => d > a),
  DATE_BEFORE: day((d, a) => d < a),
  DATE_EQUAL_TO: day((d, a) => d === a),
  DATE_ON_OR_AFTER: day((d, a) => d >= a),
  DATE_ON_OR_BEFORE: day((d, a) => d <= a),
  DATE_BETWEEN: day((d, a, b) => d >= a && d <= b),
  DATE_NOT_BETWEEN: day((d, a, b) => d < a || d > b),
};

/**
 * Whether a cell meets a condition, or undefined where the local Apps Script cannot tell: custom formulas and
 * dates relative to today.
 */
export function meets(condition: BooleanCondition, subject: Subject, serial: SerialOf): boolean | undefined {
  return TESTS[condition.criteria]?.(subject, condition.values, serial);
}
