/** The text that a cell displays, by its number format. */
import type { Scalar } from './cell';
import { formatDate } from './date-format';
import { decimalText, generalText } from './decimal-text';
import { formatSections, type FormatPiece, type FormatSection } from './format-pattern';
import { localeFacts, type LocaleFacts } from './locale';

/**
 * What `getNumberFormat` reports for an untouched cell.
 * Source: https://github.com/brucemcpherson/gas-fakes/blob/main/notes/oddities.md
 */
export const GENERAL = '0.###############';

/**
 * The text that a cell shows.
 *
 * @param value null for an empty cell, which shows nothing
 * @param format a number format such as `#,##0.00`; absent for an untouched cell
 * @param locale as Sheets names it, such as `de_DE`: formats are written in American signs, texts shown in the locale's
 */
export function formatCell(value: Scalar | null, format: string | undefined, locale: string): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'string')
    return isGeneral(format) || format === '@' ? value : formatText(value, format);
  return isGeneral(format) ? generalText(value, localeFacts(locale)) : formatNumber(value, format, locale);
}

/** Whether `getValues` gives a Date for a number so formatted. */
export function isDateFormat(format: string | undefined): boolean {
  return !isGeneral(format) && (formatSections(format)[0]?.isDate ?? false);
}

function isGeneral(format: string | undefined): format is undefined {
  return format === undefined || format === '' || format === GENERAL || format.toLowerCase() === 'general';
}

function formatText(value: string, format: string): string {
  const sections = formatSections(format);
  const section = sections[3] ?? sections.find((candidate) => candidate.isText);
  if (section === undefined) return value;
  return section.pieces
    .map((piece) => (piece.kind === 'text' ? value : piece.kind === 'literal' ? piece.text : ''))
    .join('');
}

function formatNumber(value: number, format: string, locale: string): string {
  const facts = localeFacts(locale);
  const { section, signed } = sectionFor(value, formatSections(format));
  if (section === undefined) return generalText(value, facts);
  if (section.isDate) return formatDate(value, section.pieces, facts);
  const shown = section.isGeneral || section.isText ? generalPieces(value, section, signed, facts) : null;
  return shown ?? formatDigits(value, section.pieces, signed, facts);
}

/** The section for a number, and whether its minus sign is still to be shown. */
function sectionFor(
  value: number,
  all: readonly FormatSection[],
): { section?: FormatSection; signed: boolean } {
  const numeric = all.length > 1 && all[all.length - 1]?.isText ? all.slice(0, -1) : all.slice(0, 3);
  const [first, second, third] = numeric;
  if (first === undefined) return { signed: true };
  if (numeric.some((section) => section.condition !== undefined)) {
    const section = numeric.find((candidate) => candidate.condition?.(value) ?? true);
    return section === undefined ? { signed: true } : { section, signed: true };
  }
  if (value < 0 && second !== undefined) return { section: second, signed: false };
  if (value === 0 && third !== undefined) return { section: third, signed: false };
  return { section: first, signed: true };
}

function generalPieces(value: number, section: FormatSection, signed: boolean, facts: LocaleFacts): string {
  const text = generalText(signed ? value : Math.abs(value), facts);
  return section.pieces
    .map((piece) =>
      piece.kind === 'literal' ? piece.text : piece.kind === 'general' || piece.kind === 'text' ? text : '',
    )
    .join('');
}

