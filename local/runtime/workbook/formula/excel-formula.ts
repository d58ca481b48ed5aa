/** Turns a formula as Sheets writes it into one that Excel can open. */
import { formulaTokens, referenceText, type Corner } from './reference-tokens';

const LAST_EXCEL_ROW = 1_048_576;
const LAST_EXCEL_COLUMN = 16_384;

/**
 * Functions that a file must name with a prefix.
 * Source: https://libxlsxwriter.github.io/working_with_formulas.html
 */
const PREFIXES: Record<string, string> = {
  ...Object.fromEntries(
    ['CONCAT', 'IFS', 'LET', 'MAXIFS', 'MINIFS', 'SWITCH', 'TEXTJOIN', 'UNIQUE', 'XLOOKUP', 'XMATCH'].map(
      (name) => [name, '_xlfn.'] as const,
    ),
  ),
  FILTER: '_xlfn._xlws.',
  SORT: '_xlfn._xlws.',
};

/** A formula without its `=`: ranges that end at a column, such as `A2:A`, get the last row that Excel has. */
export function excelFormula(formula: string): string {
  const tokens = formulaTokens(formula.slice(1));
  return tokens
    .map((token, index) => {
      if (token.kind === 'name') {
        return tokens[index + 1]?.text === '('
          ? `${PREFIXES[token.text.toUpperCase()] ?? ''}${token.text}`
          : token.text;
      }
      if (token.kind !== 'reference' || token.to === undefined || isClosed(token.from, token.to))
        return token.text;
      return referenceText({ ...token, from: token.from, to: closed(token.to) });
    })
    .join('');
}

/** Excel knows blocks, whole columns and whole rows. */
function isClosed(from: Corner, to: Corner): boolean {
  return (from.row === null) === (to.row === null) && (from.column === null) === (to.column === null);
}

function closed(corner: Corner): Corner {
  return { ...corner, row: corner.row ?? LAST_EXCEL_ROW, column: corner.column ?? LAST_EXCEL_COLUMN };
}
