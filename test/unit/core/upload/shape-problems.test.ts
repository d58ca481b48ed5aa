/** Tabs that are no table with names above its columns. */
import { shapeProblems } from '../../../../src/core/upload/shape-problems';
import { sheetOf } from '../../../../src/core/upload/sheet';

function codes(values: readonly (readonly string[])[]): string[] {
  const sheet = sheetOf('Members', values, { timeZone: 'Etc/UTC', locale: 'en_US' });
  return sheet ? shapeProblems(sheet).map(({ code }) => code) : ['no sheet'];
}

test('a person above all others is no header: nobody would notice that they are not sent', () => {
  expect(
    codes([
      ['ann@example.com', 'Ann'],
      ['bob@example.com', 'Bob'],
    ]),
  ).toEqual(['noHeader']);
});

test.each([[','], [';'], ['|']])('lines that were not split at “%s” are told', (separator) => {
  const lines = ['Email' + separator + 'Name', 'ann@example.com' + separator + 'Ann'];
  expect(codes(lines.map((line) => [line]))).toEqual(['unsplit']);
});

test('one column of addresses, and columns whose names have commas, are fine', () => {
  expect(codes([['Email'], ['ann@example.com']])).toEqual([]);
  expect(codes([['Name, first and last'], ['Ann Lee']])).toEqual([]);
  expect(
    codes([
      ['Name, first', 'Email'],
      ['Ann, B.', 'ann@example.com'],
    ]),
  ).toEqual([]);
});
