/** Rows and columns of a tab, and where the grid component has them. */
import { GridPlaces } from '../../../../local/workbench/page/grid/grid-places';

const places = new GridPlaces({
  rows: 10,
  columns: 6,
  frozenRows: 1,
  frozenColumns: 1,
  hiddenRows: [3, 4],
  hiddenColumns: [5],
});

test('frozen cells lie in parts of their own, and hidden ones nowhere', () => {
  expect(places.of(1, 1)).toEqual({
    cell: { x: 0, y: 0 },
    rowType: 'rowPinStart',
    columnType: 'colPinStart',
  });
  expect(places.of(5, 6)).toEqual({ cell: { x: 3, y: 1 }, rowType: 'rgRow', columnType: 'rgCol' });
  expect([places.of(3, 2), places.of(5, 5), places.of(11, 1)]).toEqual([null, null, null]);
});

test('a range spans the rows that are hidden within it, whichever way it was drawn', () => {
  const block = { row: 2, column: 2, rows: 4, columns: 5 };
  const range = { rowType: 'rgRow', colType: 'rgCol' } as const;
  expect(places.block({ ...range, x: 0, y: 0, x1: 3, y1: 1 })).toEqual(block);
  expect(places.block({ ...range, x: 3, y: 1, x1: 0, y1: 0 })).toEqual(block);
});
