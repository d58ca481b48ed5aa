/** What a push leaves behind in its tab and in what is remembered of the platform. */
import type { TabImage, TabPlan } from '../../ports/grid';
import { encodeCell, says } from '../table/cell';
import type { Canonical, CodecContext, Encoded } from '../table/codec/codec';
import { textOf } from '../table/codec/remote-shape';
import type { Field, RemoteRecord } from '../table/field';
import type { Snapshot, SnapshotRow } from '../table/snapshot';
import { goneSince, ROW_STATUS } from '../table/status';
import { compareReadOnly, compareWritable } from '../table/three-way';
import { dayOf, zoneOf } from '../table/wall-clock';
import { answered, isTold } from './answered';
import type { Change } from './change';
import { findNewRows } from './found-rows';
import type { Purpose } from './plan';
import { marksAfter } from './settled-marks';
import { SettledTab, type SettledColumn } from './settled-tab';
import { type EditCounts, RowWords } from './row-words';

/**
 * - sent: the platform took it; same: it said so already
 * - refused: it did not; unknown: nobody can tell
 * - moved: not sent, because the platform says something else by now
 */
export type SettleOutcome = 'sent' | 'same' | 'refused' | 'unknown' | 'moved';

export interface SettledChange {
  readonly change: Change;
  readonly outcome: SettleOutcome;
  /** Why it was refused, or is not known. */
  readonly message?: string;
  /** The id of a record that was created. */
  readonly newId?: string;
}

export interface SettleInput {
  /** The tab as it is now. */
  readonly image: TabImage;
  readonly snapshot: Snapshot;
  /** All fields that are offered now. */
  readonly fields: readonly Field[];
  /** Key of the field that identifies a record. */
  readonly key: string;
  /** Key of the field that names a record. */
  readonly name: string;
  readonly words: { readonly provider: string };
  readonly timeZone: string;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly purpose: Purpose;
  readonly results: readonly SettledChange[];
  /** By id (a created record's new one), what the platform said after the write; it may hold few fields. */
  readonly answers: ReadonlyMap<string, RemoteRecord>;
}

export interface Settlement {
  readonly plan: TabPlan;
  readonly snapshot: Snapshot;
  /** Edited cells of the whole tab that are still to be sent, and those of them that the platform has changed too. */
  readonly counts: EditCounts;
}

/**
 * Plans what the tab and the snapshot become. What a person has typed since the push began is kept, and is an edit again. The
 * same results once more plan nothing.
 */
export function planSettle(input: SettleInput): Settlement {
  return new Settling(input).settle();
}

class Settling {
  private readonly context: CodecContext;
  private readonly tab: SettledTab;
  private readonly rows: Map<string, SnapshotRow>;
  private newRows: ReadonlyMap<string, number> = new Map();
  private readonly chosen: ReadonlySet<string>;
  private readonly words: RowWords;
  private readonly leaving: number[] = [];
  private readonly returning: number[] = [];
  private readonly made: number[] = [];
  /** How many records the tab has more than before. */
  private more = 0;

  constructor(private readonly input: SettleInput) {
    const { image, fields, snapshot, key, timeZone, words } = input;
    this.context = { timeZone };
    this.tab = new SettledTab(image, fields, snapshot, key, this.context);
    this.rows = new Map(snapshot.rows);
    this.chosen = new Set(snapshot.config.fields);
    this.words = new RowWords(this.tab, this.chosen, words.provider, this.context);
  }

  settle(): Settlement {
    const { image, snapshot, results } = this.input;
    const records = byRecord(results);
    this.newRows = findNewRows(this.tab, this.unsettledNew(records), this.context, this.input.name);
    for (const [id, ofRecord] of records) this.settleRecord(id, ofRecord);
    const counts = this.words.sayAll(this.rows);
    const { leaving, returning, made } = this;
    const rows = snapshot.config.rows + this.more;
    return {
      plan: {
        tab: { id: image.id, name: image.name },
        operations: this.tab.operations({ leaving, returning, made }),
      },
      snapshot: { config: { ...snapshot.config, ...counts, rows }, rows: this.rows },
      counts,
    };
  }

