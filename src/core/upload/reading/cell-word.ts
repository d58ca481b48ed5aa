/** A cell's content as a word of text, whatever a format or a paste made of it. */
import type { CellValue } from '../../../ports/grid';
import { cellText } from '../../table/codec/text';

/**
 * Characters that nobody sees and that exports carry all the same. Joiners belong to words of many scripts, and to emoji: only at
 * an end or beside a character of ASCII do they say nothing. https://www.unicode.org/faq/ligature_digraph.html
 */
const UNSEEN =
  /[\u00ad\u200b\u2060\ufeff]|(?:^|(?<=[\u0020-\u007e]))[\u200c\u200d]+|[\u200c\u200d]+(?=[\u0020-\u007e]|$)/g;

/** Trimmed text; numbers without an exponent, days as YYYY-MM-DD, '' for nothing. */
export function cellWord(cell: CellValue, timeZone: string): string {
  if (typeof cell === 'number') return plainNumeral(cell);
  if (cell instanceof Date && !isCellDate(cell)) return '';
  const text = cellText(cell, { timeZone });
  return (text.search(UNSEEN) < 0 ? text : text.replace(UNSEEN, '')).trim();
}

/** Whether a date is one that a cell can hold: its year has four digits at most. */
export function isCellDate(cell: Date): boolean {
  const year = cell.getUTCFullYear();
  return year >= 1 && year <= 9999;
}

/** “20261122” and “0.0000001”, where JavaScript would write an exponent. */
function plainNumeral(number: number): string {
  const text = String(number);
  if (!text.includes('e')) return text;
  return Number.isInteger(number) ? BigInt(number).toString() : number.toFixed(20).replace(/\.?0+$/, '');
}

/** How a word is looked up: its case and the blanks in it do not count. */
export function wordKey(word: string): string {
  return word.toLowerCase().replace(/\s+/g, ' ').trim();
}

const BLANKS = new Set([
  ...'- – — n/a #n/a na n.a. none null nil never undefined'.split(' '),
  ...['not available', 'not applicable', 'never used', 'never logged in', 'no activity', 'not set'],
]);

/** What a cell shows whose formula went wrong; “#N/A” is how a look-up says that there is nothing. https://support.google.com/docs/answer/3238305 */
const FORMULA_ERRORS = new Set(['#NULL!', '#DIV/0!', '#VALUE!', '#REF!', '#NAME?', '#NUM!', '#ERROR!']);

export function isFormulaError(word: string): boolean {
  return word.startsWith('#') && FORMULA_ERRORS.has(word);
}

/** Whether the word says that there is nothing: “never”, “n/a”, “-”. */
export function saysNothing(word: string): boolean {
  return BLANKS.has(wordKey(word));
}
