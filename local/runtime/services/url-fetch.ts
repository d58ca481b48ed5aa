/** UrlFetchApp: requests to other servers, by real HTTP and in virtual time. https://developers.google.com/apps-script/reference/url-fetch/url-fetch-app */
import { LATENCY_HEADER } from '../../servers/fake-server';
import type { Host } from '../host';
import { ScriptError, ServiceObject } from '../service-object';
import { decodeText } from './blob';
import { spend } from './daily-quota';
import { mismatch } from './signature';
import { checkAllowed } from './url-fetch/address';
import { prepareRequest, type PreparedRequest } from './url-fetch/request';
import { HTTPResponse } from './url-fetch/response';
import { NoAnswer, transmit, type Answer } from './url-fetch/transport';

/**
 * Virtual milliseconds of a request whose answer does not say how long it took, also where none came: the 0.6 s that
 * https://www.pre-practice.net/2020/03/urlfetchappfetchallfetch.html measured, less the call's own share of 0.1 s.
 */
export const DEFAULT_LATENCY = 500;

const RESPONSE_BYTES = 50 * 1024 * 1024;
const REDIRECTS = 20;
/** Real connections at a time. To the clock, all requests of a call still go out together. */
const AT_ONCE = 64;
/** How much of a failed answer an exception quotes, in characters. */
const QUOTED = 150;

/** How one request ended, and the virtual milliseconds that it took. */
interface Outcome {
  readonly took: number;
  readonly response?: HTTPResponse;
  readonly error?: ScriptError;
}

/** One request on its way: the first, or the one that a redirect asks for. */
interface Hop {
  readonly address: URL;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | undefined;
}

type HeaderPairs = (readonly [string, string])[];

function pairs(rawHeaders: readonly string[]): HeaderPairs {
  const found: HeaderPairs = [];
  for (let at = 0; at + 1 < rawHeaders.length; at += 2)
    found.push([rawHeaders[at] ?? '', rawHeaders[at + 1] ?? '']);
  return found;
}

const header = (headers: HeaderPairs, wanted: string): string | undefined =>
  headers.find(([name]) => name.toLowerCase() === wanted)?.[1];

/** Where a redirect leads. A post becomes a get except by 307 and 308; a key goes to no other host. */
function redirected(hop: Hop, status: number, location: string): Hop | undefined {
  if (!URL.canParse(location, hop.address.href)) return undefined;
  const address = new URL(location, hop.address);
  const keeps = status === 307 || status === 308 || (hop.method !== 'POST' && status !== 303);
  const dropped = [
    ...(address.host === hop.address.host ? [] : ['authorization', 'cookie']),
    ...(keeps ? [] : ['content-type']),
  ];
  const headers = Object.entries(hop.headers).filter(([name]) => !dropped.includes(name.toLowerCase()));
  return {
    address,
    method: keeps ? hop.method : 'GET',
    headers: Object.fromEntries(headers),
    body: keeps ? hop.body : undefined,
  };
}

/** The stand-in's address for what the script asked for; a stand-in may live below a path. */
function targetOf(base: string, address: URL): URL {
  const target = new URL(base);
  target.pathname = `${target.pathname.replace(/\/$/, '')}${address.pathname}`;
  target.search = address.search;
  return target;
}

function failure(cause: unknown, url: string): ScriptError {
  if (!(cause instanceof NoAnswer)) throw cause;
  if (cause.reason === 'timeout') return new ScriptError(`Timeout: ${url}`);
  if (cause.reason === 'too large') return new ScriptError('Limit Exceeded: URLFetch Response Size.');
  return new ScriptError(`Address unavailable: ${url}`);
}

class UrlFetchApp extends ServiceObject {
  readonly className = 'UrlFetchApp';
  readonly #host: Host;

  constructor(host: Host) {
    super();
    this.#host = host;
  }

  async fetch(url: unknown, params?: unknown): Promise<HTTPResponse> {
    const [response] = await this.#send([this.#prepare(url, params)]);
    if (response === undefined) throw new Error('A request came back without an answer.');
    return response;
  }

