/** Numbers and amounts of money in cells, also as text with signs and words around them. */
import type { CellValue } from '../../../ports/grid';
import { told } from '../../change/told';
import { typedNumber } from '../../table/codec/number';
import type { UploadField } from '../target';
import { faulty, type Reading } from './fault';

/** Currencies beside an amount: “€”, “US$”, “EUR”, “kr”. */
const CURRENCY =
  /^(?:[A-Za-z]{0,3}\s?\p{Sc}|\p{Sc}\s?[A-Z]{3}|[A-Z]{3}|usd|eur|gbp|kr\.?|zł|fr\.?|rs\.?|dollars?|euros?|pounds?)$/u;

/** A sign, a currency, a sign, digits in groups, a currency: all but the digits may be missing. */
const AMOUNT =
  /^([+-]?)\s*([^\d\s.,+-][^\d+-]*?)?\s*([+-]?)\s*(\d[\d.,'’\s]*?|[.,]\d+)\s*([^\d\s.,+-][^\d+-]*)?$/u;

/** Languages that write “1.234,50”: https://cldr.unicode.org/ (number symbols). English, Asian and most American ones do not. */
const COMMA_LANGUAGES = new Set(
  'bg ca cs da de el es et fi fr gl hr hu id is it lt lv nb nl nn no pl pt ro ru sk sl sr sv tr uk vi'.split(
    ' ',
  ),
);
const POINT_LOCALES = new Set([
  'de_CH',
  'de_LI',
  'es_MX',
  'es_US',
  'es_PR',
  'es_GT',
  'es_PA',
  'es_PE',
  'es_DO',
]);

/** Above, cents are not exact any more. */
const MOST = 1e13;

/** Whether a file writes the decimal point as a comma. */
export function writesComma(locale: string): boolean {
  return COMMA_LANGUAGES.has(locale.slice(0, 2)) && !POINT_LOCALES.has(locale);
}

/** The number of “$1,234.50”, “1.234,50 €”, “1 234 kr”, “(5.00)” and “USD -5”; null for anything else. */
export function amountOf(text: string, comma: boolean): number | null {
  const [, inBrackets] = /^\((.*)\)$/.exec(text) ?? [];
  const [, sign = '', before, inner = '', digits, behind] = AMOUNT.exec(inBrackets ?? text) ?? [];
  if (digits === undefined || (sign !== '' && inner !== '')) return null;
  if ([before, behind].some((word) => word !== undefined && !CURRENCY.test(word.trim()))) return null;
  const number = typedNumber(ungrouped(digits, comma));
  if (number === null) return null;
  return inBrackets !== undefined || sign === '-' || inner === '-' ? -number + 0 : number;
}

/** Without blanks and apostrophes between groups of digits; “1.234” without its point where that groups too. */
function ungrouped(digits: string, comma: boolean): string {
  const bare = digits.replace(/(\d)[\s'’](?=\d{3}(?!\d))/g, '$1');
  return comma && /^[+-]?\d{1,3}(\.\d{3})+$/.test(bare) ? bare.replace(/\./g, '') : bare;
}

/** A number, or money in units or whole cents as the field says. */
export function readNumber(cell: CellValue, word: string, field: UploadField, comma: boolean): Reading {
  const number = typeof cell === 'number' ? cell : cell instanceof Date ? null : amountOf(word, comma);
  const isMoney = field.type === 'money';
  const kind = isMoney ? 'an amount of money' : 'a number';
  if (number === null || !Number.isFinite(number) || Math.abs(number) >= MOST) {
    const what = cell instanceof Date ? 'is a date' : 'is not one';
    return faulty(
      'badNumber',
      `“${field.label}” takes ${kind}, and ${told(word)} ${what}.`,
      `Write digits only, such as ${isMoney ? '1200.50' : '12'}${cell instanceof Date ? ', and give the column a number’s format' : ''}.`,
    );
  }
  if (field.least !== undefined && number < field.least) {
    return faulty(
      number < 0 ? 'negative' : 'badNumber',
      `${told(word)} is less than ${field.least}, and “${field.label}” cannot be.`,
      `Write ${field.least} or more, or leave the cell empty.`,
    );
  }
  if (field.whole && !Number.isInteger(number)) {
    return faulty(
      'badNumber',
      `${told(word)} is not a whole number.`,
      'Write it without a fraction, such as 12.',
    );
  }
  return { value: field.cents ? wholeCents(number) : number };
}

/** An amount in cents, rounded half up as its digits say: 1.005 is 101, which its double times 100 is not. */
export function wholeCents(amount: number): number {
  const shifted = Number(`${amount}e2`);
  return Math.round(Number.isNaN(shifted) ? amount * 100 : shifted) + 0;
}
