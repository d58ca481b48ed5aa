/** The tests of a condition as a person chooses between them, and what to type after them. */
import type { FilterTest } from '../../src/core/filter/filter';
import type { Editor } from '../state/condition';

const TESTS: Readonly<Record<FilterTest, string>> = {
  isAnyOf: 'is any of',
  isNoneOf: 'is none of',
  contains: 'contains',
  containsNot: 'does not contain',
  atLeast: 'is at least',
  atMost: 'is at most',
  onOrAfter: 'is on or after',
  onOrBefore: 'is on or before',
  inNextDays: 'is in the next … days',
  inPastDays: 'is in the past … days',
  olderThanDays: 'is more than … days ago',
  isYes: 'is yes',
  isNo: 'is no',
  isEmpty: 'is empty',
  isNotEmpty: 'is not empty',
};

export function testWords(test: FilterTest): string {
  return TESTS[test];
}

const PROMPTS: Readonly<Record<Editor, string>> = {
  nothing: '',
  options: 'Tick all that fit',
  lines: 'Values, one on each line',
  addresses: 'E-mail addresses, with commas between them',
  text: 'Text',
  amount: 'Number',
  day: 'Day',
  days: 'Days',
};

/** The label of the place where the values go; '' where there is none. */
export function promptWords(editor: Editor): string {
  return PROMPTS[editor];
}
