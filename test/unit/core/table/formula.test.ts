import { columnLetters, columnNumber } from '../../../../src/core/table/a1';
import { afterInsertion, filledDown } from '../../../../src/core/table/formula';

describe('filling down', () => {
  it.each([
    ['=B2*2', '=B5*2'],
    ['=$B2+B$2+$B$2', '=$B5+B$2+$B$2'],
    ['=SUM(B$2:B2)', '=SUM(B$2:B5)'],
    ['=SUM(2:2)+SUM(A:A)+SUM(B2:B)', '=SUM(5:5)+SUM(A:A)+SUM(B5:B)'],
    ["='It''s B2'!A2&Apps!C2", "='It''s B2'!A5&Apps!C5"],
    ['="B2 is "&B2&" ""B2"""', '="B2 is "&B5&" ""B2"""'],
    ['=LOG10(B2)+Q1!A2', '=LOG10(B5)+Q1!A5'],
    ['=Table1[Col B2]+RATE_B2+B2_RATE+1E5', '=Table1[Col B2]+RATE_B2+B2_RATE+1E5'],
    ['=if(b2="",1e3,#REF!)', '=if(b5="",1e3,#REF!)'],
    ['=INDEX(A2:INDEX(A:A,3),1)', '=INDEX(A5:INDEX(A:A,3),1)'],
  ])('%s becomes %s', (before, after) => {
    expect(filledDown(before, 3)).toBe(after);
    expect(filledDown(after, -3)).toBe(before);
  });

  it('gives up where a reference would leave the tab', () => {
    expect(filledDown('=B2-B1', -1)).toBeNull();
  });
});

it.each([
  ['=B2+$C2+D$2', '=B2+$E2+F$2'],
  ['=SUM(A:D)+SUM(2:2)', '=SUM(A:F)+SUM(2:2)'],
  ["=Apps!C2+'apps'!C2:D3+Other!C2", "=Apps!E2+'apps'!E2:F3+Other!C2"],
  ['="C2"&Z1', '="C2"&AB1'],
])('after two columns were inserted before C, %s reads %s', (before, after) => {
  expect(afterInsertion(before, 'Apps', 3, 2)).toBe(after);
  expect(afterInsertion(before, 'Apps', 3, 0)).toBe(before);
});

it('names columns', () => {
  for (const [column, name] of [
    [1, 'A'],
    [26, 'Z'],
    [27, 'AA'],
    [702, 'ZZ'],
    [703, 'AAA'],
  ] as const) {
    expect(columnLetters(column)).toBe(name);
    expect(columnNumber(name.toLowerCase())).toBe(column);
  }
});
