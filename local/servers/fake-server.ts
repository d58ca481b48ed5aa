/** What every local server offers to the desk, whatever provider it stands in for. */

/** A fault that is in force until it has struck `times` times (default once), after letting `after` matches pass. */
export interface FaultRule {
  /** Matched against "METHOD /path" (path with query): a string is a prefix. */
  match: string | RegExp;
  times?: number;
  after?: number;
  /** Answers with this status and the documented error body (or `body`). */
  status?: number;
  /** With `status`: the request does its work first, so that only its answer is one of trouble. */
  works?: boolean;
  /** Seconds, sent as Retry-After with status 429 or 503. */
  retryAfter?: number;
  /** Virtual milliseconds that the answer takes longer. */
  delayMs?: number;
  /**
   * Closes the connection in the middle of the answer, after the request has done its work (true, `after`), or as soon
   * as it has come in and before it does anything (`before`): whoever sent it cannot tell one from the other.
   */
  cut?: boolean | 'before' | 'after';
  /** Sent in place of the real body, as is: malformed JSON, HTML. */
  body?: string;
  /** The next list answer names its own cursor as the next one. */
  repeatCursor?: boolean;
}

export interface ServerClock {
  /** Virtual milliseconds since 1970: what rate limits count by. */
  now(): number;
}

export interface FakeServer {
  readonly url: string;
  readonly apiKey: string;
  /** Hosts beside its own at which it answers: host name → base URL. */
  readonly hosts?: Readonly<Record<string, string>>;
  /** The live tenant; changing it changes what the server answers. */
  // The desk's contract gives tests free access to any record of any resource.
  readonly data: { apps: any[]; contracts: any[]; users: any[]; [more: string]: any }; // eslint-disable-line @typescript-eslint/no-explicit-any
  /** null removes the record; an unknown id adds it. */
  edit(resource: string, id: string | number, patch: Record<string, unknown> | null): void;
  fault(rule: FaultRule): void;
  options(options: Record<string, unknown>): void;
  close(): Promise<void>;
}

/**
 * Answers carry this header: the virtual milliseconds that they took. The desk charges them to its clock and takes
 * the header away before the bundle sees it.
 */
export const LATENCY_HEADER = 'x-virtual-latency-ms';
