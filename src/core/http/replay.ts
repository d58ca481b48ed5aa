/** Answers requests from what an earlier run of the same reading was told, and keeps what is told now. */
import { AppError } from '../errors';
import type { Ahead, Arrival } from './ahead';
import type { KeptAnswer } from './kept-answer';
import type { Sender } from './list';
import { type ApiAnswer, type ApiRequest, nameOf } from './request';
import type { Answers } from './together';

/** Where answers outlast an execution. */
export interface AnswerKeeper {
  has(request: string): boolean;
  /** What came for a request, the earliest that was not taken yet; null where there is none. */
  take(request: string): KeptAnswer['result'] | null;
  /** Called with all that came together, before anything more is sent. */
  keep(answers: readonly KeptAnswer[]): void;
  /** So many requests are still to come, at least. */
  announce(requests: number): void;
}

/**
 * Reading code that asks the same again gets the same answers as before, refusals included, without a request. What was kept for
 * a request that is not asked for any more does no harm: it stays where it is.
 */
export class Replay implements Sender {
  /** Came together with something else, and was not asked for yet. */
  private readonly early: Map<string, Arrival['result']>;

  constructor(
    private readonly ahead: Ahead,
    private readonly keeper: AnswerKeeper,
    early: Answers = new Map(),
  ) {
    this.early = new Map(early);
  }

  /** Throws the AppError of the dispatcher, also one that was kept. */
  sendOne(request: ApiRequest): ApiAnswer {
    const name = nameOf(request);
    const result = this.takeEarly(name) ?? this.keeper.take(name) ?? this.bring(request);
    if (result instanceof AppError) throw result;
    return result;
  }

  expect(requests: readonly ApiRequest[]): void {
    const unknown = requests.filter((request) => !this.knows(nameOf(request)));
    this.keeper.announce(unknown.length);
    this.ahead.expect(unknown);
  }

  private knows(name: string): boolean {
    return this.early.has(name) || this.keeper.has(name);
  }

  private takeEarly(name: string): Arrival['result'] | undefined {
    const result = this.early.get(name);
    this.early.delete(name);
    return result;
  }

  private bring(request: ApiRequest): Arrival['result'] {
    const [asked, ...company] = this.ahead.bring(request);
    const settled = [asked, ...company].filter(isSettled);
    if (settled.length > 0) {
      this.keeper.keep(settled.map((each) => ({ request: nameOf(each.request), result: each.result })));
    }
    for (const each of company.filter(isSettled)) this.early.set(nameOf(each.request), each.result);
    return asked.result;
  }
}

/** Whether asking again could only bring the same; an error that tells a moment ended with the execution, see Dispatcher.send. */
function isSettled({ result }: Arrival): boolean {
  return !(result instanceof AppError) || result.details['until'] === undefined;
}
