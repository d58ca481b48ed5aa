/** What to type after the test of a condition. */
import type { Editor } from '../state/condition';

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
