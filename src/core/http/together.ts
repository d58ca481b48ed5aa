/** Readings that do not depend on each other, taken forward in step: what they all need next goes out together. */
import { AppError } from '../errors';
import type { Dispatcher } from './dispatcher';
import type { Sender } from './list';
import { type ApiAnswer, type ApiRequest, nameOf } from './request';

/** What came so far, by name of the request. */
export type Answers = ReadonlyMap<string, ApiAnswer | AppError>;

/** Reading code: asks for the same in the same order whenever it gets the same answers. */
export type Reading = (sender: Sender) => unknown;

/** Pages of a list that are read in step; a longer one is read on by itself. */
const MOST_ROUNDS = 12;

/** Answers what is known already, and notes the first request that is not. */
class Known implements Sender {
  missing: ApiRequest | null = null;
  private readonly asked = new Set<string>();

  constructor(private readonly answers: Answers) {}

  sendOne(request: ApiRequest): ApiAnswer {
    const name = nameOf(request);
    const result = this.answers.get(name);
    // What is asked for twice may be answered otherwise the second time: that is not for us to tell.
    const repeated = this.asked.has(name);
    this.asked.add(name);
    if (result instanceof AppError) throw result;
    if (result !== undefined && !repeated) return result;
    if (!repeated) this.missing ??= request;
    throw new AppError('BUG', { problem: 'an answer is not known yet' });
  }
}

/**
 * The first answers of each reading, as far as they came without trouble that another try may end. Each reading then
 * runs once more on its own, and need not ask for these again. Each is run again from its beginning in every round, so that
 * none needs to stop halfway.
 */
export function readTogether(
  dispatcher: Pick<Dispatcher, 'send'>,
  readings: readonly Reading[],
): readonly Answers[] {
  const answers = readings.map(() => new Map<string, ApiAnswer | AppError>());
  let open = readings.map((_, index) => index);
  for (let round = 0; round < MOST_ROUNDS && open.length > 1; round += 1) {
    const wanted = open.flatMap((index) => {
      const request = nextRequest(readings[index], answers[index]);
      return request ? [{ index, request }] : [];
    });
    const results = dispatcher.send(wanted.map(({ request }) => request));
    open = wanted.flatMap(({ index, request }, place) => {
      const result = results[place];
      if (result === undefined || isPassing(result)) return [];
      answers[index]?.set(nameOf(request), result);
      return result instanceof AppError ? [] : [index];
    });
  }
  return answers;
}

function nextRequest(reading: Reading | undefined, answers: Answers | undefined): ApiRequest | null {
  const known = new Known(answers ?? new Map());
  try {
    reading?.(known);
  } catch (thrown) {
    // Whatever else is wrong comes again, and is dealt with, when the reading runs on its own.
    if (!(thrown instanceof AppError)) throw thrown;
  }
  return known.missing;
}

/** Whether asking again may bring something else. */
function isPassing(result: ApiAnswer | AppError): boolean {
  return result instanceof AppError && result.details['until'] !== undefined;
}
