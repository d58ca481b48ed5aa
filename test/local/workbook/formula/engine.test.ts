/** Checks results of formulas. Source of what functions give: Google, Sheets function list. */
import type { CellError, Scalar } from '../../../../local/runtime/workbook/cells/cell';
import { cellName, parseA1 } from '../../../../local/runtime/workbook/a1';
import { FormulaEngine, type FormulaSource } from '../../../../local/runtime/workbook/formula/engine';

/** A small workbook: tabs of cells by A1 name. */
class Tabs implements FormulaSource {
  locale = 'en_US';
  timeZone = 'Europe/Berlin';
  now = Date.UTC(2026, 10, 22, 23, 30);
  reads = 0;
  readonly #cells = new Map<string, Map<string, Scalar>>();

  constructor(tabs: Record<string, Record<string, Scalar>>) {
    for (const [name, cells] of Object.entries(tabs)) this.#cells.set(name, new Map(Object.entries(cells)));
  }

  set(tab: string, name: string, value: Scalar | null): void {
    if (value === null) this.#cells.get(tab)?.delete(name);
    else this.#cells.get(tab)?.set(name, value);
  }

  sheets(): { name: string }[] {
    return [...this.#cells.keys()].map((name) => ({ name }));
  }

  cell(sheet: string, row: number, column: number): { value: Scalar | null; formula?: string } | undefined {
    this.reads++;
    const value = this.#cells.get(sheet)?.get(cellName(row, column));
    if (value === undefined) return undefined;
    return isFormula(value) ? { value: null, formula: value } : { value };
  }

  *formulas(): Iterable<{ sheet: string; row: number; column: number; formula: string }> {
    for (const [sheet, cells] of this.#cells) {
      for (const [name, formula] of cells) {
        if (isFormula(formula)) yield { sheet, ...placeOf(name), formula };
      }
    }
  }

  usedRange(sheet: string): { rows: number; columns: number } {
    const places = [...(this.#cells.get(sheet)?.keys() ?? [])].map(placeOf);
    return {
      rows: places.reduce((most, place) => Math.max(most, place.row), 0),
      columns: places.reduce((most, place) => Math.max(most, place.column), 0),
    };
  }
}

function isFormula(value: Scalar): value is string {
  return typeof value === 'string' && value.startsWith('=');
}

function placeOf(name: string): { row: number; column: number } {
  const block = parseA1(name);
  return { row: block?.row ?? 0, column: block?.column ?? 0 };
}

function results(
  tabs: Tabs,
  engine = new FormulaEngine(),
): (name: string, tab?: string) => Scalar | CellError | null {
  const found = engine.evaluate(tabs);
  return (name, tab = 'Main') => {
    const { row, column } = placeOf(name);
    return found.get(`${tab}!${row}:${column}`) ?? null;
  };
}

const DATA = {
  A1: 'Slack',
  B1: 12.5,
  A2: 'Zoom',
  B2: 7,
  A3: '007',
  B3: true,
};

test.each<[string, Scalar | null]>([
  ['=1+2*3', 7],
  ['=1/3', 0.333333333333333],
  ['=B1*2', 25],
  ['=SUM(B1:B2)', 19.5],
  ['=SUM(B:B)', 19.5],
  ['=SUM(B2:B)', 7],
  ['=COUNTIF(A:A,"Z*")', 1],
  ['=VLOOKUP("Zoom",A:B,2,FALSE)', 7],
  ['=IF(B1>10,"big","small")', 'big'],
  ['=A3&"x"', '007x'],
  ['=ISTEXT(A3)', true],
  ['=B3', true],
  ['=TEXT(1234.5,"#,##0.00")', '1,234.50'],
  ['=TEXT(DATE(2026,1,2),"yyyy-mm-dd")', '2026-01-02'],
  ['=YEAR(DATE(2026,1,2))', 2026],
  [`='My ''tab'!A1*2`, 10],
  ["=sum('my ''tab'!A1:A2)", 11],
  ['=Z99', null],
  ['=Z99+1', 1],
  ['=SUM(1;2)', 3],
  ['=XLOOKUP("Zoom",A1:A2,B1:B2)', 7],
  ['=HYPERLINK("https://a.example","Zoom"&"!")', 'Zoom!'],
  ['=HYPERLINK("https://a.example")', 'https://a.example'],
  ['=IF(TRUE,HYPERLINK("u","a,b(")&"c")', 'a,b(c'],
  ['=ARRAYFORMULA(SUM(B1:B2*2))', 39],
  ['=JOIN("-","a","b")', 'a-b'],
  ['=INDIRECT("A2")', 'Zoom'],
])('%s', (formula, expected) => {
  const tabs = new Tabs({ Main: { ...DATA, D1: formula }, "My 'tab": { A1: 5, A2: 6 } });
  expect(results(tabs)('D1')).toEqual(expected);
});

test.each([
  ['=1/0', '#DIV/0!'],
  ['=NOSUCH(1)', '#NAME?'],
  ['=QUERY(A1:B3,"select A")', '#NAME?'],
  ['=VLOOKUP("Teams",A:B,2,FALSE)', '#N/A'],
  ['=Gone!A1', '#REF!'],
  ['=#REF!+1', '#REF!'],
  ['="a"*2', '#VALUE!'],
  ['=D1', '#REF!'],
  ['=1+', '#ERROR!'],
  ['=+49 170 1234567', '#ERROR!'],
  ['=B1 B2', '#ERROR!'],
  ['=-item', '#NAME?'],
])('%s is %s', (formula, error) => {
  expect(results(new Tabs({ Main: { ...DATA, D1: formula } }))('D1')).toEqual({ error });
});

test('today is the day of the spreadsheet’s zone, by the clock that is given', () => {
  const at = results(new Tabs({ Main: { A1: '=TODAY()', A2: '=NOW()', A3: '=TEXT(TODAY(),"yyyy-mm-dd")' } }));
  expect(at('A1')).toBe(46_349);
  expect(at('A2')).toBeCloseTo(46_349 + 0.5 / 24, 9);
  expect(at('A3')).toBe('2026-11-23');
});

test('in a locale with a decimal comma, semicolons separate', () => {
  const tabs = new Tabs({
    Main: { A1: '=SUM(1,5;2)', A2: '=SUM(1,5)', A3: '=TEXTJOIN("|";TRUE;"a,b";"c")' },
  });
  tabs.locale = 'de_DE';
  const at = results(tabs);
  expect([at('A1'), at('A2'), at('A3')]).toEqual([3.5, 6, 'a,b|c']);
});

test('an array fills free cells, and is an error where one is taken', () => {
  const tabs = new Tabs({
    Main: { A1: 1, A2: 5, A3: 7, C1: '=FILTER(A1:A3,A1:A3>2)', E1: '=ARRAYFORMULA(A1:A2*2)', E2: 'x' },
  });
  const engine = new FormulaEngine();
  const at = results(tabs, engine);
  expect([at('C1'), at('C2'), at('C3')]).toEqual([5, 7, null]);
  expect(at('E1')).toEqual({ error: '#REF!' });
  tabs.set('Main', 'C2', 'mine');
  expect(results(tabs, engine)('C1')).toEqual({ error: '#REF!' });
});

test('one engine follows changes, removals and new tabs', () => {
  const tabs = new Tabs({ Main: { A1: 1, B1: '=A1*2', C1: '=B1+1' }, Other: { A1: 3 } });
  const engine = new FormulaEngine();
  expect(results(tabs, engine)('C1')).toBe(3);
  tabs.set('Main', 'A1', 5);
  expect(results(tabs, engine)('C1')).toBe(11);
  tabs.set('Main', 'A1', null);
  expect(results(tabs, engine)('C1')).toBe(1);
  tabs.set('Main', 'B1', '=Other!A1');
  expect(results(tabs, engine)('C1')).toBe(4);
  tabs.set('Main', 'B1', null);
  tabs.set('Main', 'C1', '=1+1');
  expect(results(tabs, engine)('C1')).toBe(2);
  expect(results(tabs, engine)('B1')).toBeNull();
});

test('cells that no formula reads are not looked at', () => {
  const cells: Record<string, Scalar> = { C1: '=A1+A2' };
  for (let row = 1; row <= 2000; row++) cells[`A${row}`] = row;
  const tabs = new Tabs({ Main: cells });
  expect(results(tabs)('C1')).toBe(3);
  expect(tabs.reads).toBeLessThan(10);
});

test('ten thousand formulas are worked out', () => {
  const cells: Record<string, Scalar> = {};
  for (let row = 1; row <= 10_000; row++) {
    cells[`A${row}`] = row;
    cells[`B${row}`] = `=IF(A${row}>5000,A${row}*2,"small")`;
  }
  const at = results(new Tabs({ Main: cells }));
  expect([at('B1'), at('B5001'), at('B10000')]).toEqual(['small', 10_002, 20_000]);
});
