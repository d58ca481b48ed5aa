/** List requests: which fields, which records, in what order, which page. */
import { Refusal } from '../../http/exchange';
import type { Answer } from '../../http/exchange';
import { fingerprint } from '../../http/page-cursor';
import type { Identified, Page, PagedLists } from '../../http/paged-lists';
import type { FieldCatalog, KnownField } from '../field';
import type { ToriiOptions } from '../options';
import type { ToriiRecord } from '../record';
import { ok } from '../route';
import type { Call } from '../route';
import { shownRecord } from '../shown-value';
import type { FieldedResource } from '../tenant';
import { aggregate } from './aggregations';
import { parseFilters, simpleFilter } from './filters';
import type { Test } from './filters';
import { scattered, sorted } from './order';
import { pageSize } from './parameters';

/** Parameters that page and search; version 1.0 of apps and contracts has none of them and takes no notice. */
const PAGING = ['q', 'sort', 'size', 'cursor', 'filters', 'aggs'];

export interface ListRules {
  readonly resource: FieldedResource;
  readonly catalog: FieldCatalog;
  /** Attributes that `q` looks into. */
  readonly searched: readonly string[];
  /** Parameters of this list alone; each gives a test, or nothing where it changes no selection. */
  readonly parameters: Readonly<Record<string, (value: string) => Test | undefined>>;
  /** Version 1.0 gives everything at once. */
  readonly paged: boolean;
  /** Without `sort`, records come in no order that means anything. */
  readonly unordered: boolean;
}

/** The fields that `fields` names, or the default ones; a field that does not exist is refused by name. */
export function chosenFields(query: URLSearchParams, catalog: FieldCatalog): KnownField[] {
  const text = query.get('fields');
  if (text === null || text === '') return catalog.defaults();
  const keys = [...new Set(text.split(',').map((key) => key.trim()))].filter((key) => key !== '');
  refuseUnknown(catalog.unknown(keys));
  return keys.flatMap((key) => catalog.get(key) ?? []);
}

/** Names the fields that were deleted, are hidden or never were. https://developers.toriihq.com/changelog */
export function refuseUnknown(keys: readonly string[]): void {
  if (keys.length > 0) throw new Refusal(400, `The following fields do not exist: ${keys.join(', ')}`);
}

const asTheyAre = (record: ToriiRecord) => record;

/** Answers a list request with the envelope of its resource. */
export function listAnswer(
  call: Call,
  rules: ListRules,
  shown: (fields: readonly KnownField[], record: ToriiRecord) => Record<string, unknown> = (fields, record) =>
    shownRecord(fields, record, call),
): Answer {
  const { query } = call.exchange;
  const fields = chosenFields(query, rules.catalog);
  const tests = simpleTests(query, rules);
  const source = call.tenant.data[rules.resource];
  if (!rules.paged) {
    const records = sorted(
      source.filter((record) => tests.every((test) => test(record))),
      'id:asc',
      rules.catalog,
      asTheyAre,
    );
    return ok({ [rules.resource]: records.map((record) => shown(fields, record)) }, records.length);
  }
  const filters = query.get('filters');
  if (filters !== null) tests.push(...parseFilters(filters, rules.catalog));
  const search = searchTest(query.get('q'), rules.searched);
  if (search !== undefined) tests.push(search);
  const page = pageOf(call, source, () => {
    const kept = tests.length === 0 ? source : source.filter((record) => tests.every((test) => test(record)));
    const sort = query.get('sort');
    if (sort !== null && sort !== '') return sorted(kept, sort, rules.catalog, asTheyAre);
    return rules.unordered ? scattered(kept) : [...kept];
  });
  const aggs = query.get('aggs');
  return ok(
    {
      [rules.resource]: page.rows.map((record) => shown(fields, record)),
      ...envelope(page, call.options),
      ...(aggs === null ? {} : { aggregations: aggregate(aggs, page.all, rules.catalog) }),
    },
    page.rows.length,
  );
}

/**
 * The page that the request asks for.
 * @param source the live list: once another list stands in its place, or its length is another, pages start anew
 * @param order filters and sorts
 */
export function pageOf<T extends Identified>(
  call: Call,
  source: readonly unknown[],
  order: () => readonly T[],
  size = pageSize(call.exchange.query),
): Page<T> {
  const { exchange, tenant, version } = call;
  // One store keeps the lists of all requests; the query of each tells whose it is.
  const lists = call.lists as unknown as PagedLists<T>;
  return lists.page({
    source: source as readonly T[],
    revision: tenant.revision,
    query: fingerprint(`${exchange.path} ${version}`, exchange.query, ['cursor']),
    cursor: exchange.query.get('cursor'),
    size,
    repeatCursor: exchange.repeatCursor,
    order,
  });
}

/** `count`, `total` and the next cursor, the last of them in the shape that the options ask for. */
export function envelope(page: Page<unknown>, options: ToriiOptions): Record<string, unknown> {
  const counts = { count: page.rows.length, total: page.total };
  if (page.next !== undefined) return { ...counts, nextCursor: page.next };
  if (options.endOfList === 'absent') return counts;
  return { ...counts, nextCursor: options.endOfList === 'empty' ? '' : null };
}

function simpleTests(query: URLSearchParams, rules: ListRules): Test[] {
  const tests: Test[] = [];
  for (const [key, value] of query) {
    if (key === 'fields' || PAGING.includes(key)) continue;
    const own = rules.parameters[key];
    const field = rules.catalog.get(key);
    if (own !== undefined) {
      const test = own(value);
      if (test !== undefined) tests.push(test);
    } else if (field !== undefined) {
      tests.push(simpleFilter(field, value));
    } else {
      throw new Refusal(400, `"${key}" is neither a parameter nor a field`);
    }
  }
  return tests;
}

/** Records in which any of the attributes holds the text, in upper or lower case. */
export function searchTest(
  q: string | null,
  attributes: readonly string[],
): ((record: Readonly<Record<string, unknown>>) => boolean) | undefined {
  if (q === null || q === '') return undefined;
  const wanted = q.toLowerCase();
  return (record) =>
    attributes.some((key) => {
      const value = record[key];
      return typeof value === 'string' && value.toLowerCase().includes(wanted);
    });
}
