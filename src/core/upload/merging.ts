/** Rows of the same record, made one. */
import { told } from '../change/told';
import type { ReadRow, UploadValue } from './package';
import type { PartRows } from './part-rows';
import { alreadyIn, identityOf, identityWords, isEqual, type RowRecord, type Values } from './record';
import type { UploadField } from './target';

/** Of rows that contradict each other this status counts: to take something away by mistake does more harm. */
export const STRONGEST_STATUS = 'active';

/** Terms of a licence belong to it, not to the person of the row. */
const OF_LICENCES: ReadonlySet<string> = new Set(['licenceStatus', 'licencePrice', 'licenceUnassigned']);

/** The records of the rows that are kept, in the order of their first rows; with a word for each row that another one takes in. */
export function mergeRows(rows: PartRows): readonly RowRecord[] {
  const { target } = rows.part;
  const records = new Map<string, Merged>();
  for (const row of rows.kept()) {
    const identity = identityOf(target, row);
    const record = records.get(identity);
    if (record) record.add(row, rows);
    else records.set(identity, new Merged(row));
  }
  return [...records.values()];
}

class Merged implements RowRecord {
  readonly rows: [ReadRow, ...ReadRow[]];
  values: Values;

  constructor(row: ReadRow) {
    this.rows = [row];
    this.values = row.values;
  }

  /** Takes in another row, and says what of it does not count. */
  add(row: ReadRow, rows: PartRows): void {
    const { target } = rows.part;
    const values: Record<string, UploadValue> = { ...this.values };
    const lost: string[] = [];
    // One row for each licence or role of a person is a usual way to write a list.
    let isList = false;
    for (const field of target.fields) {
      const [before, more] = [values[field.key], row.values[field.key]];
      if (more === undefined || isEqual(before, more)) continue;
      const both = before === undefined ? more : joined(field, before, more);
      values[field.key] = both;
      isList ||= field.type === 'list' && before !== undefined;
      if (before === undefined || !isContradiction(field)) continue;
      if (field.meaning === 'status') {
        rows.warn(row, {
          code: 'differs',
          field: field.key,
          message: `Another row of ${told(identityWords(target, row.values))} has another status; ${told(text(both))} counts.`,
          remedy: 'If that is wrong, correct one of the rows.',
        });
      } else lost.push(`“${field.label}” is ${told(text(both))}, not ${told(text(more))}`);
    }
    const complaint = {
      code: 'duplicate',
      field: target.identity[0] ?? '',
      message: `${alreadyIn(target, this.rows[0])}; they become one ${target.singular}.${lost.length === 0 ? '' : ` ${lost.join('; ')}.`}`,
      remedy: `If they are two ${target.plural}, correct one of the rows.`,
    } as const;
    if (isList && lost.length === 0) rows.tell(row, complaint);
    else rows.warn(row, complaint);
    this.values = values;
    this.rows.push(row);
  }
}

/** Lists are joined, the newest last use counts; else what was said first. */
function joined(field: UploadField, before: UploadValue, more: UploadValue): UploadValue {
  if (Array.isArray(before) && Array.isArray(more)) return [...new Set<string>([...before, ...more])];
  if (isNewest(field)) return text(more) > text(before) ? more : before;
  return field.meaning === 'status' && more === STRONGEST_STATUS ? more : before;
}

/** Days and moments are written so that the newest is the greatest text. */
function isNewest({ several, meaning }: UploadField): boolean {
  return several === 'newest' || meaning === 'lastUsed';
}

function isContradiction(field: UploadField): boolean {
  return field.type !== 'list' && field.sent !== false && !isNewest(field) && !OF_LICENCES.has(field.meaning);
}

function text(value: UploadValue): string {
  return Array.isArray(value) ? value.join(', ') : String(value);
}
