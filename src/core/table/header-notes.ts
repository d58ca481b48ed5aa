/** The notes on the headers: missing ones are written, ours are kept up to date, and what people wrote into them stays. */
import type { TabImage, TabOperation } from '../../ports/grid';
import type { ColumnPlan, FieldColumn } from './column-plan';
import { neighbours } from './cover';
import { goneNote, type GoneColumns, withoutGone } from './gone-columns';
import { markOf } from './mark';
import { fieldNote, keyLine, keyOfNote } from './note';
import type { RememberedColumn } from './snapshot';
import { readStatus, roomNote, showStatus, statusNote, withoutStatus, writingStatus } from './status';
import type { TableInput } from './table';

/** A header note as it shall be, without what the tab says about itself. */
interface HeaderNote {
  readonly text: string;
  /** Mark of the note that we wrote last, to be remembered. */
  readonly mark: string | undefined;
}

export class HeaderNotes {
  private readonly notes = new Map<string, HeaderNote>();
  private readonly marks: ReadonlyMap<string, string | undefined>;

  constructor(
    private readonly input: TableInput,
    private readonly image: TabImage,
    private readonly columns: ColumnPlan,
    private readonly gone: GoneColumns,
  ) {
    this.marks = new Map(input.snapshot?.config.columns.map(({ key, note }) => [key, note]));
    for (const column of columns.fields) this.notes.set(column.key, this.noteOf(column));
  }

  /** Writes the notes that are not as they shall be, but for the one that the status line goes into. */
  operations(): TabOperation[] {
    const { fields, insertion, status } = this.columns;
    const home = status ? null : this.columns.key.key;
    // What `room` says there goes as soon as the columns are in.
    const passing = insertion.count > 0 && status?.from === null ? this.columns.key.key : null;
    const changed = new Map<number, string>();
    for (const { key, at, from } of fields) {
      const { text } = this.notes.get(key)!;
      if (key !== home && (key === passing || text !== this.current(from))) changed.set(at, text);
    }
    for (const { key, at, from, since } of this.gone.gone) {
      const current = this.current(from);
      const bound = keyOfNote(current) !== null;
      const text = goneNote(current, key, this.input.words.provider, since, bound);
      if (text !== current) changed.set(at, text);
    }
    return neighbours([...changed.keys()]).map(({ first, last }) => {
      const at = { row: 1, column: first, rows: 1, columns: last - first + 1 };
      const row = Array.from({ length: at.columns }, (_, offset) => changed.get(first + offset) ?? '');
      return { kind: 'notes', at, notes: [row] };
    });
  }

  /** On the Status header; where somebody deleted that column, on the key's. */
  statusLine(): TabOperation[] {
    const { status, key } = this.columns;
    const own = status?.noted ? this.current(status.from) : statusNote(this.input.words.provider);
    const note = status ? own : this.notes.get(key.key)!.text;
    return showStatus((status ?? key).at, readStatus(note, this.input));
  }

  /** In its place while many rows are written; numbered as the tab was read. */
  writing(): TabOperation[] {
    const { status, key } = this.columns;
    const { from } = status ?? key;
    return from === null ? [] : showStatus(from + 1, writingStatus(this.current(from), this.input));
  }

  /** Says on the header that will carry the status line how many columns are about to come in. */
  room(): TabOperation[] {
    const { insertion, status, key } = this.columns;
    const from = status?.from ?? key.from ?? 0;
    const at = { row: 1, column: from + 1, rows: 1, columns: 1 };
    const room = { count: insertion.count, width: this.image.headerNotes.length };
    return [{ kind: 'notes', at, notes: [[roomNote(this.current(from), room)]] }];
  }

  /** The columns with the marks of their notes. */
  remember(columns: readonly RememberedColumn[]): RememberedColumn[] {
    return columns.map((column) => {
      const written = this.notes.get(column.key);
      const mark = written ? written.mark : this.marks.get(column.key);
      return mark === undefined ? column : { ...column, note: mark };
    });
  }

  private current(from: number | null): string {
    return from === null ? '' : (this.image.headerNotes[from] ?? '');
  }

  /** A note that a person changed stays, key and all; one that lost its key gets ours below what they wrote. */
  private noteOf({ key, field, from, noted }: FieldColumn): HeaderNote {
    const wanted = fieldNote(field, this.input.words.provider);
    const before = this.marks.get(key);
    const current = withoutGone(withoutStatus(this.current(from)));
    if (!noted && current !== '') return { text: `${current}\n${wanted}`, mark: before };
    const ours = !noted || [wanted, keyLine(key)].includes(current) || markOf(current) === before;
    return ours ? { text: wanted, mark: markOf(wanted) } : { text: current, mark: before };
  }
}
