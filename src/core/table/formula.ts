/** References within a formula's text, in A1 notation: moved as filling down moves them, and as new columns push them. */
import { columnLetters, columnNumber } from './a1';

const SHEET = String.raw`(?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!`;
const CELL = String.raw`\$?[A-Za-z]{1,3}\$?[1-9]\d*`;
/** An end of a range: a cell, a whole column or a whole row. */
const END = String.raw`(?:\$?[A-Za-z]{1,3}(?:\$?[1-9]\d*)?|\$?[1-9]\d*)`;

/**
 * A reference, or something that only looks like one: text in quotes, names in quotes, names of table columns. Words
 * that go on, functions and names of sheets are no references.
 */
const PIECE = new RegExp(
  String.raw`"(?:[^"]|"")*"|\[[^\]]*\]` +
    String.raw`|(?<![\p{L}\p{N}_.$#'])(?<sheet>${SHEET})?(?<ends>${END}:${END}|${CELL})(?![\p{L}\p{N}_.(!$[])` +
    String.raw`|'(?:[^']|'')*'`,
  'gu',
);

interface End {
  readonly column: string;
  readonly row: string;
}

/** Rewrites every end of every reference; null as soon as one has no place to go. */
function rewrite(formula: string, move: (end: End, sheet: string | null) => End | null): string | null {
  let lost = false;
  const text = formula.replace(PIECE, (piece: string, ...rest: unknown[]) => {
    const { sheet, ends } = rest[rest.length - 1] as { sheet?: string; ends?: string };
    if (ends === undefined) return piece;
    const moved = ends.split(':').map((end) => {
      const [, column = '', row = ''] = /^(\$?[A-Za-z]+)?(\$?\d+)?$/.exec(end) ?? [];
      const to = move({ column, row }, sheet === undefined ? null : sheetName(sheet));
      if (to === null) lost = true;
      return to === null ? end : to.column + to.row;
    });
    return (sheet ?? '') + moved.join(':');
  });
  return lost ? null : text;
}

/** “'My tab'!” is My tab. */
function sheetName(prefix: string): string {
  const name = prefix.slice(0, -1);
  return name.startsWith("'") ? name.slice(1, -1).replace(/''/g, "'") : name;
}

/** The formula as it would stand so many rows further down, or up; null where a reference would leave the tab. */
export function filledDown(formula: string, rows: number): string | null {
  return rewrite(formula, ({ column, row }) => {
    if (row === '' || row.startsWith('$')) return { column, row };
    const moved = Number(row) + rows;
    return moved < 1 ? null : { column, row: String(moved) };
  });
}

/** The formula after `count` columns were inserted before `column` of `tab`, the tab that the formula stands in. */
export function afterInsertion(formula: string, tab: string, column: number, count: number): string {
  if (count === 0) return formula;
  const moved = rewrite(formula, (end, sheet) => {
    const letters = end.column.replace('$', '');
    const elsewhere = sheet !== null && sheet.toLowerCase() !== tab.toLowerCase();
    if (elsewhere || letters === '' || columnNumber(letters) < column) return end;
    const fixed = end.column.startsWith('$') ? '$' : '';
    return { column: fixed + columnLetters(columnNumber(letters) + count), row: end.row };
  });
  return moved ?? formula;
}
