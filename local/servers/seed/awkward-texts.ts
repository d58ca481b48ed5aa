/** Texts that a careless program changes on their way into a cell, or cannot hold. */

/** A spreadsheet would turn each into a formula, number, date, percentage or truth value. */
export const HOSTILE_TEXTS: readonly string[] = [
  '=HYPERLINK("x")',
  '+1-555',
  '-2',
  '@me',
  '00123',
  '1-2',
  '3/4',
  '50%',
  'TRUE',
  '1e5',
  "'quoted",
];

/** Some 4,900 characters. */
export const LONG_TEXT = Array.from(
  { length: 70 },
  (_, i) => `${i + 1}. Bought by one team, used by three, paid for twice, and nobody knows why.`,
).join(' ');

export const EMOJI_TEXT = '🚀 Launch tool 👩🏽‍💻 for the 🇳🇱 team — “fast” & <b>bold</b> ✅';
export const RIGHT_TO_LEFT_TEXT = 'כלי לניהול פרויקטים – أداة لإدارة المشاريع';
export const LINE_BREAK_TEXT =
  'First line\nSecond line\r\nThird line\twith a tab\n\n- a list\n= not a formula';

export const MULTI_LINE_SAMPLES: readonly string[] = [
  LONG_TEXT,
  EMOJI_TEXT,
  RIGHT_TO_LEFT_TEXT,
  LINE_BREAK_TEXT,
];
