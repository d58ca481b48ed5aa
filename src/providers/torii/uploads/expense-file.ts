/** Torii's expense file: payments as one CSV, which Torii matches with apps. */
import type { UploadFile } from '../../../core/upload/package';
import type { UploadChoice, UploadTarget } from '../../../core/upload/target';
import { evidence, reference } from '../settings';
import { field, wordsIn } from './field';
import { MOST_BYTES } from './file-route';

const MANUAL = reference('putparsingsmanual');

/** The 36 that a file may be in, each with other words for it; a sign that several countries use names the widest known. */
const CURRENCIES: Readonly<Record<string, string>> = {
  USD: '$,US$,US dollar,US dollars,dollar',
  EUR: '€,euro,euros',
  GBP: '£,pound,pounds,pound sterling,sterling',
  NIS: 'new shekel',
  ILS: '₪,shekel,shekels',
  JPY: '¥,JP¥,yen',
  AUD: 'A$,AU$,Australian dollar',
  SGD: 'S$,Singapore dollar',
  CNY: 'CN¥,RMB,yuan,renminbi',
  KRW: '₩,won',
  VND: '₫,dong',
  CAD: 'C$,CA$,Canadian dollar',
  UAH: '₴,hryvnia',
  TRY: '₺,TL,Turkish lira',
  RUB: '₽,rouble,ruble',
  HKD: 'HK$,Hong Kong dollar',
  HUF: 'Ft,forint',
  RON: 'lei,leu',
  PLN: 'zł,zloty',
  BRL: 'R$,real,reais',
  TWD: 'NT$,New Taiwan dollar',
  IDR: 'Rp,rupiah',
  DKK: 'Danish krone',
  INR: '₹,Rs,rupee,rupees',
  ZAR: 'rand',
  ARS: 'Argentine peso',
  AED: 'dirham',
  CHF: 'SFr,Swiss franc',
  SEK: 'Swedish krona',
  ISK: 'Icelandic króna',
  NOK: 'Norwegian krone',
  MAD: 'Moroccan dirham',
  SAR: 'riyal',
  NZD: 'NZ$,New Zealand dollar',
  KES: 'KSh,Kenyan shilling',
  RSD: 'Serbian dinar',
};

const CURRENCY_CHOICES = Object.entries(CURRENCIES).map(([value, words]): UploadChoice => ({
  value,
  words: wordsIn(words),
}));

/** Each column's field and header, and the name by which Torii is told where it is. */
const COLUMNS = [
  { field: 'transactionDate', header: 'Transaction date', place: 'transactionDateColumn' },
  { field: 'description', header: 'Description', place: 'descriptionColumn' },
  { field: 'amount', header: 'Amount', place: 'amountColumn' },
  { field: 'currency', header: 'Currency', place: 'currencyColumn' },
  { field: 'reportingUser', header: 'Reporting user', place: 'reportingUserColumn' },
] as const;

/** How days are written in the file, one of the forms that Torii lists. https://developers.toriihq.com/reference/putparsingsmanual */
const DATE_FORMAT = 'YYYY-MM-DD';

export const EXPENSE_FILE: UploadTarget = {
  target: 'torii.expenses',
  title: 'Expenses',
  description:
    'Gives Torii a list of payments, which it matches with apps; the same payment in two files counts once, twice in one file it counts twice.',
  singular: 'transaction',
  plural: 'transactions',
  fields: [
    field(
      'transactionDate',
      'Date',
      'day',
      'The day of the payment.',
      `payment date, posting date, posted date, booking date, expense date, purchase date, invoice date, charge date, value date,
      created, created at, paid on`,
      MANUAL,
      { required: true },
    ),
    field(
      'description',
      'Description',
      'text',
      'Who was paid and for what, as the statement says: Torii finds the app by it.',
      `transaction description, vendor, vendor name, merchant, merchant name, supplier, supplier name, payee, payee name, counterparty,
      statement descriptor, details, transaction details, memo, narrative, purpose`,
      MANUAL,
      { required: true, several: 'all' },
    ),
    field(
      'amount',
      'Amount',
      'money',
      'What was paid, in the currency of the row.',
      `transaction amount, payment amount, expense amount, invoice amount, gross amount, total, total amount, amount paid, sum, value,
      cost, debit, debit amount, charge, price`,
      MANUAL,
      { required: true },
    ),
    field(
      'currency',
      'Currency',
      'choice',
      'The currency of the amount; choose one for all rows where the tab has no column for it.',
      'currency code, transaction currency, payment currency, amount currency, original currency, local currency, ccy, curr',
      MANUAL,
      // [I] There is to be one of a fixed currency and a column of it, says the page, and marks neither as required.
      { required: true, choices: CURRENCY_CHOICES },
    ),
    field(
      'reportingUser',
      'Reporting user',
      'email',
      'The e-mail address of who reported the expense.',
      `reported by, reporter, reporter email, reporting user email, submitted by, submitter, submitter email, employee email, user email,
      cardholder, cardholder email, purchaser, purchaser email, email, email address`,
      // That it is an address is not said.
      reference('putparsingsmanual', 'I'),
    ),
  ],
  shape: {
    kind: 'csv',
    fileName: 'expenses.csv',
    columns: COLUMNS.map(({ field, header }) => ({ field, header })),
  },
  // Two equal payments on one day are two payments.
  identity: [],
  missing: 'stays',
  needs: [],
  order: 1,
  place: null,
  maxBytes: MOST_BYTES,
  evidence: evidence('https://support.toriihq.com/hc/en-us/articles/4550767587611', 'D'),
};

/** Where Torii finds what in a file that was packed for this target, as letters of its columns. */
export function parseConfigOf({ text }: Pick<UploadFile, 'text'>): Readonly<Record<string, string>> {
  const headers = text.slice(0, text.search(/\r?\n|$/)).split(',');
  const config: Record<string, string> = { dateFormat: DATE_FORMAT };
  for (const { header, place } of COLUMNS) {
    const index = headers.indexOf(header);
    if (index >= 0) config[place] = String.fromCharCode('A'.charCodeAt(0) + index);
  }
  return config;
}
