/** Parsings: they take some seconds, and then the expenses of the file are among the transactions. https://developers.toriihq.com/reference/getparsingsid */
import type { ToriiRecord } from '../record';
import type { Tenant } from '../tenant';
import { readExpenses } from './expense-file';
import type { Expense } from './expense-file';
import type { ParseConfig } from './parse-config';

export interface Parsing {
  id: number;
  idFile: number;
  /** Undefined: columns and format are found. */
  config: ParseConfig | undefined;
  /** Milliseconds since 1970. */
  endsAt: number;
  status: 'parsing_in_progress' | 'parsed_successfully' | 'parsing_failed';
  matchedTransactions: number;
  totalTransactions: number;
}

/** An app's name may have so many words. */
const LONGEST_NAME = 5;

export function endParsing(parsing: Parsing, tenant: Tenant): void {
  const { data } = tenant;
  const content = data.files.find((file) => file.id === parsing.idFile)?.text ?? '';
  const expenses = readExpenses(content, parsing.config);
  parsing.status = expenses === undefined ? 'parsing_failed' : 'parsed_successfully';
  if (expenses === undefined) return;
  const appOf = vendorMatch(data.apps);
  const firstId = tenant.nextId('transactions', expenses.length);
  const read = expenses.map((expense, i): ToriiRecord => {
    const idApp = appOf(expense.description) ?? null;
    return {
      id: firstId + i,
      idApp,
      transactionDate: expense.day,
      amount: minorUnits(expense, data.org.currency),
      source: 'upload',
      description: expense.description,
      mappingStatus: idApp === null ? 'unknown' : 'mapped',
      reportingUser: expense.reportingUser ?? null,
    };
  });
  parsing.totalTransactions = read.length;
  parsing.matchedTransactions = read.filter((transaction) => transaction.idApp !== null).length;
  const before = new Set(data.transactions.map(likeness));
  for (const transaction of read) {
    if (transaction.idApp === null || !before.has(likeness(transaction)))
      tenant.add('transactions', transaction);
  }
}

/** The same app, amount and day; within one file such are kept. https://support.toriihq.com/hc/en-us/articles/4550767587611 */
function likeness({ idApp, transactionDate, amount }: ToriiRecord): string {
  const { value, currency } = (amount ?? {}) as { value?: unknown; currency?: unknown };
  return JSON.stringify([idApp, transactionDate, value, currency]);
}

function minorUnits({ amount, currency }: Expense, organisationCurrency: string) {
  const code = currency ?? organisationCurrency;
  const { maximumFractionDigits: digits = 2 } = new Intl.NumberFormat('en', {
    style: 'currency',
    currency: code,
  }).resolvedOptions();
  return { value: Math.round(amount * 10 ** digits), currency: code };
}

/** Finds the app whose name is among the words of a description; how Torii matches is not described. */
function vendorMatch(apps: readonly ToriiRecord[]): (description: string) => number | undefined {
  const ids = new Map(apps.map((app) => [wordsOf(String(app.name)).join(''), app.id]));
  ids.delete('');
  return (description) => {
    const words = wordsOf(description);
    for (let length = LONGEST_NAME; length > 0; length -= 1) {
      for (let at = 0; at + length <= words.length; at += 1) {
        const id = ids.get(words.slice(at, at + length).join(''));
        if (id !== undefined) return id;
      }
    }
    return undefined;
  };
}

const wordsOf = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
