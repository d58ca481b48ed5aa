/** Reads a list to its proven end, page by page; an end that is not proven is an error, never a short list. */
import { AppError } from '../errors';
import type { RemoteRecord } from '../table/field';
import type { Dispatcher } from './dispatcher';
import type { ApiRequest } from './request';

/** Paging by an opaque cursor: each page names the next one. */
export interface CursorPaging {
  readonly kind: 'cursor';
  readonly sizeParameter: string;
  readonly pageSize: number;
  readonly cursorParameter: string;
  /** Keys of the answer. */
  readonly nextCursor: string;
  readonly total?: string;
  /** More pages than this is an error: the list would never end. */
  readonly maxPages: number;
}

export interface ListRequest {
  readonly paging: CursorPaging;
  /** The key of the answer that holds the records. */
  readonly envelope: string;
  /** Without size and cursor. */
  readonly request: ApiRequest;
  /** Keys of the fields that were asked for and that the list can do without. */
  readonly optional: readonly string[];
}

export interface Page {
  readonly records: readonly RemoteRecord[];
  /** How many records the platform says there are in all. */
  readonly total?: number;
  /** Where the next page starts; null after the last one. Opaque. */
  readonly next: string | null;
}

export interface ReadProgress {
  readonly records: number;
  readonly total?: number;
  readonly pages: number;
}

export interface ReadResult {
  readonly records: RemoteRecord[];
  readonly pages: number;
  /** False where the platform promised more records than it gave: then nothing may count as vanished. */
  readonly complete: boolean;
  /** What a person should know about the reading. */
  readonly remarks: string[];
}

/** The one part of the dispatcher that reading needs. */
export type Sender = Pick<Dispatcher, 'sendOne'>;

/**
 * Reads one page; `position` is the `next` of the page before, or null for the first. Throws AppError: whatever the dispatcher
 * throws, INCOMPLETE_READ where the answer holds no list, UNKNOWN_FIELD where the platform names fields that it does not have.
 */
export function readPage(sender: Sender, list: ListRequest, position: string | null): Page {
  const { paging, request } = list;
  const query = {
    ...request.query,
    [paging.sizeParameter]: paging.pageSize,
    ...(position === null ? {} : { [paging.cursorParameter]: position }),
  };
  const { body } = sendNamingFields(sender, { ...request, query }, list.optional);
  const answer = isRecord(body) ? body : {};
  const records = answer[list.envelope];
  if (!Array.isArray(records)) {
    throw incomplete(list, `an answer held no list named “${list.envelope}”`);
  }
  if (!records.every(isRecord)) throw incomplete(list, 'an answer held something that is not a record');
  const total = paging.total === undefined ? undefined : answer[paging.total];
  const next = answer[paging.nextCursor];
  return {
    records,
    ...(typeof total === 'number' ? { total } : {}),
    // Torii ends with null, with '' or without the key. https://developers.toriihq.com/reference/pagination
    next: next === null || next === undefined || next === '' ? null : String(next),
  };
}

/**
 * Reads page after page to the end and calls `onPage` after each. A record that comes twice (same value of `key`) is kept once,
 * in its later form: it moved between pages while they were read. Throws AppError INCOMPLETE_READ on a repeated
 * cursor, past the page bound, on a record without key, and on an empty page before the promised total.
 */
export function readAll(
  sender: Sender,
  list: ListRequest,
  key: string,
  onPage: (progress: ReadProgress) => void = () => undefined,
): ReadResult {
  const records = new Map<string, RemoteRecord>();
  const positions = new Set<string>();
  let position: string | null = null;
  let total: number | undefined;
  let pages = 0;
  do {
    if (pages === list.paging.maxPages) {
      throw incomplete(list, `it did not end after ${String(pages)} pages`);
    }
    const page = readPage(sender, list, position);
    pages += 1;
    total = page.total ?? total;
    for (const record of page.records) records.set(identify(list, record, key), record);
    onPage({ records: records.size, ...(total === undefined ? {} : { total }), pages });
    position = page.next;
    if (position !== null) {
      if (positions.has(position)) throw incomplete(list, 'the same page was announced twice');
      positions.add(position);
      // Torii's clients take an empty page for the end even if it names another one. https://github.com/vthiery/steampipe-plugin-torii
      if (page.records.length === 0) {
        if (total !== undefined && records.size < total) {
          throw incomplete(list, `an empty page came after ${String(records.size)} of ${String(total)}`);
        }
        position = null;
      }
    }
  } while (position !== null);
  return { records: [...records.values()], pages, ...judge(list, records.size, total) };
}

