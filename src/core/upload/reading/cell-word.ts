/** A cell's content as a word of text, whatever a format or a paste made of it. */
import type { CellValue } from '../../../ports/grid';
import { cellText } from '../../table/codec/text';

/** Characters that nobody sees and that exports carry all the same. */
const UNSEEN = /[\u00ad\u200b-\u200d\u2060\ufeff]/g;

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

/** Whether the word says that there is nothing: “never”, “n/a”, “-”. */
export function saysNothing(word: string): boolean {
  return BLANKS.has(wordKey(word));
}
