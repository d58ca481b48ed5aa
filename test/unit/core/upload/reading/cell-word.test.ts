/** Words of cells: what nobody sees goes, what belongs to a word stays. */
import { cellWord } from '../../../../../src/core/upload/reading/cell-word';

test.each([
  ['\ufeffEmail', 'Email'],
  ['\u200bAnn\u200b Lee\u200d', 'Ann Lee'],
  ['an\u200cn@example.com', 'ann@example.com'],
  ['soft\u00adhyphen', 'softhyphen'],
])('%j is read as %s', (cell, word) => {
  expect(cellWord(cell, 'Etc/UTC')).toBe(word);
});

test.each([
  ['a Persian name', 'علی\u200cرضا'],
  ['a word in Hindi', 'क्\u200dष'],
  ['an astronaut', '👩\u200d🚀'],
])('%s keeps its joiner', (_what, text) => {
  expect(cellWord(text, 'Etc/UTC')).toBe(text);
});
