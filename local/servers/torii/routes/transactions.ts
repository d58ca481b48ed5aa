/** `/transactions`: expenses, and to which apps they belong. */
import { Refusal, jsonObject } from '../../http/exchange';
import { converted } from '../exchange-rates';
import { FieldCatalog } from '../field';
import type { Attribute } from '../field';
import { chosenFields, envelope, pageOf, searchTest } from '../query/list';
import { sorted } from '../query/order';
import { onlyParameters } from '../query/parameters';
import type { ToriiRecord } from '../record';
import { get, named, ok } from '../route';
import type { Call, ToriiRoute } from '../route';
import { shownRecord } from '../shown-value';
import { metadataAnswer } from './field-lists';

/**
 * Keys that clients have met, all of them shown where none are asked for: inferred, no text names the default.
 * https://github.com/oomol-lab/open-connector
 */
const ATTRIBUTES: readonly Attribute[] = [
  { key: 'id', name: 'Id', type: 'number', byDefault: true },
  { key: 'idApp', name: 'Application', type: 'number', byDefault: true },
  { key: 'transactionDate', name: 'Date', type: 'time', byDefault: true },
  { key: 'amount', name: 'Amount', type: 'currency', byDefault: true },
  { key: 'source', name: 'Source', type: 'singleLine', byDefault: true },
  { key: 'description', name: 'Description', type: 'singleLine', byDefault: true },
  // Known from the answer to a change. https://developers.toriihq.com/reference/puttransactionsidtransaction
  { key: 'mappingStatus', name: 'Mapping status', type: 'singleLine' },
];
const CATALOG = new FieldCatalog(ATTRIBUTES, [], '1.1');

const PARAMETERS = ['idApp', 'source', 'q', 'mappingStatus', 'sort', 'size', 'cursor', 'fields'];
/** Those that texts name; there may be more. */
const STATUSES = ['mapped', 'unknown', 'archived'];
/** https://github.com/oomol-lab/open-connector */
const LONGEST_Q = 800;

interface Amount {
  readonly value: number;
  readonly currency: string;
  readonly convertedValue: number;
}

/** The transaction with its status, and with its amount in the organisation's currency too. */
function complete(transaction: ToriiRecord, call: Call): ToriiRecord & { amount: Amount | null } {
  const mappingStatus = statusOf(transaction);
  const stored = (transaction.amount ?? null) as Partial<Amount> | null;
  if (stored === null) return { ...transaction, mappingStatus, amount: null };
  const organisation = call.tenant.data.org.currency;
  const { value = 0, currency = organisation } = stored;
  const { convertedValue = converted(value, currency, organisation) } = stored;
  return { ...transaction, mappingStatus, amount: { value, currency, convertedValue } };
}

const statusOf = ({ mappingStatus, idApp }: ToriiRecord) =>
  String(mappingStatus ?? ((idApp ?? null) === null ? 'unknown' : 'mapped'));

/**
 * Mapped ones, unless `mappingStatus` says otherwise; archived ones never. Amounts are put in order by what they are in
 * the organisation's currency. https://developers.toriihq.com/reference/gettransactions
 */
function list(call: Call) {
  onlyParameters(call.exchange, PARAMETERS);
  const { query } = call.exchange;
  const fields = chosenFields(query, CATALOG);
  const statuses = (query.get('mappingStatus') ?? 'mapped').split(',');
  if (!statuses.every((status) => STATUSES.includes(status))) throw notOneOf('mappingStatus', STATUSES);
  const q = query.get('q');
  if (q !== null && (q.length < 1 || q.length > LONGEST_Q)) {
    throw new Refusal(400, `"q" must be 1 to ${LONGEST_Q} characters long`);
  }
  const search = searchTest(q, ['description']);
  const [idApp, source, sort] = [query.get('idApp'), query.get('source'), query.get('sort')];
  if (idApp !== null && !/^\d+$/.test(idApp)) throw new Refusal(400, '"idApp" must be a number');
  const wanted = (transaction: ToriiRecord) => {
    const status = statusOf(transaction);
    return (
      status !== 'archived' &&
      statuses.includes(status) &&
      (idApp === null || transaction.idApp === Number(idApp)) &&
      (source === null || transaction.source === source) &&
      search?.(transaction) !== false
    );
  };
  const all = call.tenant.data.transactions;
  const page = pageOf(call, all, () => {
    const rows = all.filter(wanted).map((transaction) => complete(transaction, call));
    if (sort === null || sort === '') return rows;
    return sorted(rows, sort, CATALOG, (row) => ({ ...row, amount: row.amount?.convertedValue }));
  });
  const shown = page.rows.map((row) => shownRecord(fields, row, call));
  return ok({ transactions: shown, ...envelope(page, call.options) }, shown.length);
}

