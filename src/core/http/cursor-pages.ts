/** Reads a list whose pages each name the next one. */
import type { RemoteRecord } from '../table/field';
import type { CursorPaging, ListRequest, OnPage, ReadResult, Sender } from './list';
import { identify, incomplete, isRecord, judge, recordsOf } from './list';
import type { ApiRequest } from './request';
import { sendNamingFields } from './unknown-fields';

export interface Page {
  readonly records: readonly RemoteRecord[];
  /** How many records the platform says there are in all. */
  readonly total?: number;
  /** Where the next page starts; null after the last one. Opaque. */
  readonly next: string | null;
}

/**
 * Reads one page; `position` is the `next` of the page before, or null for the first; `met` as shapeRecords takes it. Throws AppError: whatever the dispatcher
 * throws, INCOMPLETE_READ where the answer holds no list, UNKNOWN_FIELD where the platform names fields that it does not have.
 */
export function readPage(
  sender: Sender,
  list: ListRequest<CursorPaging>,
  position: string | null,
  met?: Map<string, number>,
): Page {
  const { paging } = list;
  const { body } = sendNamingFields(sender, cursorRequest(list, position), list.optional);
  const records = recordsOf(list, body, met);
  const answer = isRecord(body) ? body : {};
  const total = paging.total === undefined ? undefined : answer[paging.total];
  const next = answer[paging.nextCursor];
  return {
    records,
    ...(typeof total === 'number' ? { total } : {}),
    // Torii ends with null, with '' or without the key. https://developers.toriihq.com/reference/pagination
    next: next === null || next === undefined || next === '' ? null : String(next),
  };
}

/** The request for one page; `position` as in readPage. */
export function cursorRequest(
  { paging, request }: ListRequest<CursorPaging>,
  position: string | null,
): ApiRequest {
  const query = {
    ...request.query,
    [paging.sizeParameter]: paging.pageSize,
    ...(position === null ? {} : { [paging.cursorParameter]: position }),
  };
  return { ...request, query };
}

/**
 * Reads page after page to the end. Throws AppError INCOMPLETE_READ on a repeated cursor, past the page bound, on a record
 * without key, and on an empty page before the promised total.
 */
export function readCursorPages(
  sender: Sender,
  list: ListRequest<CursorPaging>,
  key: string,
  onPage: OnPage,
): ReadResult {
  const records = new Map<string, RemoteRecord>();
  const positions = new Set<string>();
  // A cursor does not come back to what was sent already: records that look alike are different ones on later pages too.
  const met = new Map<string, number>();
  let position: string | null = null;
  let total: number | undefined;
  let pages = 0;
  do {
    if (pages === list.paging.maxPages) {
      throw incomplete(list, `it did not end after ${String(pages)} pages`);
    }
    const page = readPage(sender, list, position, met);
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