  private settleRecord(id: string, results: readonly SettledChange[]): void {
    const arrived = results.filter(hasArrived);
    const action = results[0]?.change.action;
    if (action === 'create') this.settleNew(id, results, arrived);
    else if (action === 'delete' && arrived.length > 0) this.settleGone(id);
    else {
      this.words.tell(id, results);
      if (action === 'update') this.settleValues(id, this.tab.rows.get(id), arrived, this.rows.get(id));
    }
  }

  /** A record without an earlier state keeps none: what its other cells said, only a refresh can tell. */
  private settleValues(
    id: string,
    index: number | undefined,
    arrived: readonly SettledChange[],
    earlier: SnapshotRow | undefined,
    isNew = false,
  ): void {
    if (!earlier) return;
    const record = this.input.answers.get(id) ?? {};
    const values: Record<string, Canonical> = { ...earlier.values };
    const sent = new Set<string>();
    for (const { change } of arrived) {
      const { field: key, to, from } = change;
      sent.add(key);
      const column = this.tab.columns.get(key);
      // Perhaps in the platform's own words: what a person has typed since is theirs.
      const isSettled = change.action === 'create' ? !isNew : hasMovedOn(earlier, change);
      if (isSettled && (!column || !isTold(column.field, record))) continue;
      const platform = column ? answered(column.field, record, to, this.context) : null;
      values[key] = platform?.canonical ?? to;
      if (!column || !platform || index === undefined) continue;
      const expected = this.input.purpose === 'push' ? to : from;
      const cell = this.tab.cell(index, column);
      const isThere = says(column.field, cell, platform.canonical, this.context);
      if (!isThere && says(column.field, cell, expected, this.context))
        this.tab.write(index, column, platform.encoded.value);
      this.dress(index, column, record, platform.encoded, isNew);
    }
    if (index !== undefined) {
      for (const [key, column] of this.tab.columns) {
        const isOurs = this.chosen.has(key) && key !== this.input.key && !sent.has(key);
        if (isOurs && isTold(column.field, record)) this.merge(index, column, record, values, isNew);
      }
    }
    const { shownFields = [] } = this.input.snapshot.config;
    const shown =
      index === undefined
        ? earlier.shown
        : marksAfter(this.tab, index, { shownFields, record, shown: earlier.shown }, this.context);
    this.rows.set(id, { ...earlier, values, ...(shown === undefined ? {} : { shown }) });
  }

  /** Another field of the record that the answer tells, as a refresh would take it. */
  private merge(
    index: number,
    column: SettledColumn,
    record: RemoteRecord,
    values: Record<string, Canonical>,
    isNew: boolean,
  ): void {
    const { field } = column;
    const cell = this.tab.cell(index, column);
    const remote = encodeCell(field, record[field.key], record, this.context);
    if (!field.writable) {
      if (compareReadOnly(field, cell, remote, this.context) === 'behind')
        this.tab.write(index, column, remote.value);
    } else {
      // Of such a cell, nobody knows whether a person wrote it.
      if (values[field.key] === undefined && cell !== '') return;
      const compared = compareWritable(field, cell, remote, values, this.context);
      if (compared.baseline !== undefined) values[field.key] = compared.baseline;
      if (compared.standing === 'behind') this.tab.write(index, column, remote.value);
    }
    this.dress(index, column, record, remote, isNew);
  }

  /** The changes of new records whose rows have no id yet. */
  private unsettledNew(
    records: ReadonlyMap<string, readonly SettledChange[]>,
  ): Map<string, readonly Change[]> {
    const unsettled = new Map<string, readonly Change[]>();
    for (const [id, results] of records) {
      const named = this.tab.rows.has(idOfNew(results) ?? '');
      if (results[0]?.change.action === 'create' && !named)
        unsettled.set(
          id,
          results.map(({ change }) => change),
        );
    }
    return unsettled;
  }

