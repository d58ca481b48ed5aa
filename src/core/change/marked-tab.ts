/** A tab whose cells are marked: where each of them is by now, and whether it still is an edit. */
import type { TabImage } from '../../ports/grid';
import { says } from '../table/cell';
import type { CodecContext } from '../table/codec/codec';
import type { Field } from '../table/field';
import { markAt, shownMark } from '../table/shown-marks';
import type { Snapshot } from '../table/snapshot';
import { type ChangeName, newRowId } from './change';
import { SettledTab } from './settled-tab';

/** Row and column, from 1. */
export interface MarkedCell {
  readonly row: number;
  readonly column: number;
}

export interface MarkedTable {
  readonly image: TabImage;
  readonly snapshot: Snapshot;
  readonly fields: readonly Field[];
  /** Key of the field that identifies a record. */
  readonly key: string;
  readonly timeZone: string;
}

export class MarkedTab {
  private readonly tab: SettledTab;
  private readonly context: CodecContext;
  /** Index by “row 12”, of rows without an id. */
  private readonly unnamed: ReadonlyMap<string, number>;

  constructor(private readonly table: MarkedTable) {
    const { image, fields, snapshot, key, timeZone } = table;
    this.context = { timeZone };
    this.tab = new SettledTab(image, fields, snapshot, key, this.context);
    this.unnamed = new Map(this.tab.unnamed().map((index) => [newRowId(index + 1), index]));
  }

  /** A change of a whole record is shown at its id. Null where the row or the column is gone. */
  cellOf({ id, field }: ChangeName): MarkedCell | null {
    const index = this.tab.rows.get(id) ?? this.unnamed.get(id) ?? this.rowNamedSince(id);
    const column = this.tab.columns.get(field === '' ? this.table.key : field);
    return index === undefined || !column ? null : { row: index + 1, column: column.at };
  }

  /** Whether the cell still says something else than the platform did. */
  isEdit({ id, field }: ChangeName): boolean {
    const column = this.tab.columns.get(field);
    const unnamed = this.unnamed.get(id);
    if (unnamed !== undefined) return !column || this.tab.cell(unnamed, column) !== '';
    const index = this.tab.rows.get(id);
    if (index === undefined) return false;
    const memory = this.table.snapshot.rows.get(id);
    // A row whose id the platform never sent.
    if (field === '' || !memory) return !memory;
    if (!column) return false;
    const cell = this.tab.cell(index, column);
    if (column.field.writable) {
      const baseline = memory.values[field];
      return baseline === undefined ? cell !== '' : !says(column.field, cell, baseline, this.context);
    }
    const place = this.table.snapshot.config.shownFields?.indexOf(field) ?? -1;
    const mark = place < 0 ? '' : markAt(memory.shown ?? '', place);
    return mark !== '' && mark !== shownMark(column.field, cell, this.context);
  }

  /** A row that has got its id since it was marked. */
  private rowNamedSince(id: string): number | undefined {
    const row = /^row (\d+)$/.exec(id)?.[1];
    return row === undefined ? undefined : Number(row) - 1;
  }
}
