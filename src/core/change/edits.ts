/** What people changed in a tab: every cell that says something else than the platform did, and every new row. */
import type { CellValue } from '../../ports/grid';
import { decodeCell, says } from '../table/cell';
import type { Canonical } from '../table/codec/codec';
import type { Field } from '../table/field';
import { rowMemory } from '../table/row-memory';
import { markAt, shownMark } from '../table/shown-marks';
import type { SnapshotRow } from '../table/snapshot';
import type { Change } from './change';
import { notOffered } from './compare';
import { EditedCells, type EditedColumn, type EditedTable, isBlank } from './edited-table';
import { newRow } from './new-rows';
import { problem, withArticle } from './told';
import { validate } from './validate';

export type { EditedTable } from './edited-table';

export interface Found {
  /** In the order of the rows, then of the columns; what cannot be sent has kind problem already. */
  readonly changes: readonly Change[];
  /** Ids of records in whose row a cell that cannot be sent may have been changed. */
  readonly suspects: readonly string[];
  /** What a person should know of the tab. */
  readonly remarks: readonly string[];
}

/** Sheets shows one of these where a formula has no result (yet). https://support.google.com/docs/answer/3238305 */
const NO_RESULT = /^(#(N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!|ERROR!)|Loading\.\.\.)$/;

/** Compares the tab with what the platform last said, and checks what was changed. Throws KEY_COLUMN_GONE. */
export function findEdits(table: EditedTable): Found {
  const cells = new EditedCells(table);
  const edits = new Edits(table, cells);
  for (let row = 2; row <= cells.lastRow; row += 1) {
    if (!table.rows || table.rows.has(row)) edits.look(row);
  }
  return {
    changes: validate(edits.changes, table, cells),
    suspects: edits.suspects,
    remarks: [...cells.remarks, ...edits.remarks()],
  };
}

class Edits {
  readonly changes: Change[] = [];
  readonly suspects: string[] = [];
  private readonly writable: readonly EditedColumn[];
  private readonly withdrawn: ReadonlySet<Field>;
  /** Columns whose cells have a mark, with its place. */
  private readonly marked: readonly {
    readonly field: Field;
    readonly from: number;
    readonly place: number;
  }[];
  /** By key, whether anything is remembered of the field. */
  private readonly remembered = new Map<string, boolean>();

  constructor(
    private readonly table: EditedTable,
    private readonly cells: EditedCells,
  ) {
    const places = new Map((table.snapshot.config.shownFields ?? []).map((key, place) => [key, place]));
    this.withdrawn = new Set(cells.withdrawn.map(({ field }) => field));
    this.writable = [...cells.columns, ...cells.withdrawn]
      .filter(({ field }) => field.writable && field.key !== table.key)
      .sort((one, other) => one.from - other.from);
    this.marked = cells.columns.flatMap(({ field, from }) => {
      const place = places.get(field.key);
      return place === undefined || field.writable ? [] : [{ field, from, place }];
    });
  }

  look(row: number): void {
    const id = this.cells.idAt(row);
    if (id === '') this.changes.push(...newRow(row, this.table, this.cells));
    else if (this.cells.rowsOf(id).length > 1) this.changes.push(this.copied(row, id));
    else this.lookAtKnown(row, id);
  }

  remarks(): string[] {
    const { image } = this.table;
    return this.writable
      .filter(({ field }) => this.remembered.get(field.key) === false)
      .map(
        ({ field }) =>
          `What “${field.label}” said before is not known yet: refresh “${image.name}” once, then edits there can be sent.`,
      );
  }

  private lookAtKnown(row: number, id: string): void {
    const { earlier, gone } = rowMemory(this.table.snapshot, id, this.cells.status(row));
    if (!earlier) {
      if (gone === undefined && this.holdsAnything(row)) this.changes.push(this.unknown(row, id));
      return;
    }
    for (const column of this.writable) this.lookAtCell(row, id, column, earlier);
    if (this.isSuspect(row, earlier)) this.suspects.push(id);
  }

  private lookAtCell(row: number, id: string, { field, from }: EditedColumn, earlier: SnapshotRow): void {
    const { context } = this.cells;
    const cell = this.table.image.values[row - 1]?.[from] ?? '';
    const baseline = earlier.values[field.key];
    if (cell === baseline || (baseline === undefined && isBlank(cell))) return;
    if (baseline !== undefined && says(field, cell, baseline, context)) return;
    if (baseline === undefined && !this.isRemembered(field.key)) return;
    const to = decodeCell(field, cell, context).value;
    const change = this.changeOf(row, id, field, baseline ?? '', to);
    if (this.withdrawn.has(field)) {
      this.changes.push(notOffered(change, this.table));
      return;
    }
    const message = this.problemOf(field, cell, baseline, earlier);
    this.changes.push(message === null ? change : problem(change, message));
  }

  private problemOf(
    field: Field,
    cell: CellValue,
    baseline: Canonical | undefined,
    { gone }: SnapshotRow,
  ): string | null {
    const { words, snapshot } = this.table;
    const { provider, singular } = words;
    // In a tab with filters, the record may only have left the selection.
    if (gone !== undefined && (snapshot.config.filters ?? []).length === 0) {
      return `This ${singular} is gone from ${provider} since ${gone}, so nothing of it can be changed. Delete the row where nobody needs it.`;
    }
    if (typeof cell === 'string' && NO_RESULT.test(cell)) {
      return `“${field.label}” has a formula without a result. Correct it, or write the value itself.`;
    }
    if (baseline === undefined) {
      return `What ${provider} said for “${field.label}” before is not known. Refresh first, then edit it again.`;
    }
    return null;
  }

  private changeOf(row: number, id: string, field: Field, from: Canonical, to: Canonical): Change {
    const name = this.cells.nameOf(row, id);
    return {
      row,
      id,
      name,
      action: 'update',
      field: field.key,
      label: field.label,
      from,
      to,
      kind: 'change',
    };
  }

  /** A problem of the whole row. */
  private ofRow(row: number, id: string, message: string): Change {
    const name = this.cells.nameOf(row, id);
    const whole = { field: '', label: this.cells.keyHeader, from: '', to: '' };
    return { row, id, name, action: 'update', ...whole, kind: 'problem', message };
  }

  private copied(row: number, id: string): Change {
    const others = this.cells.rowsOf(id).filter((other) => other !== row);
    const where = others.length === 1 ? `Row ${others[0]} has` : `Rows ${others.join(', ')} have`;
    const { singular } = this.table.words;
    const fix = this.table.creating
      ? `Delete the copy; or empty its “${this.cells.keyHeader}” cell, and it becomes a new ${singular}.`
      : 'Delete the copy that you do not need.';
    return this.ofRow(
      row,
      id,
      `${where} the same “${this.cells.keyHeader}”, ${id}, so nothing of them is sent. ${fix}`,
    );
  }

  private unknown(row: number, id: string): Change {
    const { words, creating } = this.table;
    const ways = [`correct its “${this.cells.keyHeader}”`, `refresh if the ${words.singular} is new there`];
    if (creating) ways.push(`empty the “${this.cells.keyHeader}” cell to make it a new ${words.singular}`);
    const fix = `${ways.slice(0, -1).join(', ')}, or ${ways[ways.length - 1]}`;
    return this.ofRow(row, id, `${words.provider} never sent ${withArticle(words.singular)} ${id}: ${fix}.`);
  }

  /** Whether the row says anything beside its id. */
  private holdsAnything(row: number): boolean {
    const cells = this.table.image.values[row - 1] ?? [];
    return this.cells.columns.some(
      ({ field, from }) => field.key !== this.table.key && !isBlank(cells[from] ?? ''),
    );
  }

  private isSuspect(row: number, { shown, gone }: SnapshotRow): boolean {
    if (shown === undefined || gone !== undefined) return false;
    const cells = this.table.image.values[row - 1] ?? [];
    return this.marked.some(
      ({ field, from, place }) =>
        shownMark(field, cells[from] ?? '', this.cells.context) !== markAt(shown, place),
    );
  }

  /** A field that became editable only lately is not remembered of any row. */
  private isRemembered(key: string): boolean {
    const known = this.remembered.get(key);
    if (known !== undefined) return known;
    let remembered = false;
    for (const { values } of this.table.snapshot.rows.values()) {
      if (values[key] === undefined) continue;
      remembered = true;
      break;
    }
    this.remembered.set(key, remembered);
    return remembered;
  }
}
