/** What a list is: where its pages are, how they are told apart, and how records are taken out of an answer. */
import { AppError } from '../errors';
import type { RemoteRecord } from '../table/field';
import type { Dispatcher } from './dispatcher';
import type { RecordShape } from './record-shape';
import { shapeRecords } from './record-shape';
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

/** Paging by counting: the page asked for has a number, and no answer says which page is the last. */
export interface NumberPaging {
  readonly kind: 'number';
  readonly pageParameter: string;
  readonly sizeParameter: string;
  /** The size to ask for; the server may send fewer records a page all the same. */
  readonly pageSize: number;
  /** Asked for where the server refuses `pageSize`. */
  readonly smallerSize?: number;
  /** Number of the first page; several where it is not certain: a later one is tried where an earlier one is refused. */
  readonly firstPages: readonly [number, ...number[]];
  /** Where the two parameters go; where it is not certain, the body is tried when the query turns out to be ignored. */
  readonly where: 'query' | 'query, else body' | 'body';
  /** Paths of keys (“meta.total”) to the number of all records; the first that holds one counts. */
  readonly totals: readonly string[];
  /** Path of keys to the page size that the server really used. */
  readonly usedSize?: string;
  /** More pages than this is an error: the list would never end. */
  readonly maxPages: number;
}

/** No paging: one answer holds the whole list. */
export interface WholeList {
  readonly kind: 'whole';
}

export type Paging = CursorPaging | NumberPaging | WholeList;

export interface ListRequest<Kind extends Paging = Paging> {
  readonly paging: Kind;
  /**
   * The key of the answer that holds the records. Several where it is not certain: the first that holds a list counts, then the
   * only list that the answer holds under any key, and an answer that is itself a list.
   */
  readonly envelope: string | readonly string[];
  /** Without the parameters of paging. */
  readonly request: ApiRequest;
  /** Keys of the fields that were asked for and that the list can do without. */
  readonly optional: readonly string[];
  /** How records are made flat; absent where they are. */
  readonly shape?: RecordShape;
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

export type OnPage = (progress: ReadProgress) => void;

/** The one part of the dispatcher that reading needs. */
export interface Sender extends Pick<Dispatcher, 'sendOne'> {
  /** Says what will be asked for soon, likely in this order, in place of what was said before: it may be sent together. */
  expect?(requests: readonly ApiRequest[]): void;
}

/** The records of an answer, flat; `met` as shapeRecords takes it. Throws AppError INCOMPLETE_READ where it holds no list of records. */
export function recordsOf(
  list: ListRequest,
  body: unknown,
  met?: Map<string, number>,
): readonly RemoteRecord[] {
  const rows = rowsOf(list.envelope, body);
  if (!rows) {
    const names = [list.envelope].flat().join('” or “');
    throw incomplete(list, `an answer held no list named “${names}”`);
  }
  if (!rows.every(isRecord)) throw incomplete(list, 'an answer held something that is not a record');
  const { shape } = list;
  return shape ? shapeRecords(rows, shape, met) : rows;
}

function rowsOf(envelope: ListRequest['envelope'], body: unknown): readonly unknown[] | null {
  if (typeof envelope !== 'string' && Array.isArray(body)) return body;
  const answer = isRecord(body) ? body : {};
  const lists = Object.keys(answer).filter((key) => Array.isArray(answer[key]));
  const named = [envelope].flat().find((key) => lists.includes(key));
  const name = named ?? (typeof envelope !== 'string' && lists.length === 1 ? lists[0] : undefined);
  return name === undefined ? null : (answer[name] as readonly unknown[]);
}

/** The value that identifies a record. Throws AppError INCOMPLETE_READ where it has none. */
export function identify(list: ListRequest, record: RemoteRecord, key: string): string {
  const value = record[key];
  if (value === undefined || value === null || value === '') {
    throw incomplete(list, `a record came without its “${key}”`);
  }
  return String(value);
}

export function incomplete(list: ListRequest, problem: string): AppError {
  return new AppError('INCOMPLETE_READ', { subject: list.request.subject, problem });
}

/** What the promised total says about the number of records that came. */
export function judge(list: ListRequest, count: number, total: number | undefined) {
  if (total === undefined || count === total) return { complete: true, remarks: [] };
  const { subject } = list.request;
  const remark =
    count > total
      ? `More ${subject} arrived than were announced (${String(count)} of ${String(total)}); all are here.`
      : `Only ${String(count)} of the ${String(total)} ${subject} that were announced arrived, so none are marked as gone.`;
  return { complete: count > total, remarks: [remark] };
}

/** What lies in an answer at a path of keys (“meta.total”); undefined where nothing does. */
export function valueAt(body: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((value, key) => (isRecord(value) ? value[key] : undefined), body);
}

export function isRecord(value: unknown): value is RemoteRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
