/** The marks of cells that nobody can send, once the platform’s answer is in the row. */
import type { CodecContext } from '../table/codec/codec';
import type { RemoteRecord } from '../table/field';
import { markAt, shownMark } from '../table/shown-marks';
import { isTold } from './answered';
import type { SettledTab } from './settled-tab';

export interface MarkedRow {
  /** Keys in the order of the marks. */
  readonly shownFields: readonly string[];
  readonly record: RemoteRecord;
  /** The marks so far; undefined for a row that has none yet. */
  readonly shown: string | undefined;
}

/** A cell of which the answer tells nothing keeps its mark; in a new row it is marked as it stands. */
export function marksAfter(
  tab: SettledTab,
  index: number,
  { shownFields, record, shown = '' }: MarkedRow,
  context: CodecContext,
): string | undefined {
  if (shownFields.length === 0) return shown === '' ? undefined : shown;
  return shownFields
    .map((key, place) => {
      const column = tab.columns.get(key);
      const before = markAt(shown, place);
      if (column && (before === '' || isTold(column.field, record)))
        return shownMark(column.field, tab.cell(index, column), context);
      return before === '' ? NONE : before;
    })
    .join('');
}

/** The mark of a field that has no column. */
const NONE = '00';
