/** Numbered pages, with the traps that servers of this kind set. https://developers.zluri.com/reference/pagination */
import { Refusal } from '../../http/exchange';
import { WrongValue } from '../error-body';
import { DEFAULT_PAGE_SIZE } from '../limits';
import type { ZluriOptions } from '../options';

export interface PageRules {
  /** Number of the first page. */
  readonly first: number;
  readonly longest: number;
}

export interface PageRequest {
  /** As it was asked for. */
  readonly page: number;
  readonly size: number;
  /** Pages before it; below 0 is the first one. */
  readonly index: number;
}

export interface Page<T> {
  readonly rows: readonly T[];
  readonly total: number;
}

/** Reads `page` and `page_size` from where the options say, and ignores them elsewhere. */
export function pageRequest(
  parameter: (name: string) => unknown,
  rules: PageRules,
  options: ZluriOptions,
): PageRequest {
  const location = options.pagingIn;
  const page = wholeNumber(parameter('page'), 'page', rules.first, 0, location);
  const asked = wholeNumber(parameter('page_size'), 'page_size', DEFAULT_PAGE_SIZE, 1, location);
  const longest = options.maxPageSize ?? rules.longest;
  if (asked > longest && options.oversize === 'refused') {
    throw new WrongValue('page_size', `Must be at most ${longest}`, location);
  }
  if (page < rules.first && options.pageBelowFirst !== 'first') {
    if (options.pageBelowFirst === 'failed') throw new Refusal(500, 'Something went wrong');
    throw new WrongValue('page', `Must be at least ${rules.first}`, location);
  }
  return { page, size: Math.min(asked, longest), index: Math.max(0, page - rules.first) };
}

/** @param again whether the page before is shown once more: the fault of a list that runs in circles */
export function cutPage<T>(
  rows: readonly T[],
  { index, size }: PageRequest,
  options: ZluriOptions,
  again: boolean,
): Page<T> {
  const stride = Math.max(1, size - options.overlap);
  const pages = Math.max(1, Math.ceil((rows.length - size) / stride) + 1);
  const wanted = again ? index - 1 : index;
  const shown = Math.max(0, options.afterLastPage === 'repeat' ? Math.min(wanted, pages - 1) : wanted);
  const start = shown * stride;
  const past = shown >= pages;
  return { rows: past ? [] : rows.slice(start, start + size), total: rows.length + options.countOff };
}

/** Texts in the query string, texts or numbers in a body. */
export function wholeNumber(
  given: unknown,
  name: string,
  fallback: number,
  least: number,
  location: 'body' | 'query',
): number {
  if (given === undefined || given === null) return fallback;
  const text = String(given);
  if (!/^\d+$/.test(text) || Number(text) < least) {
    throw new WrongValue(name, `Must be a whole number from ${least} on`, location);
  }
  return Number(text);
}