  private settleNew(row: string, results: readonly SettledChange[], arrived: readonly SettledChange[]): void {
    const id = idOfNew(results);
    const known = id === undefined ? undefined : this.tab.rows.get(id);
    const index = known ?? this.newRows.get(row);
    if (id === undefined) {
      if (index !== undefined) this.words.tellNew(index, results);
      return;
    }
    // Its row went meanwhile: the next refresh brings the record as any other that is new.
    if (index === undefined) return;
    const isNew = !this.rows.has(id);
    if (known === undefined) this.name(index, id);
    if (isNew) {
      this.more += 1;
      this.made.push(index);
    }
    this.words.tell(id, results, index);
    this.settleValues(id, index, arrived, this.rows.get(id) ?? { values: this.nothing() }, isNew);
  }

  /** Writes the id of a new record into its row. */
  private name(index: number, id: string): void {
    const column = this.tab.columns.get(this.input.key);
    if (!column) return;
    const answered = this.input.answers.get(id)?.[this.input.key];
    const counted = this.tab.countsIds() && /^[1-9]\d{0,14}$/.test(id) ? Number(id) : id;
    const raw = textOf(answered).trim() === id ? answered : counted;
    const encoded = encodeCell(column.field, raw, {}, this.context);
    this.tab.write(index, column, encoded.value);
    this.tab.dress(index, column, encoded.format, true);
    // The row of a record that was deleted, whose id somebody took out.
    if (goneSince(this.tab.word(index)) !== null) this.returning.push(index);
  }

  /** What is remembered of the fields of a new record that were not sent: their cells were empty. */
  private nothing(): Record<string, Canonical> {
    const values: Record<string, Canonical> = {};
    for (const [key, { field }] of this.tab.columns) {
      if (field.writable && this.chosen.has(key) && key !== this.input.key) values[key] = '';
    }
    return values;
  }

  private settleGone(id: string): void {
    const { words, now, timeZone } = this.input;
    const index = this.tab.rows.get(id);
    const earlier = this.rows.get(id);
    if (earlier && earlier.gone === undefined) this.more -= 1;
    if (index === undefined) {
      this.rows.delete(id);
      return;
    }
    const since = earlier?.gone ?? dayOf(zoneOf(timeZone).wallOf(now));
    if (earlier?.gone === undefined) this.leaving.push(index);
    this.rows.set(id, { ...earlier, values: earlier?.values ?? {}, gone: since });
    this.tab.say(index, ROW_STATUS.gone(words.provider, since));
  }

  private dress(
    index: number,
    column: SettledColumn,
    record: RemoteRecord,
    { format }: Encoded,
    isNew: boolean,
  ): void {
    if (isTold(column.field, record)) this.tab.dress(index, column, format, isNew);
  }
}

/** Whether what is remembered is not what the plan was made from any more: it was settled before. */
function hasMovedOn({ values }: SnapshotRow, { field, from }: Change): boolean {
  const remembered = values[field];
  return remembered !== undefined && remembered !== from;
}

function byRecord(results: readonly SettledChange[]): ReadonlyMap<string, readonly SettledChange[]> {
  const records = new Map<string, SettledChange[]>();
  for (const result of results) {
    const record = records.get(result.change.id);
    if (record) record.push(result);
    else records.set(result.change.id, [result]);
  }
  return records;
}

/** The id of a record that was created; undefined where it was not. */
function idOfNew(results: readonly SettledChange[]): string | undefined {
  return results.find((result) => hasArrived(result) && result.newId !== undefined)?.newId;
}

function hasArrived({ outcome }: SettledChange): boolean {
  return outcome === 'sent' || outcome === 'same';
}
