/** One cell of one field, both ways: from what the platform sent to what is shown, and from there to a value again. */
import type { CellValue } from '../../ports/grid';
import type { Canonical, Codec, CodecContext, Decoded, Encoded } from './codec/codec';
import {
  emailCodec,
  listCodec,
  optionCodec,
  optionsCodec,
  peopleCodec,
  personCodec,
  sameItems,
} from './codec/choice';
import { dateCodec, dateTimeCodec } from './codec/date';
import { booleanCodec, moneyCodec, moneyFormatOf, numberCodec } from './codec/number';
import { cellText, idCodec, textCodec } from './codec/text';
import type { Field, FieldType, RemoteRecord } from './field';
import { guard, PLAIN_TEXT } from './typed-text';

const CODECS: Readonly<Record<FieldType, Codec>> = {
  id: idCodec,
  text: textCodec,
  longText: textCodec,
  email: emailCodec,
  url: textCodec,
  other: textCodec,
  number: numberCodec,
  money: moneyCodec,
  boolean: booleanCodec,
  date: dateCodec,
  dateTime: dateTimeCodec,
  option: optionCodec,
  options: optionsCodec,
  person: personCodec,
  people: peopleCodec,
  list: listCodec,
};

/**
 * What a cell shows for a value as the platform sent it, of whatever shape; nothing becomes ''. A value that cannot be
 * read as the field's type is kept as text and says so in `problem`. `record` is asked for the currency of money.
 */
export function encodeCell(field: Field, raw: unknown, record: RemoteRecord, context: CodecContext): Encoded {
  const codec = CODECS[field.type];
  if (raw !== null && raw !== undefined) return codec.encode(field, raw, record, context);
  return { value: '', format: field.type === 'money' ? moneyFormatOf(field, record) : codec.format };
}

/**
 * The canonical value of a cell, or why it has none. Also reads a canonical value again, and comes to the same unless
 * the field's options changed. An empty checkbox is a no.
 */
export function decodeCell(field: Field, cell: CellValue, context: CodecContext): Decoded {
  if (cell === '') return { ok: true, value: field.type === 'boolean' ? false : '' };
  return CODECS[field.type].decode(field, cell, context);
}

/** The number format of a field's cells that have no value yet. */
export function formatOf(field: Field): string {
  return CODECS[field.type].format;
}

/** Fields of several things: the same ones in another order are the same value. */
const SEVERAL: ReadonlySet<FieldType> = new Set(['options', 'people', 'list']);

/**
 * Whether the cell still says `canonical`, whatever format a person has given it: a number may have become a date, a
 * text of digits a number, a list may be in another order.
 */
export function says(field: Field, cell: CellValue, canonical: Canonical, context: CodecContext): boolean {
  const now = decodeCell(field, cell, context).value;
  if (now === canonical) return true;
  const then = decodeCell(field, canonical, context).value;
  if (now === then) return true;
  if (typeof now === 'number' && typeof then === 'number') return near(now, then, cell instanceof Date);
  if (typeof then !== 'string' || then.trim() === '') return false;
  if (SEVERAL.has(field.type) && typeof now === 'string' && sameItems(field, now, then)) return true;
  if (typeof cell === 'number') return Number(then) === cell;
  return typeof cell === 'boolean' && then.trim().toLowerCase() === String(cell);
}

/** A Date carries whole milliseconds of a day; other numbers lose at most the last bit of a double. */
function near(one: number, other: number, throughDate: boolean): boolean {
  return Math.abs(one - other) <= (throughDate ? 1 / 86_400_000 : Math.abs(other) * 1e-15);
}

/**
 * What to hand to setValues so that a cell of this number format holds the value: text is guarded, and whatever enters
 * a cell that a person made plain text goes in as text that reads back as the same.
 */
export function written(value: CellValue, format: string, context: CodecContext): CellValue {
  if (typeof value === 'string') return guard(value, format);
  return format === PLAIN_TEXT ? cellText(value, context) : value;
}
