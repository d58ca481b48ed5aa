/** Where a cell lies among frozen, hidden, wide and high ones. */
import { cornerOf, frozenSize } from '../../../../local/workbench/page/grid/pixels';

const TAB = {
  frozenRows: 1,
  frozenColumns: 1,
  columnWidths: [
    [1, 50],
    [3, 200],
  ],
  rowHeights: [[4, 60]],
  hiddenRows: [3],
  hiddenColumns: [5],
  defaultWidth: 100,
  defaultHeight: 21,
} as const;

test('what is frozen is measured apart', () => {
  expect(frozenSize(TAB)).toEqual({ width: 50, height: 21 });
});

test.each([
  [2, 2, { left: 0, top: 0 }],
  [5, 4, { left: 300, top: 81 }],
  // Column 5 and row 3 take no room.
  [4, 6, { left: 400, top: 21 }],
  [1, 1, { left: 0, top: 0 }],
])('the corner of row %i, column %i', (row, column, corner) => {
  expect(cornerOf(TAB, row, column)).toEqual(corner);
});
