/** Real HTTP to the server that stands in for a host: one request, one answer. */
import { once } from 'node:events';
import http from 'node:http';
import https from 'node:https';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { promisify } from 'node:util';
import zlib from 'node:zlib';

export interface Answer {
  readonly status: number;
  /** Name and value in turn, as sent. */
  readonly rawHeaders: readonly string[];
  /** Unpacked. */
  readonly body: Buffer;
}

/** Why no answer came. */
export class NoAnswer extends Error {
  constructor(
    readonly reason: 'unreachable' | 'timeout' | 'too large',
    cause?: unknown,
  ) {
    super(`No answer: ${reason}`, { cause });
  }
}

export interface Transmission {
  readonly target: URL;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | undefined;
  /** Milliseconds. */
  readonly timeout: number;
  readonly validateHttpsCertificates: boolean;
  /** Bytes of the unpacked answer. */
  readonly largest: number;
}

/** First in, first out, so that the requests of one call arrive in their order. */
const POOL = { keepAlive: true, scheduling: 'fifo' } as const;
const plainAgent = new http.Agent(POOL);
const secureAgent = new https.Agent(POOL);

const UNPACK = {
  gzip: promisify(zlib.gunzip),
  'x-gzip': promisify(zlib.gunzip),
  deflate: promisify(zlib.inflate),
  br: promisify(zlib.brotliDecompress),
} as const;

async function unpack(body: Buffer, encoding: string | undefined, largest: number): Promise<Buffer> {
  if (encoding === undefined || !(encoding in UNPACK) || body.length === 0) return body;
  return UNPACK[encoding as keyof typeof UNPACK](body, { maxOutputLength: largest });
}

async function read(response: http.IncomingMessage, largest: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > largest) throw new NoAnswer('too large');
    chunks.push(chunk);
  }
  return unpack(Buffer.concat(chunks), response.headers['content-encoding'], largest);
}

/**
 * Sends a request and reads its whole answer.
 * @throws NoAnswer where the server cannot be reached, cuts the connection or does not answer in time
 */
export async function transmit(transmission: Transmission): Promise<Answer> {
  const { target, method, headers, body, timeout, largest, validateHttpsCertificates } = transmission;
  // Two turns of the event loop: a pooled connection that was closed while nobody looked is dropped before use.
  await nextTurn();
  await nextTurn();
  const secure = target.protocol === 'https:';
  const length = body === undefined && method === 'GET' ? {} : { 'Content-Length': body?.length ?? 0 };
  const request = (secure ? https : http).request(target, {
    method,
    agent: secure ? secureAgent : plainAgent,
    headers: { 'Accept-Encoding': 'gzip, deflate, br', ...headers, ...length },
    ...(secure ? { rejectUnauthorized: validateHttpsCertificates } : {}),
  });
  let late = false;
  const alarm = setTimeout(() => {
    late = true;
    request.destroy();
  }, timeout);
  try {
    request.end(body);
    const [response] = (await once(request, 'response')) as [http.IncomingMessage];
    const content = await read(response, largest);
    return { status: response.statusCode ?? 0, rawHeaders: response.rawHeaders, body: content };
  } catch (cause) {
    request.destroy();
    if (cause instanceof NoAnswer) throw cause;
    const tooLarge = cause instanceof RangeError;
    throw new NoAnswer(late ? 'timeout' : tooLarge ? 'too large' : 'unreachable', cause);
  } finally {
    clearTimeout(alarm);
  }
}
