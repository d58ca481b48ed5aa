/** A refresh under way: rows go in one after another; changes, counts and the next snapshot come out. */
import type { CellValue, TabImage, TabOperation } from '../../ports/grid';
import { encodeCell, formatOf } from './cell';
import { Changes } from './changes';
import type { Canonical, CodecContext, Encoded } from './codec/codec';
import { colours } from './colours';
import type { ColumnPlan, FieldColumn } from './column-plan';
import { isMoneyFormat } from './currency';
import type { RemoteRecord } from './field';
import type { GoneColumns } from './gone-columns';
import { missedFormulas, type OwnColumn, ownColumns } from './fill-down';
import { NewRows } from './new-rows';
import { Remarks } from './remarks';
import { Removal } from './removal';
import { rowMemory } from './row-memory';
import type { KnownRow, RowPlan } from './row-plan';
import { type ShownFields, shownFieldsOf, shownMark } from './shown-marks';
import type { SnapshotRow } from './snapshot';
import { isStatusFormat, ROW_STATUS, saysRefused } from './status';
import { TabDraft } from './tab-draft';
import { type TableInput, tellsGone } from './table';
import { compareReadOnly, compareStaying, compareWritable, type Earlier, type Standing } from './three-way';
import { GENERAL, isGeneral } from './typed-text';
import { dayOf, zoneOf } from './wall-clock';

/** Call `headers` first, then `row` for each known row from the top, then `addRows`; the rest in any order. */
export class Refresh {
  readonly draft: TabDraft;
  readonly remarks = new Remarks();
  readonly counts = {
    rows: 0,
    added: 0,
    updated: 0,
    unchanged: 0,
    vanished: 0,
    removed: 0,
    pending: 0,
    conflicts: 0,
  };
  /** Rows whose record nobody remembers: a run was cut off after it had added them, or a person typed their id. */
  readonly unfinished: readonly KnownRow[];
  readonly removal: Removal;
  readonly changes: Changes;
  readonly shownFields: ShownFields;
  /** Whether the marks of earlier rows are in the order of those that are made now. */
  private readonly keepsMarks: boolean;
  private readonly own: readonly OwnColumn[];
  /** Keys of fields that the platform offers again. */
  private readonly back: ReadonlySet<string>;
  private readonly context: CodecContext;
  private readonly today: string;
  private readonly remembered = new Map<string, SnapshotRow>();
  private readonly leaving: number[] = [];
  private readonly returning: number[] = [];
  private readonly grey = new Set<number>();

  constructor(
    private readonly input: TableInput,
    private readonly image: TabImage,
    private readonly columns: ColumnPlan,
    private readonly rows: RowPlan,
    private readonly gone: GoneColumns,
  ) {
    this.back = new Set(gone.returning.map(({ key }) => key));
    this.context = { timeZone: input.timeZone };
    this.draft = new TabDraft(image, columns, this.context);
    this.today = dayOf(zoneOf(input.timeZone).wallOf(input.now));
    const withRecord = rows.known.filter(({ record }) => record !== null);
    const { snapshot } = input;
    this.unfinished = withRecord.filter(({ id }) => !snapshot?.rows.has(id));
    const finished = snapshot ? withRecord.filter(({ id }) => snapshot.rows.has(id)) : withRecord;
    this.own = ownColumns(image, columns, finished);
    this.removal = new Removal(input, image, columns, rows);
    this.shownFields = shownFieldsOf(columns.fields, input.key);
    const earlier = snapshot?.config.shownFields ?? [];
    this.keepsMarks = earlier.join('\n') === [...this.shownFields].join('\n');
    this.changes = new Changes(input.report, input.words.provider, image, columns, this.context);
  }

  /** Writes headers that are new or changed, and the formats of new columns. */
  headers(): void {
    const { status, key } = this.columns;
    // The status line has moved from here to its own column.
    if (status && isStatusFormat(this.image.formats[0]?.[key.from ?? -1])) {
      this.draft.setFormat(key.at, 0, GENERAL);
    }
    const all = status ? [...this.columns.fields, { ...status, field: null }] : this.columns.fields;
    for (const { at, from, fresh, label, field } of all) {
      const header = from === null ? null : String(this.image.values[0]?.[from] ?? '');
      if (header !== label) {
        this.draft.setValue(at, 0, label);
        if (fresh) this.draft.setFormat(at, 0, GENERAL);
      }
      if (!fresh) continue;
      const format = field ? formatOf(field) : GENERAL;
      for (let row = 1; row < this.rows.used; row += 1) this.draft.setFormat(at, row, format);
    }
  }

