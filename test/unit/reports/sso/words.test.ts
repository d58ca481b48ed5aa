/** Names cut into words. */
import fc from 'fast-check';
import {
  isAudience,
  keyOf,
  sayAddOn,
  withoutBrackets,
  withoutCompany,
  withoutPlan,
  withoutPlanAndForm,
  withoutTopLevel,
  wordsOf,
} from '../../../../src/reports/sso/words';

test.each([
  ['Slack', 'slack'],
  ['  monday.com  ', 'monday com'],
  ['Rocket.Chat', 'rocket chat'],
  ['Weights & Biases', 'weights and biases'],
  ['W&B', 'w and b'],
  ['Crème Brûlée', 'creme brulee'],
  ['ＧｉｔＨｕｂ', 'github'],
  ['Straße', 'strasse'],
  ['Domino’s', 'dominos'],
  ['Typeform S.L.', 'typeform sl'],
  ['J.P. Morgan', 'jp morgan'],
  ['Netlify®', 'netlify'],
  ['Slack Business+', 'slack business'],
  ['n8n', 'n8n'],
  ['飞书 (Feishu)', '飞书 feishu'],
  ['—', ''],
])('%s', (text, words) => {
  expect(wordsOf(text).join(' ')).toBe(words);
});

test.each([
  ['Box, Inc.', 'box'],
  ['Slack Enterprise', 'slack'],
  ['Dropbox Business Advanced', 'dropbox'],
  ['Asana Premium Annual Subscription', 'asana'],
  ['Jam App', 'jam app'],
  ['Enterprise', 'enterprise'],
  ['Inc Pro', 'inc'],
])('%s without plan and legal form', (text, words) => {
  expect(withoutPlan(wordsOf(text)).join(' ')).toBe(words);
});

test('what kind of thing it is goes only where asked, what a company adds likewise', () => {
  expect(withoutPlanAndForm(wordsOf('Jam App'))).toEqual(['jam']);
  expect(withoutCompany(wordsOf('Temporal Technologies, Inc.'))).toEqual(['temporal']);
});

test.each([
  ['Slack (Marketing)', 'Slack'],
  ['Asana [Design team] EU', 'Asana EU'],
  ['Zoom (US', 'Zoom'],
])('%s without brackets', (text, bare) => {
  expect(wordsOf(withoutBrackets(text))).toEqual(wordsOf(bare));
});

test('a top level ends a name only after a dot', () => {
  expect(withoutTopLevel('Monday.com Pro')).toBe('Monday Pro');
  expect(withoutTopLevel('Booking.company')).toBe('Booking.company');
  expect(withoutTopLevel('Telecom')).toBe('Telecom');
});

test('whom it is for, and what is made for it', () => {
  expect(isAudience(['enterprise'])).toBe(true);
  expect(isAudience(['outlook'])).toBe(false);
  expect(isAudience([])).toBe(false);
  expect(sayAddOn(wordsOf('Slack Bot'))).toBe(true);
  expect(sayAddOn(wordsOf('Trello Power-Up'))).toBe(true);
  expect(sayAddOn(wordsOf('Robot Framework'))).toBe(false);
});

const WORD = fc.stringMatching(/^[a-z][a-z0-9]{1,9}$/);
const NAME = fc.array(WORD, { minLength: 1, maxLength: 4 });

test('case, accents, punctuation and white space do not matter', () => {
  const separator = fc.constantFrom(' ', '  ', '-', '/', '_', ', ', '\u00a0', ' · ');
  fc.assert(
    fc.property(NAME, separator, fc.boolean(), (words, between, isLoud) => {
      const text = words.join(between);
      expect(wordsOf(isLoud ? text.toUpperCase() : text)).toEqual(words);
      expect(wordsOf(words.map((word) => `${word[0]}\u0301${word.slice(1)}`).join(between))).toEqual(words);
    }),
  );
});

test('cutting what was cut changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const words = wordsOf(text);
      expect(wordsOf(words.join(' ')).join('')).toBe(words.join(''));
      const short = withoutPlanAndForm(words);
      expect(withoutPlanAndForm(short)).toEqual(short);
      expect(short.length === 0).toBe(words.length === 0);
    }),
  );
});

test('names written together or apart share a key', () => {
  fc.assert(
    fc.property(NAME, (words) => {
      expect(keyOf(wordsOf(words.join('')))).toBe(keyOf(words.join(' ').split(' and ').join('').split(' ')));
    }),
  );
});
