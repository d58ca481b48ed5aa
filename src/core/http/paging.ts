/** Reads a list to its proven end, page by page; an end that is not proven is told or an error, never a short list. */
import { AppError } from '../errors';
import type { RemoteRecord } from '../table/field';
import { cursorRequest, readCursorPages } from './cursor-pages';
import type { CursorPaging, ListRequest, NumberPaging, OnPage, ReadResult, Sender } from './list';
import { identify, recordsOf } from './list';
import { numberedRequest, readNumberedPages } from './numbered-pages';
import type { ApiRequest } from './request';
import { sendNamingFields } from './unknown-fields';

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
  if (list.paging.kind === 'whole') return readWhole(sender, list, key, onPage);
  return readCursorPages(sender, list as ListRequest<CursorPaging>, key, onPage);
}

/** A list that one answer holds. */
function readWhole(sender: Sender, list: ListRequest, key: string, onPage: OnPage): ReadResult {
  const { body } = sendNamingFields(sender, list.request, list.optional);
  const records = new Map(recordsOf(list, body).map((record) => [identify(list, record, key), record]));
  onPage({ records: records.size, total: records.size, pages: 1 });
  return { records: [...records.values()], pages: 1, complete: true, remarks: [] };
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
 * is, leaves the result incomplete; where no list was found before it, its NOT_FOUND is thrown. The sender is told which
 * lists are still to come.
 */
export function readUnion(
  sender: Sender,
  lists: readonly ListRequest[],
  key: string,
  onPage: OnPage = () => undefined,
): ReadResult {
  const records = new Map<string, RemoteRecord>();
  const remarks = new Set<string>();
  const learner = new Learner(sender, lists);
  let pages = 0;
  let complete = true;
  for (const [index, list] of lists.entries()) {
    const tell: OnPage = (progress) =>
      onPage({ records: records.size + progress.records, pages: pages + progress.pages });
    const part = readPart(sender, learner.taught(list), key, tell, pages > 0);
    if (part === null) {
      complete = false;
      remarks.add(`What some ${list.request.subject} belong to is gone meanwhile; refresh once more.`);
      continue;
    }
    for (const record of part.records) records.set(identify(list, record, key), record);
    part.remarks.forEach((remark) => remarks.add(remark));
    learner.learn(part, index + 1);
    pages += part.pages;
    complete &&= part.complete;
  }
  return { records: [...records.values()], pages, complete, remarks: [...remarks] };
}

/** Carries what one list taught over to the next ones, and says how these begin. */
class Learner {
  private paging: NumberPaging | null = null;

  constructor(
    private readonly sender: Sender,
    private readonly lists: readonly ListRequest[],
  ) {
    // How a list of numbered pages begins is not known before one was read.
    if (lists.every((list) => !isNumbered(list))) this.announce(0);
  }

  taught(list: ListRequest): ListRequest {
    return this.paging ? { ...list, paging: this.paging } : list;
  }

  /** `next` is the index of the list that comes next. */
  learn({ paging }: ListResult, next: number): void {
    if (!paging || JSON.stringify(paging) === JSON.stringify(this.paging)) return;
    this.paging = paging;
    this.announce(next);
  }

  private announce(next: number): void {
    this.sender.expect?.(this.lists.slice(next).map((list) => firstRequest(this.taught(list))));
  }
}

function firstRequest(list: ListRequest): ApiRequest {
  if (list.paging.kind === 'whole') return list.request;
  if (!isNumbered(list)) return cursorRequest(list as ListRequest<CursorPaging>, null);
  return numberedRequest(list, list.paging.firstPages[0], list.paging.pageSize);
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
