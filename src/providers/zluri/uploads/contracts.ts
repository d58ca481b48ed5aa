/** Contracts for an app, added to what Zluri has. */
import type { TargetEvidence, UploadTarget } from '../../../core/upload/target';
import { reference, WEB_APP } from '../settings';
import { guessedField } from './fields';
import { article, MOST_BYTES, PAGE_RECORDS } from './settings';

/** Required in the product's own form; how they are spelled is a guess. */
const FORM: TargetEvidence = article('contracts', 'I');

export const CONTRACTS_TARGET: UploadTarget = {
  target: 'zluri.contracts',
  title: 'Contracts',
  description: 'Contracts, added to what Zluri has: the same ones sent twice may be there twice.',
  singular: 'contract',
  plural: 'contracts',
  fields: [
    guessedField(
      'unique_id',
      'Unique ID',
      'text',
      'What tells the contract from all others. Without a column for it, the name is taken.',
      'id, contract id, contract number, contract no, agreement id, agreement number, reference',
      { required: true, meaning: 'id', fallback: 'name' },
    ),
    guessedField(
      'name',
      'Name',
      'text',
      'What the contract is called.',
      'contract name, contract, agreement, agreement name, title',
      {
        required: true,
        evidence: FORM,
      },
    ),
    guessedField(
      'vendor_name',
      'Vendor',
      'text',
      'Whom it is with.',
      'vendor, supplier, supplier name, seller, provider',
      {
        required: true,
        evidence: FORM,
      },
    ),
    guessedField(
      'start_date',
      'Starts on',
      'day',
      'The first day of the contract.',
      'start, contract start, contract start date, effective date, begins, begin date',
      {
        required: true,
        evidence: FORM,
      },
    ),
    guessedField(
      'end_date',
      'Ends on',
      'day',
      'The last day of the contract.',
      'end, contract end, contract end date, expiry date, expiration date, expires, renewal date, term end',
      { required: true, evidence: FORM },
    ),
    guessedField(
      'cancel_by',
      'Cancel by',
      'day',
      'The last day to cancel it.',
      'cancellation date, notice date, cancel before, cancellation deadline',
      {
        evidence: WEB_APP,
      },
    ),
    guessedField(
      'auto_renews',
      'Renews by itself',
      'yesNo',
      'Whether it goes on unless somebody cancels it.',
      'auto renew, auto renewal, automatic renewal, auto renews, autorenew, renews automatically',
      { evidence: WEB_APP },
    ),
    guessedField('agreement_type', 'Type', 'text', 'What kind of agreement it is.', 'contract type, kind', {
      evidence: WEB_APP,
    }),
    guessedField(
      'payment_term',
      'Payment term',
      'text',
      'When and how it is paid.',
      'payment terms, billing term, billing frequency, billing cycle',
      {
        evidence: WEB_APP,
      },
    ),
    guessedField(
      'base_price',
      'Price',
      'money',
      'What it costs.',
      'amount, cost, value, contract value, total, total cost, total value',
      {
        evidence: WEB_APP,
      },
    ),
    guessedField(
      'base_currency',
      'Currency',
      'text',
      'The currency by its three letters: USD, EUR.',
      'currency code, iso currency, ccy',
      {
        meaning: 'currency',
        evidence: WEB_APP,
      },
    ),
    guessedField(
      'description',
      'Description',
      'text',
      'What it is about.',
      'contract description, notes, comments, details',
      { evidence: WEB_APP },
    ),
  ],
  shape: { kind: 'records', entity: 'contracts', pageSize: PAGE_RECORDS, references: [] },
  identity: ['unique_id'],
  missing: 'stays',
  needs: [],
  order: 6,
  place: 'instance',
  maxBytes: MOST_BYTES,
  evidence: reference('data-entities'),
};
