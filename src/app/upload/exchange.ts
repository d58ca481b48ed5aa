/** The conversation of an upload with its platform: the protocol says what goes next, and the job remembers where it is. */
import { AppError } from '../../core/errors';
import type { Dispatcher } from '../../core/http/dispatcher';
import type { ApiAnswer } from '../../core/http/request';
import { JobRests, type Slice } from '../../core/jobs/runner';
import type { Clock } from '../../ports/clock';
import type { UploadMove, UploadOrder, UploadProtocol } from '../../providers/uploading';

/** Waits up to this are sat out; for longer ones the job rests. */
const SHORT_WAIT_MS = 60_000;

/** What an upload's job remembers. */
export interface UploadMemo {
  /** The protocol's, without what it keeps secret. */
  readonly state: unknown;
  /** Whether a request of which a second one would do harm may be on its way. */
  readonly sent?: true;
  /** Whether such a request was answered: the platform has begun to work on it. */
  readonly begun?: true;
  /** Whether the protocol has given it up: what was begun comes to nothing. */
  readonly failed?: true;
  /** Records that are in. */
  readonly done: number;
}

export interface ExchangeParts {
  readonly protocol: UploadProtocol;
  readonly order: UploadOrder;
  /** Of the file at that place in the order. */
  readonly text: (file: number) => string;
  readonly dispatcher: Pick<Dispatcher, 'send'>;
  readonly slice: Slice;
  readonly clock: Pick<Clock, 'now' | 'sleep'>;
  /** Records in all, and what they are called. */
  readonly total: number;
  readonly unit: string;
}

export type LastMove = Extract<UploadMove, { kind: 'end' | 'fail' }>;
type Sent = Extract<UploadMove, { kind: 'send' }>;

/** One slice of it. */
export class Exchange {
  private memo: UploadMemo;

  /** `memo`: as an earlier slice left it. */
  constructor(
    private readonly parts: ExchangeParts,
    memo: UploadMemo | undefined,
  ) {
    this.memo = this.takenUp(memo);
  }

  /** Until it is over. Throws JobRests where a wait is too long for this execution, and what cut a request off before it went. */
  run(): LastMove {
    const { protocol, order, text, clock } = this.parts;
    for (;;) {
      this.tell();
      const move = protocol.move(this.memo.state, order, text, clock.now());
      if (move.kind === 'wait') this.wait(move.until, move.reason);
      else if (move.kind === 'send') this.send(move);
      else {
        if (move.kind === 'fail') this.remember({ ...this.memo, failed: true });
        return move;
      }
    }
  }

  private takenUp(memo: UploadMemo | undefined): UploadMemo {
    const { protocol, order, clock } = this.parts;
    if (!memo) return { state: protocol.begin(order), done: 0 };
    if (!memo.sent) return memo;
    const { sent: _sent, ...rest } = memo;
    return { ...rest, state: protocol.cutOff(memo.state, order, clock.now()) };
  }

  private send({ requests, once, records = this.memo.done }: Sent): void {
    const { protocol, order, dispatcher, slice, clock } = this.parts;
    // Before what must not go twice; before anything else it is enough to know that nobody has stopped it.
    if (once) this.remember({ ...this.memo, sent: true });
    else slice.checkpoint();
    const results = dispatcher.send(requests);
    const unsent = results.find((result) => isOpen(result, once === true));
    if (unsent) {
      if (once) this.remember(this.memo);
      throw unsent;
    }
    const isTaken = results.every((result) => !(result instanceof AppError));
    this.memo = {
      ...this.memo,
      state: protocol.after(this.memo.state, order, results, clock.now()),
      done: isTaken ? records : this.memo.done,
      ...(once && isTaken ? { begun: true as const } : {}),
    };
    this.remember(this.memo);
  }

  private remember(memo: UploadMemo): void {
    // A secret, such as a signed address, is not for a place that everybody in the file can read.
    const state = { ...(memo.state as Record<string, unknown>), secret: undefined };
    this.parts.slice.remember({ ...memo, state });
  }

  private wait(until: number, reason: string): void {
    const { slice, clock } = this.parts;
    const waits = until - clock.now();
    if (waits > SHORT_WAIT_MS || until >= slice.deadline) throw new JobRests(reason, until);
    if (waits <= 0) return;
    slice.waiting(reason, until);
    clock.sleep(waits);
    slice.stats.waitedMs += waits;
  }

  private tell(): void {
    const { slice, total, unit } = this.parts;
    const done = Math.min(this.memo.done, total);
    slice.progress({ phase: 'sending', done, total, unit, pages: 0 });
  }
}

/** Whether it is no answer, and going on later may bring one: what must not go twice has not gone then. */
function isOpen(result: ApiAnswer | AppError, isOnce: boolean): result is AppError {
  if (!(result instanceof AppError) || result.details['until'] === undefined) return false;
  return !isOnce || result.details['outcome'] !== 'unknown';
}
