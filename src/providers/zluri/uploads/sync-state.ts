/** How far a sync is, as small plain JSON, and the steps from one state to the next. */
import { AppError, type ErrorCode, type ErrorDetails } from '../../../core/errors';
import type { Finding } from '../../uploading';
import { short, WHOLE } from './findings';

/**
 * - look: which syncs the instance has; inspect: what an open one holds; clear: abort it
 * - start; pages; finish; check: what became of the finished one
 * - abort: our own, because something is wrong with it; confirm: whether that was done
 * - end: Zluri has it; fail
 */
export type Stage =
  | 'look'
  | 'inspect'
  | 'clear'
  | 'start'
  | 'pages'
  | 'finish'
  | 'check'
  | 'abort'
  | 'confirm'
  | 'end'
  | 'fail';

export interface SyncState {
  readonly stage: Stage;
  /** Id of the sync that is ours; '' while there is none. */
  readonly sync: string;
  /** One that somebody left open, or that may be ours. */
  readonly other: { readonly id: string; readonly since: string };
  /** A start was sent and its answer is not known, or the finish was. */
  readonly unsure: boolean;
  /** When our start was about to be sent, milliseconds since 1970; 0: never. */
  readonly sentAt: number;
  /** A start was refused because a sync is open. */
  readonly busy: boolean;
  /** Whether the finish was accepted. */
  readonly finished: boolean;
  /** How many of a list's records were read so far. */
  readonly offset: number;
  /** Files whose pages were answered. */
  readonly done: number;
  /** Troubles in a row in this stage. */
  readonly tries: number;
  /** Ways back to an earlier stage, since the sync began or before it. */
  readonly detours: number;
  /** Place in FINISH_METHODS. */
  readonly way: number;
  /** Milliseconds since 1970; 0: no wait. */
  readonly until: number;
  readonly findings: readonly Finding[];
  /** Findings in all, kept or not. */
  readonly found: number;
  /** Why it fails. */
  readonly problem: { readonly code: ErrorCode; readonly details: ErrorDetails } | null;
  /** What became of our sync where it fails. */
  readonly left: 'none' | 'open' | 'aborted' | 'failed' | 'finished';
}

export const BEGINNING: SyncState = {
  stage: 'look',
  sync: '',
  other: { id: '', since: '' },
  unsure: false,
  sentAt: 0,
  busy: false,
  finished: false,
  offset: 0,
  done: 0,
  tries: 0,
  detours: 0,
  way: 0,
  until: 0,
  findings: [],
  found: 0,
  problem: null,
  left: 'none',
};

const MOST_FINDINGS = 20;
/** What is kept of an error's message. */
const LONGEST_REASON = 250;
const MOST_TRIES = 6;
const MOST_DETOURS = 3;
export const PAUSE_MS = 30_000;

/** The next stage, from its beginning. */
export function to(state: SyncState, stage: Stage, news: Partial<SyncState> = {}): SyncState {
  return { ...state, stage, offset: 0, tries: 0, until: 0, ...news };
}

/** A stage that was passed before; null where that happened too often to go on. */
export function back(state: SyncState, stage: Stage, news: Partial<SyncState> = {}): SyncState | null {
  if (state.detours >= MOST_DETOURS) return null;
  return to(state, stage, { detours: state.detours + 1, ...news });
}

/** A sync is ours from now on, and its pages are to come. */
export function own(state: SyncState, sync: string): SyncState {
  return to(state, 'pages', { sync, unsure: false, busy: false, done: 0, detours: 0 });
}

/** The same stage once more after a pause; null where that happened too often. */
export function again(state: SyncState, now: number, error?: AppError): SyncState | null {
  if (state.tries >= MOST_TRIES) return null;
  const { until } = error?.details ?? {};
  const pause = now + PAUSE_MS * (state.tries + 1);
  return {
    ...state,
    tries: state.tries + 1,
    until: typeof until === 'number' ? Math.max(until, now) : pause,
  };
}

/** Whether an error may pass by itself. */
export function mayPass({ details, retry }: AppError): boolean {
  return details['outcome'] !== undefined || retry === 'now' || retry === 'later';
}

export function withFindings(state: SyncState, more: readonly Finding[]): SyncState {
  const findings = [...state.findings, ...more].slice(0, MOST_FINDINGS);
  return { ...state, findings, found: state.found + more.length };
}

