/** Problems gathered by their kind. */
import type { Problem } from '../../../../src/core/upload/problem';
import { asksDayOrder, badRows, groupedProblems } from '../../../../sidebar/state/upload-problems';

const problem = (change: Partial<Problem>): Problem => ({
  ...{ severity: 'error', code: 'badEmail', row: 2, message: 'm', remedy: 'Type it.' },
  ...change,
});

test('errors come first, and a remedy that all have is said once', () => {
  const groups = groupedProblems([
    problem({ severity: 'warning', code: 'badDate' }),
    problem({ row: 3 }),
    problem({ row: 4 }),
    problem({ code: 'duplicate', remedy: 'Take out row 5.' }),
    problem({ code: 'duplicate', remedy: 'Take out row 6.' }),
  ]);
  expect(groups.map(({ code, problems, remedy }) => [code, problems.length, remedy])).toEqual([
    ['badEmail', 2, 'Type it.'],
    ['duplicate', 2, undefined],
    ['badDate', 1, 'Type it.'],
  ]);
});

test('a row counts once, in each tab, and only with an error', () => {
  const { row: _row, ...whole } = problem({});
  expect(
    badRows([
      problem({}),
      problem({ code: 'badDate' }),
      problem({ tab: 'Groups' }),
      problem({ severity: 'warning', row: 9 }),
      whole,
    ]),
  ).toBe(2);
});

test('the order of days is asked where dates do not tell it', () => {
  expect(asksDayOrder([problem({})])).toBe(false);
  expect(asksDayOrder([problem({ code: 'unclearDate' })])).toBe(true);
  expect(asksDayOrder([problem({ code: 'mixedDates' })])).toBe(true);
});
