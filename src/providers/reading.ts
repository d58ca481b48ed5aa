/** Reads a resource whole, however its records are spread: in one list, over spans of time, or below each parent. */
import type { ListRequest, OnPage, ReadResult, Sender } from '../core/http/list';
import { readJoined, readUnion } from '../core/http/paging';
import type { RecordShape } from '../core/http/record-shape';
import { encodeQueryPart } from '../core/http/url';
import type { Field, RemoteRecord } from '../core/table/field';
import type {
  ParentDefinition,
  ProviderDefinition,
  ResourceDefinition,
  WindowDefinition,
} from './definition';
import { findResource } from './catalogue';
import { listRequests } from './requests';

/**
 * All records with at least these fields; `now` in milliseconds since 1970 says where the last span of time ends. `onPage`
 * counts the records of the resource itself, and pages of its parents too. Throws what reading a list throws.
 */
export function readResource(
  sender: Sender,
  provider: ProviderDefinition,
  resource: ResourceDefinition,
  fields: readonly Field[],
  now: number,
  onPage: OnPage = () => undefined,
): ReadResult {
  const { key, window, parent } = resource;
  const [list, ...more] = listRequests(resource, fields);
  if (parent) return readBelow(sender, provider, resource, parent, list, now, onPage);
  if (window) return readUnion(sender, windowLists(list, window, now), key, onPage);
  return readJoined(sender, [list, ...more], key, onPage);
}

function readBelow(
  sender: Sender,
  provider: ProviderDefinition,
  resource: ResourceDefinition,
  parent: ParentDefinition,
  list: ListRequest,
  now: number,
  onPage: OnPage,
): ReadResult {
  const above = findResource(provider, parent.resource);
  const needed = above.fields.filter(({ key }) => Object.values(parent.carries).includes(key));
  const parents = readResource(sender, provider, above, needed, now, ({ pages }) =>
    onPage({ records: 0, pages }),
  );
  const lists = listsBelow(list, parent, parents.records);
  const below = readUnion(sender, lists, resource.key, ({ records, pages }) =>
    onPage({ records, pages: parents.pages + pages }),
  );
  return {
    records: below.records,
    pages: parents.pages + below.pages,
    complete: parents.complete && below.complete,
    remarks: [...parents.remarks, ...below.remarks],
  };
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

/** The same list below each of these parents. A parent that lacks what the path needs has no list. */
function listsBelow(
  list: ListRequest,
  { carries }: ParentDefinition,
  parents: readonly RemoteRecord[],
): readonly ListRequest[] {
  return parents.flatMap((parent) => {
    const given = Object.fromEntries(
      Object.entries(carries).map(([attribute, source]) => [attribute, parent[source]]),
    );
    const path = filledPath(list.request.path, given);
    if (path === null) return [];
    const shape: RecordShape = { ...(list.shape ?? { aliases: {} }), given };
    return [{ ...list, shape, request: { ...list.request, path } }];
  });
}

function filledPath(path: string, values: RemoteRecord): string | null {
  let whole = true;
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    if ((typeof value !== 'string' && typeof value !== 'number') || value === '') whole = false;
    return encodeQueryPart(String(value)).replace(/,/g, '%2C');
  });
  return whole ? filled : null;
}
