/** Whose word a cell holds: the platform's, a person's that was not sent, or both have changed it. */
import type { CellValue } from '../../ports/grid';
import { decodeCell, says } from './cell';
import type { Canonical, CodecContext, Encoded } from './codec/codec';
import type { Field } from './field';

/**
 * - same: cell and platform agree
 * - behind: only the platform changed; the cell is to be rewritten
 * - pending: only a person changed the cell; it is kept
 * - conflict: both did, differently; the cell is kept
 * - corrected: a person wrote over what a report says, which is to stay; the cell is kept
 */
export type Standing = 'same' | 'behind' | 'pending' | 'conflict' | 'corrected';

export interface Comparison {
  readonly standing: Standing;
  /** What to remember as the platform's word: the new one, or for a kept edit the one that it started from. */
  readonly baseline: Canonical | undefined;
}

/** What is known of the record's earlier state: its remembered values, or null where it was never remembered. */
export type Earlier = Readonly<Record<string, Canonical>> | null;

/** Whether the cell shows what a fresh one would. Text is compared as it stands, other values by what they say. */
function shows(field: Field, cell: CellValue, remote: Encoded, context: CodecContext): boolean {
  const { value } = remote;
  if (cell === value) return true;
  if (typeof cell === 'string' && typeof value === 'string') return false;
  if (cell instanceof Date && value instanceof Date && cell.getTime() === value.getTime()) return true;
  return says(field, cell, decodeCell(field, value, context).value, context);
}

/** A cell of a field that cannot be sent is the platform's, whatever was typed into it. */
export function compareReadOnly(
  field: Field,
  cell: CellValue,
  remote: Encoded,
  context: CodecContext,
): Standing {
  return shows(field, cell, remote, context) ? 'same' : 'behind';
}

/**
 * The same for a field whose cells are never sent: an answer is neither right nor wrong, a correction holds whatever the report
 * says meanwhile, and an emptied cell takes its value from there again.
 */
export function compareStaying(
  field: Field,
  cell: CellValue,
  remote: Encoded,
  earlier: Earlier,
  context: CodecContext,
): Comparison {
  const { standing, baseline } = compareWritable(field, cell, remote, earlier, context);
  if (standing !== 'pending' && standing !== 'conflict') return { standing, baseline };
  if (field.stays === 'answer') return { standing: 'same', baseline };
  return { standing: cell === '' ? 'behind' : 'corrected', baseline };
}

/**
 * Compares a cell of a writable field with the platform and with what the platform said before. A cell of a record
 * that nobody remembers is kept when it says something else: it may be somebody's work.
 */
export function compareWritable(
  field: Field,
  cell: CellValue,
  remote: Encoded,
  earlier: Earlier,
  context: CodecContext,
): Comparison {
  const now = decodeCell(field, remote.value, context).value;
  if (shows(field, cell, remote, context)) return { standing: 'same', baseline: now };
  if (says(field, cell, now, context)) return { standing: 'behind', baseline: now };
  const baseline = earlier?.[field.key];
  if (baseline === undefined) {
    return earlier || cell === ''
      ? { standing: 'behind', baseline: now }
      : { standing: 'conflict', baseline };
  }
  if (says(field, cell, baseline, context)) return { standing: 'behind', baseline: now };
  return { standing: says(field, remote.value, baseline, context) ? 'pending' : 'conflict', baseline };
}
