/** Brings a file to Torii and has it read into an app account: a custom integration, or Gluu. */
import { AppError } from '../../../core/errors';
import type { ApiAnswer, ApiRequest } from '../../../core/http/request';
import type { UploadEnd, UploadMove, UploadOrder, UploadProtocol } from '../../uploading';
import { perMinute } from '../settings';
import {
  type AuditMark,
  entriesSince,
  hasNew,
  isLog,
  latestEntries,
  markOf,
  type Trace,
} from './audit-trace';
import { failing, failureOf, refusalOf, refusedOr } from './failure';
import { afterFile, fileOf, fileRequest, type FileState, routeOf, UNCHANGED } from './file-route';

/** A call of Torii that reads a file into an app account. */
export interface SyncCall {
  readonly path: string;
  /**
   * What the audit log calls it. The name is documented; that a sync of the API leaves such an event is inferred.
   * https://developers.toriihq.com/reference/getaudit
   */
  readonly event: string;
}

/** [D] One sync at a time, else 409; [I] growing waits: the reference names none. https://developers.toriihq.com/reference/putservicessynccustom */
const BUSY = 409;
const BUSY_WAITS_MS = [30_000, 60_000, 120_000, 240_000, 300_000] as const;
const BUSY_HOURS = 6;

/** [I] How long a sync that may have begun is given to show up in the audit log: nothing is said of how late that is. One look, and one after each wait. */
const LOOK_WAITS_MS = [30_000, 60_000, 120_000, 240_000] as const;

/** How often the sync is sent at most where it never becomes known what it did. */
const MOST_SENDS = 5;

const REASONS = {
  busy: 'Torii is still busy with an earlier upload and takes one at a time; it is tried again. Ask whoever started it, or look under Integrations in Torii.',
  look: 'Torii did not say whether it began; its audit log is read once more. Nothing to do.',
} as const;

export interface SyncState extends FileState {
  /** What comes once the file is there. */
  readonly next: 'audit' | 'sync' | 'end';
  /** What the audit log held before the sync was sent; null where it cannot be read. */
  readonly before?: AuditMark | null;
  /** Whether a sync that was sent may have begun. */
  readonly isUnsure: boolean;
  readonly sends: number;
  /** How often the audit log was read since the last sending. */
  readonly looks: number;
  readonly refusals: number;
  /** When Torii was first busy, milliseconds since 1970. */
  readonly busySince?: number;
  /** Nothing is sent before, milliseconds since 1970, and why. */
  readonly pause?: { readonly until: number; readonly reason: keyof typeof REASONS };
}

type Result = ApiAnswer | AppError | undefined;

export function syncProtocol(call: SyncCall): UploadProtocol<SyncState> {
  return {
    begin: () => ({ addresses: 0, next: 'audit', isUnsure: false, sends: 0, looks: 0, refusals: 0 }),
    move: (state, order, text, now) => moveOf(state, order, text, now, call),
    after: (state, order, [result], now) => {
      if (state.idFile === undefined) return afterFile(state, order, result, now);
      return state.next === 'audit'
        ? afterAudit(state, result, traceOf(state.idFile, order, call), now)
        : afterSync(state, result, now);
    },
    cutOff: (state) => unsure(state),
    leaves: ({ isUnsure, next }) => (isUnsure && next !== 'end' ? LEFT : null),
  };
}

function moveOf(
  state: SyncState,
  order: UploadOrder,
  text: (file: number) => string,
  now: number,
  call: SyncCall,
): UploadMove {
  const { failure, idFile, next, pause, before, isUnsure } = state;
  if (failure) return failing(failure);
  if (idFile === undefined) {
    const request = fileRequest(state, order, 'customIntegrationData', () => text(0), now);
    return { kind: 'send', requests: [request] };
  }
  if (next === 'end') return { kind: 'end', end: endOf(state, idFile, order) };
  if (pause && pause.until > now) return { kind: 'wait', until: pause.until, reason: REASONS[pause.reason] };
  if (next === 'audit') {
    return { kind: 'send', requests: [isUnsure && before ? entriesSince(before) : latestEntries(now)] };
  }
  const requests = [syncRequest(traceOf(idFile, order, call), call)];
  return { kind: 'send', once: true, requests, records: fileOf(order).records };
}

function syncRequest({ idFile, idAppAccount }: Trace, { path }: SyncCall): ApiRequest {
  return {
    method: 'put',
    path,
    body: { idFile, idAppAccount },
    rateClass: perMinute(`PUT ${path}`, 200),
    repeatable: false,
    subject: 'custom integrations',
  };
}

const traceOf = (idFile: number, { place }: UploadOrder, { event }: SyncCall): Trace => ({
  event,
  idFile,
  idAppAccount: Number(place),
});

