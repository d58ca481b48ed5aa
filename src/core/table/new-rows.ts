/** Rows for records that a tab does not have yet: whole blocks of formats and values, one for each run of columns. */
import type { CellValue, Rect, TabOperation } from '../../ports/grid';
import { AppError } from '../errors';
import { decodeCell, encodeCell, formatOf, written } from './cell';
import type { Canonical, CodecContext } from './codec/codec';
import type { FieldColumn, ManagedColumn } from './column-plan';
import { type ColumnRun, neighbours } from './cover';
import type { RemoteRecord } from './field';
import type { Remarks } from './remarks';
import { GENERAL } from './typed-text';

interface Block extends ColumnRun {
  readonly values: CellValue[][];
  readonly formats: string[][];
  /** Formats of a row without a value. */
  readonly plain: string[];
}

/** Where the cells of one field go. */
interface Target {
  readonly column: FieldColumn;
  readonly block: Block;
  readonly offset: number;
  /** The format that a person gave the column, if any. */
  readonly own: string | undefined;
}

export class NewRows {
  private readonly blocks: readonly Block[];
  private readonly targets: readonly Target[];

  /**
   * `firstRow` is where the first row goes, from 1; `ownFormats` holds, by key, formats that people gave to columns
   * and that new rows shall have too.
   */
  constructor(
    fields: readonly FieldColumn[],
    status: ManagedColumn | null,
    private readonly firstRow: number,
    ownFormats: ReadonlyMap<string, string>,
    private readonly context: CodecContext,
    private readonly remarks: Remarks,
  ) {
    const formats = new Map(fields.map(({ key, at, field }) => [at, ownFormats.get(key) ?? formatOf(field)]));
    if (status) formats.set(status.at, GENERAL);
    this.blocks = neighbours([...formats.keys()]).map(({ first, last }) => ({
      first,
      last,
      values: [],
      formats: [],
      plain: Array.from({ length: last - first + 1 }, (_, offset) => formats.get(first + offset) ?? ''),
    }));
    this.targets = fields.map((column) => {
      const block = this.blockAt(column.at);
      return { column, block, offset: column.at - block.first, own: ownFormats.get(column.key) };
    });
  }

  /** Puts the headers above the rows, for a tab that has none yet. `formats` are by key; others have none. */
  addHeader(columns: readonly ManagedColumn[], formats: ReadonlyMap<string, string>): void {
    this.addBlankRow();
    for (const { key, at, label } of columns) {
      const block = this.blockAt(at);
      const row = block.values.length - 1;
      const format = formats.get(key) ?? GENERAL;
      block.values[row]![at - block.first] = written(label, format, this.context);
      this.ownFormats(block, row)[at - block.first] = format;
    }
  }

  /** Adds a row and returns the canonical values of its writable fields. */
  add(record: RemoteRecord): Record<string, Canonical> {
    this.addBlankRow();
    const baseline: Record<string, Canonical> = {};
    for (const { column, block, offset, own } of this.targets) {
      const { field } = column;
      const encoded = encodeCell(field, record[field.key], record, this.context);
      if (encoded.problem) this.remarks.problem(field, encoded.problem);
      const format = own ?? encoded.format;
      const row = block.values.length - 1;
      block.values[row]![offset] = written(encoded.value, format, this.context);
      if (format !== block.plain[offset]) this.ownFormats(block, row)[offset] = format;
      if (field.writable) baseline[field.key] = decodeCell(field, encoded.value, this.context).value;
    }
    return baseline;
  }

  operations(): TabOperation[] {
    return this.blocks.flatMap(({ first, last, values, formats }): TabOperation[] => {
      if (values.length === 0) return [];
      const at = { row: this.firstRow, column: first, rows: values.length, columns: last - first + 1 };
      return [
        { kind: 'formats', at, formats },
        { kind: 'values', at, values },
      ];
    });
  }

  private addBlankRow(): void {
    for (const { values, formats, plain } of this.blocks) {
      values.push(new Array<CellValue>(plain.length).fill(''));
      formats.push(plain);
    }
  }

  private blockAt(position: number): Block {
    const block = this.blocks.find(({ first, last }) => first <= position && position <= last);
    if (!block) throw new AppError('BUG', { problem: `no block holds column ${position}` });
    return block;
  }

  /** Rows share one array of formats until one of them differs. */
  private ownFormats(block: Block, row: number): string[] {
    if (block.formats[row] !== block.plain) return block.formats[row]!;
    return (block.formats[row] = [...block.plain]);
  }
}

/** The cells of yes/no columns in these rows. */
export function checkboxCells(fields: readonly FieldColumn[], row: number, rows: number): Rect[] {
  if (rows === 0) return [];
  return neighbours(fields.filter(({ field }) => field.type === 'boolean').map(({ at }) => at)).map(
    ({ first, last }) => ({ row, column: first, rows, columns: last - first + 1 }),
  );
}
