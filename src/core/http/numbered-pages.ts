/**
 * Reads a list whose pages have numbers, where nothing says which page is the last, whether the first is 0 or 1, or how large
 * pages really are. An end counts as proven only by an empty page, or by the promised number of records.
 */
import { AppError } from '../errors';
import type { RemoteRecord } from '../table/field';
import type { ListRequest, NumberPaging, OnPage, ReadResult, Sender } from './list';
import { identify, incomplete, isRecord, judge, recordsOf, valueAt } from './list';
import type { ApiAnswer, ApiRequest } from './request';

/** How a server turned out to count. */
interface PageStart {
  readonly first: number;
  readonly size: number;
}

interface FirstPage {
  readonly start: PageStart;
  readonly answer: ApiAnswer;
}

interface NumberedResult extends ReadResult {
  /** What the server taught: for further lists of the same kind. */
  readonly paging: NumberPaging;
}

/**
 * Reads page after page to the end. A record that comes twice is kept once, in its later form. The result is not complete, and
 * says so, where fewer records came than were promised, where the promise shrank meanwhile, or where pages only
 * repeated themselves. Throws whatever the dispatcher throws, and AppError INCOMPLETE_READ past the page bound, on an answer without
 * a list and on a record without key.
 */
export function readNumberedPages(
  sender: Sender,
  list: ListRequest<NumberPaging>,
  key: string,
  onPage: OnPage,
): NumberedResult {
  const { reading, paging } = readFrom(sender, list, key, onPage, firstPage(sender, list));
  if (paging.where !== 'query, else body' || !reading.stoodStill) return { ...reading.result(), paging };
  const inBody = tryInBody(sender, { ...list, paging: { ...list.paging, where: 'body' } }, key, onPage);
  // Where the body brings nothing more, the place of the numbers is not what is amiss.
  return inBody && inBody.records.length > reading.progress.records
    ? inBody
    : { ...reading.result(), paging: { ...paging, where: 'query' } };
}

/** The list by numbers in the body; null where the server refuses these. */
function tryInBody(
  sender: Sender,
  list: ListRequest<NumberPaging>,
  key: string,
  onPage: OnPage,
): NumberedResult | null {
  let first: FirstPage;
  try {
    first = firstPage(sender, list);
  } catch (thrown) {
    if (isRefusal(AppError.from(thrown))) return null;
    throw thrown;
  }
  const { reading, paging } = readFrom(sender, list, key, onPage, first);
  return { ...reading.result(), paging };
}

function readFrom(
  sender: Sender,
  list: ListRequest<NumberPaging>,
  key: string,
  onPage: OnPage,
  { start, answer }: FirstPage,
) {
  const reading = new NumberedReading(list, key, start);
  let next: ApiAnswer | null = answer;
  while (next) {
    const ended = reading.take(next.body);
    onPage(reading.progress);
    next = ended ? null : nextPage(sender, list, reading);
  }
  return { reading, paging: taught(list.paging, start, reading) };
}

/** What was refused once is not tried again; a first page that held records is surely one, also where a later list has none. */
function taught(
  paging: NumberPaging,
  { first, size }: PageStart,
  { progress }: NumberedReading,
): NumberPaging {
  const { smallerSize, ...rest } = paging;
  const certain = first !== paging.firstPages[0] || progress.records > 0;
  const firstPages = certain ? ([first] as const) : paging.firstPages;
  return size === paging.pageSize ? { ...paging, firstPages } : { ...rest, firstPages, pageSize: size };
}

/** The records that came so far and what is known about the rest. */
class NumberedReading {
  private readonly records = new Map<string, RemoteRecord>();
  private pages = 0;
  private total: number | undefined;
  private largestPage = 0;
  /** The promised number went down: records moved forward past the page that was being read. */
  private shrank = false;
  /** Pages in a row that brought nothing new. */
  private repeats = 0;
  private proven = false;

  constructor(
    private readonly list: ListRequest<NumberPaging>,
    private readonly key: string,
    readonly start: PageStart,
  ) {}

  /** The number of the page to read next. */
  get number(): number {
    return this.start.first + this.pages;
  }

  get progress() {
    const { total, pages } = this;
    return { records: this.records.size, ...(total === undefined ? {} : { total }), pages };
  }

  /** Whether every promised record is here. */
  get holdsAll(): boolean {
    return this.records.size === this.total;
  }

  /** Whether nothing came and nothing was promised. */
  get isEmpty(): boolean {
    return this.records.size === 0 && (this.total ?? 0) === 0;
  }

  /** Whether every page was the first one: numbers make no difference here. */
  get stoodStill(): boolean {
    return this.repeats > 0 && this.repeats === this.pages - 1;
  }

  /** Takes a page in; true when it was the last. */
  take(body: unknown): boolean {
    const { list, key } = this;
    const page = recordsOf(list, body);
    const before = this.records.size;
    for (const record of page) this.records.set(identify(list, record, key), record);
    this.pages += 1;
    this.noteTotal(body);
    return this.isLast(page.length, this.records.size > before, body);
  }

