/** What every route gets, and how it answers. */
import { Refusal } from '../http/exchange';
import type { Answer, Exchange } from '../http/exchange';
import { latencyOf } from '../http/latency';
import type { PagedLists } from '../http/paged-lists';
import type { Route } from '../http/router';
import type { ToriiRecord } from './record';
import type { View } from './shown-value';
import type { RecordResource } from './tenant';
import type { Bucket } from './uploads/bucket';

export interface Call extends View {
  readonly exchange: Exchange;
  /** Values of the path template's `{names}`. */
  readonly parameters: Readonly<Record<string, string>>;
  /** Virtual milliseconds since 1970. */
  readonly now: number;
  readonly lists: PagedLists<ToriiRecord>;
  readonly bucket: Bucket;
}

export type ToriiRoute = Route<(call: Call) => Answer>;

export function get(path: string, handler: (call: Call) => Answer): ToriiRoute {
  return { method: 'GET', path, handler };
}

export function post(path: string, handler: (call: Call) => Answer): ToriiRoute {
  return { method: 'POST', path, handler };
}

export function put(path: string, handler: (call: Call) => Answer): ToriiRoute {
  return { method: 'PUT', path, handler };
}

/** An answer with a body of that many rows. */
export function ok(body: unknown, rows = 1): Answer {
  return { status: 200, body, latency: latencyOf(rows) };
}

/** What was made by an upload, known by its id from now on. */
export function made({ options }: Call, id: number): Answer {
  return { ...ok({ id: options.idsAsText ? String(id) : id }), status: options.madeStatus };
}

/** The record that the path names, or 404. */
export function named(call: Call, resource: RecordResource, parameter: string): ToriiRecord {
  const id = call.parameters[parameter] ?? '';
  if (!/^\d+$/.test(id)) throw new Refusal(400, `"${parameter}" must be a number`);
  const record = call.tenant.find(resource, Number(id));
  if (record === undefined) throw new Refusal(404, `There is no record ${id} in ${resource}`);
  return record;
}
