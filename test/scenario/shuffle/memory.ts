/** What the platform last said of each record, as far as a person can know it, and what a refresh must make of a tab by that. */
import { saysSame } from './field-kinds';
import type { ServerRecord, Subject, SubjectField } from './subjects';
import { cellOf, columnOf, managed, type Plain, rowsById, type TabView } from './tab-view';

/** Of one record. */
interface Known {
  /** By field key; a field is missing while its column is new to a row whose record is gone. */
  readonly said: Map<string, Plain>;
  /** The day since when the record is gone. */
  gone: string | null;
}

/** What a refresh must report. */
export interface Counts {
  rows: number;
  added: number;
  updated: number;
  vanished: number;
  pending: number;
  conflicts: number;
}

/** What must stand in a managed cell: what the platform says, or still what stood there. */
export type Wanted = { readonly now: Plain } | 'as before';

export interface Expectation {
  readonly counts: Counts;
  /** By row of the tab before, from 0, and field key. Rows that are missing stay as they are. */
  readonly cells: Map<number, Map<string, Wanted>>;
  /** By row, the word in the Status column. */
  readonly words: Map<number, string>;
  /** By row: whether it must be grey. */
  readonly grey: Map<number, boolean>;
  /** Ids of the rows that must come below the others, and what they show by field key. */
  readonly added: Map<string, Map<string, Plain>>;
}

export class Memory {
  private readonly known = new Map<string, Known>();

  constructor(
    private readonly subject: Subject,
    private readonly shown: (field: SubjectField, record: ServerRecord) => Plain,
  ) {}

  /**
   * What a refresh must do to the tab, which then counts as done. `chosenAgain`: columns that were deleted come back.
   * @param today the day in the spreadsheet's zone
   */
  refresh(
    before: TabView | null,
    records: ReadonlyMap<string, ServerRecord>,
    today: string,
    chosenAgain: boolean,
  ): Expectation {
    const wanted: Expectation = {
      counts: { rows: 0, added: 0, updated: 0, vanished: 0, pending: 0, conflicts: 0 },
      cells: new Map(),
      words: new Map(),
      grey: new Map(),
      added: new Map(),
    };
    const rows = before === null ? new Map<string, number>() : rowsById(before, this.subject.key);
    for (const [id, row] of rows) {
      const record = records.get(id);
      const known = this.known.get(id);
      if (before === null || known === undefined) continue;
      if (record === undefined) this.leave(wanted, before, row, known, today, chosenAgain);
      else this.stay(wanted, before, row, known, record, chosenAgain);
    }
    for (const id of this.known.keys()) if (!rows.has(id)) this.known.delete(id);
    for (const [id, record] of records) if (!rows.has(id)) this.add(wanted, id, record);
    return wanted;
  }

  private leave(
    { counts, words, grey }: Expectation,
    before: TabView,
    row: number,
    known: Known,
    today: string,
    chosenAgain: boolean,
  ): void {
    if (known.gone === null) counts.vanished += 1;
    known.gone ??= today;
    if (chosenAgain) {
      for (const { key } of this.subject.fields) {
        if (columnOf(before, managed(key)) === undefined) known.said.delete(key);
      }
    }
    words.set(row, `Gone from ${this.subject.title} since ${known.gone}`);
    grey.set(row, true);
  }

  private stay(
    { counts, cells, words, grey }: Expectation,
    before: TabView,
    row: number,
    known: Known,
    record: ServerRecord,
    chosenAgain: boolean,
  ): void {
    const wanted = new Map<string, Wanted>();
    let [updated, pending, conflicts] = [false, 0, 0];
    for (const field of this.subject.fields) {
      const there = columnOf(before, managed(field.key)) !== undefined;
      if (!there && !chosenAgain) continue;
      const now = this.shown(field, record);
      const said = there ? known.said.get(field.key) : undefined;
      const cell = cellOf(before, row, managed(field.key));
      const same = (one: Plain, other: Plain): boolean => saysSame(field.kind, one, other);
      const edited = field.writable && said !== undefined && !same(cell, said);
      if (same(cell, now)) {
        known.said.set(field.key, now);
        wanted.set(field.key, there ? 'as before' : { now });
      } else if (!edited) {
        updated = true;
        known.said.set(field.key, now);
        wanted.set(field.key, { now });
      } else {
        wanted.set(field.key, 'as before');
        if (same(now, said)) pending += 1;
        else conflicts += 1;
      }
    }
    known.gone = null;
    cells.set(row, wanted);
    counts.rows += 1;
    counts.updated += updated ? 1 : 0;
    counts.pending += pending;
    counts.conflicts += conflicts;
    grey.set(row, false);
    const conflict = `Edited here and changed in ${this.subject.title}`;
    words.set(row, conflicts > 0 ? conflict : pending > 0 ? 'Edited, not sent' : '');
  }

  private add({ counts, added }: Expectation, id: string, record: ServerRecord): void {
    const said = new Map(this.subject.fields.map((field) => [field.key, this.shown(field, record)]));
    this.known.set(id, { said, gone: null });
    added.set(id, said);
    counts.rows += 1;
    counts.added += 1;
  }
}