  /** Sent together; the answers come in the order of the requests. One that fails unmuted fails the whole call. */
  async fetchAll(requests: unknown): Promise<HTTPResponse[]> {
    if (!Array.isArray(requests)) throw mismatch('UrlFetchApp.fetchAll', [requests]);
    return this.#send(
      requests.map((request: unknown) => {
        if (typeof request === 'string') return this.#prepare(request, undefined);
        if (typeof request !== 'object' || request === null)
          throw mismatch('UrlFetchApp.fetchAll', [requests]);
        const { url, ...params } = request as { url?: unknown };
        return this.#prepare(url, params);
      }),
    );
  }

  /** What fetch would send, without sending it. */
  getRequest(url: unknown, params?: unknown): Record<string, unknown> {
    const request = this.#prepare(url, params);
    const type = Object.entries(request.headers).find(([name]) => name.toLowerCase() === 'content-type');
    return {
      url: request.url,
      method: request.method.toLowerCase(),
      headers: request.headers,
      payload: request.body === undefined ? '' : decodeText(request.body, 'UTF-8'),
      contentType: type?.[1] ?? '',
      followRedirects: request.followRedirects,
      validateHttpsCertificates: request.validateHttpsCertificates,
      useIntranet: false,
    };
  }

  #prepare(url: unknown, params: unknown): PreparedRequest {
    const boundary = Array.from({ length: 4 }, () => this.#host.random().toString(36).slice(2, 8)).join('');
    const request = prepareRequest(url, params, `----boundary${boundary}`);
    checkAllowed(request.address, this.#host.file.urlFetchWhitelist);
    return request;
  }

  async #send(requests: readonly PreparedRequest[]): Promise<HTTPResponse[]> {
    spend(this.#host, 'urlfetch', requests.length);
    const logs = requests.map((): (() => void)[] => []);
    const outcomes: Outcome[] = [];
    for (let first = 0; first < requests.length; first += AT_ONCE) {
      const wave = requests.slice(first, first + AT_ONCE);
      outcomes.push(
        ...(await Promise.all(wave.map((request, index) => this.#run(request, logs[first + index] ?? [])))),
      );
    }
    for (const log of logs.flat()) log();
    this.#host.clock.charge(Math.max(0, ...outcomes.map(({ took }) => took)));
    return outcomes.map(({ response, error }, index) => {
      if (response === undefined) throw error ?? new Error('A request ended without an outcome.');
      const { address, muteHttpExceptions } = requests[index] ?? {};
      const status = response.getResponseCode();
      if (status < 400 || muteHttpExceptions === true) return response;
      throw new ScriptError(
        `Request failed for ${address?.origin} returned code ${status}. Truncated server response: ` +
          `${response.getContentText().slice(0, QUOTED)} (use muteHttpExceptions option to examine full response)`,
      );
    });
  }

  /** Follows a request to its end; `logs` gets an entry for each hop, so that a batch is logged in its own order. */
  async #run(request: PreparedRequest, logs: (() => void)[]): Promise<Outcome> {
    const { headers, address, method, body } = request;
    const agent = Object.keys(headers).some((name) => name.toLowerCase() === 'user-agent')
      ? {}
      : { 'User-Agent': this.#userAgent() };
    let hop: Hop = { address, method, body, headers: { ...headers, ...agent } };
    let took = 0;
    for (let count = 0; count <= REDIRECTS; count += 1) {
      const base = this.#host.network.route(hop.address.hostname);
      if (base === undefined) {
        logs.push(this.#logger(hop));
        return { took: took + DEFAULT_LATENCY, error: new ScriptError(`DNS error: ${request.url}`) };
      }
      const target = targetOf(base, hop.address);
      let answer: Answer;
      try {
        answer = await this.#transmit(request, hop, target);
      } catch (cause) {
        logs.push(this.#logger(hop));
        const error = failure(cause, request.url);
        const wasTimeout = cause instanceof NoAnswer && cause.reason === 'timeout';
        return { took: took + (wasTimeout ? request.timeout : DEFAULT_LATENCY), error };
      }
      logs.push(this.#logger(hop, answer));
      const all = pairs(answer.rawHeaders);
      took += Number(header(all, LATENCY_HEADER) ?? DEFAULT_LATENCY);
      if (took > request.timeout) {
        return { took: request.timeout, error: new ScriptError(`Timeout: ${request.url}`) };
      }
      const location = answer.status >= 300 && answer.status < 400 ? header(all, 'location') : undefined;
      const next =
        request.followRedirects && location !== undefined
          ? redirected(hop, answer.status, location)
          : undefined;
      if (next === undefined) {
        const shown = all.filter(([name]) => name.toLowerCase() !== LATENCY_HEADER);
        return { took, response: new HTTPResponse(hop.address, answer.status, shown, answer.body) };
      }
      hop = next;
    }
    return { took, error: new ScriptError(`Address unavailable: ${request.url}`) };
  }

  /** A stand-in sees the host name that the script asked for; a real platform its own. */
  async #transmit(request: PreparedRequest, hop: Hop, target: URL): Promise<Answer> {
    const host = target.protocol === 'https:' ? {} : { Host: hop.address.host };
    return transmit({
      target,
      method: hop.method,
      headers: { ...hop.headers, ...host },
      body: hop.body,
      timeout: request.timeout,
      validateHttpsCertificates: request.validateHttpsCertificates,
      largest: RESPONSE_BYTES,
    });
  }

  /** Remembers when a request went out, for the log that is written when the whole batch is back. */
  #logger(hop: Hop, answer?: Answer): () => void {
    const { clock, network } = this.#host;
    const at = clock.now();
    return () =>
      network.log({
        method: hop.method,
        url: hop.address.href,
        headers: { ...hop.headers },
        body: hop.body === undefined ? '' : hop.body.toString('utf8'),
        status: answer?.status ?? 0,
        at,
        bytes: answer?.body.length ?? 0,
      });
  }

  #userAgent(): string {
    return `Mozilla/5.0 (compatible; Google-Apps-Script; beanserver; +https://script.google.com; id: ${this.#host.file.id})`;
  }
}

/** The service for one execution. */
export function createUrlFetchApp(host: Host): ServiceObject {
  return new UrlFetchApp(host);
}
