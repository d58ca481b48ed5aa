/** Real HTTP on a loopback port: reads requests, lets faults strike, writes answers with their virtual latency. */
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { LATENCY_HEADER } from '../fake-server';
import type { FaultRule } from '../fake-server';
import { Content, Refusal } from './exchange';
import type { Answer, Distortion, Exchange } from './exchange';
import type { FaultList } from './fault-list';

export interface ListenerOptions {
  /** 0 or absent: any free port. */
  readonly port?: number | undefined;
  readonly faults: FaultList;
  /** The provider's error body; `refusal` is what was thrown, absent for a fault that was ordered. */
  readonly errorBody: (status: number, message: string, refusal?: Refusal) => unknown;
  /** Virtual milliseconds that a refusal takes. */
  readonly refusalLatency: number;
  /** May throw a Refusal. */
  readonly answer: (exchange: Exchange) => Answer;
}

export interface Listener {
  /** `http://127.0.0.1:port`, without a slash at the end. */
  readonly url: string;
  close(): Promise<void>;
}

const JSON_TYPE = 'application/json; charset=utf-8';

/** Starts to listen on the loopback interface. */
export async function listen(options: ListenerOptions): Promise<Listener> {
  const server = createServer((request, response) => {
    void readBody(request).then(
      (bytes) => respond(options, request, response, bytes),
      () => response.destroy(),
    );
  });
  server.on('connection', (socket) => socket.unref());
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  // A server that nobody asks keeps no process alive, nor do its idle connections: a desk left open hangs no tests.
  server.unref();
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function respond(
  options: ListenerOptions,
  request: IncomingMessage,
  response: ServerResponse,
  bytes: Buffer,
): void {
  const method = request.method ?? 'GET';
  const target = request.url ?? '/';
  const fault = options.faults.strike(`${method} ${target}`);
  if (fault?.cut === 'before') {
    response.destroy();
    return;
  }
  const cut = target.indexOf('?');
  const exchange: Exchange = {
    method,
    path: cut < 0 ? target : target.slice(0, cut),
    query: new URLSearchParams(cut < 0 ? '' : target.slice(cut + 1)),
    headers: request.headers,
    bytes,
    // Only when somebody reads it: an uploaded file may be long.
    get body() {
      return bytes.toString('utf8');
    },
    repeatCursor: fault?.repeatCursor === true,
  };
  if (fault?.status !== undefined && fault.works === true) answerTo(options, exchange);
  const answer =
    fault?.status === undefined ? answerTo(options, exchange) : faultyAnswer(options, fault, fault.status);
  send(response, answer, fault ?? {});
}

function answerTo(options: ListenerOptions, exchange: Exchange): Answer {
  try {
    return options.answer(exchange);
  } catch (error) {
    const refusal = error instanceof Refusal ? error : new Refusal(500, String(error));
    return {
      status: refusal.status,
      headers: refusal.headers,
      body: options.errorBody(refusal.status, refusal.message, refusal),
      latency: options.refusalLatency,
    };
  }
}

function faultyAnswer(options: ListenerOptions, fault: FaultRule, status: number): Answer {
  return {
    status,
    headers: fault.retryAfter === undefined ? {} : { 'Retry-After': String(fault.retryAfter) },
    body: status >= 400 ? options.errorBody(status, 'A fault that was ordered') : {},
    latency: options.refusalLatency,
  };
}

function send(response: ServerResponse, answer: Answer, fault: Distortion): void {
  const { type, bytes } = fault.body === undefined ? contentOf(answer.body) : faultyContent(fault.body);
  const empty = answer.status === 204;
  const isCut = fault.cut !== undefined && fault.cut !== false;
  if (isCut && empty) {
    // Its headers alone would be the whole answer.
    response.destroy();
    return;
  }
  response.writeHead(answer.status, {
    ...(empty ? {} : { 'Content-Type': type, 'Content-Length': String(bytes.length) }),
    [LATENCY_HEADER]: String(Math.round(answer.latency + (fault.delayMs ?? 0))),
    ...answer.headers,
  });
  if (isCut) {
    // Headers promise the whole body; half of it arrives.
    response.flushHeaders();
    response.write(bytes.subarray(0, Math.max(1, bytes.length >> 1)), () => response.destroy());
    return;
  }
  response.end(empty ? undefined : bytes);
}

function contentOf(body: unknown): Content {
  if (body instanceof Content) return body;
  return new Content(JSON_TYPE, Buffer.from(body === undefined ? '' : JSON.stringify(body), 'utf8'));
}

function faultyContent(text: string): Content {
  const type = text.trimStart().startsWith('<') ? 'text/html; charset=utf-8' : JSON_TYPE;
  return new Content(type, Buffer.from(text, 'utf8'));
}
