/** Plans cut into parts: the same work in the same order, no part too large, and formats only where they differ. */
import fc from 'fast-check';
import { isLarge, missingFormats, partsOf } from '../../../../src/core/table/parts';
import type { CellValue, TabOperation } from '../../../../src/ports/grid';

const block = (kind: 'values' | 'formats', row: number, rows: number, columns: number): TabOperation => {
  const at = { row, column: 2, rows, columns };
  const cells = Array.from({ length: rows }, (_, index) =>
    new Array<string>(columns).fill(`${kind} ${row + index}`),
  );
  return kind === 'values' ? { kind, at, values: cells } : { kind, at, formats: cells };
};

/** What a sheet holds after these operations, and how often each cell was written. */
function carriedOut(operations: readonly TabOperation[]) {
  const cells = new Map<string, CellValue>();
  const boxes = new Map<string, number>();
  for (const operation of operations) {
    if (operation.kind === 'values' || operation.kind === 'formats') {
      const rows = operation.kind === 'values' ? operation.values : operation.formats;
      expect(rows).toHaveLength(operation.at.rows);
      rows.forEach((row, r) =>
        row.forEach((cell, c) =>
          cells.set(`${operation.kind} ${operation.at.row + r} ${operation.at.column + c}`, cell),
        ),
      );
    }
    if (operation.kind === 'checkboxes') {
      for (const { row, column, rows, columns } of operation.at)
        for (let r = row; r < row + rows; r += 1)
          for (let c = column; c < column + columns; c += 1)
            boxes.set(`${r} ${c}`, (boxes.get(`${r} ${c}`) ?? 0) + 1);
    }
  }
  return { cells, boxes };
}

test('ten thousand rows stay one block, also with many columns; more rows or far more cells do not', () => {
  expect(isLarge([{ kind: 'grow', rows: 99_999, columns: 9 }])).toBe(false);
  expect(isLarge([block('values', 1, 10_001, 40)])).toBe(false);
  expect(isLarge([block('values', 1, 12_001, 1)])).toBe(true);
  expect(isLarge([block('values', 1, 10_001, 60)])).toBe(true);
  expect(isLarge([{ kind: 'checkboxes', at: [{ row: 2, column: 1, rows: 50_000, columns: 1 }] }])).toBe(true);
});

test('parts do what the plan does, in its order, and none is large', () => {
  const rows = fc.integer({ min: 1, max: 30_000 });
  fc.assert(
    fc.property(rows, rows, fc.integer({ min: 1, max: 2 }), (many, more, columns) => {
      const plan: TabOperation[] = [
        { kind: 'grow', rows: many, columns },
        block('formats', 1, many, columns),
        block('values', 1, many, columns),
        {
          kind: 'checkboxes',
          at: [
            { row: 2, column: 1, rows: many, columns: 1 },
            { row: many + 2, column: 1, rows: more, columns },
          ],
        },
        { kind: 'header', columns, width: 150 },
      ];
      const parts = partsOf(plan);
      const operations = parts.flatMap((part) => part.operations);
      expect(isLarge(operations)).toBe(false);
      expect(Math.max(...parts.map(({ cells }) => cells))).toBeLessThanOrEqual(250_000);
      expect(parts.reduce((sum, part) => sum + part.rows, 0)).toBe(many);
      expect(carriedOut(operations)).toEqual(carriedOut(plan));
      const kinds = operations.map(({ kind }) => kind).filter((kind, at, all) => kind !== all[at - 1]);
      expect(kinds).toEqual(['grow', 'formats', 'values', 'checkboxes', 'header']);
    }),
    { numRuns: 5 },
  );
});

test('a wide block is cut into fewer rows', () => {
  const parts = partsOf([block('values', 1, 12_001, 100)]);
  expect(parts.map(({ rows }) => rows)).toEqual([2500, 2500, 2500, 2500, 2001]);
});

test('formats are set on whole columns that differ anywhere; what nobody formatted counts as general', () => {
  const wanted = block('formats', 5, 3, 5) as Extract<TabOperation, { kind: 'formats' }>;
  const formats = [
    ['general', '0%', 'general', 'yyyy', '$0'],
    ['general', '0%', 'general', 'yyyy', '$0'],
    ['general', '0%', 'general', 'yyyy', '€0'],
  ];
  const current = [
    ['0.###############', '', 'General', '', '$0'],
    ['', '', '', '', '$0'],
    ['', '', '', 'yyyy', '$0'],
  ];
  expect(missingFormats({ ...wanted, formats }, current)).toEqual([
    { kind: 'formats', at: { row: 5, column: 3, rows: 3, columns: 1 }, formats: [['0%'], ['0%'], ['0%']] },
    {
      kind: 'formats',
      at: { row: 5, column: 5, rows: 3, columns: 2 },
      formats: [
        ['yyyy', '$0'],
        ['yyyy', '$0'],
        ['yyyy', '€0'],
      ],
    },
  ]);
  expect(missingFormats({ ...wanted, formats: current }, current)).toEqual([]);
});