/** Where the digits of a number go: all whole-number runs share its integer part, the runs after the point its fraction. */
function formatDigits(
  value: number,
  pieces: readonly FormatPiece[],
  signed: boolean,
  facts: LocaleFacts,
): string {
  const pointAt = pieces.findIndex((piece) => piece.kind === 'point');
  const exponentAt = pieces.findIndex((piece) => piece.kind === 'exponent');
  const runs = pieces.flatMap((piece, index) =>
    piece.kind === 'digits' ? [{ index, pattern: piece.pattern }] : [],
  );
  const wholeRuns = runs.filter((run) => pointAt < 0 || run.index < pointAt);
  const fraction = runs
    .filter((run) => pointAt >= 0 && run.index > pointAt)
    .map((run) => run.pattern)
    .join('');
  const whole = wholeRuns.map((run) => run.pattern).join('');
  const thousands = /,*$/.exec(whole)?.[0].length ?? 0;
  const percents = pieces.filter((piece) => piece.kind === 'percent').length;
  const shift = 2 * percents - 3 * thousands;
  const decimals = fraction.replace(/,/g, '').length;
  const { digits, exponent } =
    exponentAt < 0
      ? { digits: decimalText(value, shift, decimals), exponent: 0 }
      : scientific(value, Math.max(1, whole.replace(/,/g, '').length), decimals);
  const [integer = '', rest = ''] = digits.split('.');
  const kept = trimmedFraction(rest, fraction);
  const integerText = integerDigits(integer, whole, facts);
  const isZero = !/[1-9]/.test(digits);
  const lastWhole = wholeRuns[0]?.index;
  const firstFraction = runs.find((run) => pointAt >= 0 && run.index > pointAt)?.index;
  const body = pieces.map((piece, index) => {
    if (piece.kind === 'literal') return piece.text;
    if (piece.kind === 'percent') return '%';
    if (piece.kind === 'exponent') return exponentText(exponent, piece);
    if (piece.kind === 'point')
      return `${lastWhole === undefined ? integer.replace(/^0$/, '') : ''}${facts.decimal}`;
    if (piece.kind !== 'digits') return '';
    return index === lastWhole ? integerText : index === firstFraction ? kept : '';
  });
  return `${signed && value < 0 && !isZero ? '-' : ''}${body.join('')}`;
}

/** Drops the zeros at the end for which the pattern has `#`; `?` leaves a space. */
function trimmedFraction(digits: string, pattern: string): string {
  const places = [...pattern.replace(/,/g, '')];
  let end = digits.length;
  while (end > 0 && digits[end - 1] === '0' && places[end - 1] !== '0') end--;
  const spaces = places.slice(end).filter((place) => place === '?').length;
  return digits.slice(0, end) + ' '.repeat(spaces);
}

function integerDigits(integer: string, pattern: string, facts: LocaleFacts): string {
  const places = [...pattern.replace(/,/g, '')];
  const firstZero = places.indexOf('0');
  const least = firstZero < 0 ? 0 : places.length - firstZero;
  const digits = (integer === '0' ? '' : integer).padStart(least, '0');
  const spaces = places
    .slice(0, Math.max(0, places.length - digits.length))
    .filter((place) => place === '?').length;
  const isGrouped = /[0#?],[0#?]/.test(pattern);
  return ' '.repeat(spaces) + (isGrouped ? grouped(digits, facts) : digits);
}

function grouped(digits: string, facts: LocaleFacts): string {
  const boundary = facts.pairedGroups ? /\B(?=(?:\d{2})*\d{3}$)/g : /\B(?=(?:\d{3})+$)/g;
  return digits.replace(boundary, facts.grouping);
}

function scientific(value: number, places: number, decimals: number): { digits: string; exponent: number } {
  const exponentOf = (number: number): number => Number(number.toExponential(14).split('e')[1]);
  if (value === 0) return { digits: decimalText(0, 0, decimals), exponent: 0 };
  // Exponents go in steps of the places before the point: ##0.0E+0 shows 12.3E+3.
  const exponent = Math.floor(exponentOf(value) / places) * places;
  const digits = decimalText(value, -exponent, decimals);
  const overflows = (digits.split('.')[0] ?? '').length > places;
  return overflows
    ? { digits: decimalText(value, -exponent - places, decimals), exponent: exponent + places }
    : { digits, exponent };
}

function exponentText(exponent: number, piece: { plus: boolean; digits: number }): string {
  const sign = exponent < 0 ? '-' : piece.plus ? '+' : '';
  return `E${sign}${String(Math.abs(exponent)).padStart(piece.digits, '0')}`;
}
