/** Marks of what cells that nobody can send were given: by them, a cell that a person changed is found without asking anybody. */
import type { CellValue } from '../../ports/grid';
import type { CodecContext } from './codec/codec';
import { cellText } from './codec/text';
import type { Field } from './field';
import { markOf } from './mark';

/** Keys in the order of the marks. */
export type ShownFields = ReadonlySet<string>;

const NONE: ShownFields = new Set();

/** Characters of a mark: of 1,296 changes it misses one, in a cell that the next refresh puts right anyway. */
const WIDTH = 2;

/** The fields that are marked, without the one that identifies a record; none in a tab where nothing can be edited. */
export function shownFieldsOf(columns: readonly { readonly field: Field }[], identity: string): ShownFields {
  const fields = columns.map(({ field }) => field);
  if (!fields.some(({ writable }) => writable)) return NONE;
  return new Set(fields.filter(({ key, writable }) => !writable && key !== identity).map(({ key }) => key));
}

/** The mark of one cell. A cell whose format a person changed may have another: it is for whoever finds that to look closer. */
export function shownMark(field: Field, cell: CellValue, context: CodecContext): string {
  // An empty checkbox is a no.
  const value = cell === '' && field.type === 'boolean' ? false : cell;
  return markOf(cellText(value, context)).slice(-WIDTH).padStart(WIDTH, '0');
}

/** The mark of the field at that place. */
export function markAt(shown: string, place: number): string {
  return shown.slice(place * WIDTH, (place + 1) * WIDTH);
}
