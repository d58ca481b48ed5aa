/** One managed tab under test: records on one side, a modelled sheet on the other, refreshes in between. */
import type { Field, RemoteRecord } from '../../../../src/core/table/field';
import { planSnapshot, readSnapshot, type Snapshot } from '../../../../src/core/table/snapshot';
import { planTable, type TableInput, type TableOutput } from '../../../../src/core/table/table-plan';
import type { CellValue } from '../../../../src/ports/grid';
import { fieldOf } from './fields';
import { SheetModel } from './sheet-model';

export const FIELDS: readonly Field[] = [
  fieldOf({ key: 'id', label: 'ID', type: 'id' }),
  fieldOf({ key: 'name', label: 'Name', writable: true }),
  fieldOf({
    key: 'price',
    label: 'Price',
    type: 'money',
    writable: true,
    minorUnits: true,
    currencyField: 'currency',
  }),
  fieldOf({ key: 'auto', label: 'Auto-renewal', type: 'boolean', writable: true }),
  fieldOf({ key: 'end', label: 'End date', type: 'date', writable: true }),
  fieldOf({ key: 'tags', label: 'Tags', type: 'list', writable: true }),
  fieldOf({ key: 'owner', label: 'Owner', type: 'person' }),
  fieldOf({ key: 'seen', label: 'Last visit', type: 'dateTime' }),
];

/** Where it all begins: 22 November 2026, 10:00 UTC. */
export const START = Date.UTC(2026, 10, 22, 10);

export class DeskOfOne {
  readonly sheet: SheetModel;
  readonly hidden: SheetModel;
  records = new Map<string, Record<string, unknown>>();
  fields = FIELDS;
  now = START;

  constructor(readonly timeZone = 'UTC') {
    this.sheet = new SheetModel(timeZone);
    this.hidden = new SheetModel(timeZone, 8, 'SaaS Ledger · Apps');
  }

  put(...records: RemoteRecord[]): this {
    for (const record of records) {
      const id = String(record['id']);
      this.records.set(id, { ...this.records.get(id), ...record });
    }
    return this;
  }

  snapshot(): Snapshot | null {
    return readSnapshot(this.hidden.image().values);
  }

  plan(more: Partial<TableInput> = {}): TableOutput {
    const image = this.sheet.image();
    return planTable({
      image,
      tab: { id: image.id, name: image.name },
      words: { provider: 'Torii', singular: 'app', plural: 'apps' },
      provider: 'torii',
      resource: 'apps',
      fields: this.fields,
      key: 'id',
      records: [...this.records.values()],
      snapshot: this.snapshot(),
      complete: true,
      now: this.now,
      timeZone: this.timeZone,
      kept: { filters: [], mode: 'mirror', copies: [] },
      ...more,
    });
  }

  /** Plans, carries out, and keeps the snapshot as the app does. */
  refresh(more: Partial<TableInput> = {}): TableOutput {
    const output = this.plan(more);
    this.sheet.execute(output.plan);
    const values = this.hidden.image().values;
    this.hidden.execute(planSnapshot(output.snapshot, values, { name: this.hidden.name }));
    return output;
  }

  /** Plans and carries out the first steps, and nothing after: the run was killed. Returns how many steps there were. */
  cutOff(steps: number, more: Partial<TableInput> = {}): number {
    const { plan } = this.plan(more);
    this.sheet.execute(plan, steps);
    return plan.operations.length;
  }

  /** Inserts a person's column; cells are written from the header down. */
  insertColumn(before: number, cells: readonly CellValue[]): void {
    this.sheet.insertColumns(before, 1);
    cells.forEach((cell, row) => this.sheet.write(row + 1, before, cell));
  }

  deleteColumn(header: string): void {
    const at = this.columnOf(header);
    for (const row of this.sheet.cells) row.splice(at - 1, 1);
    this.sheet.notes.splice(at - 1, 1);
    this.sheet.lists.splice(at - 1, 1);
    this.sheet.columnsInGrid -= 1;
  }

  header(): CellValue[] {
    return [...(this.sheet.image().values[0] ?? [])];
  }

  columnOf(header: string): number {
    const at = this.header().indexOf(header);
    if (at < 0) throw new Error(`no column ${header}`);
    return at + 1;
  }

  rowOf(id: string): number {
    const column = this.columnOf('ID');
    const at = this.sheet.image().values.findIndex((row) => String(row[column - 1]) === id);
    if (at < 0) throw new Error(`no row ${id}`);
    return at + 1;
  }

  get(id: string, header: string): CellValue {
    return this.sheet.read(this.rowOf(id), this.columnOf(header));
  }

  /** Types into a cell, as a person does. */
  type(id: string, header: string, value: CellValue): void {
    this.sheet.write(this.rowOf(id), this.columnOf(header), value);
  }
}
