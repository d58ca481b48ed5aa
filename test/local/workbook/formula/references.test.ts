/**
 * Checks that formulas follow edits of a workbook’s structure. No page states these rules in full: they are what
 * the editor is seen to do (low confidence for ranges that lose or gain moved rows), held together by properties.
 */
import fc from 'fast-check';
import { formulaTokens } from '../../../../local/runtime/workbook/formula/reference-tokens';
import {
  adjustFormula,
  translateFormula,
  type StructuralEdit,
} from '../../../../local/runtime/workbook/formula/references';

const rows = (kind: 'insertRows' | 'deleteRows', at: number, count: number): StructuralEdit => ({
  kind,
  sheet: 'Apps',
  at,
  count,
});
const columns = (kind: 'insertColumns' | 'deleteColumns', at: number, count: number): StructuralEdit => ({
  kind,
  sheet: 'Apps',
  at,
  count,
});
const moveRows = (from: number, count: number, to: number): StructuralEdit => ({
  kind: 'moveRows',
  sheet: 'Apps',
  from,
  count,
  to,
});

describe('rows and columns that come and go', () => {
  test.each([
    ['=A5', rows('insertRows', 5, 2), '=A7'],
    ['=A4', rows('insertRows', 5, 2), '=A4'],
    ['=$A$5', rows('insertRows', 5, 2), '=$A$7'],
    ['=SUM(A1:A10)', rows('insertRows', 5, 2), '=SUM(A1:A12)'],
    ['=SUM(A1:A10)', rows('insertRows', 11, 2), '=SUM(A1:A10)'],
    ['=SUM(A2:A)', rows('insertRows', 2, 1), '=SUM(A3:A)'],
    ['=SUM(A:B)', rows('insertRows', 1, 9), '=SUM(A:B)'],
    ['=SUM(5:7)', rows('insertRows', 6, 1), '=SUM(5:8)'],
    ['=A5', rows('deleteRows', 5, 1), '=#REF!'],
    ['=SUM(A1:A10)', rows('deleteRows', 8, 5), '=SUM(A1:A7)'],
    ['=SUM(A5:A10)', rows('deleteRows', 3, 4), '=SUM(A3:A6)'],
    ['=SUM(A5:A6)', rows('deleteRows', 5, 2), '=SUM(#REF!)'],
    ['=SUM(A5:A)', rows('deleteRows', 4, 3), '=SUM(A4:A)'],
    ['=SUM(A10:A1)', rows('deleteRows', 8, 5), '=SUM(A7:A1)'],
    ['=B1', columns('insertColumns', 2, 1), '=C1'],
    ['=Z1', columns('insertColumns', 1, 1), '=AA1'],
    ['=VLOOKUP(B2,$A:$D,2,FALSE)', columns('deleteColumns', 3, 1), '=VLOOKUP(B2,$A:$C,2,FALSE)'],
    ['=C:C', columns('deleteColumns', 3, 1), '=#REF!'],
    ['=SUM(3:3)', columns('deleteColumns', 3, 1), '=SUM(3:3)'],
  ] as const)('%s', (formula, edit, expected) => {
    expect(adjustFormula(formula, 'Apps', edit)).toBe(expected);
  });

  test('only references to the tab concerned change', () => {
    const formula = `=A5+apps!A5+'Apps'!A5+Users!A5+"A5"+LOG10(5)`;
    const insert = rows('insertRows', 1, 1);
    expect(adjustFormula(formula, 'Users', insert)).toBe(`=A5+apps!A6+Apps!A6+Users!A5+"A5"+LOG10(5)`);
    expect(adjustFormula(formula, 'Apps', insert)).toBe(`=A6+apps!A6+Apps!A6+Users!A5+"A5"+LOG10(5)`);
  });
});

describe('rows that move', () => {
  test.each([
    ['=A5', moveRows(5, 1, 2), '=A2'],
    ['=A2', moveRows(5, 1, 2), '=A3'],
    ['=A5', moveRows(5, 2, 10), '=A8'],
    ['=A8', moveRows(5, 2, 10), '=A6'],
    ['=A5', moveRows(5, 2, 6), '=A5'],
    ['=SUM(A5:A6)', moveRows(5, 2, 1), '=SUM(A1:A2)'],
    ['=SUM(A1:A10)', moveRows(5, 2, 9), '=SUM(A1:A10)'],
    ['=SUM(A1:A10)', moveRows(5, 2, 1), '=SUM(A1:A10)'],
    ['=SUM(A1:A10)', moveRows(5, 2, 20), '=SUM(A1:A8)'],
    ['=SUM(A1:A10)', moveRows(20, 2, 5), '=SUM(A1:A12)'],
  ] as const)('%s', (formula, edit, expected) => {
    expect(adjustFormula(formula, 'Apps', edit)).toBe(expected);
  });

  test('columns move the same way', () => {
    const edit = { kind: 'moveColumns', sheet: 'Apps', from: 1, count: 1, to: 4 } as const;
    expect(adjustFormula('=A1+B1+D1', 'Apps', edit)).toBe('=C1+A1+D1');
  });
});

