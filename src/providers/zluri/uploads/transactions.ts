/** What was paid for an app, added to what Zluri has. */
import type { UploadTarget } from '../../../core/upload/target';
import { reference } from '../settings';
import { entityField } from './fields';
import { MOST_BYTES, PAGE_RECORDS } from './settings';

export const TRANSACTIONS_TARGET: UploadTarget = {
  target: 'zluri.transactions',
  title: 'Transactions',
  description: 'Payments, added to what Zluri has: the same ones sent twice may be there twice.',
  singular: 'transaction',
  plural: 'transactions',
  fields: [
    entityField(
      'id',
      'ID',
      'text',
      'What tells the payment from all others, such as the number of its invoice.',
      'transaction id, transaction number, invoice, invoice id, invoice number, payment id, charge id, reference, receipt number',
      { required: true },
    ),
    entityField(
      'transaction_date',
      'Date',
      'moment',
      'The day of the payment.',
      'payment date, invoice date, posting date, posted date, booking date, charge date, created, created (utc), paid on',
      { required: true, meaning: 'transactionDate' },
    ),
    // [I] The page's list of what is required breaks off after “transaction_”: these three are very likely on it.
    entityField(
      'transaction_description',
      'Description',
      'text',
      'What was paid for.',
      'memo, details, item, line item, narrative, merchant description, statement descriptor',
      { required: true, meaning: 'description' },
    ),
    entityField(
      'transaction_amount',
      'Amount',
      'money',
      'What was paid.',
      'amount paid, total, total amount, cost, price, net amount, gross amount, sum, value',
      { required: true, meaning: 'amount' },
    ),
    entityField(
      'transaction_currency',
      'Currency',
      'text',
      'The currency by its three letters: USD, EUR.',
      'currency code, iso currency, ccy',
      { required: true, meaning: 'currency' },
    ),
    entityField(
      'vendor_name',
      'Vendor',
      'text',
      'Who was paid.',
      'vendor, supplier, supplier name, merchant, merchant name, payee, seller',
    ),
    entityField(
      'po_number',
      'Purchase order',
      'text',
      'The number of the purchase order.',
      'po, purchase order number, po no, po id',
    ),
    entityField(
      'account_name',
      'Account',
      'text',
      'The account that it was booked to.',
      'gl account, ledger account, gl account name, expense account',
    ),
    entityField(
      'transaction_type',
      'Kind',
      'text',
      'What kind of payment it is: “invoice”, “card”.',
      'type, payment type, payment method, document type',
    ),
  ],
  shape: { kind: 'records', entity: 'transactions', pageSize: PAGE_RECORDS, references: [] },
  identity: ['id'],
  missing: 'stays',
  needs: [],
  order: 5,
  place: 'instance',
  maxBytes: MOST_BYTES,
  evidence: reference('data-entities'),
};
