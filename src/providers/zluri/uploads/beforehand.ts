/** Before the first page: which sync is open already, whose it is, and the start of ours. */
import { AppError } from '../../../core/errors';
import type { ApiAnswer } from '../../../core/http/request';
import type { UploadOrder } from '../../uploading';
import { goesOn, listIn, pagesIn, syncOf, syncsIn, textAt } from './answers';
import { SYNC_ID } from './settings';
import { again, back, failing, mayPass, own, PAUSE_MS, to, unconfirmed, type SyncState } from './sync-state';

/** What the list of syncs means: none open, so that ours can start, or one that may be ours or somebody's. */
export function afterLook(state: SyncState, order: UploadOrder, { body }: ApiAnswer, now: number): SyncState {
  const syncs = syncsIn(body);
  // A start that was refused proves that one is open: under a word then that is not known.
  const open = syncs.find(({ phase }) => phase === 'open' || (state.busy && phase === 'unknown'));
  if (open) {
    const other = { id: open.id, since: open.since };
    return state.unsure ? to(state, 'inspect', { other }) : strange({ ...state, other }, order);
  }
  const read = state.offset + syncs.length;
  if (goesOn(body, syncs.length, read)) return { ...state, offset: read, tries: 0 };
  if (!state.busy && !state.unsure) return to(state, 'start', { sentAt: now });
  const start = back(state, 'start', { busy: false, sentAt: now });
  if (start) return state.busy ? { ...start, until: now + PAUSE_MS } : start;
  return failing(state, state.busy ? openError(state) : unconfirmed(state));
}

/**
 * What the details of an open sync mean. Where the answer to our start was lost, an empty one that was not there before is ours;
 * one to go on with must not hold a page that the order does not replace.
 */
export function afterInspect(state: SyncState, order: UploadOrder, { body }: ApiAnswer): SyncState {
  const { phase } = syncOf(body);
  if (phase !== 'open' && phase !== 'unknown') {
    return back(state, 'look') ?? failing(state, openError(state));
  }
  const pages = pagesIn(body);
  if (state.unsure) {
    const isOurs = pages.length === 0 && beganWithUs(state);
    return isOurs ? own(state, state.other.id) : strange({ ...state, unsure: false }, order);
  }
  if (!listIn(body)) return failing(state, openError(state, ', whose pages Zluri does not show,'));
  const isOurs = ({ entity, page }: { readonly entity: string; readonly page: number }): boolean =>
    order.files.some((file) => file.entity === entity && file.page === page);
  if (!pages.every(isOurs)) {
    return failing(state, openError(state, ', with pages that this upload would not replace,'));
  }
  const read = state.offset + pages.length;
  if (goesOn(body, pages.length, read)) return { ...state, offset: read, tries: 0 };
  return own(state, state.other.id);
}

/** How far off our start a sync may have begun to be ours: two clocks differ, and a start may have waited for its turn. */
const EARLIEST_MS = -15 * 60_000;
const LATEST_MS = 60 * 60_000;

/** Whether a sync is as old as our start whose answer was lost; one whose time Zluri does not tell passes. */
function beganWithUs({ other, sentAt }: SyncState): boolean {
  const after = Date.parse(other.since) - sentAt;
  return Number.isNaN(after) || (after >= EARLIEST_MS && after <= LATEST_MS);
}

/** Whatever the answer to aborting a strange sync is: the list tells. */
export function afterClear(state: SyncState): SyncState {
  return to(state, 'look');
}

export function afterStart(state: SyncState, answer: ApiAnswer | AppError, now: number): SyncState {
  if (answer instanceof AppError) {
    if (answer.details['outcome'] === 'unknown') {
      return to(state, 'look', { unsure: true, until: now + PAUSE_MS });
    }
    return (mayPass(answer) ? again(state, now, answer) : null) ?? failing(state, answer);
  }
  if (answer.status === 409) return to(state, 'look', { busy: true });
  const sync = textAt(answer.body, SYNC_ID);
  return sync === '' ? to(state, 'look', { unsure: true }) : own(state, sync);
}

/** What becomes of a sync that is not ours: the person said so, or is asked. */
function strange(state: SyncState, { openSync }: UploadOrder): SyncState {
  const next =
    openSync === 'abort' ? back(state, 'clear') : openSync === 'resume' ? to(state, 'inspect') : null;
  return next ?? failing(state, openError(state));
}

/** `more`: what else is worth knowing of the sync. */
function openError({ other }: SyncState, more = ''): AppError {
  const [, day, time] = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)/.exec(other.since) ?? [];
  const since = day === undefined ? 'an earlier day' : `${day} at ${String(time)} UTC`;
  return new AppError('SYNC_OPEN', { provider: 'Zluri', place: 'instance', since: since + more });
}