describe('tabs', () => {
  const rename = { kind: 'renameSheet', sheet: 'Apps', to: "Bob's apps" } as const;

  test('a new name is put in quotes where it needs them', () => {
    expect(adjustFormula('=Apps!A1+A1+SUM(apps!B:B)', 'Users', rename)).toBe(
      `='Bob''s apps'!A1+A1+SUM('Bob''s apps'!B:B)`,
    );
    expect(adjustFormula(`='Bob''s apps'!A1`, 'Users', { ...rename, sheet: "Bob's apps", to: 'A1' })).toBe(
      "='A1'!A1",
    );
    expect(adjustFormula('=Apps!Total', 'Users', { ...rename, to: 'Software' })).toBe('=Software!Total');
  });

  test('references to a deleted tab are lost', () => {
    expect(adjustFormula('=Apps!A1+Users!A1', 'Users', { kind: 'deleteSheet', sheet: 'Apps' })).toBe(
      '=#REF!+Users!A1',
    );
  });
});

describe('copies', () => {
  test.each([
    ['=A1', 1, 1, '=B2'],
    ['=$A1+A$1+$A$1', 1, 1, '=$A2+B$1+$A$1'],
    ['=A1', -1, 0, '=#REF!'],
    ['=SUM(A:A)', 3, 1, '=SUM(B:B)'],
    ["='x y'!B2:B", 1, 0, "='x y'!B3:B"],
    ['=ZZZ1', 0, 1, '=#REF!'],
    ['="A1"&Q1', 1, 0, '="A1"&Q2'],
  ])('%s copied %d down and %d to the right', (formula, down, right, expected) => {
    expect(translateFormula(formula, down, right)).toBe(expected);
  });
});

const cell = fc
  .tuple(
    fc.constantFrom('', '$'),
    fc.constantFrom('A', 'C', 'AB'),
    fc.constantFrom('', '$'),
    fc.integer({ min: 1, max: 40 }),
  )
  .map((parts) => parts.join(''));
const reference = fc.oneof(
  cell,
  fc.tuple(cell, cell).map(([a, b]) => `${a}:${b}`),
  fc.constantFrom('A:C', '2:9', 'B3:B'),
);
const prefix = fc.constantFrom('', 'Apps!', 'Users!', "'My ''tab'!");
const part = fc.oneof(
  fc.tuple(prefix, reference).map((parts) => parts.join('')),
  fc.constantFrom('1.5', '"A1"', 'SUM(A1,2)', 'LOG10(10)', 'Total', '{1,2;3}', '#N/A', '1e3'),
);
const formulas = fc.array(part, { minLength: 1, maxLength: 6 }).map((parts) => `=${parts.join('+')}`);
const at = fc.integer({ min: 1, max: 45 });
const count = fc.integer({ min: 1, max: 5 });

describe('properties', () => {
  test('the tokens of any text, joined, are the text', () => {
    fc.assert(
      fc.property(fc.oneof(formulas, fc.string(), fc.string({ unit: 'grapheme' })), (text) => {
        const tokens = formulaTokens(text);
        expect(tokens.map((token) => token.text).join('')).toBe(text);
      }),
    );
  });

  test('inserting rows or columns and deleting them again changes nothing', () => {
    fc.assert(
      fc.property(formulas, at, count, (formula, first, many) => {
        const wider = adjustFormula(formula, 'Apps', rows('insertRows', first, many));
        expect(adjustFormula(wider, 'Apps', rows('deleteRows', first, many))).toBe(formula);
        const taller = adjustFormula(formula, 'Apps', columns('insertColumns', first, many));
        expect(adjustFormula(taller, 'Apps', columns('deleteColumns', first, many))).toBe(formula);
      }),
    );
  });

  test('a reference to one cell survives its row moving there and back', () => {
    fc.assert(
      fc.property(cell, at, count, at, (name, from, many, to) => {
        const landing = to > from ? Math.max(from, to - many) : to;
        const back = landing < from ? from + many : from;
        const moved = adjustFormula(
          `=${name}`,
          'Apps',
          moveRows(from, many, to > from && to <= from + many ? from : to),
        );
        expect(adjustFormula(moved, 'Apps', moveRows(landing, many, back))).toBe(`=${name}`);
      }),
    );
  });

  test('a copy and its copy back are the formula', () => {
    fc.assert(
      fc.property(formulas, count, count, (formula, down, right) => {
        expect(translateFormula(translateFormula(formula, down, right), -down, -right)).toBe(formula);
      }),
    );
  });

  test('renaming a tab and back changes nothing', () => {
    fc.assert(
      fc.property(formulas, (formula) => {
        const there = adjustFormula(formula, 'Users', { kind: 'renameSheet', sheet: 'Apps', to: "It's new" });
        const back = adjustFormula(there, 'Users', { kind: 'renameSheet', sheet: "It's new", to: 'Apps' });
        expect(back).toBe(formula);
      }),
    );
  });
});