/**
 * Reads the parts of a list that needed more than one address (see listRequests) and joins them by `key`. The
 * first part decides which records there are; a record missing in a later part came or went in between, so the result is not complete.
 */
export function readJoined(
  sender: Sender,
  lists: readonly ListRequest[],
  key: string,
  onPage: (progress: ReadProgress) => void = () => undefined,
): ReadResult {
  let joined: ReadResult = { records: [], pages: 0, complete: true, remarks: [] };
  lists.forEach((list, index) => {
    const before = joined;
    const part = readAll(sender, list, key, (progress) => {
      const records = index === 0 ? progress.records : before.records.length;
      onPage({ ...progress, records, pages: before.pages + progress.pages });
    });
    joined = index === 0 ? part : join(list, before, part, key);
  });
  return joined;
}

/** The field keys that an UNKNOWN_FIELD error of a list names. */
export function unknownFields(error: AppError): readonly string[] {
  const { field } = error.details;
  return error.code === 'UNKNOWN_FIELD' && typeof field === 'string' ? field.split(SEPARATOR) : [];
}

const SEPARATOR = ', ';

/** Sends; a refusal whose message names fields that could be left out becomes UNKNOWN_FIELD. */
function sendNamingFields(sender: Sender, request: ApiRequest, optional: readonly string[]) {
  try {
    return sender.sendOne(request);
  } catch (thrown) {
    const error = AppError.from(thrown);
    const named =
      error.code === 'PROVIDER_REFUSED' ? namedFields(String(error.details['message']), optional) : [];
    if (named.length === 0) throw error;
    throw new AppError('UNKNOWN_FIELD', { ...error.details, field: named.join(SEPARATOR) }, error.where, {
      cause: error,
    });
  }
}

/**
 * Which of these keys a message names. A key such as “name” is also a plain word, so keys that can only be keys
 * (c_tier, lastVisitTime) win over those where a message has both.
 */
function namedFields(message: string, keys: readonly string[]): readonly string[] {
  const words = new Set(message.match(/[\p{L}\p{N}_$-]+/gu) ?? []);
  const named = keys.filter((key) => words.has(key));
  const telling = named.filter((key) => /[_\d$-]|\p{Ll}\p{Lu}/u.test(key));
  return telling.length > 0 ? telling : named;
}

function judge(list: ListRequest, count: number, total: number | undefined) {
  if (total === undefined || count === total) return { complete: true, remarks: [] };
  const { subject } = list.request;
  const remark =
    count > total
      ? `More ${subject} arrived than were announced (${String(count)} of ${String(total)}); all are here.`
      : `Only ${String(count)} of the ${String(total)} ${subject} that were announced arrived, so none are marked as gone.`;
  return { complete: count > total, remarks: [remark] };
}

function join(list: ListRequest, first: ReadResult, second: ReadResult, key: string): ReadResult {
  const more = new Map(second.records.map((record) => [identify(list, record, key), record]));
  const missing = first.records.filter((record) => !more.has(identify(list, record, key))).length;
  const remarks = [...first.remarks, ...second.remarks];
  if (missing > 0) {
    remarks.push(
      `${String(missing)} ${list.request.subject} changed while they were read; refresh once more.`,
    );
  }
  return {
    records: first.records.map((record) => ({ ...record, ...more.get(identify(list, record, key)) })),
    pages: first.pages + second.pages,
    complete: first.complete && second.complete && missing === 0,
    remarks: [...new Set(remarks)],
  };
}

function identify(list: ListRequest, record: RemoteRecord, key: string): string {
  const value = record[key];
  if (value === undefined || value === null || value === '') {
    throw incomplete(list, `a record came without its “${key}”`);
  }
  return String(value);
}

function incomplete(list: ListRequest, problem: string): AppError {
  return new AppError('INCOMPLETE_READ', { subject: list.request.subject, problem });
}

function isRecord(value: unknown): value is RemoteRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
