/** `/parsings`: reading of expense files. */
import { Refusal, jsonObject } from '../../http/exchange';
import { onlyParameters } from '../query/parameters';
import { get, made, ok, put } from '../route';
import type { Call, ToriiRoute } from '../route';
import type { ParseConfig } from '../uploads/parse-config';
import { readParseConfig } from '../uploads/parse-config';
import { fileOf, integers } from './services';

/** https://developers.toriihq.com/reference/putparsingsautomatic */
function automatic(call: Call) {
  const { idFile } = integers(call, ['idFile']) as { idFile: number };
  return begin(call, idFile, undefined);
}

/** https://developers.toriihq.com/reference/putparsingsmanual */
function manual(call: Call) {
  const { parseConfig, ...others } = jsonObject(call.exchange);
  const [other] = Object.keys(others);
  if (other !== undefined) throw new Refusal(400, `"${other}" is not allowed`);
  if (typeof parseConfig !== 'object' || parseConfig === null) {
    throw new Refusal(400, '"parseConfig" is required');
  }
  const { idFile } = parseConfig as { idFile?: unknown };
  if (!Number.isInteger(idFile)) throw new Refusal(400, '"parseConfig.idFile" must be an integer');
  return begin(call, Number(idFile), readParseConfig(parseConfig as Record<string, unknown>));
}

function begin(call: Call, idFile: number, config: ParseConfig | undefined) {
  const file = fileOf(call, idFile, 'expenseReport');
  const { tenant, now, options } = call;
  const id = tenant.nextId('parsings');
  tenant.data.parsings.push({
    id,
    idFile: file.id,
    config,
    endsAt: now + options.parsingSeconds * 1000,
    status: 'parsing_in_progress',
    matchedTransactions: 0,
    totalTransactions: 0,
  });
  return made(call, id);
}

/** https://developers.toriihq.com/reference/getparsingsid */
function one(call: Call) {
  onlyParameters(call.exchange, []);
  const wanted = call.parameters.id ?? '';
  if (!/^\d+$/.test(wanted)) throw new Refusal(400, '"id" must be a number');
  const parsing = call.tenant.data.parsings.find((each) => each.id === Number(wanted));
  if (parsing === undefined) throw new Refusal(404, `There is no parsing ${wanted}`);
  const { id, status, matchedTransactions, totalTransactions } = parsing;
  return ok({ parse: { id, status, matchedTransactions, totalTransactions } });
}

export const PARSING_ROUTES: readonly ToriiRoute[] = [
  put('/parsings/automatic', automatic),
  put('/parsings/manual', manual),
  get('/parsings/{id}', one),
];
