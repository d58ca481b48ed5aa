/** Brings an expense file to Torii, has it parsed, and follows that to its end. */
import { AppError } from '../../../core/errors';
import type { ApiAnswer, ApiRequest } from '../../../core/http/request';
import type { UploadEnd, UploadMove, UploadOrder, UploadProtocol } from '../../uploading';
import { perMinute } from '../settings';
import { failing, failureOf, refusedOr } from './failure';
import { afterFile, fileOf, fileRequest, type FileState, numberIn, routeOf, UNCHANGED } from './file-route';

/** How long to wait before each look, the last one for ever; a choice of ours. */
const LOOK_WAITS_MS = [2_000, 4_000, 8_000, 15_000, 30_000] as const;
const LONGEST_MS = 2 * 3_600_000;

const LONG = 'It is not done after two hours.';
const REASON = 'Torii is reading the expense file. Nothing to do.';

export interface ParsingState extends FileState {
  /** Torii's number of the parsing, once it began. */
  readonly idParsing?: number;
  readonly looks: number;
  /** When it began and when to look next, milliseconds since 1970. */
  readonly since?: number;
  readonly lookAt?: number;
  readonly parsed?: { readonly matched: number | null; readonly total: number | null };
  /** Why nobody waits for the end any longer, in plain words. */
  readonly unseen?: string;
}

type Result = ApiAnswer | AppError | undefined;

export const PARSING_PROTOCOL: UploadProtocol<ParsingState> = {
  begin: () => ({ addresses: 0, looks: 0 }),
  move(state, order, text, now): UploadMove {
    const { failure, idFile, idParsing, lookAt, parsed, unseen } = state;
    if (failure) return failing(failure);
    if (idFile === undefined) {
      const request = fileRequest(state, order, 'expenseReport', () => text(0), now);
      return { kind: 'send', requests: [request] };
    }
    if (idParsing === undefined) {
      const requests = [parsingRequest(idFile, order)];
      return { kind: 'send', once: true, requests, records: fileOf(order).records };
    }
    if (parsed || unseen !== undefined) return { kind: 'end', end: endOf(state, idFile, idParsing, order) };
    if (lookAt !== undefined && lookAt > now) return { kind: 'wait', until: lookAt, reason: REASON };
    return { kind: 'send', requests: [lookRequest(idParsing)] };
  },
  after(state, order, [result], now) {
    if (state.idFile === undefined) return afterFile(state, order, result, now);
    return state.idParsing === undefined ? afterRequest(state, result, now) : afterLook(state, result, now);
  },
  // No call lists parsings: whether one began cannot be looked up.
  cutOff: (state) => unconfirmed(state),
};

/** [D] Without a configuration Torii finds the columns by itself. https://developers.toriihq.com/reference/putparsingsautomatic */
function parsingRequest(idFile: number, { parseConfig }: UploadOrder): ApiRequest {
  const path = parseConfig ? '/parsings/manual' : '/parsings/automatic';
  return {
    method: 'put',
    path,
    body: parseConfig ? { parseConfig: { idFile, ...parseConfig } } : { idFile },
    rateClass: perMinute(`PUT ${path}`, 200),
    repeatable: false,
    subject: 'expense files',
  };
}

function lookRequest(idParsing: number): ApiRequest {
  return {
    method: 'get',
    path: `/parsings/${String(idParsing)}`,
    rateClass: perMinute('GET /parsings/{id}', 800),
    repeatable: true,
    subject: 'expense files',
  };
}

function afterRequest(state: ParsingState, result: Result, now: number): ParsingState {
  if (result instanceof AppError) {
    if (result.details['outcome'] === 'unknown') return unconfirmed(state);
    return { ...state, failure: refusedOr(result, UNCHANGED) };
  }
  const idParsing = numberIn((result?.body as Readonly<Record<string, unknown>> | null | undefined)?.['id']);
  return idParsing === null ? unconfirmed(state) : lookLater({ ...state, idParsing, since: now }, now);
}

function afterLook(state: ParsingState, result: Result, now: number): ParsingState {
  if (result instanceof AppError) {
    // Torii goes on reading all the same: sent again, the file would be read twice.
    return result.retry === 'later' ? lookLater(state, now) : { ...state, unseen: result.what };
  }
  const body = result?.body as { readonly parse?: Readonly<Record<string, unknown>> } | null | undefined;
  const { status, matchedTransactions, totalTransactions } = body?.parse ?? {};
  if (status === 'parsing_failed') {
    return { ...state, failure: failureOf(new AppError('PARSING_FAILED', { provider: 'Torii' })) };
  }
  if (status !== 'parsed_successfully') return lookLater(state, now);
  const parsed = { matched: numberIn(matchedTransactions), total: numberIn(totalTransactions) };
  return { ...state, parsed };
}

function lookLater(state: ParsingState, now: number): ParsingState {
  const { looks, since = now } = state;
  const lookAt = now + (LOOK_WAITS_MS[looks] ?? LOOK_WAITS_MS[LOOK_WAITS_MS.length - 1] ?? 0);
  return lookAt - since > LONGEST_MS ? { ...state, unseen: LONG } : { ...state, looks: looks + 1, lookAt };
}

function unconfirmed(state: ParsingState): ParsingState {
  const where = 'Expenses';
  return {
    ...state,
    failure: failureOf(new AppError('UPLOAD_UNCONFIRMED', { provider: 'Torii', where })),
  };
}

function endOf(
  { parsed, unseen = '' }: ParsingState,
  idFile: number,
  idParsing: number,
  { files }: UploadOrder,
): UploadEnd {
  return {
    outcome: parsed ? 'done' : 'taken',
    route: routeOf(files),
    ids: { File: idFile, Parsing: idParsing },
    words: parsed
      ? wordsOf(parsed)
      : `Torii has taken the file and began to read it; how that ended is not known. ${unseen} Look under Expenses in Torii later, before it is sent again.`,
    findings: [],
  };
}

function wordsOf({ matched, total }: NonNullable<ParsingState['parsed']>): string {
  if (matched === null || total === null) return 'Torii has read the file.';
  return `Torii has read ${String(total)} ${total === 1 ? 'transaction' : 'transactions'} and matched ${String(matched)} with apps; the others are under Expenses in Torii.`;
}
