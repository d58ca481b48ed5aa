/** A push of one tab under test: edits become changes, results settle, and the snapshot is kept as the app keeps it. */
import type { Change } from '../../../../src/core/change/change';
import {
  planSettle,
  type SettledChange,
  type SettleInput,
  type Settlement,
} from '../../../../src/core/change/settle';
import { decodeCell, says } from '../../../../src/core/table/cell';
import type { Canonical } from '../../../../src/core/table/codec/codec';
import { planSnapshot } from '../../../../src/core/table/snapshot';
import type { CellValue } from '../../../../src/ports/grid';
import { DeskOfOne } from '../table/desk-of-one';

export class PushOfOne extends DeskOfOne {
  /** The edit of one cell, as a preview finds it. */
  change(id: string, key: string, more: Partial<Change> = {}): Change {
    const field = this.field(key);
    const row = this.rowOf(id);
    const cell = this.sheet.read(row, this.columnOf(field.label));
    return {
      row,
      id,
      name: `App ${id}`,
      action: 'update',
      field: key,
      label: field.label,
      from: this.remembered(id, key) ?? '',
      to: decodeCell(field, cell, this).value,
      kind: 'change',
      ...more,
    };
  }

  /** A change for each filled cell of a row without an id. */
  creation(row: number): Change[] {
    return this.fields.flatMap((field): Change[] => {
      const cell = this.sheet.read(row, this.columnOf(field.label));
      if (cell === '' || cell === false) return [];
      const to = decodeCell(field, cell, this).value;
      const facts = { row, id: `row ${row}`, name: 'New', action: 'create', kind: 'change' } as const;
      return [{ ...facts, field: field.key, label: field.label, from: '', to }];
    });
  }

  deletion(id: string): Change {
    const facts = { row: this.rowOf(id), id, name: `App ${id}`, action: 'delete', kind: 'change' } as const;
    return { ...facts, field: '', label: 'Record', from: '', to: '' };
  }

  planSettle(results: readonly SettledChange[], more: Partial<SettleInput> = {}): Settlement {
    const snapshot = this.snapshot();
    if (!snapshot) throw new Error('there is no snapshot');
    return planSettle({
      image: this.sheet.image(),
      snapshot,
      fields: this.fields,
      key: 'id',
      name: 'name',
      words: { provider: 'Torii' },
      timeZone: this.timeZone,
      now: this.now,
      purpose: 'push',
      results,
      answers: new Map(),
      ...more,
    });
  }

  /** Plans and carries out; the same again must then plan nothing. */
  settle(results: readonly SettledChange[], more: Partial<SettleInput> = {}): Settlement {
    const settled = this.planSettle(results, more);
    this.sheet.execute(settled.plan);
    const { values } = this.hidden.image();
    this.hidden.execute(planSnapshot(settled.snapshot, values, { name: this.hidden.name }));
    const again = this.planSettle(results, more);
    expect(again.plan.operations).toEqual([]);
    expect([...again.snapshot.rows]).toEqual([...settled.snapshot.rows]);
    expect(again.snapshot.config).toEqual(settled.snapshot.config);
    return settled;
  }

  remembered(id: string, key: string): Canonical | undefined {
    return this.snapshot()?.rows.get(id)?.values[key];
  }

  saysSo(id: string, key: string, canonical: Canonical): boolean {
    return this.saysBy(key, this.get(id, this.field(key).label), canonical);
  }

  saysBy(key: string, cell: CellValue, canonical: Canonical): boolean {
    return says(this.field(key), cell, canonical, this);
  }

  status(row: number): unknown {
    return this.sheet.read(row, this.columnOf('Status'));
  }

  private field(key: string) {
    const field = this.fields.find((each) => each.key === key);
    if (!field) throw new Error(`no field ${key}`);
    return field;
  }
}
