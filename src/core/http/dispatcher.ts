/** Sends requests: the only caller of the Http port, and the only place that knows pacing, retries, deadlines and batches. */
import type { Clock } from '../../ports/clock';
import type { Http, HttpCall } from '../../ports/http';
import type { Log } from '../../ports/log';
import { AppError } from '../errors';
import type { ErrorDetails } from '../errors';
import type { Verdict } from './answer';
import { readOutcome } from './answer';
import { Pacer } from './pacing';
import { redact } from './redaction';
import type { ApiAnswer, ApiRequest, Connection, RateClass } from './request';
import { backOff, MAX_ATTEMPTS, MAX_RATE_WAITS } from './retry';
import { buildUrl, MAX_URL_LENGTH } from './url';

/**
 * How many requests go out at once at most. Google publishes no figure for the burst that it refuses (“Service invoked too many
 * times in a short time: urlfetch”); batches of 50 are what developers report to be safe.
 * https://developers.google.com/apps-script/guides/services/quotas
 */
export const MAX_BATCH = 50;

export interface DispatcherPorts {
  readonly http: Http;
  readonly clock: Clock;
  readonly log: Log;
}

export interface DispatcherOptions {
  /** Milliseconds since 1970: no request starts after it, and no wait passes it. */
  readonly deadline: number;
  /**
   * Called before each wait with the reason in plain words and its end, milliseconds since 1970. Where it answers false, nobody
   * waits: what has not gone by then counts as out of time, and what was answered is not lost.
   */
  readonly onWait?: (reason: string, until: number) => unknown;
  /** Totals to go on from; it begins at 0 without. */
  readonly stats?: DispatcherStats;
}

/** Running totals, for progress and for the record of a run. */
export interface DispatcherStats {
  requests: number;
  retries: number;
  waitedMs: number;
}

/** One request on its way. */
interface Item {
  readonly index: number;
  readonly request: ApiRequest;
  readonly call: HttpCall;
  failures: number;
  rateWaits: number;
  notBefore: number;
  /** Whether an earlier attempt may have taken effect. */
  mayHaveWorked: boolean;
  /** Why it waits, and what to report if the deadline comes first; null before its first trouble. */
  trouble: { readonly reason: string; readonly error: AppError } | null;
}

type Result = ApiAnswer | AppError;

/** What a request takes from an allowance, and for what. */
export type Claim = Pick<ApiRequest, 'rateClass' | 'subject'>;

export class Dispatcher {
  readonly stats: DispatcherStats;
  private readonly pacer = new Pacer();

  constructor(
    private readonly ports: DispatcherPorts,
    private readonly connection: Connection,
    private readonly options: DispatcherOptions,
  ) {
    this.stats = options.stats ?? { requests: 0, retries: 0, waitedMs: 0 };
  }

  /** How many requests of this class may go without a wait. */
  room(rateClass: RateClass): number {
    return Math.min(MAX_BATCH, this.pacer.room(rateClass, this.ports.clock.now()));
  }

  /**
   * Waits until requests of this class may go, so that what is looked up right before them is fresh. Throws RATE_LIMITED,
   * with the moment from which on they may, where that is past the deadline.
   */
  makeRoom(request: Claim): void {
    const now = this.ports.clock.now();
    const until = this.pacer.nextRoom(request.rateClass, now);
    if (until >= this.options.deadline) throw this.rateLimited(request, now, until);
    const reason = `${this.connection.title} allows no more requests this minute`;
    if (until > now && !this.sleep(reason, now, until)) throw this.rateLimited(request, now, until);
  }

  /** One request; throws the AppError that `send` would return. */
  sendOne(request: ApiRequest): ApiAnswer {
    const [result] = this.send([request]);
    if (result === undefined) throw new AppError('BUG', { problem: 'a request got no result' });
    if (result instanceof AppError) throw result;
    return result;
  }

  /**
   * Sends all of them, together as far as their rate classes allow, and returns one result for each, in order; never throws for
   * a request's failure. An error that ends with this execution, not with the request, tells in
   * `details.until` (milliseconds since 1970) from when on sending it again makes sense: RATE_LIMITED where a limit is
   * longer than the time left, OUT_OF_TIME where there is none left, else the trouble that was not over yet.
   * `details.outcome` is 'unknown' where the request may have taken effect all the same.
   */
  send(requests: readonly ApiRequest[]): readonly Result[] {
    const results = new Map<number, Result>();
    let open = this.prepare(requests, results);
    while (open.length > 0) {
      const batch = this.nextBatch(open, results);
      const fatal = batch.length === 0 ? null : this.sendBatch(batch, results);
      open = open.filter((item) => !results.has(item.index));
      if (fatal) {
        for (const item of open) settle(item, fatal, results);
        open = [];
      }
    }
    return requests.map(
      (_, index) => results.get(index) ?? new AppError('BUG', { problem: 'a request got lost' }),
    );
  }

  private prepare(requests: readonly ApiRequest[], results: Map<number, Result>): Item[] {
    const items: Item[] = [];
    requests.forEach((request, index) => {
      const call = toCall(request, this.connection);
      if (call.url.length > MAX_URL_LENGTH) {
        results.set(index, new AppError('URL_TOO_LONG', this.about(request)));
      } else {
        items.push({
          index,
          request,
          call,
          failures: 0,
          rateWaits: 0,
          notBefore: 0,
          mayHaveWorked: false,
          trouble: null,
        });
      }
    });
    return items;
  }

