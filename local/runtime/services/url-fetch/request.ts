/** A request as a script describes it, checked by Google's rules. https://developers.google.com/apps-script/reference/url-fetch/url-fetch-app */
import { ScriptError, ServiceObject } from '../../service-object';
import { parseAddress } from './address';
import { bodyOf, type Body } from './payload';

export interface PreparedRequest {
  /** As the script wrote it: exceptions repeat it. */
  readonly url: string;
  readonly address: URL;
  /** In capitals. */
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | undefined;
  readonly followRedirects: boolean;
  readonly validateHttpsCertificates: boolean;
  readonly muteHttpExceptions: boolean;
  /** Real and virtual milliseconds. */
  readonly timeout: number;
}

const METHODS = ['get', 'delete', 'patch', 'post', 'put'];
const DEFAULT_TIMEOUT_SECONDS = 360;
/** Set by the platform itself. */
const REFUSED_HEADERS = ['host', 'content-length'];
/** https://developers.google.com/apps-script/guides/services/quotas */
const HEADERS = 100;
const HEADER_BYTES = 8 * 1024;
const POST_BYTES = 50 * 1024 * 1024;

const invalid = (attribute: string): ScriptError =>
  new ScriptError(`Attribute provided with invalid value: ${attribute}`);

const isPlainObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof ServiceObject);

function headersOf(headers: unknown): Record<string, string> {
  if (headers === undefined || headers === null) return {};
  if (!isPlainObject(headers)) throw invalid('headers');
  const entries = Object.entries(headers).map(([name, value]) => {
    if (value === null || value === undefined) throw invalid('Header:null');
    const text = String(value);
    const malformed = !/^[!#$%&'*+.^_`|~\w-]+$/.test(name) || /[\r\n\0]/.test(text);
    if (malformed || REFUSED_HEADERS.includes(name.toLowerCase())) throw invalid(`Header:${name}`);
    return [name, text] as const;
  });
  if (entries.length > HEADERS) throw new ScriptError('Limit Exceeded: URLFetch Header Count.');
  const size = entries.reduce(
    (total, [name, value]) => total + Buffer.byteLength(`${name}: ${value}\r\n`),
    0,
  );
  if (size > HEADER_BYTES) throw new ScriptError('Limit Exceeded: URLFetch Header Size.');
  return Object.fromEntries(entries);
}

function methodOf(method: unknown, hasPayload: boolean): string {
  // Google documents get as the default yet is said to send a payload by POST: a script must not depend on either.
  if (hasPayload && (method === undefined || String(method).toLowerCase() === 'get')) {
    throw new ScriptError(
      'UrlFetchApp: a payload needs an explicit method such as post (a rule of the local Apps Script: what Google does without one is not documented).',
    );
  }
  const name = String(method ?? 'get').toLowerCase();
  if (!METHODS.includes(name)) throw invalid('method');
  return name.toUpperCase();
}

function flag(options: Record<string, unknown>, name: string, fallback: boolean): boolean {
  const value = options[name] ?? fallback;
  if (typeof value !== 'boolean') throw invalid(name);
  return value;
}

/** The type named by the option, else by a header, else the one that the payload has by itself. */
function withContentType(
  headers: Record<string, string>,
  body: Body | undefined,
  option: unknown,
): Record<string, string> {
  const named = Object.keys(headers).find((name) => name.toLowerCase() === 'content-type');
  if (body === undefined && option === undefined) return headers;
  if (body?.multipart !== true && option === undefined && named !== undefined) return headers;
  const others = Object.entries(headers).filter(([name]) => name !== named);
  const own = body?.contentType ?? '';
  return {
    ...Object.fromEntries(others),
    'Content-Type': body?.multipart === true ? own : String(option ?? own),
  };
}

/**
 * Checks the options of one request.
 * @param boundary for the case that the payload is a multipart form
 * @throws ScriptError in Google's words; nothing has been sent then
 */
export function prepareRequest(url: unknown, params: unknown, boundary: string): PreparedRequest {
  const address = parseAddress(url);
  if (params !== undefined && params !== null && !isPlainObject(params)) throw invalid('params');
  const options = params ?? {};
  const { payload } = options;
  const hasPayload = payload !== undefined && payload !== null && payload !== '';
  const method = methodOf(options['method'], hasPayload);
  const body = hasPayload ? bodyOf(payload, boundary) : undefined;
  if (body !== undefined && body.bytes.length > POST_BYTES) {
    throw new ScriptError('Limit Exceeded: URLFetch POST Size.');
  }
  flag(options, 'escaping', true);
  const seconds = options['timeoutSeconds'] ?? DEFAULT_TIMEOUT_SECONDS;
  if (typeof seconds !== 'number' || !(seconds > 0)) throw invalid('timeoutSeconds');
  return {
    url: String(url),
    address,
    method,
    headers: withContentType(headersOf(options['headers']), body, options['contentType']),
    body: body?.bytes,
    followRedirects: flag(options, 'followRedirects', true),
    validateHttpsCertificates: flag(options, 'validateHttpsCertificates', true),
    muteHttpExceptions: flag(options, 'muteHttpExceptions', false),
    timeout: seconds * 1000,
  };
}
