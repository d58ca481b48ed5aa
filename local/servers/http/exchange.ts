/** What goes between the wire and a server's routes: one request, its answer, and the refusal of a request. */
import type { IncomingHttpHeaders } from 'node:http';
import type { FaultRule } from '../fake-server';

/** One request, as it came in. */
export interface Exchange {
  readonly method: string;
  /** Path without the query, still URL-encoded. */
  readonly path: string;
  /** Decoded as forms are: an unencoded `+` arrives as a space. */
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  /** As text; what is no UTF-8 is lost in it. */
  readonly body: string;
  readonly bytes: Buffer;
  /** The next page of this list is to be named by the cursor that was asked for. */
  readonly repeatCursor: boolean;
}

export interface Answer {
  readonly status: number;
  /** Sent as JSON unless it is `Content`; absent for answers without a body. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Virtual milliseconds that the answer took. */
  readonly latency: number;
}

/** A body that is sent as it is. */
export class Content {
  constructor(
    readonly type: string,
    readonly bytes: Uint8Array,
  ) {}
}

/** A request that is answered with an error status and the provider's error body. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    message: string,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(message);
  }
}

/** Names of statuses, as error bodies give them. https://www.rfc-editor.org/rfc/rfc9110#section-15 */
export const REASONS: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  408: 'Request Timeout',
  409: 'Conflict',
  413: 'Payload Too Large',
  415: 'Unsupported Media Type',
  422: 'Unprocessable Entity',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  501: 'Not Implemented',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
  504: 'Gateway Timeout',
};

/** The body of a request as a JSON object; anything else is refused with 400. */
export function jsonObject(exchange: Exchange): Record<string, unknown> {
  let parsed: unknown;
  try {
    parsed = JSON.parse(exchange.body);
  } catch {
    throw new Refusal(400, 'The request body is not valid JSON');
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) {
    throw new Refusal(400, 'The request body must be a JSON object');
  }
  return parsed as Record<string, unknown>;
}

/** What a fault rule does to an answer that is otherwise right. */
export type Distortion = Pick<FaultRule, 'delayMs' | 'cut' | 'body'>;
