import fc from 'fast-check';
import { type ColumnCells, coverCells, neighbours } from '../../../../src/core/table/cover';
import { cpuTime } from '../../../cpu-time';

const ONE_RUN = [{ first: 1, last: 10 }];

describe('covering cells', () => {
  it('takes one rectangle for a block', () => {
    const rows = [4, 5, 6, 7];
    expect(
      coverCells(
        [
          { column: 3, rows },
          { column: 2, rows },
        ],
        ONE_RUN,
        12,
      ),
    ).toEqual([{ row: 4, column: 2, rows: 4, columns: 2 }]);
  });

  it('takes nothing for nothing', () => {
    expect(coverCells([{ column: 3, rows: [] }], ONE_RUN, 12)).toEqual([]);
  });

  it('keeps far-off cells apart and leaves whole columns between them alone', () => {
    const all = Array.from({ length: 5000 }, (_, row) => row);
    expect(
      coverCells(
        [
          { column: 2, rows: [3, 4000] },
          { column: 9, rows: all },
        ],
        ONE_RUN,
        12,
      ),
    ).toEqual([
      { row: 3, column: 2, rows: 1, columns: 1 },
      { row: 4000, column: 2, rows: 1, columns: 1 },
      { row: 0, column: 9, rows: 5000, columns: 1 },
    ]);
  });

  it('joins the nearest when there are too many', () => {
    expect(coverCells([{ column: 1, rows: [0, 1000, 1200, 5000] }], ONE_RUN, 3)).toEqual([
      { row: 0, column: 1, rows: 1, columns: 1 },
      { row: 1000, column: 1, rows: 201, columns: 1 },
      { row: 5000, column: 1, rows: 1, columns: 1 },
    ]);
  });

  it('holds every cell once, stays within the runs and under the limit', () => {
    const cells = fc.uniqueArray(fc.tuple(fc.integer({ min: 1, max: 12 }), fc.nat({ max: 3000 })), {
      maxLength: 60,
      selector: String,
    });
    const runs = fc.constantFrom(
      [{ first: 1, last: 12 }],
      [
        { first: 1, last: 3 },
        { first: 4, last: 7 },
        { first: 9, last: 12 },
      ],
      Array.from({ length: 12 }, (_, index) => ({ first: index + 1, last: index + 1 })),
    );
    fc.assert(
      fc.property(cells, runs, fc.integer({ min: 1, max: 12 }), (wanted, allowed, limit) => {
        const inside = wanted.filter(([column]) =>
          allowed.some(({ first, last }) => first <= column && column <= last),
        );
        const columns = new Map<number, number[]>();
        for (const [column, row] of inside) columns.set(column, [...(columns.get(column) ?? []), row]);
        const given = [...columns].map(([column, rows]): ColumnCells => ({
          column,
          rows: rows.sort((a, b) => a - b),
        }));
        const rects = coverCells(given, allowed, limit);
        for (const [column, row] of inside) {
          const holding = rects.filter(
            (rect) =>
              rect.column <= column &&
              column < rect.column + rect.columns &&
              rect.row <= row &&
              row < rect.row + rect.rows,
          );
          expect(holding).toHaveLength(1);
        }
        for (const { column, columns: width } of rects) {
          expect(allowed.some(({ first, last }) => first <= column && column + width - 1 <= last)).toBe(true);
        }
        const used = allowed.filter(({ first, last }) =>
          inside.some(([column]) => first <= column && column <= last),
        );
        expect(rects.length).toBeLessThanOrEqual(Math.max(limit, used.length));
      }),
    );
  });

  it('is quick on large tabs', () => {
    const cells = Array.from({ length: 25 }, (_, index) => ({
      column: index + 1,
      rows: Array.from({ length: 20_000 }, (__, row) => row * 2 + (index % 2)),
    }));
    const start = cpuTime();
    expect(coverCells(cells, [{ first: 1, last: 25 }], 12).length).toBeLessThanOrEqual(12);
    expect(cpuTime() - start).toBeLessThan(2000);
  });
});

it('groups neighbours', () => {
  expect(neighbours([7, 2, 1, 3, 9, 8])).toEqual([
    { first: 1, last: 3 },
    { first: 7, last: 9 },
  ]);
});
