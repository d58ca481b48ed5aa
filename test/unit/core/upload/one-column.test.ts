import { splitText } from '../../../../src/core/upload/one-column';

const column = (...lines: readonly (string | number)[]) => lines.map((line) => [line]);

test.each([
  ['commas', ','],
  ['semicolons', ';'],
  ['tabs', '\t'],
  ['bars', '|'],
])('text with %s between its columns is taken apart', (_, between) => {
  const lines = [
    ['Name', 'Email'],
    ['Ann', 'a@x.example'],
  ].map((cells) => cells.join(between));
  expect(splitText(column(...lines))).toEqual({
    column: 1,
    rows: [
      ['Name', 'Email'],
      ['Ann', 'a@x.example'],
    ],
  });
});

test('what is quoted keeps its commas, quotation marks and line breaks', () => {
  expect(splitText(column('Name,Note', '"Lee, Ann","said ""yes""', 'and went"', '', 'Bo,'))?.rows).toEqual([
    ['Name', 'Note'],
    ['Lee, Ann', 'said "yes"\nand went'],
    ['', ''],
    ['Bo', ''],
  ]);
});

test('a row that is shorter, and a title above the header, are filled up', () => {
  expect(splitText(column('Members of Halden', 'a,b,c', '1,2,3', '4'))?.rows).toEqual([
    ['Members of Halden', '', ''],
    ['a', 'b', 'c'],
    ['1', '2', '3'],
    ['4', '', ''],
  ]);
});

test('it may be in any column', () => {
  expect(
    splitText([
      ['', 'a,b'],
      ['', '1,2'],
    ])?.column,
  ).toBe(2);
});

test.each([
  ['nothing', []],
  ['one line', column('a,b')],
  ['text without separators', column('Name', 'Ann')],
  ['sentences with a comma here and there', column('Notes', 'One, two', 'Three', 'Four')],
  ['numbers', column('a,b', 12)],
  ['a quotation mark that is never closed', column('a,b', '"1,2', '3,4')],
  ['several columns', [['a,b', 'c'], ['1,2']]],
])('%s is left alone', (_, values) => {
  expect(splitText(values)).toBeNull();
});

test('of the first rows alone, a text may go on below', () => {
  const top = column('a,b', '1,2', '"3');
  expect(splitText(top)).toBeNull();
  expect(splitText(top, { isTop: true })?.rows).toHaveLength(2);
});

test('fifty thousand lines are no trouble', () => {
  const lines = Array.from({ length: 50_000 }, (_, at) => `Name ${at},"Lee, ${at}",a${at}@x.example`);
  expect(splitText(column('Name,Last,Email', ...lines))?.rows).toHaveLength(50_001);
});