  row(row: KnownRow): void {
    const status = this.statusOf(row);
    const { earlier, gone } = rowMemory(this.input.snapshot, row.id, status);
    // A row that the platform never had is a person's own, whatever stands in its first cell.
    if (!row.record && !earlier && gone === undefined) return;
    if (row.record) {
      if (gone !== undefined) {
        this.returning.push(row.index);
        this.changes.ofRow('back', row.index, row.record);
      }
      this.refreshRow(row, row.record, earlier, status);
    } else if (tellsGone(this.input)) {
      if (gone === undefined) {
        this.counts.vanished += 1;
        this.changes.ofRow('went', row.index, null);
      }
      if (gone !== undefined) this.grey.add(row.index);
      if (this.removal.takes(row)) this.counts.removed += 1;
      else this.markGone(row, earlier, gone, status);
    } else if (earlier) {
      if (gone !== undefined) this.grey.add(row.index);
      const { shown, ...rest } = { ...earlier, values: this.valuesKept(earlier) };
      this.remembered.set(row.id, shown !== undefined && this.keepsMarks ? { ...rest, shown } : rest);
    }
  }

  private markGone(
    row: KnownRow,
    earlier: SnapshotRow | null,
    gone: string | undefined,
    status: CellValue,
  ): void {
    const { words, kept } = this.input;
    const since = gone ?? this.today;
    if (gone === undefined) this.leaving.push(row.index);
    this.grey.add(row.index);
    this.remembered.set(row.id, { values: this.valuesKept(earlier), gone: since });
    const word = kept.filters.length > 0 ? ROW_STATUS.unselected : ROW_STATUS.gone;
    this.say(row, status, word(words.provider, since));
    if (this.input.derivedName !== undefined) this.emptyGone(row, this.input.derivedName);
  }

  private emptyGone({ index }: KnownRow, name: string): void {
    for (const { field, key, at, from } of this.columns.fields) {
      if (key === name || key === this.input.key || field.stays || from === null) continue;
      if (this.image.values[index]?.[from] !== '') this.draft.setValue(at, index, '');
    }
  }

  /** What is known of a row without a record. A column that is made anew is empty there: nobody has emptied its cells. */
  private valuesKept(earlier: SnapshotRow | null): Record<string, Canonical> {
    const values = { ...earlier?.values };
    for (const { key, from } of this.columns.fields) if (from === null) delete values[key];
    return values;
  }

  /** Records without a row go below the last one that has content. */
  addRows(): NewRows {
    const { own, shownFields } = this;
    const { fields, status } = this.columns;
    const { used, added } = this.rows;
    const place = { fields, status, firstRow: used + 1, formats: this.ownFormats(), own, shownFields };
    const rows = new NewRows(place, this.context, this.remarks);
    for (const { id, record } of added) {
      this.remembered.set(id, rows.add(record));
      this.changes.added(record);
    }
    this.counts.added = added.length;
    this.counts.rows += added.length;
    return rows;
  }

  /** Formulas of people's columns for rows that a run left without them when it was cut off. */
  missedFormulas(): TabOperation[] {
    return missedFormulas(this.image, this.own, this.unfinished);
  }

  /** In the order of the last snapshot, so that little of its tab has to be rewritten; new ones at the end. */
  snapshotRows(): Map<string, SnapshotRow> {
    const ordered = new Map<string, SnapshotRow>();
    for (const id of this.input.snapshot?.rows.keys() ?? []) {
      const row = this.remembered.get(id);
      if (row) ordered.set(id, row);
    }
    for (const [id, row] of this.remembered) ordered.set(id, row);
    return ordered;
  }

  colours(): TabOperation[] {
    const { columns, rows, gone, leaving, returning, grey } = this;
    return colours({ columns, rows, gone, runs: this.draft.runs(), leaving, returning, grey });
  }

