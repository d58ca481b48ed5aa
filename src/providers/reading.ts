/** Reads a resource whole, however its records are spread: in one list, over spans of time, or below each parent. */
import { AppError } from '../core/errors';
import type { FilterOnField } from '../core/filter/filter';
import { recordTest, runDay } from '../core/filter/match';
import type { RecordTest } from '../core/filter/match';
import type { ListRequest, OnPage, ReadResult, Sender } from '../core/http/list';
import { readJoined, readUnion } from '../core/http/paging';
import type { RecordShape } from '../core/http/record-shape';
import type { Field, RemoteRecord } from '../core/table/field';
import type {
  ParentDefinition,
  ProviderDefinition,
  ResourceDefinition,
  WindowDefinition,
} from './definition';
import { findResource } from './catalogue';
import { narrowingOf } from './narrowing';
import type { Narrowing } from './narrowing';
import { filledPath } from './record-key';
import { recordsWithin } from './record-rows';
import { listRequests } from './requests';

/** Which records are wanted. */
export interface Selection {
  /** As checkFilters gives them; [] for all records. */
  readonly filters: readonly FilterOnField[];
  /** The file's IANA time zone, by whose days dates are compared. */
  readonly timeZone: string;
}

const EVERYTHING: Selection = { filters: [], timeZone: 'UTC' };

export interface SelectedRecords extends ReadResult {
  /** All that came, also what the filters then left out: fields are learned from these. */
  readonly arrived: readonly RemoteRecord[];
}

/**
 * The records that pass the filters, with at least these fields and those of the filters; `now` in milliseconds since 1970
 * says what day it is and where the last span of time ends. The platform gets the filters that it takes; all of them are applied to
 * what came, once that is known to be complete. `onPage` counts what came of the resource itself, and pages of its parents too.
 * Throws what reading a list throws.
 */
export function readResource(
  sender: Sender,
  provider: ProviderDefinition,
  resource: ResourceDefinition,
  fields: readonly Field[],
  now: number,
  onPage: OnPage = () => undefined,
  { filters, timeZone }: Selection = EVERYTHING,
): SelectedRecords {
  const run = runDay(now, timeZone);
  const needed = distinct([...fields, ...filters.map(({ field }) => field)]);
  const taken = new Set(takenKeys(resource));
  const inherited = recordTest(
    filters.filter(({ field }) => taken.has(field.key)),
    run,
  );
  const readLists = listsReader(sender, provider, resource, now, onPage, inherited);
  const came = unlessRefused(provider, resource, narrowingOf(resource, filters, run.today), (narrowing) =>
    readLists(listRequests(resource, needed, narrowing)),
  );
  const arrived = recordsWithin(resource, came.records);
  return { ...came, records: arrived.filter(recordTest(filters, run)), arrived };
}

/** Attributes that a record takes from where it is listed. */
function takenKeys({ parent, spread = [] }: ResourceDefinition): readonly string[] {
  return [...Object.keys(parent?.carries ?? {}), ...spread.flatMap((values) => Object.keys(values))];
}

function distinct(fields: readonly Field[]): readonly Field[] {
  return [...new Map(fields.map((field) => [field.key, field])).values()];
}

/**
 * Reads narrowed; where the platform refuses that, once more without conditions. A refusal for another reason comes again then,
 * and is thrown.
 */
function unlessRefused(
  { title }: ProviderDefinition,
  { plural }: ResourceDefinition,
  narrowing: Narrowing,
  read: (narrowing: Narrowing) => ReadResult,
): ReadResult {
  if (narrowing.conditions.length === 0) return read(narrowing);
  try {
    return read(narrowing);
  } catch (thrown) {
    const { code } = AppError.from(thrown);
    if (code !== 'PROVIDER_REFUSED' && code !== 'UNKNOWN_FIELD') throw thrown;
    const all = read({ ...narrowing, conditions: [] });
    const remark = `${title} did not take the filters, so all ${plural} were read and sorted out here.`;
    return { ...all, remarks: [...all.remarks, remark] };
  }
}

/** Reads the parts of a list and puts them together. */
type ListsReader = (lists: readonly [ListRequest, ...ListRequest[]]) => ReadResult;

