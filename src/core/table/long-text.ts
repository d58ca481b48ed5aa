/** Text that is longer than a cell may hold, as several cells side by side. */
import type { CellValue } from '../../ports/grid';

/** A cell holds 50,000 characters. https://support.google.com/drive/answer/37603 */
const CHUNK = 49_000;

/** Opens the cells that continue a text, so that none of them looks like a formula or a number. */
const CONTINUED = '|';

/** The first cell begins as the text does: it is for texts that open with a letter or a bracket. */
export function cellsOfText(text: string): string[] {
  if (text.length <= CHUNK) return [text];
  const parts: string[] = [];
  for (let start = 0; start < text.length;) {
    let end = Math.min(start + CHUNK, text.length);
    // Half of a surrogate pair would not survive the cell.
    if (/[\ud800-\udbff]/.test(text.charAt(end - 1)) && end < text.length) end -= 1;
    parts.push((start === 0 ? '' : CONTINUED) + text.slice(start, end));
    start = end;
  }
  return parts;
}

/** The text in cells that cellsOfText made; empty ones behind them do not count. */
export function textOfCells([first = '', ...more]: readonly CellValue[]): string {
  let text = String(first);
  for (const cell of more) text += String(cell).slice(CONTINUED.length);
  return text;
}