  private refreshRow(
    row: KnownRow,
    record: RemoteRecord,
    earlier: SnapshotRow | null,
    status: CellValue,
  ): void {
    const values: Record<string, Canonical> = { ...earlier?.values };
    const standings = new Set<Standing>();
    let changed = false;
    let shown = '';
    for (const column of this.columns.fields) {
      const { field, key } = column;
      const remote = encodeCell(field, record[key], record, this.context);
      const standing = this.refreshCell(column, row.index, { record, remote }, earlier, values);
      standings.add(standing);
      if (standing === 'behind') changed = true;
      if (this.shownFields.has(key)) shown += shownMark(field, remote.value, this.context);
    }
    this.counts.rows += 1;
    if (changed) this.counts.updated += 1;
    else this.counts.unchanged += 1;
    this.remembered.set(row.id, this.shownFields.size > 0 ? { values, shown } : { values });
    this.say(row, status, this.wordFor(standings, status));
  }

  private refreshCell(
    column: FieldColumn,
    index: number,
    { record, remote }: { readonly record: RemoteRecord; readonly remote: Encoded },
    earlier: SnapshotRow | null,
    values: Record<string, Canonical>,
  ): Standing {
    const { field, at, from, fresh } = column;
    const cell = from === null ? '' : (this.image.values[index]?.[from] ?? '');
    if (remote.problem) this.remarks.problem(field, remote.problem);
    let standing: Standing;
    if (field.writable) {
      const compare = field.stays ? compareStaying : compareWritable;
      const compared = compare(field, cell, remote, this.earlierOf(field.key, from, earlier), this.context);
      standing = compared.standing;
      if (compared.baseline !== undefined) values[field.key] = compared.baseline;
      else if (!field.stays) this.remarks.kept();
    } else {
      standing = compareReadOnly(field, cell, remote, this.context);
    }
    if (standing === 'behind') this.draft.setValue(at, index, remote.value);
    if (standing === 'pending') this.counts.pending += 1;
    if (standing === 'conflict') this.counts.conflicts += 1;
    if (field.type === 'money') this.refreshCurrency(at, fresh ? null : from, index, remote.format);
    // Of a row that nobody remembers, and of a column that is set up just now, nobody knows what it said before.
    if (earlier && !fresh) this.changes.ofCell(standing, column, index, { record, earlier, cell, remote });
    return standing;
  }

  /** What was typed while the platform did not offer the field, into rows that came meanwhile, may be somebody's work. */
  private earlierOf(key: string, from: number | null, earlier: SnapshotRow | null): Earlier {
    if (from === null) return {};
    const isUnknown = earlier?.values[key] === undefined && this.back.has(key);
    return isUnknown ? null : (earlier?.values ?? null);
  }

  /** A format of ours follows the record's currency; one that a person chose stays. */
  private refreshCurrency(at: number, from: number | null, index: number, format: string): void {
    const current = from === null ? '' : (this.image.formats[index]?.[from] ?? '');
    if (from === null || (isMoneyFormat(current) && current !== format)) {
      this.draft.setFormat(at, index, format);
    }
  }

  private wordFor(standings: ReadonlySet<Standing>, before: CellValue): string {
    if (standings.has('conflict')) return ROW_STATUS.conflict(this.input.words.provider);
    // Why an edit was refused stays true as long as the edit is there.
    if (standings.has('pending')) return saysRefused(before) ? before : ROW_STATUS.pending;
    return standings.has('corrected') ? ROW_STATUS.corrected : '';
  }

  private statusOf(row: KnownRow): CellValue {
    const from = this.columns.status?.from ?? null;
    return from === null ? '' : (this.image.values[row.index]?.[from] ?? '');
  }

  private say(row: KnownRow, before: CellValue, word: string): void {
    const { status } = this.columns;
    if (status && before !== word) this.draft.setValue(status.at, row.index, word);
  }

  /** By key, formats that people gave to the last row of a column: whoever formats a column means new rows too. */
  private ownFormats(): Map<string, string> {
    const formats = new Map<string, string>();
    const last = this.rows.known[this.rows.known.length - 1];
    if (!last) return formats;
    for (const { key, field, from } of this.columns.fields) {
      const format = from === null ? '' : (this.image.formats[last.index]?.[from] ?? '');
      const ours = field.type === 'money' ? isMoneyFormat(format) : format === formatOf(field);
      if (!ours && !isGeneral(format)) formats.set(key, format);
    }
    return formats;
  }
}
