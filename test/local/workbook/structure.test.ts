/** Rows and columns that come, go and move. https://developers.google.com/apps-script/reference/spreadsheet/sheet */
import fc from 'fast-check';
import type { Sheet } from '../../../local/runtime/workbook/sheet';
import { Workbook } from '../../../local/runtime/workbook/workbook';

const ROWS = 12;
const COLUMNS = 6;

/** A tab of 12 × 6 cells, each holding its name as value, note and format. */
function labelled(): Sheet {
  const sheet = new Workbook({ now: () => 0 }).active;
  sheet.deleteRows(ROWS + 1, 1000 - ROWS);
  sheet.deleteColumns(COLUMNS + 1, 26 - COLUMNS);
  sheet.write(1, 1, labels());
  for (let row = 1; row <= ROWS; row++) {
    for (let column = 1; column <= COLUMNS; column++) {
      const name = `r${row}c${column}`;
      sheet.setNote(row, column, name);
      const cell = { row, column, rows: 1, columns: 1 };
      sheet.restyle(cell, 'background', () => name);
      const rule = { criteria: 'TEXT_EQUAL_TO', values: [name], allowInvalid: true, helpText: name };
      sheet.setValidation(cell, rule);
    }
  }
  return sheet;
}

function labels(): string[][] {
  return Array.from({ length: ROWS }, (_, row) =>
    Array.from({ length: COLUMNS }, (_cell, column) => `r${row + 1}c${column + 1}`),
  );
}

type Edit = { what: 'insert' | 'delete' | 'move'; rows: boolean; at: number; count: number; to: number };

const edits = fc.array(
  fc.record({
    what: fc.constantFrom('insert', 'delete', 'move'),
    rows: fc.boolean(),
    at: fc.nat(),
    count: fc.integer({ min: 1, max: 4 }),
    to: fc.nat(),
  }) as fc.Arbitrary<Edit>,
  { maxLength: 8 },
);

/** What an edit does to a list of lines, told in the plainest way; null where the edit is not possible. */
function edited<T>(lines: readonly T[], { what, at, count, to }: Edit, empty: () => T): T[] | null {
  const start = at % (lines.length + (what === 'insert' ? 1 : 0));
  if (what === 'insert') {
    return [...lines.slice(0, start), ...Array.from({ length: count }, empty), ...lines.slice(start)];
  }
  if (start + count > lines.length || (what === 'delete' && count === lines.length)) return null;
  const rest = [...lines.slice(0, start), ...lines.slice(start + count)];
  if (what === 'delete') return rest;
  const target = to % (lines.length + 1);
  if (target >= start && target <= start + count) return [...lines];
  const landing = target > start ? target - count : target;
  return [...rest.slice(0, landing), ...lines.slice(start, start + count), ...rest.slice(landing)];
}

function transposed<T>(lines: readonly (readonly T[])[]): T[][] {
  return (lines[0] ?? []).map((_, column) => lines.map((line) => line[column] as T));
}

function carryOut(sheet: Sheet, edit: Edit, size: number): void {
  const at = (edit.at % (size + (edit.what === 'insert' ? 1 : 0))) + 1;
  const to = (edit.to % (size + 1)) + 1;
  if (edit.rows) {
    if (edit.what === 'insert') sheet.insertRows(at, edit.count);
    if (edit.what === 'delete') sheet.deleteRows(at, edit.count);
    if (edit.what === 'move') sheet.moveRows(at, edit.count, to);
  } else {
    if (edit.what === 'insert') sheet.insertColumns(at, edit.count);
    if (edit.what === 'delete') sheet.deleteColumns(at, edit.count);
    if (edit.what === 'move') sheet.moveColumns(at, edit.count, to);
  }
}

test('every cell keeps its row, its column, its note, its format and its rule', () => {
  fc.assert(
    fc.property(edits, (steps) => {
      const sheet = labelled();
      let expected = labels();
      for (const edit of steps) {
        const lines = edit.rows ? expected : transposed(expected);
        const width = edit.rows ? sheet.maxColumns : sheet.maxRows;
        const after = edited(lines, edit, () => new Array<string>(width).fill(''));
        if (after === null) continue;
        carryOut(sheet, edit, lines.length);
        expected = edit.rows ? after : transposed(after);
      }
      const { maxRows: rows, maxColumns: columns } = sheet;
      expect([rows, columns]).toEqual([expected.length, expected[0]?.length]);
      const values = sheet.values(1, 1, rows, columns);
      expect(values).toEqual(expected);
      expect(sheet.notes(1, 1, rows, columns)).toEqual(expected);
      const whole = { row: 1, column: 1, rows, columns };
      const backgrounds = sheet.styled(whole, 'background');
      values.forEach((line, row) =>
        line.forEach((value, column) => {
          if (value === '') return;
          expect(backgrounds[row]?.[column]).toBe(value);
          expect(sheet.validation(row + 1, column + 1)?.helpText).toBe(value);
        }),
      );
    }),
    { numRuns: 150 },
  );
});

