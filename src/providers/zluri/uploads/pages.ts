/** The pages of a sync and its finish. */
import { AppError } from '../../../core/errors';
import type { ApiAnswer } from '../../../core/http/request';
import type { UploadOrder } from '../../uploading';
import { readMessage } from '../errors';
import { findingsIn, notAccepted, short, WHOLE } from './findings';
import { FINISH_METHODS } from './settings';
import {
  aborting,
  again,
  back,
  mayPass,
  PAUSE_MS,
  refusal,
  to,
  withFindings,
  withProblem,
  type SyncState,
} from './sync-state';

/** Pages that Zluri refuses do not stop the others: a person wants to know all that is wrong at once. */
export function afterPages(
  state: SyncState,
  { files }: UploadOrder,
  answers: readonly (ApiAnswer | AppError)[],
  now: number,
): SyncState {
  let next: SyncState = { ...state, until: 0 };
  for (const answer of answers) {
    if (answer instanceof AppError) {
      return (mayPass(answer) ? again(next, now, answer) : null) ?? aborting(next, answer);
    }
    const { entity = '', page = 0 } = files[next.done] ?? {};
    if (answer.status >= 300) {
      const told = findingsIn(answer.body, { entity, page });
      const message = short(readMessage(answer.body) ?? '') || notAccepted(entity, page);
      next = withFindings(next, told.length > 0 ? told : [{ entity, page, message }]);
    }
    next = { ...next, done: next.done + 1, tries: 0 };
  }
  if (next.done < files.length) return next;
  return next.found > 0 ? aborting(next, refusal(next, '')) : to(next, 'finish');
}

export function afterFinish(state: SyncState, answer: ApiAnswer | AppError, now: number): SyncState {
  if (answer instanceof AppError) {
    if (answer.details['outcome'] === 'unknown') return to(state, 'check', { unsure: true });
    return (mayPass(answer) ? again(state, now, answer) : null) ?? aborting(state, answer);
  }
  const { status, body } = answer;
  if (status < 300) return to(withFindings(state, findingsIn(body, WHOLE)), 'check', { finished: true });
  // A finish that nobody saw answered may be at work, and refuses another one.
  if (state.unsure) return to(state, 'check', { until: now + PAUSE_MS });
  const message = readMessage(body) ?? '';
  if (status === 403) {
    // Which pages it misses is in details of which no example is known: all of them again do no harm.
    const pages = back(state, 'pages', { done: 0 });
    return pages ?? aborting(state, refusal(state, message || 'it says that pages are missing.'));
  }
  if ((status === 404 || status === 405) && state.way + 1 < FINISH_METHODS.length) {
    return to(state, 'finish', { way: state.way + 1 });
  }
  const told = withFindings(state, findingsIn(body, WHOLE));
  return to(withProblem(told, refusal(told, message)), 'check');
}
