/** A clock that only moves when told, and an Http port whose answers a test decides. */
import { Dispatcher } from '../../../../src/core/http/dispatcher';
import type { DispatcherOptions } from '../../../../src/core/http/dispatcher';
import type { ApiRequest, Connection, RateClass } from '../../../../src/core/http/request';
import type { Clock } from '../../../../src/ports/clock';
import type { Http, HttpCall, HttpOutcome } from '../../../../src/ports/http';

export const START = Date.UTC(2026, 10, 22, 9);

export class FakeClock implements Clock {
  readonly sleeps: number[] = [];
  private time = START;
  constructor(private readonly chance = 0.5) {}
  now(): number {
    return this.time;
  }
  sleep(milliseconds: number): void {
    this.sleeps.push(milliseconds);
    this.time += milliseconds;
  }
  startedAt(): number {
    return START;
  }
  random(): number {
    return this.chance;
  }
  pass(milliseconds: number): void {
    this.time += milliseconds;
  }
}

export type Handler = (call: HttpCall, arrived: number) => HttpOutcome;

/** Answers each call by a handler; a batch takes `latency` virtual milliseconds and its calls arrive in the middle. */
export class ScriptedHttp implements Http {
  readonly batches: (readonly HttpCall[])[] = [];
  constructor(
    private readonly clock: FakeClock,
    private readonly handler: Handler,
    private readonly latency = 200,
  ) {}
  fetchAll(calls: readonly HttpCall[]): readonly HttpOutcome[] {
    this.batches.push(calls);
    this.clock.pass(this.latency / 2);
    const outcomes = calls.map((call) => this.handler(call, this.clock.now()));
    this.clock.pass(this.latency / 2);
    return outcomes;
  }
  get calls(): readonly HttpCall[] {
    return this.batches.flat();
  }
}

export const RATE: RateClass = { name: 'things', requests: 100, seconds: 60 };

export const CONNECTION: Connection = {
  title: 'Acme',
  baseUrl: 'https://api.acme.test/v1',
  headers: { 'api-key': 'k-123456' },
  keyPlace: 'Settings → Keys',
  readMessage: (body) => {
    const message = (body as { message?: unknown } | null)?.message;
    return typeof message === 'string' ? message : null;
  },
};

export function request(path: string, more: Partial<ApiRequest> = {}): ApiRequest {
  return { method: 'get', path, rateClass: RATE, repeatable: true, subject: 'things', ...more };
}

export function json(
  body: unknown,
  status = 200,
  headers: Readonly<Record<string, string>> = {},
): HttpOutcome {
  return {
    kind: 'answer',
    status,
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  };
}

export function raw(body: string, status = 200, headers: Readonly<Record<string, string>> = {}): HttpOutcome {
  return { kind: 'answer', status, headers, body };
}

/** A dispatcher over a handler, with everything that a test looks at. */
export function dispatcherOver(
  handler: Handler,
  options: Partial<DispatcherOptions> & { readonly latency?: number } = {},
) {
  const clock = new FakeClock();
  const http = new ScriptedHttp(clock, handler, options.latency);
  const logged: string[] = [];
  const log = { info: (text: string) => logged.push(text), warn: (text: string) => logged.push(text) };
  const dispatcher = new Dispatcher({ http, clock, log }, CONNECTION, {
    deadline: START + 270_000,
    ...options,
  });
  return { dispatcher, http, clock, logged };
}

/** Answers one after the other, the last one for ever. */
export function inTurn(...outcomes: readonly [HttpOutcome, ...HttpOutcome[]]): Handler {
  let next = 0;
  return () => outcomes[Math.min(next++, outcomes.length - 1)] as HttpOutcome;
}
