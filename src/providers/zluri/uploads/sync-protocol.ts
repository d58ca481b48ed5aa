/** The life of one sync: look, start, pages, finish, and what to do where any of it goes wrong. */
import { AppError } from '../../../core/errors';
import type { ApiAnswer } from '../../../core/http/request';
import type { UploadEnd, UploadMove, UploadOrder, UploadProtocol } from '../../uploading';
import { afterAbort, afterCheck, afterConfirm } from './afterwards';
import { afterClear, afterInspect, afterLook, afterStart } from './beforehand';
import { afterFinish, afterPages } from './pages';
import { routeOf } from './route';
import { abortSync, finishSync, listSyncs, sendPage, startSync, syncDetails } from './sync-requests';
import { again, BEGINNING, failing, failure, leaves, mayPass, to, type SyncState } from './sync-state';

/** Pages of one entity that go out together; those of the next one, which may name its records, wait until they are in. */
const TOGETHER = 5;

type Answer = ApiAnswer | AppError;

/**
 * Follows https://developers.zluri.com/docs/every-time-sync-flow: one open sync for each instance, pages that may be repeated, and
 * nothing that shows before the finish. Start and finish are sent once; should it not be known what became of one,
 * the list of syncs or the details tell.
 */
export const SYNC_PROTOCOL: UploadProtocol<SyncState> = {
  begin: () => BEGINNING,
  move,
  after,
  cutOff,
  leaves,
};

function move(state: SyncState, order: UploadOrder, text: (file: number) => string, now: number): UploadMove {
  const { stage, sync, other, offset, done, until } = state;
  if (until > now) return { kind: 'wait', until, reason: 'Zluri gave no clear answer; it is asked again' };
  switch (stage) {
    case 'look':
      return { kind: 'send', requests: [listSyncs(order.place, offset)] };
    case 'inspect':
      return { kind: 'send', requests: [syncDetails(other.id, offset)] };
    case 'clear':
      return { kind: 'send', requests: [abortSync(other.id)] };
    case 'start':
      return { kind: 'send', requests: [startSync(order.place)], once: true };
    case 'pages': {
      const entity = order.files[done]?.entity;
      const heads = order.files.slice(done, done + TOGETHER).filter((head) => head.entity === entity);
      const requests = heads.map((head, index) => sendPage(sync, head, text(done + index)));
      const sent = order.files.slice(0, done + heads.length);
      return { kind: 'send', requests, records: sent.reduce((sum, { records }) => sum + records, 0) };
    }
    case 'finish':
      return { kind: 'send', requests: [finishSync(sync, state.way)], once: true };
    case 'check':
    case 'confirm':
      return { kind: 'send', requests: [syncDetails(sync, offset)] };
    case 'abort':
      return { kind: 'send', requests: [abortSync(sync)] };
    case 'end':
      return { kind: 'end', end: endOf(state, order) };
    case 'fail':
      return { kind: 'fail', ...failure(state) };
  }
}

function after(state: SyncState, order: UploadOrder, answers: readonly Answer[], now: number): SyncState {
  const answer = answers[0] ?? new AppError('BUG', { problem: 'a request of a sync got no answer' });
  switch (state.stage) {
    case 'look':
      return reading(state, answer, now, (read) => afterLook(state, order, read, now));
    case 'inspect':
      return reading(state, answer, now, (read) => afterInspect(state, order, read));
    case 'clear':
      return reading(state, answer, now, () => afterClear(state));
    case 'start':
      return afterStart(state, answer, now);
    case 'pages':
      return afterPages(state, order, answers, now);
    case 'finish':
      return afterFinish(state, answer, now);
    case 'check':
      return afterCheck(state, answer, now);
    case 'abort':
      return afterAbort(state, answer, now);
    case 'confirm':
      return afterConfirm(state, answer, now);
    case 'end':
    case 'fail':
      return state;
  }
}

/** What was cut off may have begun a sync, or ended ours: look before anything is sent again. */
function cutOff(state: SyncState): SyncState {
  if (state.stage === 'start') return to(state, 'look', { unsure: true });
  return state.stage === 'finish' ? to(state, 'check', { unsure: true }) : state;
}

/** Before there is a sync of ours, an error that does not pass is the end. */
function reading(
  state: SyncState,
  answer: Answer,
  now: number,
  read: (answer: ApiAnswer) => SyncState,
): SyncState {
  if (!(answer instanceof AppError)) return read(answer);
  return (mayPass(answer) ? again(state, now, answer) : null) ?? failing(state, answer);
}

/** [D] How long the checks take. https://developers.zluri.com/docs/post-sync, https://help.zluri.com/docs/zluri-sdk-faqs */
function endOf({ sync, findings }: SyncState, { files }: UploadOrder): UploadEnd {
  const doubts = findings.length > 0 ? 'Zluri doubts some of it, as the findings say. ' : '';
  return {
    outcome: 'taken',
    route: routeOf(files),
    ids: { Sync: sync },
    words:
      `${doubts}Zluri has everything and checks it by itself now, which takes 2 to 4 hours as a rule and up to 24; nothing of it shows before. ` +
      'Look at the app in Zluri then, and heed mails to the instance’s notification addresses.',
    findings,
  };
}
