/** What a person types into single boxes: the name of a tab, and how many copies are kept. */
import { copiesKept } from '../../../../sidebar/state/copies-kept';
import { nameProblem } from '../../../../sidebar/state/tab-name';

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
])('“%s” copies are %s', (typed, count) => {
  expect(copiesKept(typed)).toBe(count);
});
