/** An answer as it is kept between executions: text out and in. */
import { AppError, type ErrorCode, type ErrorDetails, type ErrorPlace } from '../errors';
import type { ApiAnswer } from './request';

export interface KeptAnswer {
  /** The request's name, see nameOf. */
  readonly request: string;
  readonly result: ApiAnswer | AppError;
}

interface Stored {
  readonly answer?: ApiAnswer;
  readonly error?: { readonly code: ErrorCode; readonly details: ErrorDetails; readonly where?: ErrorPlace };
}

export function writeResult(result: KeptAnswer['result']): string {
  if (!(result instanceof AppError)) return JSON.stringify({ answer: result } satisfies Stored);
  const { code, details, where } = result;
  return JSON.stringify({ error: { code, details, ...(where ? { where } : {}) } } satisfies Stored);
}

/** Null where the text is not one of ours. */
export function readResult(text: string): KeptAnswer['result'] | null {
  try {
    const { answer, error } = JSON.parse(text) as Stored;
    if (error) return new AppError(error.code, error.details, error.where);
    return answer ?? null;
  } catch (thrown) {
    // A person can unhide the tab and change it: the request is then simply sent once more.
    if (thrown instanceof SyntaxError) return null;
    throw thrown;
  }
}
