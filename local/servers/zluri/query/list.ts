/** List requests: which records, in what order, which page, in what envelope. */
import type { Answer } from '../../http/exchange';
import { fingerprint } from '../../http/page-cursor';
import { attributeOf } from '../attributes';
import type { Listed } from '../attributes';
import { WrongValue } from '../error-body';
import { INFERRED_LONGEST_PAGE } from '../limits';
import type { ZluriOptions } from '../options';
import type { ZluriRecord } from '../record';
import { bodyOf, ok } from '../route';
import type { Call } from '../route';
import { shownRecord } from '../shown-record';
import { filteredFields, parseFilters } from './filters';
import type { Test } from './filters';
import { parseOrder } from './order';
import { cutPage, pageRequest } from './page';
import type { Page, PageRequest } from './page';

/** Paging and search are documented in the query string for contracts; inferred, the body's are taken as well. */
const BODY_KEYS = ['filter_by', 'sort_by', 'page', 'page_size', 'search_query'];

export interface ListRules {
  readonly listed: Listed;
  /** The live list that rows are made from; changes to its length are noticed. */
  readonly source: readonly ZluriRecord[];
  /** All rows, unfiltered; absent: the source itself. */
  readonly rows?: () => readonly ZluriRecord[];
  /** Attributes that `search_query` looks into. */
  readonly searched: readonly string[];
  /** The boolean attribute that hides a row where archived ones are hidden. */
  readonly archive?: string;
  readonly longest?: number;
}

/** Answers a list request by POST. */
export function listAnswer(call: Call, rules: ListRules): Answer {
  const { exchange, options, tenant } = call;
  const { listed, source } = rules;
  const body = bodyOf(exchange);
  const unknown = Object.keys(body).find((key) => !BODY_KEYS.includes(key));
  // Inferred: what happens to keys that do not exist is not said.
  if (unknown !== undefined) throw new WrongValue(unknown, `"${unknown}" is not a key of list requests`);
  const parameter = (name: string) =>
    options.pagingIn === 'body' ? body[name] : (exchange.query.get(name) ?? undefined);
  const request = pageRequest(
    parameter,
    { first: options.firstPage, longest: rules.longest ?? INFERRED_LONGEST_PAGE },
    options,
  );
  const tests = testsOf(body.filter_by, parameter('search_query'), rules, call);
  const order = parseOrder(body.sort_by, listed, tenant);
  const query = JSON.stringify([body.filter_by, body.sort_by, parameter('search_query'), options]);
  const rows = call.lists.rows({
    source,
    revision: tenant.revision,
    query: fingerprint(`${exchange.path} ${query}`, exchange.query, ['page', 'page_size']),
    anew: request.index === 0,
    order: () => {
      const all = rules.rows?.() ?? source;
      return order(tests.length === 0 ? all : all.filter((record) => tests.every((test) => test(record))));
    },
  });
  const page = cutPage(rows, request, options, exchange.repeatCursor);
  const shown = page.rows.map((record) => shownRecord(listed, record, call));
  return ok(envelope({ ...page, rows: shown }, request, NAMES[listed], options), shown.length);
}

/** Everything that a row of the list must hold. */
function testsOf(filterBy: unknown, searchQuery: unknown, rules: ListRules, call: Call): Test[] {
  const { listed, archive } = rules;
  const tests = parseFilters(filterBy, listed, call);
  const search = searchTest(searchQuery, rules, call);
  if (search !== undefined) tests.push(search);
  const hidden = call.options.archived === 'hidden' && !filteredFields(filterBy).includes(archive);
  if (archive !== undefined && hidden) tests.push((record) => record[archive] !== true);
  return tests;
}

/** What the array is called where it is named after the resource. */
const NAMES: Readonly<Record<Listed, string>> = {
  apps: 'applications',
  userApps: 'applications',
  contracts: 'contracts',
  users: 'users',
  appUsers: 'users',
  admins: 'admins',
  auditLog: 'data',
};

/** `count`, `page`, `page_size` and `items`, unless the options say otherwise. https://developers.zluri.com/reference/pagination */
export function envelope(
  { rows, total }: Page<unknown>,
  { page, size }: PageRequest,
  name: string,
  options: ZluriOptions,
): unknown {
  const { itemsKey } = options;
  if (itemsKey === 'none') return rows;
  return {
    ...totalOf(total, options),
    page,
    page_size: size,
    [itemsKey === 'named' ? name : itemsKey]: rows,
  };
}

/** The number of all records, where and as far as the options have it told. */
export function totalOf(total: number, { totalKey }: ZluriOptions): object {
  if (totalKey === 'none') return {};
  return totalKey === 'meta.total' ? { meta: { total } } : { [totalKey]: total };
}

/** Any of several terms, parted by commas, in upper or lower case; inferred but for the commas. */
function searchTest(given: unknown, { searched, listed }: ListRules, call: Call) {
  const terms = String(given ?? '')
    .split(',')
    .map((term) => term.trim().toLowerCase())
    .filter((term) => term !== '');
  if (terms.length === 0) return undefined;
  return (record: ZluriRecord) =>
    searched.some((key) => {
      const value = String(attributeOf(listed, record, key, call.tenant) ?? '').toLowerCase();
      return terms.some((term) => value.includes(term));
    });
}
