/** What is said of a column whose dates Sheets had turned round before anybody could read them. */
import type { CellValue } from '../../../../src/ports/grid';
import { read } from './read-tab';

/** A date of Sheets: midnight in Berlin. */
const cell = (day: string): Date =>
  new Date(Date.parse(`${day}T00:00:00Z`) - (day.slice(5, 7) === '05' ? 2 : 1) * 3_600_000);

function problems(locale: string, cells: readonly CellValue[]): readonly unknown[] {
  const rows = cells.map((each, at) => [`p${at}@x.com`, each]);
  return read([['Email', 'Last used'], ...rows], { locale }).problems.map(({ code, severity, row }) => [
    code,
    severity,
    row,
  ]);
}

it('names the first that may have been turned round', () => {
  expect(problems('en_US', ['24/12/2025', cell('2026-01-25'), cell('2026-05-01')])).toEqual([
    ['mixedDates', 'warning', 4],
  ]);
  expect(problems('de_DE', ['12/24/2025', cell('2026-05-01')])).toEqual([['mixedDates', 'warning', 3]]);
  expect(problems('ja_JP', ['24/12/2025', cell('2026-05-01')])).toEqual([['mixedDates', 'warning', 3]]);
});

it('says nothing where Sheets reads dates as the column writes them, or where turning changes nothing', () => {
  expect(problems('de_DE', ['24/12/2025', cell('2026-05-01')])).toEqual([]);
  expect(problems('en_US', ['12/24/2025', cell('2026-05-01')])).toEqual([]);
  expect(problems('en_US', ['24/12/2025', cell('2026-01-25'), cell('2026-01-01')])).toEqual([]);
  expect(problems('en_US', ['2026-12-24', cell('2026-05-01')])).toEqual([]);
});

it('says nothing where a person chose the order', () => {
  const rows = [
    ['Email', 'Last used'],
    ['a@x.com', '24/12/2025'],
    ['b@x.com', cell('2026-05-01')],
  ];
  expect(read(rows, { locale: 'en_US', choices: { dayOrder: 'dmy' } }).problems).toEqual([]);
});
