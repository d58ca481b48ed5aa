/** What a refresh brings to a tab, told for people: collected while its rows are planned. */
import type { CellValue, TabImage } from '../../ports/grid';
import { decodeCell, encodeCell } from './cell';
import type { CodecContext, Encoded } from './codec/codec';
import { textOf } from './codec/remote-shape';
import type { ColumnPlan, FieldColumn } from './column-plan';
import { decimalsOf } from './currency';
import type { Field, RemoteRecord } from './field';
import type { SnapshotRow } from './snapshot';
import { ROW_STATUS } from './status';
import type { Standing } from './three-way';
import { dayOf, zoneOf } from './wall-clock';

/**
 * - changed: the platform changed a value
 * - conflict: it did, and a person's edit of the same cell was kept
 * - came, went, back: a whole record
 */
export type ChangeKind = 'changed' | 'conflict' | 'came' | 'went' | 'back';

export interface Change {
  readonly kind: ChangeKind;
  /** As in the cell of the id. */
  readonly id: CellValue;
  /** The record's name; '' where it is not known. */
  readonly name: string;
  /** Header of the field; '' for a whole record, as are the next two. */
  readonly label: string;
  readonly before: string;
  readonly after: string;
}

export interface ReportedChanges {
  readonly listed: readonly Change[];
  /** How many there are besides. */
  readonly more: number;
}

export const NO_CHANGES: ReportedChanges = { listed: [], more: 0 };

/** What is wanted of the changes. */
export interface ChangeReport {
  /** How many are listed at most. */
  readonly most: number;
  /** Key of the field that names a record. */
  readonly name: string;
}

/** Characters of a value that are told. */
const TOLD = 500;

/** What comes together at one cell. */
export interface Meeting {
  readonly record: RemoteRecord;
  readonly earlier: SnapshotRow;
  readonly cell: CellValue;
  readonly remote: Encoded;
}

export class Changes {
  private readonly listed: Change[] = [];
  private more = 0;

  constructor(
    private readonly report: ChangeReport | undefined,
    private readonly provider: string,
    private readonly image: TabImage,
    private readonly columns: ColumnPlan,
    private readonly context: CodecContext,
  ) {}

  /** A record whose row is at `index`; null where the platform does not have it any more. */
  ofRow(kind: ChangeKind, index: number, record: RemoteRecord | null): void {
    this.add(() => ({
      kind,
      id: this.cellAt(index, this.columns.key.from),
      ...this.named(index, record),
      ...WHOLE,
    }));
  }

  added(record: RemoteRecord): void {
    this.add(() => {
      const { field } = this.columns.key;
      const id = encodeCell(field, record[field.key], record, this.context).value;
      return { kind: 'came', id, name: textOf(record[this.report?.name ?? '']), ...WHOLE };
    });
  }

  /** One value, where the platform changed it. A conflict is told once. */
  ofCell(
    standing: Standing,
    { field, from, label }: FieldColumn,
    index: number,
    { record, earlier, cell, remote }: Meeting,
  ): void {
    const isConflict = standing === 'conflict' && !this.toldConflict(index);
    if (!this.report || (standing !== 'behind' && !isConflict)) return;
    const format = this.image.formats[index]?.[from ?? -1] ?? '';
    const was = this.told(field, isConflict ? (earlier.values[field.key] ?? '') : cell, format);
    const is = this.told(field, remote.value, remote.format);
    // The cell said the same in another way.
    if (was === is) return;
    this.add(() => ({
      kind: isConflict ? 'conflict' : 'changed',
      id: this.cellAt(index, this.columns.key.from),
      ...this.named(index, record),
      label,
      before: was,
      after: is,
    }));
  }

  reported(): ReportedChanges {
    return { listed: this.listed, more: this.more };
  }

  /** The Status column remembers; without it, a conflict would be told each time, and is not told at all. */
  private toldConflict(index: number): boolean {
    const from = this.columns.status?.from ?? null;
    return from === null || this.cellAt(index, from) === ROW_STATUS.conflict(this.provider);
  }

  private add(make: () => Change): void {
    if (!this.report) return;
    if (this.listed.length < this.report.most) this.listed.push(make());
    else this.more += 1;
  }

  private named(index: number, record: RemoteRecord | null): { readonly name: string } {
    const key = this.report?.name ?? '';
    if (record) return { name: textOf(record[key]) };
    const column = this.columns.fields.find((each) => each.key === key);
    return { name: column ? this.told(column.field, this.cellAt(index, column.from), '') : '' };
  }

  private cellAt(index: number, from: number | null): CellValue {
    return this.image.values[index]?.[from ?? -1] ?? '';
  }

  private told(field: Field, value: CellValue, format: string): string {
    const text = shownText(field, value, format, this.context);
    return text.length <= TOLD ? text : `${text.slice(0, TOLD - 1).replace(/[\ud800-\udbff]$/, '')}…`;
  }
}

const WHOLE = { label: '', before: '', after: '' };

/** A value as people read it: “yes”, “2026-11-22”, “2026-11-22 10:00” in the file's time zone, “1234.50 EUR”. */
function shownText(field: Field, value: CellValue, format: string, context: CodecContext): string {
  if (value === '') return '';
  const { ok, value: canonical } = decodeCell(field, value, context);
  if (!ok) return canonical;
  if (typeof canonical === 'boolean') return canonical ? 'yes' : 'no';
  if (field.type === 'money' && typeof canonical === 'number') {
    const currency = /\[\$([A-Z]{3})\]/.exec(format)?.[1] ?? null;
    return currency === null ? String(canonical) : `${canonical.toFixed(decimalsOf(currency))} ${currency}`;
  }
  if (field.type !== 'dateTime' || canonical === '') return String(canonical);
  const wall = zoneOf(context.timeZone).wallOf(Date.parse(String(canonical)));
  return `${dayOf(wall)} ${new Date(wall).toISOString().slice(11, 16)}`;
}