  /** The server refused a page after the last one. */
  end(): void {
    this.proven = true;
  }

  result(): ReadResult {
    const { list, pages, total } = this;
    const { subject } = list.request;
    const count = this.records.size;
    const records = [...this.records.values()];
    if (!this.proven && (total === undefined || count > total)) {
      const remark = `The pages of ${subject} repeated themselves after ${String(count)}: there may be more, so none are marked as gone.`;
      return { records, pages, complete: false, remarks: [remark] };
    }
    const { complete, remarks } = judge(list, count, total);
    const changed = `The list of ${subject} changed while it was read, so none are marked as gone; refresh once more.`;
    return {
      records,
      pages,
      complete: complete && !this.shrank,
      remarks: this.shrank ? [...remarks, changed] : remarks,
    };
  }

  private noteTotal(body: unknown): void {
    const total = readTotal(this.list.paging, body);
    if (total === undefined) return;
    this.shrank ||= this.total !== undefined && total < this.total;
    this.total = total;
  }

  private isLast(length: number, hadNew: boolean, body: unknown): boolean {
    // A server that counts from 1 may answer page 0 with nothing, or with what it also calls page 1.
    const zeroIsExtra = this.start.first < Math.max(...this.list.paging.firstPages);
    if (length === 0) {
      this.proven = this.pages > (zeroIsExtra ? 1 : 0);
      return this.proven;
    }
    // One page that comes again may be a hiccup; a server that never runs out repeats its last page for ever.
    this.repeats = hadNew ? 0 : this.repeats + 1;
    if (this.repeats > (zeroIsExtra ? 2 : 1)) return true;
    const full = this.mayBeFull(length, body);
    this.largestPage = Math.max(this.largestPage, length);
    // A promise that is kept on a full page may be no more than the number of records on that page.
    return this.holdsAll && !full;
  }

  /** Whether a page may hold as many records as the server gives at once, so that more may follow. */
  private mayBeFull(length: number, body: unknown): boolean {
    const { usedSize } = this.list.paging;
    const told = usedSize === undefined ? undefined : readNumber(valueAt(body, usedSize));
    // Pages that went before are a better witness than what the server says of itself.
    const size = this.largestPage > 0 ? this.largestPage : (told ?? 0);
    return length >= size;
  }
}

/** The next page, or null where the server refuses to go past its last one and nothing that it promised is missing. */
function nextPage(
  sender: Sender,
  list: ListRequest<NumberPaging>,
  reading: NumberedReading,
): ApiAnswer | null {
  const { pages } = reading.progress;
  if (pages === list.paging.maxPages) throw incomplete(list, `it did not end after ${String(pages)} pages`);
  try {
    return askFor(sender, list, reading.number, reading.start.size);
  } catch (thrown) {
    const error = AppError.from(thrown);
    if (!isRefusal(error) || !(reading.holdsAll || reading.isEmpty)) throw error;
    reading.end();
    return null;
  }
}

/** Tries the first pages and sizes that the server may know, likeliest first; throws its last refusal. */
function firstPage(sender: Sender, list: ListRequest<NumberPaging>): FirstPage {
  const { firstPages, pageSize, smallerSize } = list.paging;
  const sizes = smallerSize === undefined ? [pageSize] : [pageSize, smallerSize];
  let refusal: AppError | null = null;
  for (const size of sizes) {
    for (const first of firstPages) {
      try {
        return { start: { first, size }, answer: askFor(sender, list, first, size) };
      } catch (thrown) {
        refusal = AppError.from(thrown);
        if (!isRefusal(refusal)) throw refusal;
      }
    }
    // Only a request that was understood can have been refused for its size.
    if (refusal?.code !== 'PROVIDER_REFUSED') break;
  }
  throw refusal ?? incomplete(list, 'its pages have no numbers');
}

/** Whether the number of the page, or its size, may be what the server did not like: some answer 500 to a page 0. */
function isRefusal({ code, details }: AppError): boolean {
  return (
    code === 'PROVIDER_REFUSED' ||
    code === 'NOT_FOUND' ||
    (code === 'PROVIDER_TROUBLE' && details['status'] === 500)
  );
}

function askFor(sender: Sender, list: ListRequest<NumberPaging>, page: number, size: number): ApiAnswer {
  return sender.sendOne(numberedRequest(list, page, size));
}

/** The request for the page of that number, with so many records at most. */
export function numberedRequest(
  { paging, request }: ListRequest<NumberPaging>,
  page: number,
  size: number,
): ApiRequest {
  const place = { [paging.pageParameter]: page, [paging.sizeParameter]: size };
  if (paging.where !== 'body') return { ...request, query: { ...request.query, ...place } };
  const body = isRecord(request.body) ? request.body : {};
  return { ...request, body: { ...body, ...place } };
}

function readTotal({ totals }: NumberPaging, body: unknown): number | undefined {
  return totals.map((path) => readNumber(valueAt(body, path))).find((total) => total !== undefined);
}

function readNumber(value: unknown): number | undefined {
  const number = typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value;
  return typeof number === 'number' && Number.isSafeInteger(number) && number >= 0 ? number : undefined;
}
