/** Takes formulas apart into references and everything else. */

import { columnLetters, columnNumber, quoteSheetName } from '../a1';

/** One end of a reference. A whole row has no column, a whole column no row. */
export interface Corner {
  readonly row: number | null;
  readonly column: number | null;
  readonly fixedRow: boolean;
  readonly fixedColumn: boolean;
}

export interface Reference {
  readonly kind: 'reference';
  /** Exactly as written. */
  readonly text: string;
  /** Name of the tab, unquoted; absent for a cell of the formula's own tab. */
  readonly sheet?: string;
  readonly from: Corner;
  /** Absent for a single cell. */
  readonly to?: Corner;
}

/** A tab's name before something other than cells, such as a named range. */
export interface SheetPrefix {
  readonly kind: 'sheet';
  readonly text: string;
  readonly sheet: string;
}

export interface OtherToken {
  readonly kind: 'name' | 'number' | 'string' | 'sign';
  readonly text: string;
}

export type FormulaToken = Reference | SheetPrefix | OtherToken;

/** Column ZZZ: https://thodigitals.com/en/limitations-of-google-sheets */
export const LAST_COLUMN = 18_278;

const NAME = String.raw`[A-Za-z_\u0080-\uffff][\w.\u0080-\uffff]*`;
const sheetPattern = (quoted: string, plain: string): string =>
  String.raw`(?:'(?<${quoted}>(?:[^']|'')+)'|(?<${plain}>${NAME}))!`;
const CELL = String.raw`\$?[A-Za-z]{1,3}\$?[1-9]\d{0,6}`;
const COLUMN = String.raw`\$?[A-Za-z]{1,3}`;
const ROW = String.raw`\$?[1-9]\d{0,6}`;
const TOKEN = new RegExp(
  [
    String.raw`(?<string>"(?:[^"]|"")*"?)`,
    String.raw`(?<reference>(?:${sheetPattern('quoted', 'plain')})?(?<from>${CELL}(?=:)|${CELL}|${COLUMN}(?=:)|${ROW}(?=:))(?::(?<to>${CELL}|${COLUMN}|${ROW}))?)(?![\w.(!\u0080-\uffff])`,
    String.raw`(?<prefix>${sheetPattern('prefixQuoted', 'prefixPlain')})`,
    String.raw`(?<number>\d+(?:\.\d*)?(?:[eE][+-]?\d+)?|\.\d+)`,
    String.raw`(?<name>${NAME})`,
    String.raw`(?<error>#[A-Za-z/0!?]+)`,
    String.raw`[^]`,
  ].join('|'),
  'gu',
);

/** The tokens of a formula in order; their texts joined are the formula. */
export function formulaTokens(formula: string): FormulaToken[] {
  const tokens: FormulaToken[] = [];
  for (const match of formula.matchAll(TOKEN)) tokens.push(tokenOf(match[0], match.groups ?? {}));
  return tokens;
}

function tokenOf(text: string, parts: Record<string, string | undefined>): FormulaToken {
  const reference = parts['reference'] === undefined ? null : referenceOf(text, parts);
  if (reference !== null) return reference;
  if (parts['prefix'] !== undefined)
    return { kind: 'sheet', text, sheet: parts['prefixPlain'] ?? unquoted(parts['prefixQuoted'] ?? '') };
  if (parts['string'] !== undefined) return { kind: 'string', text };
  if (parts['number'] !== undefined) return { kind: 'number', text };
  return { kind: /^[A-Za-z_\u0080-\uffff]/.test(text) ? 'name' : 'sign', text };
}

function referenceOf(text: string, parts: Record<string, string | undefined>): Reference | null {
  const from = cornerOf(parts['from'] ?? '');
  const to = parts['to'] === undefined ? undefined : cornerOf(parts['to']);
  if (from === null || to === null) return null;
  const sheet = parts['plain'] ?? (parts['quoted'] === undefined ? undefined : unquoted(parts['quoted']));
  return { kind: 'reference', text, from, ...(sheet !== undefined && { sheet }), ...(to && { to }) };
}

function cornerOf(text: string): Corner | null {
  const [, fixedColumn = '', letters = '', fixedRow = '', digits = ''] =
    /^(?:(\$?)([A-Za-z]+))?(?:(\$?)(\d+))?$/.exec(text) ?? [];
  const column = letters === '' ? null : columnNumber(letters);
  if (column !== null && column > LAST_COLUMN) return null;
  return {
    row: digits === '' ? null : Number(digits),
    column,
    fixedRow: fixedRow === '$',
    fixedColumn: fixedColumn === '$',
  };
}

function unquoted(name: string): string {
  return name.replace(/''/g, "'");
}

/** A reference as formulas write it. */
export function referenceText(reference: Omit<Reference, 'text' | 'kind'>): string {
  const prefix = reference.sheet === undefined ? '' : `${quoteSheetName(reference.sheet)}!`;
  const end = reference.to === undefined ? '' : `:${cornerText(reference.to)}`;
  return `${prefix}${cornerText(reference.from)}${end}`;
}

function cornerText(corner: Corner): string {
  const column =
    corner.column === null ? '' : `${corner.fixedColumn ? '$' : ''}${columnLetters(corner.column)}`;
  const row = corner.row === null ? '' : `${corner.fixedRow ? '$' : ''}${corner.row}`;
  return `${column}${row}`;
}
