/** What a person types into single boxes: the name of a tab, and whole numbers. */
import { nameProblem } from '../../../../sidebar/state/tab-name';
import { wholeNumber } from '../../../../sidebar/state/whole-number';

test.each([
  ['Finance apps', null],
  ['  ', 'Give the new tab a name.'],
  ['APPS ', 'There is a tab “Apps” already. Choose another name.'],
  ['x'.repeat(101), 'A tab’s name has at most 100 characters.'],
])('a tab named “%s”: %s', (name, problem) => {
  expect(nameProblem(name, ['Apps', 'Users'])).toBe(problem);
});

test.each([
  ['10', 10],
  [' 100 ', 100],
  ['0', null],
  ['101', null],
  ['1.5', null],
  ['', null],
  ['-1', null],
])('“%s” as a number from 1 to 100 is %s', (typed, count) => {
  expect(wholeNumber(typed, 1, 100)).toBe(count);
});
