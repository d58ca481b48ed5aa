/** What is said about reports. */
import { fieldWords, reportsWords, waitingWords } from '../../../../sidebar/words/report';

test.each([
  [undefined, ''],
  [0, ''],
  [1, '1 possible match waits for your yes or no in the tab'],
  [1200, '1,200 possible matches wait for your yes or no in the tab'],
])('%s waiting: “%s”', (waitingForYou, words) => {
  expect(waitingWords(waitingForYou === undefined ? {} : { waitingForYou }, 'en')).toBe(words);
});

test('reports tell what they are made from', () => {
  expect(reportsWords(['Torii'])).toMatch(/^Tabs made from what Torii knows\./);
  expect(reportsWords(['Torii', 'Zluri'])).toMatch(/^Tabs made from what Torii and Zluri know\./);
});

test('a field tells which findings it has no choice for', () => {
  expect(fieldWords({ lacks: [] }, 'Torii')).toBe('It has a choice for every finding.');
  expect(fieldWords({ lacks: ['Not Supported', 'Not Known'] }, 'Torii')).toBe(
    'It has no choice “Not Supported” and no choice “Not Known”: the preview says which apps that concerns.',
  );
});
