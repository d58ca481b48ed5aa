/** Requests as plain values: providers build them, only the dispatcher sends them. */
import type { HttpMethod } from '../../ports/http';
import { encodeQuery } from './url';

/** How fast a family of requests may go: `requests` in any `seconds`. Requests of one class share the allowance. */
export interface RateClass {
  readonly name: string;
  readonly requests: number;
  readonly seconds: number;
}

export interface ApiRequest {
  readonly method: HttpMethod;
  /** Below the connection's base address, starting with "/"; values already encoded. */
  readonly path: string;
  /** Encoded by the dispatcher; undefined values are left out. */
  readonly query?: Readonly<Record<string, string | number | boolean | undefined>>;
  /** Sent as JSON. */
  readonly body?: unknown;
  /** Sent in place of `body`, as a form in several parts; `fields` come first. */
  readonly form?: RequestForm;
  /**
   * A signed address elsewhere, in place of the connection's and `path`: the text goes there without any of the connection's
   * headers, so without a key. `path` stays as its name in logs and errors, which must not hold the address.
   */
  readonly signed?: { readonly address: string; readonly contentType: string; readonly text: string };
  readonly rateClass: RateClass;
  /** Statuses of refusals that are an answer to this request, body and all, in place of an error: 409, 422. Not 401, 429 or 5xx. */
  readonly reads?: readonly number[];
  /** Whether sending it twice does no harm. Only such a request is ever repeated after an unknown outcome. */
  readonly repeatable: boolean;
  /** What it is about, in a person's words, for errors: “apps”, “contract fields”. */
  readonly subject: string;
}

/** A form with one file. */
export interface RequestForm {
  readonly fields: Readonly<Record<string, string>>;
  readonly file: {
    /** Name of the form's field. */
    readonly field: string;
    readonly name: string;
    readonly contentType: string;
    readonly text: string;
  };
}

/** How to speak to one provider with one person's key. Lives in memory only, for one execution. */
export interface Connection {
  /** The provider's name as people know it. */
  readonly title: string;
  /** Such as https://api.toriihq.com/v1.0, without a slash at the end. */
  readonly baseUrl: string;
  /** Headers of every request, the key included. */
  readonly headers: Readonly<Record<string, string>>;
  /** Where in the provider's own pages a key is made, for errors. */
  readonly keyPlace: string;
  /** The human part of an error body, or null where there is none. */
  readonly readMessage: (body: unknown) => string | null;
}

/** A readable answer: 2xx, and JSON where it had a body; or a refusal among the request's `reads`, its body null where it is no JSON. */
export interface ApiAnswer {
  readonly status: number;
  readonly body: unknown;
}

/** What tells one request from another, as one line of text; it holds no key. */
export function nameOf({ method, path, query, body }: ApiRequest): string {
  const address = `${method} ${path}${encodeQuery(query ?? {})}`;
  return body === undefined ? address : `${address} ${JSON.stringify(body)}`;
}