/** Before the first sending the log is marked; after one of unknown outcome it is searched. */
function afterAudit(state: SyncState, result: Result, trace: Trace, now: number): SyncState {
  const { isUnsure, before } = state;
  if (result === undefined || result instanceof AppError) return afterNoAudit(state, result, now);
  if (!isLog(result.body)) return afterNoAudit(state, undefined, now);
  if (!isUnsure || !before) return { ...state, before: markOf(result.body, trace, now), next: 'sync' };
  return hasNew(result.body, trace, before)
    ? { ...state, next: 'end' }
    : (lookAgain(state, now) ?? { ...state, next: 'sync' });
}

/** Without the log a sync can still be sent, but not sent again. */
function afterNoAudit(state: SyncState, error: AppError | undefined, now: number): SyncState {
  if (!state.isUnsure) return { ...state, before: null, next: 'sync' };
  return (error?.retry === 'later' ? lookAgain(state, now) : null) ?? unconfirmed(state);
}

function lookAgain(state: SyncState, now: number): SyncState | null {
  const wait = LOOK_WAITS_MS[state.looks];
  if (wait === undefined) return null;
  return { ...state, looks: state.looks + 1, pause: { until: now + wait, reason: 'look' } };
}

function afterSync(state: SyncState, result: Result, now: number): SyncState {
  if (result === undefined || (result instanceof AppError && result.details['outcome'] === 'unknown')) {
    return unsure(state);
  }
  if (!(result instanceof AppError)) return afterAnswer(state, result);
  if (refusalOf(result) === BUSY) return afterBusy(state, now);
  return { ...state, failure: refusedOr(noneSuch(result), UNCHANGED) };
}

/** [D] An answer says `success`; one that says nothing at all is as good as its status. https://developers.toriihq.com/reference/putservicessynccustom */
function afterAnswer(state: SyncState, { status, body }: ApiAnswer): SyncState {
  const isRefused = (body as Readonly<Record<string, unknown>> | null)?.['success'] === false;
  if (!isRefused) return { ...state, next: 'end', isUnsure: false };
  const error = new AppError('PROVIDER_REFUSED', { provider: 'Torii', status, message: NO_SUCCESS });
  return { ...state, failure: refusedOr(error, UNCHANGED) };
}

/** A sync that may have begun is looked for, and sent again only where the log can tell that it did not. */
function unsure(state: SyncState): SyncState {
  const sends = state.sends + 1;
  const { pause: _pause, ...rest } = state;
  return !state.before || sends >= MOST_SENDS
    ? unconfirmed(state)
    : { ...rest, isUnsure: true, sends, looks: 0, next: 'audit' };
}

/** Each waiting ends with a look into the log: it may be our own sync that keeps Torii busy. */
function afterBusy(state: SyncState, now: number): SyncState {
  const { refusals, busySince = now } = state;
  const until = now + (BUSY_WAITS_MS[refusals] ?? BUSY_WAITS_MS[BUSY_WAITS_MS.length - 1] ?? 0);
  if (until > busySince + BUSY_HOURS * 3_600_000) {
    if (state.isUnsure) return unconfirmed(state);
    const error = new AppError('SYNC_RUNNING', { provider: 'Torii', hours: BUSY_HOURS });
    return { ...state, failure: failureOf(error) };
  }
  return { ...state, busySince, refusals: refusals + 1, next: 'audit', pause: { until, reason: 'busy' } };
}

function noneSuch(error: AppError): AppError {
  return error.code === 'NOT_FOUND'
    ? new AppError('PROVIDER_REFUSED', { provider: 'Torii', status: 404, message: NO_ACCOUNT })
    : error;
}

const LEFT =
  'Nobody knows whether Torii has begun to read it: look under Integrations there before it is sent again.';
const NO_SUCCESS = 'it says that the sync did not begin, and not why.';
const NO_ACCOUNT = 'it does not know this app account. Choose the App account ID of a custom integration.';

function unconfirmed(state: SyncState): SyncState {
  const where = 'Integrations and at the app’s users';
  return {
    ...state,
    failure: failureOf(new AppError('UPLOAD_UNCONFIRMED', { provider: 'Torii', where })),
  };
}

function endOf({ isUnsure }: SyncState, idFile: number, { files, place }: UploadOrder): UploadEnd {
  const begun = isUnsure
    ? 'Torii did not answer, but its audit log shows that it began to read the file.'
    : 'Torii has taken the file and reads it now.';
  return {
    outcome: 'taken',
    route: routeOf(files),
    ids: { File: idFile, 'App account': Number(place) },
    words: `${begun} Its API does not tell when that is done; “Check now” compares the app’s users with what was sent.`,
    findings: [],
  };
}
