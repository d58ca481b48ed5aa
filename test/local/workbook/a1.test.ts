/** A1 notation. https://developers.google.com/apps-script/reference/spreadsheet/range */
import fc from 'fast-check';
import {
  blockName,
  columnLetters,
  columnNumber,
  encloses,
  parseA1,
  quoteSheetName,
} from '../../../local/runtime/workbook/a1';

test.each([
  [1, 'A'],
  [26, 'Z'],
  [27, 'AA'],
  [702, 'ZZ'],
  [703, 'AAA'],
  [18_278, 'ZZZ'],
])('column %i is %s', (number, letters) => {
  expect([columnLetters(number), columnNumber(letters)]).toEqual([letters, number]);
});

const rect = fc.record({
  row: fc.integer({ min: 1, max: 5000 }),
  column: fc.integer({ min: 1, max: 18_000 }),
  rows: fc.integer({ min: 1, max: 200 }),
  columns: fc.integer({ min: 1, max: 200 }),
});

test('the name of a block leads back to it, on a tab of any name', () => {
  fc.assert(
    fc.property(rect, fc.string({ minLength: 1, maxLength: 20 }), (block, name) => {
      const quoted = quoteSheetName(name);
      expect(parseA1(`${quoted}!${blockName(block)}`)).toEqual({
        sheet: name,
        row: block.row,
        column: block.column,
        lastRow: block.row + block.rows - 1,
        lastColumn: block.column + block.columns - 1,
      });
    }),
  );
});

test.each(['', 'A', '7', 'A0', 'A1:', ':B2', 'A1:B2:C3', 'ABCD1', 'Prices', 'A-1'])(
  '%p is no block',
  (text) => {
    expect(parseA1(text)).toBeNull();
  },
);

test('a block encloses itself and what lies inside', () => {
  const block = { row: 2, column: 2, rows: 3, columns: 3 };
  expect(encloses(block, block)).toBe(true);
  expect(encloses(block, { row: 4, column: 4, rows: 1, columns: 1 })).toBe(true);
  expect(encloses(block, { row: 4, column: 4, rows: 2, columns: 1 })).toBe(false);
});
