/** Text of every kind: in its cell it never turns into anything else. */
import type { CellValue } from '../../../ports/grid';
import { GENERAL } from '../typed-text';
import { serialOf, zoneOf } from '../wall-clock';
import { type Codec, type CodecContext, type Encoded, misread } from './codec';
import { cleanText, textOf } from './remote-shape';

/**
 * Sheets: “Your input contains more than the maximum of 50000 characters in a single cell.” One is left for the
 * apostrophe of text that is guarded.
 */
const CELL_CHARACTERS = 49_999;

const CUT = '… (cut here: longer than a cell can hold)';

/** A cell's content as text, also where a person's format made a number or a date of it. */
export function cellText(cell: CellValue, { timeZone }: CodecContext): string {
  if (typeof cell === 'string') return cleanText(cell);
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  if (typeof cell === 'number') return String(cell);
  const iso = new Date(zoneOf(timeZone).wallOf(cell.getTime())).toISOString();
  const [day, time] = [iso.slice(0, 10), iso.slice(11, 19)];
  return time === '00:00:00' ? day : `${day} ${time}`;
}

/** Text for a cell; what is too long is cut, and says so at its end. */
export function textCell(text: string): Encoded {
  if (text.length <= CELL_CHARACTERS) return { value: text, format: GENERAL };
  const kept = text.slice(0, CELL_CHARACTERS - CUT.length).replace(/[\ud800-\udbff]$/, '');
  return { value: kept + CUT, format: GENERAL, problem: 'too long' };
}

/** Whether the text was cut on its way in: it must never be sent back. */
export function isCut(text: string): boolean {
  return text.length > CELL_CHARACTERS - CUT.length - 1 && text.endsWith(CUT);
}

/** Shows a value that could not be read as the column's type. */
export function unreadable(raw: unknown, format: string): Encoded {
  const { value } = textCell(textOf(raw));
  return { value, format, problem: 'unreadable' };
}

export const textCodec: Codec = {
  format: GENERAL,
  encode: (_field, raw) => textCell(textOf(raw)),
  decode: (_field, cell, context) => {
    const value = cellText(cell, context);
    return isCut(value)
      ? misread(value, 'The text was cut because a cell cannot hold it')
      : { ok: true, value };
  },
};

/** The id in a cell; a number that a person formatted as a date is still that number. */
export function idText(cell: CellValue, context: CodecContext): string {
  if (!(cell instanceof Date)) return cellText(cell, context).trim();
  // Whole: where the clock was changed at midnight, a day does not begin at its first hour.
  return String(Math.round(serialOf(zoneOf(context.timeZone).wallOf(cell.getTime()))));
}

/** Whole, without grouping: an id is not an amount. */
const ID_FORMAT = '0';

/** What a record is called by: a number where the platform counts, so that it sorts; else text. */
export const idCodec: Codec = {
  format: ID_FORMAT,
  encode: (_field, raw) =>
    typeof raw === 'number' && Number.isSafeInteger(raw)
      ? { value: raw, format: ID_FORMAT }
      : textCell(textOf(raw)),
  decode: (field, cell, context) =>
    cell instanceof Date
      ? { ok: true, value: idText(cell, context) }
      : textCodec.decode(field, cell, context),
};
