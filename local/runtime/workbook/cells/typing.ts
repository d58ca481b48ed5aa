/** What a typed text becomes in a cell: a number, a date, a boolean, a formula or text. */
import type { Scalar } from './cell';
import { calendarDay } from './dates';
import { typedDate } from './typed-date';
import { typedNumber } from './typed-number';

export interface TypingContext {
  /** As Sheets names it, such as `en_US`. */
  locale: string;
  timeZone: string;
  /** Milliseconds since 1970; gives the year of a date typed without one. */
  now: number;
}

export type Typed =
  | { kind: 'value'; value: Scalar; format?: string }
  | { kind: 'formula'; formula: string }
  | { kind: 'empty' };

/** A sign, then something that a formula could begin with; `-` or `+` alone, or before punctuation, is text. */
const SIGNED_FORMULA = /^[+-][\s+-]*[\p{L}\p{N}$("'#{._]/u;

/**
 * Types a text into a cell, which is also what `setValues` does with a string.
 * Source: https://developers.google.com/workspace/sheets/api/reference/rest/v4/ValueInputOption (“as if the user
 * typed them”).
 *
 * @param text into a cell whose number format is not `@`, which would keep it verbatim
 * @returns a value with the format that typing it gives an untouched cell, a formula, or nothing
 */
export function typeText(text: string, context: TypingContext): Typed {
  if (text === '') return { kind: 'empty' };
  if (text.startsWith("'")) return { kind: 'value', value: text.slice(1) };
  if (text.startsWith('=') && text.trim().length > 1) return { kind: 'formula', formula: text };
  const trimmed = text.replace(/^ +| +$/g, '');
  if (/^(true|false)$/i.test(trimmed)) return { kind: 'value', value: trimmed.toLowerCase() === 'true' };
  const number = typedNumber(trimmed, context.locale);
  if (number !== null) return { kind: 'value', ...number };
  const date = typedDate(trimmed, context.locale, calendarDay(context.now, context.timeZone).year);
  if (date !== null) return { kind: 'value', value: date.serial, format: date.format };
  if (SIGNED_FORMULA.test(text)) return { kind: 'formula', formula: `=${text}` };
  return { kind: 'value', value: text };
}
