/** What every route gets, and how it answers. */
import { Refusal, jsonObject } from '../http/exchange';
import type { Answer, Exchange } from '../http/exchange';
import type { KeptOrders } from '../http/kept-orders';
import { latencyOf } from '../http/latency';
import type { Route } from '../http/router';
import { WrongValue } from './error-body';
import { isObjectId } from './object-id';
import type { ZluriRecord } from './record';
import type { View } from './shown-record';

export interface Call extends View {
  readonly exchange: Exchange;
  /** Values of the path template's `{names}`. */
  readonly parameters: Readonly<Record<string, string>>;
  /** Virtual milliseconds since 1970. */
  readonly now: number;
  readonly lists: KeptOrders<ZluriRecord>;
}

export interface Endpoint {
  /** What a key may be kept from. */
  readonly scope: 'apps' | 'contracts' | 'users' | 'admins' | 'auditLog' | 'organisation' | 'integrations';
  readonly isWrite: boolean;
  readonly answer: (call: Call) => Answer;
}

export type ZluriRoute = Route<Endpoint>;

/** Paths of POST that add something; the others list. https://developers.zluri.com/reference/addapplication */
const ADDS = /\/add-[a-z]+$|^\/v2\/integrations-sync\//;

/** `"GET /v2/path"`, and what it leads to. */
export function route(line: string, scope: Endpoint['scope'], answer: Endpoint['answer']): ZluriRoute {
  const [method = '', path = ''] = line.split(' ');
  const isWrite = method === 'PATCH' || method === 'PUT' || (method === 'POST' && ADDS.test(path));
  return { method, path, handler: { scope, isWrite, answer } };
}

/** An answer with a body of that many rows. */
export function ok(body: unknown, rows = 1): Answer {
  return { status: 200, body, latency: latencyOf(rows) };
}

/** A single record, in the wrapping that the options ask for. */
export function single(call: Call, body: unknown): Answer {
  const { singleShape } = call.options;
  return ok(singleShape === 'bare' ? body : { [singleShape]: body });
}

/** A weak guess, as is the answer's status: no answer to a write is documented. */
const GUESSED_CREATED = 201;

/** The answer to a request that made this record. */
export function created(call: Call, body: unknown): Answer {
  return { ...single(call, body), status: GUESSED_CREATED };
}

/** A weak guess: no answer to a write is documented. */
export const GUESSED_WRITE_ANSWER = { message: 'updated' };

/** The app or user that the path names: 400 for what is no id, 404 for an unknown one. */
export function named(call: Call, resource: 'apps' | 'users', parameter: string): ZluriRecord {
  const id = call.parameters[parameter] ?? '';
  const record = call.tenant.find(resource, id);
  if (record !== undefined) return record;
  // https://developers.zluri.com/reference/updateapplicationuser-1
  if (!isObjectId(id)) throw new WrongValue(parameter, 'Must be a valid ObjectId', 'params');
  // Inferred: no page describes 404. https://developers.zluri.com/docs/troubleshooting
  throw new Refusal(404, `No record ${id} was found`);
}

/**
 * The body as a JSON object; none is an empty one. Inferred: a body that is not announced as JSON is not looked at,
 * as in most servers of its kind. https://developers.zluri.com/reference/introduction
 */
export function bodyOf(exchange: Exchange): Record<string, unknown> {
  const announced = /^application\/json\b/i.test(exchange.headers['content-type'] ?? '');
  return exchange.body === '' || !announced ? {} : jsonObject(exchange);
}
