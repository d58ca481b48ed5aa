/** Makes formulas follow rows, columns and tabs that come, go, move or change name. */
import { quoteSheetName } from '../a1';
import { LAST_COLUMN, formulaTokens, referenceText, type Corner, type Reference } from './reference-tokens';

/** All numbers count from 1. */
export type StructuralEdit =
  | {
      kind: 'insertRows' | 'deleteRows' | 'insertColumns' | 'deleteColumns';
      sheet: string;
      /** The first row or column that is inserted or deleted. */
      at: number;
      count: number;
    }
  | {
      kind: 'moveRows' | 'moveColumns';
      sheet: string;
      from: number;
      count: number;
      /** The row or column before which they land, counted before the move. */
      to: number;
    }
  | { kind: 'renameSheet'; sheet: string; to: string }
  | { kind: 'deleteSheet'; sheet: string };

/** First and last row, or first and last column; the last may be infinite. Null where nothing is left. */
type Span = readonly [first: number, last: number];
type SpanEdit = (span: Span) => Span | null;
type Axis = 'row' | 'column';

const LOST = '#REF!';

/**
 * A formula after an edit of the workbook's structure. References to what was deleted become `#REF!`; everything
 * that the edit does not concern stays exactly as written.
 *
 * @param onSheet the tab that holds the formula
 */
export function adjustFormula(formula: string, onSheet: string, edit: StructuralEdit): string {
  return formulaTokens(formula)
    .map((token) => {
      if (token.kind !== 'reference' && token.kind !== 'sheet') return token.text;
      if (!isSameSheet(token.sheet ?? onSheet, edit.sheet)) return token.text;
      if (edit.kind === 'deleteSheet') return LOST;
      if (edit.kind === 'renameSheet')
        return token.sheet === undefined ? token.text : renamed(token, edit.to);
      return token.kind === 'reference' ? adjusted(token, axisOf(edit.kind), spanEdit(edit)) : token.text;
    })
    .join('');
}

/**
 * A formula copied to another place: references without `$` move along, off the grid they become `#REF!`.
 *
 * @param rows down, negative for up
 * @param columns to the right, negative for left
 */
export function translateFormula(formula: string, rows: number, columns: number): string {
  return formulaTokens(formula)
    .map((token) => {
      if (token.kind !== 'reference') return token.text;
      const from = translated(token.from, rows, columns);
      const to = token.to && translated(token.to, rows, columns);
      if (from === null || to === null) return LOST;
      return isUnmoved(token.from, from) && (!token.to || !to || isUnmoved(token.to, to))
        ? token.text
        : referenceText({ ...token, from, ...(to && { to }) });
    })
    .join('');
}

function isSameSheet(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

function renamed(token: { text: string }, to: string): string {
  return `${quoteSheetName(to)}!` + token.text.slice(token.text.lastIndexOf('!') + 1);
}

function translated(corner: Corner, rows: number, columns: number): Corner | null {
  const row = corner.row === null || corner.fixedRow ? corner.row : corner.row + rows;
  const column = corner.column === null || corner.fixedColumn ? corner.column : corner.column + columns;
  if ((row !== null && row < 1) || (column !== null && (column < 1 || column > LAST_COLUMN))) return null;
  return { ...corner, row, column };
}

function isUnmoved(before: Corner, after: Corner): boolean {
  return before.row === after.row && before.column === after.column;
}

function axisOf(kind: string): Axis {
  return kind.endsWith('Rows') ? 'row' : 'column';
}

function adjusted(reference: Reference, axis: Axis, edit: SpanEdit): string {
  const start = reference.from[axis];
  const end = reference.to === undefined ? start : reference.to[axis];
  if (start === null && end === null) return reference.text;
  const isReversed = (start ?? Infinity) > (end ?? Infinity);
  const span: Span = isReversed ? [end ?? Infinity, start ?? Infinity] : [start ?? Infinity, end ?? Infinity];
  const after = edit(span);
  if (after === null) return LOST;
  if (after[0] === span[0] && after[1] === span[1]) return reference.text;
  const [first, last] = isReversed ? [after[1], after[0]] : after;
  const from = placed(reference.from, axis, first);
  return referenceText({ ...reference, from, ...(reference.to && { to: placed(reference.to, axis, last) }) });
}

function placed(corner: Corner, axis: Axis, at: number): Corner {
  return corner[axis] === null ? corner : { ...corner, [axis]: at };
}

function spanEdit(edit: Exclude<StructuralEdit, { kind: 'renameSheet' | 'deleteSheet' }>): SpanEdit {
  switch (edit.kind) {
    case 'insertRows':
    case 'insertColumns':
      return (span) => afterInsert(span, edit.at, edit.count);
    case 'deleteRows':
    case 'deleteColumns':
      return (span) => afterDelete(span, edit.at, edit.count);
    default:
      return (span) => afterMove(span, edit.from, edit.count, edit.to);
  }
}

function afterInsert([first, last]: Span, at: number, count: number): Span {
  return [first >= at ? first + count : first, last >= at ? last + count : last];
}

function afterDelete([first, last]: Span, at: number, count: number): Span | null {
  const end = at + count;
  if (first >= at && last < end) return null;
  return [
    first < at ? first : Math.max(at, first - count),
    last < at ? last : Math.max(at - 1, last - count),
  ];
}

/** What moves as a whole is followed; a span that loses or gains some of its rows shrinks or grows. */
function afterMove(span: Span, from: number, count: number, to: number): Span {
  const [first, last] = span;
  const end = from + count;
  if (to >= from && to <= end) return span;
  const landing = to > from ? to - count : to;
  if (first >= from && last < end) return [first + landing - from, last + landing - from];
  const staysInside = from >= first && end - 1 <= last && to >= first && to <= last + 1;
  const rest = staysInside ? null : afterDelete(span, from, count);
  return rest === null ? span : afterInsert(rest, landing, count);
}
