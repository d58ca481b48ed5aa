/** Sends what will be asked for soon together with what is asked for now. */
import { AppError } from '../errors';
import type { Dispatcher } from './dispatcher';
import { type ApiAnswer, type ApiRequest, nameOf } from './request';

/** What came for one request: an answer, or why there is none. */
export interface Arrival {
  readonly request: ApiRequest;
  readonly result: ApiAnswer | AppError;
}

export class Ahead {
  /** By name, in the order in which they will be asked for. */
  private expected = new Map<string, ApiRequest>();

  constructor(private readonly dispatcher: Pick<Dispatcher, 'send' | 'room'>) {}

  /** In place of what was expected before. */
  expect(requests: readonly ApiRequest[]): void {
    this.expected = new Map(requests.map((request) => [nameOf(request), request]));
  }

  /**
   * Sends it, and with it as many of the expected ones as may go without a wait. What was asked for comes first; never
   * throws for a request's failure.
   */
  bring(request: ApiRequest): readonly [Arrival, ...Arrival[]] {
    this.expected.delete(nameOf(request));
    const company = this.company(request);
    const [result, ...more] = this.dispatcher.send([request, ...company]);
    if (result === undefined) throw new AppError('BUG', { problem: 'a request got no result' });
    return [
      { request, result },
      ...more.flatMap((each, index) => {
        const asked = company[index];
        return asked ? [{ request: asked, result: each }] : [];
      }),
    ];
  }

  private company({ rateClass }: ApiRequest): readonly ApiRequest[] {
    const room = this.dispatcher.room(rateClass) - 1;
    const company: ApiRequest[] = [];
    for (const [name, request] of this.expected) {
      if (company.length >= room) break;
      if (request.rateClass.name !== rateClass.name) continue;
      company.push(request);
      this.expected.delete(name);
    }
    return company;
  }
}