test('a place of one cell follows its cell wherever it goes', () => {
  fc.assert(
    fc.property(
      edits,
      fc.integer({ min: 1, max: ROWS }),
      fc.integer({ min: 1, max: COLUMNS }),
      (steps, row, column) => {
        const sheet = labelled();
        const region = sheet.track({ row, column, rows: 1, columns: 1 });
        for (const edit of steps) {
          const size = edit.rows ? sheet.maxRows : sheet.maxColumns;
          if (edited(new Array(size).fill(0), edit, () => 0) !== null) carryOut(sheet, edit, size);
        }
        const name = `r${row}c${column}`;
        const found = [...sheet.contents.entries()].find(([, , content]) => content === name);
        expect(region.rect).toEqual(
          found === undefined ? null : { row: found[0], column: found[1], rows: 1, columns: 1 },
        );
      },
    ),
  );
});

describe('places of several rows', () => {
  const tracked = () => {
    const sheet = labelled();
    return { sheet, region: sheet.track({ row: 3, column: 1, rows: 4, columns: 2 }) };
  };
  const rows = ({ region }: ReturnType<typeof tracked>) => region.rect && [region.rect.row, region.rect.rows];

  test('grow when rows come inside, and move when they come above', () => {
    const inside = tracked();
    inside.sheet.insertRows(4, 2);
    expect(rows(inside)).toEqual([3, 6]);
    const above = tracked();
    above.sheet.insertRows(3, 2);
    expect(rows(above)).toEqual([5, 4]);
    const below = tracked();
    below.sheet.insertRows(7, 2);
    expect(rows(below)).toEqual([3, 4]);
  });

  test('shrink when rows go, until nothing is left', () => {
    const partly = tracked();
    partly.sheet.deleteRows(1, 4);
    expect(rows(partly)).toEqual([1, 2]);
    const wholly = tracked();
    wholly.sheet.deleteRows(2, 6);
    expect(rows(wholly)).toBeNull();
  });

  test('a whole column stays whole when rows are added at the end', () => {
    const sheet = labelled();
    const region = sheet.track({ row: 1, column: 2, rows: ROWS, columns: 1 });
    sheet.insertRows(ROWS + 1, 5);
    expect(region.rect?.rows).toBe(ROWS + 5);
  });
});

describe('rows that are frozen, hidden or sized', () => {
  test('stay so as rows come above them', () => {
    const sheet = labelled();
    sheet.rowAxis.hide(4, true);
    sheet.rowAxis.resize(5, 40);
    sheet.insertRows(2, 3);
    expect(sheet.hiddenRows()).toEqual([7]);
    expect(sheet.rowHeight(8)).toBe(40);
  });

  test('frozen rows grow with rows inside them and shrink with deleted ones', () => {
    const sheet = labelled();
    sheet.frozenRows = 2;
    sheet.insertRows(2, 1);
    expect(sheet.frozenRows).toBe(3);
    sheet.insertRows(4, 1);
    expect(sheet.frozenRows).toBe(3);
    sheet.deleteRows(1, 2);
    expect(sheet.frozenRows).toBe(1);
  });

  // Platform facts 2.3: text read in public code [M].
  test('the last row that is not frozen cannot be deleted', () => {
    const sheet = labelled();
    sheet.frozenRows = 1;
    expect(() => sheet.deleteRows(2, ROWS - 1)).toThrow(
      'Sorry, it is not possible to delete all non-frozen rows.',
    );
    expect(sheet.maxRows).toBe(ROWS);
  });
});

describe('formulas', () => {
  test('follow rows and columns, on other tabs too', () => {
    const workbook = new Workbook({ now: () => 0 });
    const sheet = workbook.active;
    const second = workbook.insertSheet('Second');
    sheet.write(1, 1, [[5, '=A1*2']]);
    second.write(1, 1, [['=Sheet1!A1+1']]);
    sheet.insertRows(1, 2);
    sheet.insertColumns(1, 1);
    expect(sheet.formulas(3, 3, 1, 1)).toEqual([['=B3*2']]);
    expect(second.formulas(1, 1, 1, 1)).toEqual([['=Sheet1!B3+1']]);
    expect(second.values(1, 1, 1, 1)).toEqual([[6]]);
    sheet.name = 'Renamed tab';
    expect(second.formulas(1, 1, 1, 1)).toEqual([["='Renamed tab'!B3+1"]]);
    expect(second.values(1, 1, 1, 1)).toEqual([[6]]);
  });
});

describe('limits', () => {
  // Platform facts 1.5: https://developers.google.com/apps-script/guides/support/best-practices and public code for the text [M].
  test('ten million cells, blank ones included', () => {
    const sheet = new Workbook({ now: () => 0 }).active;
    expect(() => sheet.insertRows(1000, 400_000)).toThrow(
      'This action would increase the number of cells in the workbook above the limit of 10000000 cells.',
    );
    sheet.insertRows(1000, 300_000);
    expect(sheet.maxRows).toBe(301_000);
  });

  // Platform facts 1.5: https://thodigitals.com/en/limitations-of-google-sheets
  test('18,278 columns', () => {
    const sheet = new Workbook({ now: () => 0 }).active;
    sheet.deleteRows(2, 999);
    expect(() => sheet.insertColumns(1, 18_278 - 25)).toThrow('above the limit of 18278 columns');
    sheet.insertColumns(1, 18_278 - 26);
    expect(sheet.maxColumns).toBe(18_278);
  });
});
