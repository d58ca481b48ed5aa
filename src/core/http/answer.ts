/** Reads what came back for a request: a usable answer, a reason to try again, or an error. */
import type { HttpOutcome } from '../../ports/http';
import { AppError } from '../errors';
import type { ErrorDetails } from '../errors';
import { redact } from './redaction';
import type { ApiAnswer, ApiRequest, Connection } from './request';
import { DEFAULT_RATE_WAIT, isTransient, retryAfter } from './retry';

/**
 * - answer: use it
 * - wait: the server counts too many requests; nothing was done, so any request may be sent again after `milliseconds`
 * - trouble: may pass by itself; `again` tells whether this request may be repeated, `error` what to say if it does not pass
 * - fail: sending it again would change nothing; `all` when it holds for every other request too
 */
export type Verdict =
  | { readonly kind: 'answer'; readonly answer: ApiAnswer }
  | { readonly kind: 'wait'; readonly milliseconds: number }
  | { readonly kind: 'trouble'; readonly again: boolean; readonly error: (attempts: number) => AppError }
  | { readonly kind: 'fail'; readonly error: AppError; readonly all: boolean };

/**
 * Judges one outcome at the moment `now`. Errors carry in their details `outcome: 'unknown'` where the request may have taken
 * effect all the same, so that a write can be looked up before it is repeated.
 */
export function readOutcome(
  outcome: HttpOutcome,
  request: ApiRequest,
  connection: Connection,
  now: number,
): Verdict {
  const about = { provider: connection.title, subject: request.subject };
  switch (outcome.kind) {
    case 'unsent':
      return trouble(true, 'NO_NETWORK', { ...about, outcome: 'unsent' });
    case 'unknown':
      return trouble(request.repeatable, 'NO_NETWORK', { ...about, outcome: 'unknown' });
    case 'quota':
      return outcome.burst
        ? trouble(request.repeatable, 'FETCH_BURST', { ...about, outcome: 'unknown' })
        : { kind: 'fail', error: new AppError('FETCH_QUOTA', about), all: true };
    case 'answer':
      return request.signed
        ? readStorage(outcome, request, connection, now)
        : readAnswer(outcome, request, connection, now);
  }
}

type HttpAnswer = Extract<HttpOutcome, { kind: 'answer' }>;

function readAnswer(
  { status, headers, body }: HttpAnswer,
  request: ApiRequest,
  connection: Connection,
  now: number,
): Verdict {
  const about = { provider: connection.title, subject: request.subject };
  if (request.reads?.includes(status))
    return { kind: 'answer', answer: { status, body: parseJson(body) ?? null } };
  if (status >= 200 && status < 300) {
    const read = readBody(body, status, headers, request);
    if ('problem' in read) {
      return trouble(request.repeatable, 'PROVIDER_GARBLED', {
        ...about,
        problem: read.problem,
        outcome: 'unknown',
      });
    }
    return { kind: 'answer', answer: { status, body: read.value } };
  }
  if (status === 429) return { kind: 'wait', milliseconds: retryAfter(headers, now) ?? DEFAULT_RATE_WAIT };
  if (isTransient(status)) {
    return trouble(request.repeatable, 'PROVIDER_TROUBLE', { ...about, status, outcome: 'unknown' });
  }
  if (status >= 500) return fail('PROVIDER_TROUBLE', { ...about, status, attempts: 1, outcome: 'unknown' });
  if (status === 401) {
    return fail('KEY_REFUSED', { ...about, keyPlace: connection.keyPlace }, true);
  }
  if (status === 403) return fail('KEY_LACKS_RIGHTS', about);
  if (status === 404) return fail('NOT_FOUND', about);
  return fail('PROVIDER_REFUSED', { ...about, status, message: readMessage(body, status, connection) });
}

/**
 * What a signed address answered. A storage service speaks there, which knows nothing of the key and whose XML may repeat the
 * signature: no body of it is read. https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html
 */
function readStorage(
  { status, headers }: HttpAnswer,
  { subject, repeatable }: ApiRequest,
  { title }: Connection,
  now: number,
): Verdict {
  const about = { provider: title, subject };
  if (status >= 200 && status < 300) return { kind: 'answer', answer: { status, body: null } };
  if (status === 429) return { kind: 'wait', milliseconds: retryAfter(headers, now) ?? DEFAULT_RATE_WAIT };
  return isTransient(status)
    ? trouble(repeatable, 'PROVIDER_TROUBLE', { ...about, status, outcome: 'unknown' })
    : fail('ADDRESS_REFUSED', { ...about, status });
}

/** The value of a successful answer, or in plain words why there is none. */
function readBody(
  body: string,
  status: number,
  headers: Readonly<Record<string, string>>,
  request: ApiRequest,
): { readonly value: unknown } | { readonly problem: string } {
  if (body.trim() === '') {
    return request.method === 'get' && status !== 204 ? { problem: 'it was empty' } : { value: null };
  }
  const parsed = parseJson(body);
  if (parsed !== undefined) return { value: parsed };
  const isPage = /html/i.test(headers['content-type'] ?? '') || body.trimStart().startsWith('<');
  return { problem: isPage ? 'a web page instead of data' : 'it was cut off or damaged' };
}

/** Some platforms repeat the whole request in a refusal; a person needs its beginning, and a job's record holds no more. */
const LONGEST_MESSAGE = 500;

/** What the platform itself says about a refusal; gateways in front of it may answer without JSON. */
function readMessage(body: string, status: number, connection: Connection): string {
  const parsed = parseJson(body);
  const message = parsed === undefined ? null : connection.readMessage(parsed);
  const whole = redact(message?.trim() || `it gave no reason (${status}).`);
  return whole.length > LONGEST_MESSAGE ? `${whole.slice(0, LONGEST_MESSAGE)} …` : whole;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // Not JSON is an answer of its own here: the callers say what it means.
    return undefined;
  }
}

type TroubleCode = 'NO_NETWORK' | 'PROVIDER_TROUBLE' | 'PROVIDER_GARBLED' | 'FETCH_BURST';

function trouble(again: boolean, code: TroubleCode, details: ErrorDetails): Verdict {
  return {
    kind: 'trouble',
    again,
    error: (attempts) => new AppError(code, { ...details, attempts }),
  };
}

type FailCode =
  | 'PROVIDER_TROUBLE'
  | 'KEY_REFUSED'
  | 'KEY_LACKS_RIGHTS'
  | 'NOT_FOUND'
  | 'PROVIDER_REFUSED'
  | 'ADDRESS_REFUSED';

function fail(code: FailCode, details: ErrorDetails, all = false): Verdict {
  return { kind: 'fail', error: new AppError(code, details), all };
}
