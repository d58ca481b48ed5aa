/** Expense files: CSV of transactions, whose columns are named or found by their headers. https://support.toriihq.com/hc/en-us/articles/6192000869275 */
import { csvRows, headerWord } from './csv-rows';
import { DATE_FORMATS, dayIn } from './parse-config';
import type { ParseConfig } from './parse-config';

export interface Expense {
  /** YYYY-MM-DD. */
  readonly day: string;
  readonly description: string;
  readonly amount: number;
  /** Undefined: the organisation's. */
  readonly currency: string | undefined;
  readonly reportingUser: string | undefined;
}

/** Places of the columns; -1 for one that is not there. */
interface Columns {
  readonly day: number;
  readonly description: number;
  readonly amount: number;
  readonly currency: number;
  readonly reportingUser: number;
}

/** By which words Torii finds columns is not said: these are ours. */
const WORDS: Readonly<Record<keyof Columns, readonly string[]>> = {
  day: ['transactiondate', 'date', 'day', 'postingdate', 'invoicedate'],
  description: ['description', 'vendor', 'merchant', 'memo', 'details', 'supplier'],
  amount: ['amount', 'total', 'sum', 'cost', 'price'],
  currency: ['currency', 'currencycode'],
  reportingUser: ['reportinguser', 'employee', 'user', 'email', 'reportedby'],
};

/** The transactions, or undefined where the file cannot be read. @param config absent: columns and format are found */
export function readExpenses(content: string, config: ParseConfig | undefined): Expense[] | undefined {
  const rows = csvRows(content);
  return config === undefined ? found(rows) : told(rows, config);
}

function found([header, ...lines]: readonly string[][]): Expense[] | undefined {
  if (header === undefined) return undefined;
  const names = header.map(headerWord);
  const place = (column: keyof Columns) =>
    names.indexOf(WORDS[column].find((word) => names.includes(word)) ?? '');
  const columns: Columns = {
    day: place('day'),
    description: place('description'),
    amount: place('amount'),
    currency: place('currency'),
    reportingUser: place('reportingUser'),
  };
  if (columns.day < 0 || columns.amount < 0) return undefined;
  const days = lines.map((cells) => cells[columns.day] ?? '');
  const format = DATE_FORMATS.find((each) => days.every((day) => dayIn(each, day) !== undefined));
  return format === undefined ? undefined : expensesOf(lines, columns, format, undefined);
}

/** The first row is a header where it has no date. */
function told(rows: readonly string[][], config: ParseConfig): Expense[] | undefined {
  const columns: Columns = {
    day: placeOf(config.transactionDateColumn),
    description: placeOf(config.descriptionColumn),
    amount: placeOf(config.amountColumn),
    currency: placeOf(config.currencyColumn),
    reportingUser: placeOf(config.reportingUserColumn),
  };
  const hasHeader = dayIn(config.dateFormat, rows[0]?.[columns.day] ?? '') === undefined;
  return expensesOf(hasHeader ? rows.slice(1) : rows, columns, config.dateFormat, config.currency);
}

/** The place of the column with these letters, from 0. */
function placeOf(letters: string | undefined): number {
  return [...(letters ?? '')].reduce((place, letter) => place * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** Inferred: one row that cannot be read spoils the file. https://support.toriihq.com/hc/en-us/articles/6192000869275 */
function expensesOf(
  lines: readonly string[][],
  columns: Columns,
  format: string,
  currency: string | undefined,
): Expense[] | undefined {
  const expenses: Expense[] = [];
  for (const cells of lines) {
    const cell = (column: keyof Columns) => cells[columns[column]]?.trim() || undefined;
    const day = dayIn(format, cell('day') ?? '');
    const amount = amountOf(cell('amount') ?? '');
    const own = cell('currency')?.toUpperCase();
    if (day === undefined || amount === undefined || (own !== undefined && !/^[A-Z]{3}$/.test(own))) {
      return undefined;
    }
    const [description, reportingUser] = [cell('description') ?? '', cell('reportingUser')];
    expenses.push({ day, description, amount, currency: currency ?? own, reportingUser });
  }
  return expenses.length === 0 ? undefined : expenses;
}

function amountOf(text: string): number | undefined {
  const plain = text.replace(/[$€£¥₪\s]/g, '').replace(/,(?=\d{3})/g, '');
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : undefined;
}
