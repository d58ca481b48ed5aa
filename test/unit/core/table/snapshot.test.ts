import fc from 'fast-check';
import {
  planSnapshot,
  readConfig,
  readSnapshot,
  type Snapshot,
  SNAPSHOT_PREFIX,
  snapshotName,
} from '../../../../src/core/table/snapshot';
import { SheetModel } from './sheet-model';
import { HOSTILE } from './texts';

function snapshotOf(rows: Snapshot['rows'], pulledAt = '2026-11-22T10:00:00.000Z'): Snapshot {
  return {
    config: {
      version: 1,
      tabId: 7,
      tab: 'Apps',
      provider: 'torii',
      resource: 'apps',
      fields: ['id', 'name'],
      columns: [{ key: 'id', label: 'ID', away: false }],
      rows: rows.size,
      pulledAt,
      complete: true,
      pending: 0,
      conflicts: 0,
    },
    rows,
  };
}

function named(count: number): Map<string, { values: { name: string } }> {
  return new Map(Array.from({ length: count }, (_, id) => [String(id), { values: { name: `App ${id}` } }]));
}

const TAB = { name: 'hidden' };

function store(sheet: SheetModel, snapshot: Snapshot): Snapshot | null {
  sheet.execute(planSnapshot(snapshot, sheet.image().values, TAB));
  return readSnapshot(sheet.image().values);
}

describe('a snapshot', () => {
  it('comes back as it was, whatever its texts are', () => {
    const value = fc.oneof(
      fc.constantFrom(...HOSTILE),
      fc.string({ unit: 'grapheme' }),
      fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => n + 0),
      fc.boolean(),
    );
    const row = fc.record(
      {
        values: fc.dictionary(
          fc.string().filter((key) => key !== '__proto__'),
          value,
          { noNullPrototype: true },
        ),
        gone: fc.constant('2026-11-22'),
      },
      { requiredKeys: ['values'] },
    );
    const rows = fc.array(fc.tuple(fc.oneof(fc.nat().map(String), fc.constantFrom(...HOSTILE)), row));
    fc.assert(
      fc.property(fc.array(rows, { minLength: 1, maxLength: 3 }), (versions) => {
        const sheet = new SheetModel();
        for (const version of versions) {
          const snapshot = snapshotOf(new Map(version));
          expect(store(sheet, snapshot)).toEqual(snapshot);
        }
      }),
    );
  });

  it('continues in further cells where a row is longer than a cell, never within an emoji', () => {
    const sheet = new SheetModel();
    const snapshot = snapshotOf(
      new Map([
        ['1', { values: { name: `x${'😀'.repeat(60_000)}`, url: '=1+1'.repeat(20_000) } }],
        ['2', { values: { name: 'short' } }],
      ]),
    );
    expect(store(sheet, snapshot)).toEqual(snapshot);
    for (const cells of sheet.image().values) {
      for (const cell of cells) {
        expect(String(cell).length).toBeLessThan(50_000);
        expect(String(cell)).not.toMatch(/[\ud800-\udbff]$/);
      }
    }
    expect(store(sheet, snapshotOf(named(1)))).toEqual(snapshotOf(named(1)));
  });

  it('is rewritten only where it changed', () => {
    const sheet = new SheetModel();
    store(sheet, snapshotOf(named(5000)));
    const values = sheet.image().values;
    expect(planSnapshot(snapshotOf(named(5000)), values, TAB).operations).toEqual([]);
    const later = snapshotOf(named(5000), '2026-11-22T11:00:00.000Z');
    expect(planSnapshot(later, values, TAB).operations).toMatchObject([
      { kind: 'values', at: { row: 1, column: 1, rows: 1, columns: 1 } },
    ]);
    const changed = named(5001);
    changed.set('4000', { values: { name: 'new' } });
    expect(planSnapshot(snapshotOf(changed), values, TAB).operations.map(({ kind }) => kind)).toEqual([
      'grow',
      'values',
    ]);
  });

  it('is none in a tab that holds something else, or another version', () => {
    for (const cell of ['', 'Name', '{', '{"version":2}', 5]) expect(readSnapshot([[cell]])).toBeNull();
    expect(readConfig([])).toBeNull();
  });

  it('leaves out rows that a person spoiled', () => {
    const sheet = new SheetModel();
    store(sheet, snapshotOf(named(3)));
    sheet.write(2, 1, 'oops');
    sheet.write(3, 1, '{"id":5}');
    expect([...(readSnapshot(sheet.image().values)?.rows.keys() ?? [])]).toEqual(['2']);
  });

  it('lies in a tab whose name fits', () => {
    expect(snapshotName('Apps')).toBe(`${SNAPSHOT_PREFIX}Apps`);
    const long = 'x'.repeat(100);
    expect(snapshotName(`${long} 2`)).toHaveLength(100);
    expect(snapshotName(`${long} 2`)).not.toBe(snapshotName(`${long} 3`));
  });
});