export function failing(state: SyncState, error: AppError, left: SyncState['left'] = state.left): SyncState {
  return to(withProblem(state, error), 'fail', { left });
}

/** Fails with the problem that is noted. */
export function failed(state: SyncState, left: SyncState['left']): SyncState {
  return to(state, 'fail', { left });
}

/** Aborts our sync and fails with this error, unless one is noted already. */
export function aborting(state: SyncState, error: AppError): SyncState {
  return to(withProblem(state, error), 'abort');
}

export function withProblem(state: SyncState, { code, details }: AppError): SyncState {
  const { until: _, message, ...rest } = details;
  const kept = typeof message === 'string' ? { ...rest, message: short(message, LONGEST_REASON) } : rest;
  return { ...state, problem: state.problem ?? { code, details: kept } };
}

/** What became of a sync that we began, in a sentence; '' where there is none. */
function leftWords({ left, sync, unsure }: SyncState): string {
  switch (left) {
    case 'none':
      return unsure ? 'A sync may have been begun in Zluri, and would hold up the next one.' : '';
    case 'open':
      return `Sync ${sync} ${unsure ? 'may still be' : 'is still'} open in Zluri and holds up the next one: when you send again, choose to abort it or to go on with it.`;
    case 'aborted':
      return 'The sync was aborted: nothing of it shows in Zluri.';
    case 'failed':
      return 'Zluri ended the sync as failed.';
    case 'finished':
      return 'Somebody finished the sync in Zluri: what it held is there.';
  }
}

/** What our sync would leave behind if nothing more were sent; null: nothing. */
export function leaves(state: SyncState): string | null {
  const { stage, sync, finished, left } = state;
  if (stage === 'end' || finished || (stage === 'fail' && left !== 'open')) return null;
  return (
    leftWords({ ...state, left: sync === '' ? 'none' : 'open', unsure: state.unsure || stage === 'start' }) ||
    null
  );
}

/** Errors whose own words say all; others are told as the end of an upload, with what became of the sync. */
const OWN_WORDS: readonly ErrorCode[] = ['SYNC_OPEN', 'UPLOAD_REFUSED', 'UPLOAD_UNCONFIRMED'];

/** Those whose words are about reading, which is no help here. */
const POOR_WORDS: readonly ErrorCode[] = ['NOT_FOUND', 'PROVIDER_REFUSED'];

/** The error to fail with, and what Zluri said of pages and records. */
export function failure(state: SyncState): {
  readonly error: AppError;
  readonly findings: readonly Finding[];
} {
  const { problem, findings, found } = state;
  const { code, details } = problem ?? {
    code: 'BUG',
    details: { problem: 'a sync failed without a reason' },
  };
  const after = leftWords(state);
  const error = new AppError(code, { ...details, after });
  const unkept = found - findings.length;
  const more = unkept > 0 ? [{ ...WHOLE, message: `Zluri named ${String(unkept)} more.` }] : [];
  const all = [...findings, ...more];
  const isSaid = OWN_WORDS.includes(code) || (after === '' && !POOR_WORDS.includes(code));
  if (isSaid) return { error, findings: all };
  const mending = error.retry === 'after fixing' && !POOR_WORDS.includes(code) ? error.next : '';
  const reason = [error.what, mending, after].filter(Boolean).join(' ');
  return { error: new AppError('UPLOAD_STOPPED', { reason }), findings: all };
}

/** Nothing tells whether Zluri has it. */
export function unconfirmed({ sync }: SyncState): AppError {
  const where = sync === '' ? 'the syncs of this instance' : `sync ${sync}, which may still be open,`;
  return new AppError('UPLOAD_UNCONFIRMED', { provider: 'Zluri', where });
}

/** Zluri's no to the upload: how much it found wrong, else its `message`. */
export function refusal({ found }: SyncState, message: string): AppError {
  const count = found === 1 ? '1 record or page' : `${String(found)} records or pages`;
  const reason =
    found > 0 ? `${count} did not pass its checks.` : short(message, LONGEST_REASON) || 'it gave no reason.';
  return new AppError('UPLOAD_REFUSED', { provider: 'Zluri', message: reason, after: '' });
}