/** https://developers.toriihq.com/reference/puttransactionsidtransaction */
function update(call: Call) {
  const transaction = named(call, 'transactions', 'idTransaction');
  const { idApp, mappingStatus, amount, transactionDate, ...others } = jsonObject(call.exchange);
  const [other] = Object.keys(others);
  if (other !== undefined) throw new Refusal(400, `"${other}" is not allowed`);
  const changed = {
    ...(idApp === undefined ? {} : matched(call, idApp)),
    ...(mappingStatus === undefined ? {} : { mappingStatus: writtenStatus(mappingStatus, idApp) }),
    ...(amount === undefined ? {} : { amount: writtenAmount(amount, transaction) }),
    ...(transactionDate === undefined ? {} : { transactionDate: writtenDay(transactionDate) }),
  };
  call.tenant.change(transaction, changed);
  const { id } = transaction;
  return ok({
    id,
    idApp: transaction.idApp ?? null,
    mappingStatus: statusOf(transaction),
    transactionDate: transaction.transactionDate ?? null,
  });
}

function matched(call: Call, idApp: unknown): Record<string, unknown> {
  if (idApp === null) return { idApp };
  if (typeof idApp !== 'number' || call.tenant.find('apps', idApp) === undefined) {
    throw new Refusal(400, `"idApp": there is no app ${String(idApp)}`);
  }
  return { idApp, mappingStatus: 'mapped' };
}

/** Two can be written: `archived`, and `unknown` together with `idApp: null`. */
function writtenStatus(status: unknown, idApp: unknown): unknown {
  if (status !== 'archived' && status !== 'unknown') throw notOneOf('mappingStatus', ['archived', 'unknown']);
  if (status === 'unknown' && idApp !== null) {
    throw new Refusal(400, '"mappingStatus" can be "unknown" only together with "idApp": null');
  }
  return status;
}

/** In the smallest unit of the currency, which stays as it is. */
function writtenAmount(amount: unknown, transaction: ToriiRecord): unknown {
  const { value, ...others } = (amount ?? {}) as { value?: unknown };
  if (typeof value !== 'number' || !Number.isInteger(value)) {
    throw new Refusal(400, '"amount.value" must be a whole number of the smallest unit of its currency');
  }
  const [other] = Object.keys(others);
  if (other !== undefined) throw new Refusal(400, `"amount.${other}" is not allowed`);
  const { convertedValue: _former, ...kept } = (transaction.amount ?? {}) as Partial<Amount>;
  return { ...kept, value };
}

function writtenDay(day: unknown): string {
  const text = typeof day === 'string' ? day : '';
  const ms = /^\d{4}-\d\d-\d\d(T.*)?$/.test(text) ? Date.parse(text) : NaN;
  // The 30th of February is read as a day of March.
  if (Number.isNaN(ms) || (text.length === 10 && new Date(ms).toISOString().slice(0, 10) !== text)) {
    throw new Refusal(400, '"transactionDate" must be a valid ISO 8601 date');
  }
  return new Date(ms).toISOString().slice(0, 10);
}

const notOneOf = (key: string, allowed: readonly string[]) =>
  new Refusal(400, `"${key}" must be one of [${allowed.join(', ')}]`);

export const TRANSACTION_ROUTES: readonly ToriiRoute[] = [
  get('/transactions', list),
  // That it answers as the other lists of fields do is inferred. https://developers.toriihq.com/reference/gettransactionsmetadata
  get('/transactions/metadata', (call) => {
    onlyParameters(call.exchange, []);
    return metadataAnswer(call, ATTRIBUTES, []);
  }),
  { method: 'PUT', path: '/transactions/{idTransaction}', handler: update },
];
