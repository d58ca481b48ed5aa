/** A managed tab under push: its cells by row and field, rows found by id, columns by key. */
import type { CellValue, TabImage } from '../../ports/grid';
import { AppError } from '../errors';
import type { CodecContext } from '../table/codec/codec';
import { cellText, idText } from '../table/codec/text';
import { bindColumns } from '../table/column-binding';
import type { Field } from '../table/field';
import type { Snapshot } from '../table/snapshot';
import { STATUS_KEY } from '../table/status';

/** The tab, what the platform last said, and what is known of its fields. */
export interface EditedTable {
  readonly image: TabImage;
  readonly snapshot: Snapshot;
  /** All fields that the platform offers now, also such that have no column. */
  readonly fields: readonly Field[];
  /** Key of the field that identifies a record, and of the one that names it. */
  readonly key: string;
  readonly name: string;
  /** The platform's and the records' names as people say them. */
  readonly words: { readonly provider: string; readonly singular: string; readonly plural: string };
  /** The spreadsheet's, an IANA name. */
  readonly timeZone: string;
  /** Keys of the fields that a new record must have, and of all that it can have; absent where none can be made. */
  readonly creating?: { readonly required: readonly string[]; readonly accepted: readonly string[] };
  /** Sheet rows, from 1, in which edits are looked for; absent: all. */
  readonly rows?: ReadonlySet<number>;
}

/** A column that shows a field; `from` is its index in the tab as it was read. */
export interface EditedColumn {
  readonly field: Field;
  readonly from: number;
}

export class EditedCells {
  /** From left to right. */
  readonly columns: readonly EditedColumn[];
  /** Columns of fields that the platform offered at the last refresh and does not offer now. */
  readonly withdrawn: readonly EditedColumn[];
  readonly remarks: readonly string[];
  /** The last sheet row with content. */
  readonly lastRow: number;
  /** The header of the ids. */
  readonly keyHeader: string;
  readonly context: CodecContext;
  private readonly found: ReadonlyMap<string, number>;
  private readonly ids: readonly string[];
  private readonly rowsById = new Map<string, number[]>();

  /** Throws KEY_COLUMN_GONE. */
  constructor(private readonly table: EditedTable) {
    const { image, fields, snapshot, key } = table;
    const { found, remarks } = bindColumns(image, fields, snapshot);
    const from = found.get(key);
    if (from === undefined) {
      const column = fields.find((field) => field.key === key)?.label ?? key;
      throw new AppError('KEY_COLUMN_GONE', { column, tab: image.name }, { tab: image.name });
    }
    this.found = found;
    this.remarks = remarks;
    this.context = { timeZone: table.timeZone };
    this.lastRow = image.values.length;
    this.keyHeader = String(image.values[0]?.[from] ?? '');
    const offered = new Set(fields.map((field) => field.key));
    const before = snapshot.config.described ?? [];
    this.columns = this.bound(fields);
    this.withdrawn = this.bound(before.filter((field) => !offered.has(field.key)));
    this.ids = image.values.map((row, index) => (index > 0 ? idText(row[from] ?? '', this.context) : ''));
    this.ids.forEach((id, index) => {
      if (id === '') return;
      const rows = this.rowsById.get(id);
      if (rows) rows.push(index + 1);
      else this.rowsById.set(id, [index + 1]);
    });
  }

  private bound(fields: readonly Field[]): readonly EditedColumn[] {
    return fields
      .flatMap((field): EditedColumn[] => {
        const from = this.found.get(field.key);
        return from === undefined ? [] : [{ field, from }];
      })
      .sort((one, other) => one.from - other.from);
  }

  /** '' for a row without one. */
  idAt(row: number): string {
    return this.ids[row - 1] ?? '';
  }

  /** Sheet rows that have this id; several where somebody copied a row. */
  rowsOf(id: string): readonly number[] {
    return this.rowsById.get(id) ?? [];
  }

  /** Index of the field's column; null where it has none. */
  columnOf(key: string): number | null {
    return this.found.get(key) ?? null;
  }

  has(key: string): boolean {
    return this.found.has(key);
  }

  /** '' also where the field has no column. */
  cell(row: number, key: string): CellValue {
    return this.table.image.values[row - 1]?.[this.found.get(key) ?? -1] ?? '';
  }

  formula(row: number, key: string): string {
    return this.table.image.formulas[row - 1]?.[this.found.get(key) ?? -1] ?? '';
  }

  format(row: number, key: string): string {
    return this.table.image.formats[row - 1]?.[this.found.get(key) ?? -1] ?? '';
  }

  status(row: number): CellValue {
    return this.cell(row, STATUS_KEY);
  }

  /** What the platform calls the record; what its row calls it where that is not known, and `otherwise` where nothing does. */
  nameOf(row: number, id: string, otherwise = id): string {
    const known = this.table.snapshot.rows.get(id)?.values[this.table.name];
    const name = known === undefined || known === '' ? this.cell(row, this.table.name) : known;
    return cellText(name, this.context).trim() || otherwise;
  }
}

/** Whether a cell holds nothing: a checkbox that nobody ticked holds FALSE. */
export function isBlank(cell: CellValue): boolean {
  return cell === false || (typeof cell === 'string' && cell.trim() === '');
}