/** `inherited` tells by what a record takes from its parent whether it can be wanted. Reads the parents, where there are any. */
function listsReader(
  sender: Sender,
  provider: ProviderDefinition,
  resource: ResourceDefinition,
  now: number,
  onPage: OnPage,
  inherited: RecordTest,
): ListsReader {
  const { key, window, parent, spread, rows } = resource;
  if (parent) return readerBelow(sender, provider, resource, parent, now, onPage, inherited);
  if (spread) return ([list]) => readUnion(sender, listsFilled(list, spread, inherited), key, onPage);
  if (window) return ([list]) => readUnion(sender, windowLists(list, window, now), key, onPage);
  if (rows) {
    // How many rows the pages hold is known once they are all here.
    return (lists) => readJoined(sender, lists, rows.holderKey, ({ pages }) => onPage({ records: 0, pages }));
  }
  return (lists) => readJoined(sender, lists, key, onPage);
}

function readerBelow(
  sender: Sender,
  provider: ProviderDefinition,
  { key }: ResourceDefinition,
  parent: ParentDefinition,
  now: number,
  onPage: OnPage,
  inherited: RecordTest,
): ListsReader {
  const above = findResource(provider, parent.resource);
  const needed = above.fields.filter((field) => Object.values(parent.carries).includes(field.key));
  const parents = readResource(sender, provider, above, needed, now, ({ pages }) =>
    onPage({ records: 0, pages }),
  );
  return ([list]) => {
    const given = parents.records.map((record) => takenFrom(record, parent));
    const lists = listsFilled(list, given, inherited);
    const below = readUnion(sender, lists, key, ({ records, pages }) =>
      onPage({ records, pages: parents.pages + pages }),
    );
    return {
      records: below.records,
      pages: parents.pages + below.pages,
      complete: parents.complete && below.complete,
      remarks: [...parents.remarks, ...below.remarks],
    };
  };
}

/**
 * The records below these parents alone, which were read before with the fields that they hand down; with at least these
 * fields. Throws what reading a list throws.
 */
export function readBelow(
  sender: Sender,
  resource: ResourceDefinition,
  fields: readonly Field[],
  parents: readonly RemoteRecord[],
  onPage: OnPage,
): ReadResult {
  const { parent } = resource;
  if (!parent) throw new AppError('BUG', { problem: `${resource.plural} are not listed below anything` });
  const [list] = listRequests(resource, fields);
  const given = parents.map((record) => takenFrom(record, parent));
  const lists = listsFilled(list, given, () => true);
  return readUnion(sender, lists, resource.key, onPage);
}

/** The same list for each span of time, the earliest first; `now` in milliseconds since 1970. */
function windowLists(list: ListRequest, window: WindowDefinition, now: number): readonly ListRequest[] {
  const span = window.days * DAY;
  return Array.from({ length: window.windows }, (_, index) => {
    const to = now - (window.windows - 1 - index) * span;
    const ends = {
      [window.fromParameter]: new Date(to - span).toISOString(),
      [window.toParameter]: new Date(to).toISOString(),
    };
    return { ...list, request: { ...list.request, query: { ...list.request.query, ...ends } } };
  });
}

const DAY = 86_400_000;

function takenFrom(parent: RemoteRecord, { carries }: ParentDefinition): RemoteRecord {
  return Object.fromEntries(
    Object.entries(carries).map(([attribute, source]) => [attribute, parent[source]]),
  );
}

/**
 * The same list at each of the places that can have wanted records; `given` is what the records of a place take from it. A place that
 * lacks what the path needs has no list.
 */
function listsFilled(
  list: ListRequest,
  given: readonly RemoteRecord[],
  inherited: RecordTest,
): readonly ListRequest[] {
  return given.flatMap((values) => {
    const filled = inherited(values) ? listFilled(list, values) : null;
    return filled ? [filled] : [];
  });
}

/** The same list at one place; null where the place lacks what the path needs. */
export function listFilled(list: ListRequest, given: RemoteRecord): ListRequest | null {
  const path = filledPath(list.request.path, given);
  if (path === null) return null;
  const shape: RecordShape = { ...(list.shape ?? { aliases: {} }), given };
  return { ...list, shape, request: { ...list.request, path } };
}
