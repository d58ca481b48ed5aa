/** Text that must stay text: tells what Sheets would turn into something else as if a person had typed it. */

/** The format of a plain-text cell, where Sheets keeps what is written as it is. People set it; we never do. */
export const PLAIN_TEXT = '@';

/**
 * The format of a cell that nobody has formatted. Text goes into such cells under a guard: a column that somebody inserts
 * beside ours takes over its format, and in plain-text cells their formulas would not work.
 */
export const GENERAL = 'general';

/**
 * Words that Sheets reads as yes/no in the languages it speaks; others are harmless here, a guard only costs an
 * apostrophe that nobody sees in the cell.
 */
const YES_NO = new Set(
  (
    'true false wahr falsch vrai faux verdadero falso vero verdadeiro waar onwaar sant falskt sann usann sand falsk ' +
    'tosi epätosi prawda fałsz pravda nepravda igaz hamis doğru yanliş yanlış adevărat истина ложь істина хибність'
  ).split(' '),
);

/** Begins with a letter, holds no digit, and neither begins nor ends blank: no rule of any locale reads it as more. */
const SURELY_TEXT = /^\p{L}(?:[^\p{N}]*[^\p{N}\s])?$/u;

/**
 * Whether Sheets would, or might in some locale, turn this text into a formula, number, date, time, percentage or
 * yes/no when it is written into a cell that is not plain text. Says yes when in doubt.
 * Writing follows the rules of typing: https://developers.google.com/workspace/sheets/api/reference/rest/v4/ValueInputOption
 */
export function needsGuard(text: string): boolean {
  if (text === '') return false;
  return !SURELY_TEXT.test(text) || YES_NO.has(text.toLowerCase());
}

/** Whether a format as it was read is the one of cells that nobody has formatted. */
export function isGeneral(format: string): boolean {
  return format === '' || /^(general|0\.#+)$/i.test(format);
}

/**
 * A format as it is to be set again: a cell that nobody formatted reports a pattern, which would show “5.” once set.
 * https://github.com/brucemcpherson/gas-fakes/blob/main/notes/oddities.md
 */
export function asSet(format: string): string {
  return isGeneral(format) ? GENERAL : format;
}

/** The text to hand to setValues so that a cell of this number format holds `text` itself. */
export function guard(text: string, format: string): string {
  return format !== PLAIN_TEXT && needsGuard(text) ? `'${text}` : text;
}
