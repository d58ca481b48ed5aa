/** `/contracts`: the list, one contract, and its creation, change and removal. */
import { Refusal, jsonObject } from '../../http/exchange';
import { BASE_LATENCY } from '../../http/latency';
import { chosenFields, listAnswer } from '../query/list';
import { onlyParameters } from '../query/parameters';
import type { ToriiRecord } from '../record';
import { get, named, ok } from '../route';
import type { Call, ToriiRoute } from '../route';
import { shownRecord } from '../shown-value';
import { minorUnits, patchFrom } from '../written-value';
import type { Patch } from '../written-value';

/**
 * 1.0 gives all of them by id under `contracts` alone; 1.1 gives pages, in no order.
 * https://developers.toriihq.com/docs/get-contracts-migration-guide-v10-v11
 */
function list(call: Call) {
  return listAnswer(call, {
    resource: 'contracts',
    catalog: call.tenant.catalog('contracts', call.version),
    searched: ['name', 'vendor'],
    parameters: {},
    paged: call.version === '1.1',
    unordered: true,
  });
}

function one(call: Call) {
  onlyParameters(call.exchange, ['fields']);
  const contract = named(call, 'contracts', 'idContract');
  const fields = chosenFields(call.exchange.query, call.tenant.catalog('contracts', call.version));
  return ok({ contract: shownRecord(fields, contract, call) });
}

function create(call: Call) {
  const body = jsonObject(call.exchange);
  const missing = ['name', 'idApp', 'status'].filter((key) => body[key] === undefined || body[key] === null);
  if (missing.length > 0) throw new Refusal(400, `Missing required fields: ${missing.join(', ')}`);
  const patch = patchOf(call, body, undefined);
  const contract: ToriiRecord = {
    createdBy: null,
    currency: call.tenant.data.org.currency,
    creationTime: new Date(call.now).toISOString(),
    source: 'api',
    ...patch,
    id: call.tenant.nextId('contracts'),
  };
  call.tenant.add('contracts', contract);
  return written(contract);
}

function update(call: Call) {
  const contract = named(call, 'contracts', 'idContract');
  call.tenant.change(contract, patchOf(call, jsonObject(call.exchange), contract));
  return written(contract);
}

function remove(call: Call) {
  call.tenant.remove('contracts', named(call, 'contracts', 'idContract').id);
  return { status: 204, latency: BASE_LATENCY };
}

const written = ({ id, name, status }: ToriiRecord) => ok({ contract: { id, name, status } });

function patchOf(call: Call, body: Record<string, unknown>, contract: ToriiRecord | undefined): Patch {
  const { tenant } = call;
  const { currency } = tenant.data.org;
  if ('currency' in body) throw new Refusal(400, '"currency" is not allowed: it is part of the amount');
  if (body.idApp !== undefined && tenant.find('apps', Number(body.idApp)) === undefined) {
    throw new Refusal(400, `"idApp": there is no app ${String(body.idApp)}`);
  }
  const contractCurrency =
    (body.amount ?? null) === null
      ? (contract?.currency ?? currency)
      : readMoney('amount', body.amount, currency).currency;
  return patchFrom(body, tenant.catalog('contracts', call.version), tenant, (field, value) => {
    const money = readMoney(field.key, value, currency);
    const stored = minorUnits(field, money.value);
    if (field.key === 'amount') return { amount: stored, currency: money.currency };
    // A contract shows one currency; what another one in a second field would do is not documented. A plain number is
    // one of the organisation's currency.
    if (money.currency !== contractCurrency) {
      throw new Refusal(
        400,
        `"${field.key}" must be in ${String(contractCurrency)}, the currency of the contract`,
      );
    }
    return { [field.stored]: stored };
  });
}

/**
 * A number, which is in the organisation's currency, or `{value, currency}`; the official guide also sends the number
 * as text. The amount decides the currency of the contract. https://developers.toriihq.com/reference/putcontractsidcontract
 */
function readMoney(
  key: string,
  sent: unknown,
  organisationCurrency: string,
): { value: unknown; currency: string } {
  if (typeof sent !== 'object' || sent === null)
    return { value: numeric(sent), currency: organisationCurrency };
  const { value, currency } = sent as { value?: unknown; currency?: unknown };
  if (typeof currency !== 'string' || !/^[A-Z]{3}$/.test(currency)) {
    throw new Refusal(400, `"${key}.currency" must be a currency code`);
  }
  return { value: numeric(value), currency };
}

const numeric = (value: unknown) =>
  typeof value === 'string' && /^-?\d+$/.test(value) ? Number(value) : value;

export const CONTRACT_ROUTES: readonly ToriiRoute[] = [
  get('/contracts', list),
  { method: 'POST', path: '/contracts', handler: create },
  get('/contracts/{idContract}', one),
  { method: 'PUT', path: '/contracts/{idContract}', handler: update },
  { method: 'DELETE', path: '/contracts/{idContract}', handler: remove },
];
