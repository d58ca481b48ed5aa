/** What a person chose in the Preview tab: the lines that are ticked and still say what they said. */
import type { CellValue } from '../../ports/grid';
import { keyOfNote } from '../table/note';
import type { Change, ChangeName } from './change';
import { cellsOf, isSendable, LINE, PLAN_LINE, REVIEW_COLUMNS, type Review, SEND } from './review';

/** A Preview tab as a person left it. */
export interface ReadReview {
  /** Id of the plan that it shows; '' where nobody can tell any more. */
  readonly plan: string;
  readonly lines: readonly ReadLine[];
}

interface ReadLine {
  /** Row in the Preview tab. */
  readonly row: number;
  readonly isTicked: boolean;
  /** By column key; columns that the person deleted are missing. */
  readonly cells: ReadonlyMap<string, CellValue>;
}

/** Whether a tab with these notes in row 1 is a Preview of ours. */
export function isReview(notes: readonly string[]): boolean {
  const keys = notes.map(keyOfNote);
  return REVIEW_COLUMNS.some(({ key }) => keys.includes(key));
}

export function readReview(values: readonly (readonly CellValue[])[], notes: readonly string[]): ReadReview {
  const keys = notes.map(keyOfNote);
  const places = REVIEW_COLUMNS.flatMap(({ key }): [string, number][] =>
    keys.includes(key) ? [[key, keys.indexOf(key)]] : [],
  );
  const head = notes[keys.indexOf(SEND)] ?? '';
  const plan = head.split('\n').find((line) => line.startsWith(PLAN_LINE)) ?? PLAN_LINE;
  return {
    plan: plan.slice(PLAN_LINE.length).trim(),
    lines: values.slice(1).map((row, index) => {
      const cells = new Map(places.map(([key, at]) => [key, row[at] ?? '']));
      return { row: index + 2, isTicked: cells.get(SEND) === true, cells };
    }),
  };
}

/** What is to be sent of a plan. */
export interface Choice {
  readonly chosen: readonly Change[];
  /** Changes that are not to be sent, and conflicts that are. */
  readonly exclude: readonly ChangeName[];
  readonly overwrite: readonly ChangeName[];
  /** Rows of the Preview tab that are ticked and do not say any more what they said: nothing is sent for them. */
  readonly altered: readonly number[];
}

/** A line that is not there any more is not ticked, nor is one that is there twice unless both are. */
export function choiceOf({ lines }: ReadReview, review: Review): Choice {
  const altered = lines.filter((line) => line.isTicked && !isAsWritten(line, review));
  const ticked = new Set(lines.filter(({ isTicked }) => isTicked).map(numberOf));
  for (const line of lines) if (!line.isTicked || altered.includes(line)) ticked.delete(numberOf(line));
  const isTicked = (index: number): boolean => ticked.has(index + 1);
  const names = (kind: Change['kind'], wanted: boolean): ChangeName[] =>
    review.changes
      .filter((change, index) => change.kind === kind && isTicked(index) === wanted)
      .map(({ id, field }) => ({ id, field }));
  return {
    chosen: review.changes.filter((change, index) => isSendable(change) && isTicked(index)),
    exclude: names('change', false),
    overwrite: names('conflict', true),
    altered: altered.map(({ row }) => row),
  };
}

/** A person may have given the cells other formats: they are compared as texts. */
function isAsWritten(line: ReadLine, review: Review): boolean {
  const number = numberOf(line);
  const change = review.changes[number - 1];
  if (!change) return false;
  const wanted = cellsOf(change, number, review);
  return REVIEW_COLUMNS.every(({ key, isFixed }, at) => {
    const cell = line.cells.get(key);
    return !isFixed || cell === undefined || textOf(cell) === textOf(wanted[at]);
  });
}

/** Nobody documents which line breaks a cell keeps. */
function textOf(cell: CellValue | undefined): string {
  return String(cell).replace(/\r\n?/g, '\n');
}

/** 0 where the cell holds none. */
function numberOf({ cells }: ReadLine): number {
  const number = Number(cells.get(LINE) ?? 0);
  return Number.isInteger(number) ? number : 0;
}
