/** Reads a list to its proven end, page by page; an end that is not proven is told or an error, never a short list. */
import { AppError } from '../errors';
import type { RemoteRecord } from '../table/field';
import { readCursorPages } from './cursor-pages';
import type { CursorPaging, ListRequest, NumberPaging, OnPage, ReadResult, Sender } from './list';
import { identify } from './list';
import { readNumberedPages } from './numbered-pages';

/** What came, and for numbered pages what the server taught about them. */
type ListResult = ReadResult & { readonly paging?: NumberPaging };

/**
 * Reads page after page to the end and calls `onPage` after each. A record that comes twice (same value of `key`) is kept once,
 * in its later form: it moved between pages while they were read. Throws whatever the readers of each kind of paging throw.
 */
export function readAll(
  sender: Sender,
  list: ListRequest,
  key: string,
  onPage: OnPage = () => undefined,
): ListResult {
  if (isNumbered(list)) return readNumberedPages(sender, list, key, onPage);
  return readCursorPages(sender, list as ListRequest<CursorPaging>, key, onPage);
}

function isNumbered(list: ListRequest): list is ListRequest<NumberPaging> {
  return list.paging.kind === 'number';
}

/**
 * Reads the parts of a list that needed more than one address (see listRequests) and joins them by `key`. The
 * first part decides which records there are; a record missing in a later part came or went in between, so the result is not complete.
 */
export function readJoined(
  sender: Sender,
  lists: readonly ListRequest[],
  key: string,
  onPage: OnPage = () => undefined,
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

/**
 * Reads lists of one kind that each hold a part of the records: one for each span of time, or one below each parent. A record
 * that several of them hold is kept once, in its later form. A list that is gone by the time of its turn, because its parent
 * is, leaves the result incomplete; where no list was found before it, its NOT_FOUND is thrown.
 */
export function readUnion(
  sender: Sender,
  lists: readonly ListRequest[],
  key: string,
  onPage: OnPage = () => undefined,
): ReadResult {
  const records = new Map<string, RemoteRecord>();
  const remarks = new Set<string>();
  let learned: NumberPaging | null = null;
  let pages = 0;
  let complete = true;
  for (const list of lists) {
    const tell: OnPage = (progress) =>
      onPage({ records: records.size + progress.records, pages: pages + progress.pages });
    const part: ListResult | null = readPart(
      sender,
      learned ? { ...list, paging: learned } : list,
      key,
      tell,
      pages > 0,
    );
    if (part === null) {
      complete = false;
      remarks.add(`What some ${list.request.subject} belong to is gone meanwhile; refresh once more.`);
      continue;
    }
    for (const record of part.records) records.set(identify(list, record, key), record);
    part.remarks.forEach((remark) => remarks.add(remark));
    learned = part.paging ?? learned;
    pages += part.pages;
    complete &&= part.complete;
  }
  return { records: [...records.values()], pages, complete, remarks: [...remarks] };
}

function readPart(
  sender: Sender,
  list: ListRequest,
  key: string,
  onPage: OnPage,
  mayBeGone: boolean,
): ListResult | null {
  try {
    return readAll(sender, list, key, onPage);
  } catch (thrown) {
    const error = AppError.from(thrown);
    if (mayBeGone && error.code === 'NOT_FOUND') return null;
    throw error;
  }
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