  /** What may go now; waits where nothing may yet; settles what cannot go before the deadline. */
  private nextBatch(open: readonly Item[], results: Map<number, Result>): readonly Item[] {
    const now = this.ports.clock.now();
    if (now >= this.options.deadline) {
      for (const item of open) settle(item, this.outOfTime(item, now), results);
      return [];
    }
    const taken = new Map<string, number>();
    const batch: Item[] = [];
    for (const item of open) {
      const { rateClass } = item.request;
      const used = taken.get(rateClass.name) ?? 0;
      if (batch.length === MAX_BATCH) break;
      if (item.notBefore > now || this.pacer.room(rateClass, now) <= used) continue;
      taken.set(rateClass.name, used + 1);
      batch.push(item);
    }
    if (batch.length === 0) this.wait(open, now, results);
    return batch;
  }

  /** Waits for the first request that may go again, or settles all where that is past the deadline. */
  private wait(open: readonly Item[], now: number, results: Map<number, Result>): void {
    let first: { item: Item; until: number } | null = null;
    for (const item of open) {
      const until = this.readyAt(item, now);
      if (until >= this.options.deadline) settle(item, this.tooLate(item, now, until), results);
      else if (first === null || until < first.until) first = { item, until };
    }
    if (first === null) return;
    const { title } = this.connection;
    const reason = first.item.trouble?.reason ?? `${title} allows no more requests this minute`;
    if (this.sleep(reason, now, first.until)) return;
    for (const item of open) if (!results.has(item.index)) settle(item, this.outOfTime(item, now), results);
  }

  /** False where it was called off. */
  private sleep(reason: string, now: number, until: number): boolean {
    if (this.options.onWait?.(reason, until) === false) return false;
    this.ports.log.info(redact(`${reason}; waiting ${String(until - now)} ms`));
    this.ports.clock.sleep(until - now);
    this.stats.waitedMs += until - now;
    return true;
  }

  /** Sends a batch and settles what it settles. Returns an error that holds for all other requests too, or null. */
  private sendBatch(batch: readonly Item[], results: Map<number, Result>): AppError | null {
    const outcomes = this.ports.http.fetchAll(batch.map((item) => item.call));
    const now = this.ports.clock.now();
    let fatal: AppError | null = null;
    batch.forEach((item, position) => {
      this.stats.requests += 1;
      if (item.trouble) this.stats.retries += 1;
      this.pacer.count(item.request.rateClass, now);
      const outcome = outcomes[position] ?? { kind: 'unknown', reason: 'no outcome' };
      const verdict = readOutcome(outcome, item.request, this.connection, now);
      const result = this.resultOf(item, verdict, now);
      if (result) settle(item, result, results);
      if (verdict.kind === 'fail' && verdict.all) fatal = verdict.error;
    });
    return fatal;
  }

  /** The result of a request, or null where it goes again later. */
  private resultOf(item: Item, verdict: Verdict, now: number): Result | null {
    const { title } = this.connection;
    switch (verdict.kind) {
      case 'answer':
        return verdict.answer;
      case 'fail':
        return verdict.error;
      case 'wait': {
        const until = now + verdict.milliseconds;
        this.pacer.close(item.request.rateClass, until);
        item.rateWaits += 1;
        const error = this.rateLimited(item.request, now, until);
        item.trouble = { reason: `${title} asked for a pause`, error };
        return item.rateWaits > MAX_RATE_WAITS ? error : null;
      }
      case 'trouble': {
        item.failures += 1;
        const error = verdict.error(item.failures);
        item.mayHaveWorked ||= error.details['outcome'] === 'unknown';
        if (!verdict.again || item.failures >= MAX_ATTEMPTS) return error;
        item.notBefore = now + backOff(item.failures, this.ports.clock.random());
        item.trouble = { reason: `${title} had a problem; trying again`, error };
        this.ports.log.warn(redact(`${error.message} (${item.request.method} ${item.request.path})`));
        return null;
      }
    }
  }

  private readyAt(item: Item, now: number): number {
    return Math.max(item.notBefore, this.pacer.nextRoom(item.request.rateClass, now));
  }

  /** What to report for a request whose turn comes after the deadline. */
  private tooLate(item: Item, now: number, until: number): AppError {
    const { trouble } = item;
    return trouble && item.notBefore > now
      ? withDetails(trouble.error, { until })
      : this.rateLimited(item.request, now, until);
  }

  private outOfTime(item: Item, now: number): AppError {
    return item.trouble
      ? withDetails(item.trouble.error, { until: this.readyAt(item, now) })
      : new AppError('OUT_OF_TIME', { ...this.about(item.request), until: now, outcome: 'unsent' });
  }

  private rateLimited(request: Claim, now: number, until: number): AppError {
    const seconds = Math.ceil((until - now) / 1000);
    return new AppError('RATE_LIMITED', { ...this.about(request), seconds, until, outcome: 'unsent' });
  }

  private about(request: Claim) {
    return { provider: this.connection.title, subject: request.subject };
  }
}

function toCall(request: ApiRequest, connection: Connection): HttpCall {
  const { method, path, query, body, form, signed } = request;
  if (signed) {
    const { address, contentType, text } = signed;
    return { method, url: address, headers: {}, contentType, body: text };
  }
  return {
    method,
    url: buildUrl(connection.baseUrl, path, query),
    headers: connection.headers,
    ...(form ? { form } : {}),
    ...(form || body === undefined ? {} : { contentType: 'application/json', body: JSON.stringify(body) }),
  };
}

/** Notes the result; an error of a last attempt that did nothing must not hide that an earlier one may have. */
function settle(item: Item, result: Result, results: Map<number, Result>): void {
  const hides = result instanceof AppError && item.mayHaveWorked && result.details['outcome'] !== 'unknown';
  results.set(item.index, hides ? withDetails(result, { outcome: 'unknown' }) : result);
}

function withDetails(error: AppError, more: ErrorDetails): AppError {
  return new AppError(error.code, { ...error.details, ...more }, error.where, { cause: error });
}
