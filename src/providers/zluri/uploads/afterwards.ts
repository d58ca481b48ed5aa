/** After the finish: what became of the sync; and the way out of one that went wrong. */
import { AppError } from '../../../core/errors';
import type { ApiAnswer } from '../../../core/http/request';
import { goesOn, pagesIn, syncOf } from './answers';
import { findingsOfPage } from './findings';
import {
  again,
  back,
  failed,
  failing,
  mayPass,
  refusal,
  to,
  unconfirmed,
  withFindings,
  type SyncState,
} from './sync-state';

/** What the details mean once the finish was sent. */
export function afterCheck(state: SyncState, answer: ApiAnswer | AppError, now: number): SyncState {
  if (answer instanceof AppError) {
    return (mayPass(answer) ? again(state, now, answer) : null) ?? withoutDetails(state);
  }
  const { phase } = syncOf(answer.body);
  const pages = pagesIn(answer.body);
  const news = pages
    .filter(({ bad }) => bad)
    .filter(({ entity, page }) => !state.findings.some((one) => one.entity === entity && one.page === page));
  const told = withFindings(state, news.flatMap(findingsOfPage));
  const read = state.offset + pages.length;
  switch (phase) {
    case 'done':
      return to(told, 'end');
    case 'failed': {
      if (goesOn(answer.body, pages.length, read)) return { ...told, offset: read, tries: 0 };
      const message = String(state.problem?.details['message'] ?? 'the sync failed its checks.');
      return failing({ ...told, problem: null }, refusal(told, message), 'failed');
    }
    case 'aborted':
      return failing(told, refusal(told, 'somebody aborted the sync.'), 'aborted');
    case 'open':
    case 'unknown':
      return state.finished || state.problem ? withoutDetails(told) : stillOpen(told, now);
  }
}

/** [D] for aborting: only what is open can be aborted. https://help.zluri.com/reference/killsync */
export function afterAbort(state: SyncState, answer: ApiAnswer | AppError, now: number): SyncState {
  if (answer instanceof AppError) {
    return (mayPass(answer) ? again(state, now, answer) : null) ?? failed(state, 'open');
  }
  return answer.status < 300 ? failed(state, 'aborted') : to(state, 'confirm');
}

/** What the details mean where aborting was refused. */
export function afterConfirm(state: SyncState, answer: ApiAnswer | AppError, now: number): SyncState {
  if (answer instanceof AppError) {
    return (mayPass(answer) ? again(state, now, answer) : null) ?? failed(state, 'open');
  }
  switch (syncOf(answer.body).phase) {
    case 'aborted':
      return failed(state, 'aborted');
    case 'failed':
      return failed(state, 'failed');
    case 'done':
      return failed(state, 'finished');
    case 'open':
    case 'unknown':
      return back(state, 'abort') ?? failed(state, 'open');
  }
}

/** What is known without the details: an accepted finish is enough. */
function withoutDetails(state: SyncState): SyncState {
  if (state.finished) return to(state, 'end');
  return state.problem ? to(state, 'abort') : failing(state, unconfirmed(state), 'open');
}

/** The finish was lost, or it is at work: once more after a second look. */
function stillOpen(state: SyncState, now: number): SyncState {
  const next = state.tries === 0 ? again(state, now) : back(state, 'finish');
  return next ?? failing(state, unconfirmed(state), 'open');
}
