/** Rows for records that a tab does not have yet: one block of formats and values, people's columns within it too. */
import type { CellValue, Rect, TabOperation } from '../../ports/grid';
import { decodeCell, encodeCell, formatOf, written } from './cell';
import type { Canonical, CodecContext } from './codec/codec';
import type { FieldColumn, ManagedColumn } from './column-plan';
import { neighbours } from './cover';
import type { RemoteRecord } from './field';
import type { OwnColumn } from './fill-down';
import type { Remarks } from './remarks';
import { type ShownFields, shownMark } from './shown-marks';
import type { SnapshotRow } from './snapshot';
import { asSet, GENERAL } from './typed-text';

/** Where new rows go and what stands there. */
export interface NewRowsPlace {
  readonly fields: readonly FieldColumn[];
  readonly status: ManagedColumn | null;
  /** Where the first row goes, from 1; nothing has content there or below. */
  readonly firstRow: number;
  /** By key, formats that people gave to columns and that new rows shall have too. */
  readonly formats: ReadonlyMap<string, string>;
  /** Other columns: those that a formula fills get it, those in between are left empty. */
  readonly own: readonly OwnColumn[];
  readonly shownFields: ShownFields;
}

export class NewRows {
  /** Position of the block's first column. */
  private readonly first: number;
  private readonly values: CellValue[][] = [];
  private readonly formats: string[][] = [];
  /** Formats of a row without a value. */
  private readonly plain: string[];
  private readonly filled: readonly OwnColumn[];

  constructor(
    private readonly place: NewRowsPlace,
    private readonly context: CodecContext,
    private readonly remarks: Remarks,
  ) {
    const { fields, status, formats, own } = place;
    this.filled = own.filter(({ formula }) => formula !== null);
    const columns = [...fields, ...(status ? [status] : []), ...this.filled].map(({ at }) => at);
    this.first = Math.min(...columns);
    this.plain = new Array<string>(Math.max(...columns) - this.first + 1).fill(GENERAL);
    for (const { at, format } of own)
      if (this.plain[at - this.first]) this.plain[at - this.first] = asSet(format);
    for (const { key, at, field } of fields)
      this.plain[at - this.first] = formats.get(key) ?? formatOf(field);
  }

  /** Puts the headers above the rows, for a tab that has none yet. `formats` are by key; others have none. */
  addHeader(columns: readonly ManagedColumn[], formats: ReadonlyMap<string, string>): void {
    const row = this.blankRow();
    const own = this.plain.map(() => GENERAL);
    for (const { key, at, label } of columns) {
      const format = (own[at - this.first] = formats.get(key) ?? GENERAL);
      row[at - this.first] = written(label, format, this.context);
    }
    this.formats.push(own);
  }

  /** Adds a row and returns what is to be remembered of it. */
  add(record: RemoteRecord): SnapshotRow {
    const row = this.blankRow();
    const values: Record<string, Canonical> = {};
    let shown = '';
    // Rows share one array of formats until one of them differs.
    let formats = this.plain;
    for (const { field, at, key } of this.place.fields) {
      const encoded = encodeCell(field, record[field.key], record, this.context);
      if (encoded.problem) this.remarks.problem(field, encoded.problem);
      const format = this.place.formats.get(key) ?? encoded.format;
      row[at - this.first] = written(encoded.value, format, this.context);
      if (format !== formats[at - this.first]) {
        if (formats === this.plain) formats = [...formats];
        formats[at - this.first] = format;
      }
      if (field.writable) values[key] = decodeCell(field, encoded.value, this.context).value;
      else if (this.place.shownFields.has(key)) shown += shownMark(field, encoded.value, this.context);
    }
    const number = this.place.firstRow + this.values.length - 1;
    for (const { at, formula } of this.filled) row[at - this.first] = formula?.(number) ?? '';
    this.formats.push(formats);
    return this.place.shownFields.size > 0 ? { values, shown } : { values };
  }

  operations(): TabOperation[] {
    const { first, values, formats, plain } = this;
    if (values.length === 0) return [];
    const at = { row: this.place.firstRow, column: first, rows: values.length, columns: plain.length };
    return [
      { kind: 'formats', at, formats },
      { kind: 'values', at, values },
    ];
  }

  private blankRow(): CellValue[] {
    const row = new Array<CellValue>(this.plain.length).fill('');
    this.values.push(row);
    return row;
  }
}

/** The cells of yes/no columns in these rows. */
export function checkboxCells(fields: readonly FieldColumn[], row: number, rows: number): Rect[] {
  if (rows === 0) return [];
  return neighbours(fields.filter(({ field }) => field.type === 'boolean').map(({ at }) => at)).map(
    ({ first, last }) => ({ row, column: first, rows, columns: last - first + 1 }),
  );
}
