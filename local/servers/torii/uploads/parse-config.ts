/** How an expense file is read: its columns, its one format of dates, and its currency. https://developers.toriihq.com/reference/putparsingsmanual */
import { Refusal } from '../../http/exchange';

export interface ParseConfig {
  readonly transactionDateColumn: string;
  readonly descriptionColumn: string;
  readonly amountColumn: string;
  readonly dateFormat: string;
  readonly currency?: string;
  readonly currencyColumn?: string;
  readonly reportingUserColumn?: string;
}

const WITH_SLASHES = ['DD/MM/YYYY', 'MM/DD/YYYY', 'DD/MM/YY', 'MM/DD/YY', 'YYYY/MM/DD'];
/** https://developers.toriihq.com/reference/putparsingsmanual */
export const DATE_FORMATS: readonly string[] = [
  ...WITH_SLASHES,
  ...WITH_SLASHES.map((format) => format.replaceAll('/', '.')),
  ...WITH_SLASHES.map((format) => format.replaceAll('/', '-')),
  'YYYY-MM-DD[Z]',
  'M/D/YYYY',
  'D/M/YYYY',
  'M/D/YY',
  'D/M/YY',
  'YYYYMMDD',
];
/** https://developers.toriihq.com/reference/putparsingsmanual */
export const CURRENCIES: readonly string[] =
  'USD EUR GBP NIS ILS JPY AUD SGD CNY KRW VND CAD UAH TRY RUB HKD HUF RON PLN BRL TWD IDR DKK INR ZAR ARS AED CHF SEK ISK NOK MAD SAR NZD KES RSD'.split(
    ' ',
  );

const NEEDED_COLUMNS = ['transactionDateColumn', 'descriptionColumn', 'amountColumn'];
const COLUMNS = [...NEEDED_COLUMNS, 'currencyColumn', 'reportingUserColumn'];

/** @throws Refusal where it is not as documented; `idFile` is not looked at */
export function readParseConfig(given: Readonly<Record<string, unknown>>): ParseConfig {
  const { idFile: _file, ...config } = given;
  const wrong = (key: string, wanted: string) => new Refusal(400, `"parseConfig.${key}" ${wanted}`);
  for (const key of Object.keys(config)) {
    if (![...COLUMNS, 'dateFormat', 'currency'].includes(key)) throw wrong(key, 'is not allowed');
  }
  for (const key of [...NEEDED_COLUMNS, 'dateFormat']) {
    if (config[key] === undefined) throw wrong(key, 'is required');
  }
  for (const key of COLUMNS) {
    const column = config[key];
    const isLetters = typeof column === 'string' && /^[A-Z]{1,2}$/.test(column);
    if (column !== undefined && !isLetters) throw wrong(key, 'must be the letters of a column');
  }
  const { dateFormat, currency, currencyColumn } = config;
  if (!DATE_FORMATS.includes(dateFormat as string)) {
    throw wrong('dateFormat', `must be one of [${DATE_FORMATS.join(', ')}]`);
  }
  if (currency !== undefined && !CURRENCIES.includes(currency as string)) {
    throw wrong('currency', `must be one of [${CURRENCIES.join(', ')}]`);
  }
  if ((currency === undefined) === (currencyColumn === undefined)) {
    throw wrong('currency', 'or "parseConfig.currencyColumn" is required, and never both');
  }
  return config as unknown as ParseConfig;
}

/** `YYYY-MM-DD` of a text in that format, or undefined. */
export function dayIn(format: string, text: string): string | undefined {
  const pattern = format
    .replace('[Z]', 'Z?')
    .replaceAll('.', '\\.')
    .replace(/YYYY|YY|MM|M|DD|D/g, (part) => PARTS[part] ?? part);
  const { y = '', m = '', d = '' } = new RegExp(`^${pattern}$`).exec(text.trim())?.groups ?? {};
  const day = `${y.length === 2 ? `20${y}` : y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`;
  const time = y === '' ? NaN : Date.parse(day);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day) ? day : undefined;
}

const PARTS: Readonly<Record<string, string>> = {
  YYYY: '(?<y>\\d{4})',
  YY: '(?<y>\\d{2})',
  MM: '(?<m>\\d{2})',
  M: '(?<m>\\d{1,2})',
  DD: '(?<d>\\d{2})',
  D: '(?<d>\\d{1,2})',
};
