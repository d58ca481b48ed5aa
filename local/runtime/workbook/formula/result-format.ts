/** The number format that a formula's result takes over where its cell has none, as Sheets does for dates and money. */
import { isDateFormat } from '../cells/number-format';
import { formulaTokens, type FormulaToken, type Reference } from './reference-tokens';

interface Term {
  readonly sign: 1 | -1;
  readonly format:
    | { readonly kind: 'none' | 'day' | 'moment' }
    | { readonly kind: 'cell'; readonly sheet?: string; readonly row: number; readonly column: number };
}

/** Numbers and cells that are added and taken off; null for a formula of any other form, which takes nothing over. */
export type FormatSource = readonly Term[] | null;

/** What a format depends on beside the formula. */
export interface FormatContext {
  /** Of a cell, its own or taken over in its turn; `sheet` is absent for the formula's own tab. */
  cell(row: number, column: number, sheet?: string): string | undefined;
  /** Dates as the locale writes them. */
  readonly day: string;
}

const DAYS = /^(TODAY|DATE|EDATE|EOMONTH|DATEVALUE|WORKDAY)$/i;
/** Give one of the values they are given. */
const PICKS = /^(MIN|MAX)$/i;

/** Reads a formula once; the formats are looked up whenever results are. */
export function formatSource(formula: string): FormatSource {
  const tokens = formulaTokens(formula).filter(({ text }) => text.trim() !== '');
  const terms: Term[] = [];
  let at = 1;
  while (at < tokens.length) {
    let sign: 1 | -1 = 1;
    const text = tokens[at]?.text;
    if (text === '+' || text === '-') {
      sign = text === '-' ? -1 : 1;
      at++;
    } else if (terms.length > 0) return null;
    const token = tokens[at];
    const end = tokens[at + 1]?.text === '(' ? closing(tokens, at + 1) : at;
    const format = token === undefined ? null : formatOf(token, tokens.slice(at + 2, end));
    if (format === null) return null;
    terms.push({ sign, format });
    at = end + 1;
  }
  return terms;
}

/** A day less a day is a number of days; a day and a number is a day; else the first format counts. */
export function resultFormat(source: FormatSource, context: FormatContext): string | undefined {
  if (source === null) return undefined;
  const formats = source.map(({ format }) => {
    if (format.kind === 'cell') return context.cell(format.row, format.column, format.sheet);
    return { none: undefined, day: context.day, moment: `${context.day} H:mm:ss` }[format.kind];
  });
  const isDate = formats.map((format) => isDateFormat(format));
  if (!isDate.includes(true)) return formats.find((format) => format !== undefined && format !== '@');
  const days = source.reduce((sum, { sign }, index) => sum + (isDate[index] === true ? sign : 0), 0);
  return days === 1 ? formats[isDate.indexOf(true)] : undefined;
}

function closing(tokens: readonly FormulaToken[], open: number): number {
  let depth = 0;
  for (let at = open; at < tokens.length; at++) {
    if (tokens[at]?.text === '(') depth++;
    if (tokens[at]?.text === ')' && --depth === 0) return at;
  }
  return tokens.length;
}

function formatOf(token: FormulaToken, args: readonly FormulaToken[]): Term['format'] | null {
  if (token.kind === 'number') return { kind: 'none' };
  if (token.kind === 'reference') return token.to === undefined ? cellOf(token) : null;
  if (token.kind !== 'name') return null;
  if (DAYS.test(token.text)) return { kind: 'day' };
  if (/^NOW$/i.test(token.text)) return { kind: 'moment' };
  const [only, ...more] = args;
  return PICKS.test(token.text) && only?.kind === 'reference' && more.length === 0 ? cellOf(only) : null;
}

function cellOf({ sheet, from }: Reference): Term['format'] | null {
  if (from.row === null || from.column === null) return null;
  return { kind: 'cell', row: from.row, column: from.column, ...(sheet === undefined ? {} : { sheet }) };
}
