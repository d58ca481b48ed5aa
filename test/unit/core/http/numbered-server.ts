/** A server whose lists have numbered pages, with every way in which it may count them. */
import type { Handler } from './scripted-http';
import { json, raw } from './scripted-http';

export interface Counting {
  /** How many records there are. */
  readonly count: number;
  /** What the server calls its first page. */
  readonly first: 0 | 1;
  /** What a server that counts from 1 does with page 0. */
  readonly pageZero: 'refuses' | 'breaks' | 'is empty' | 'is page 1';
  /** The most records on a page, whatever was asked for. */
  readonly cap: number;
  /** A size above this is refused. */
  readonly sizeLimit: number;
  readonly total: 'right' | 'absent' | 'of this page' | { readonly wrongBy: number };
  readonly echo: 'used size' | 'absent';
  readonly pastEnd: 'empty' | 'last page again' | 'not found';
  /** From this page on (counted from 0) all are sent one page late: one comes twice. */
  readonly repeatsAt: number | null;
  /** Where the server looks for page and size; elsewhere they are ignored. */
  readonly where: 'query' | 'body';
  /** Records of a page that come again on the next one. */
  readonly overlap: number;
}

export const PLAIN: Counting = {
  count: 0,
  first: 0,
  pageZero: 'refuses',
  cap: 100,
  sizeLimit: 100,
  total: 'right',
  echo: 'used size',
  pastEnd: 'empty',
  repeatsAt: null,
  where: 'query',
  overlap: 0,
};

export const idsUpTo = (count: number): number[] => Array.from({ length: count }, (_, n) => n);

/** Lists records {id} by their numbers. */
export function numbered(how: Partial<Counting>): Handler {
  const server = { ...PLAIN, ...how };
  return (call) => {
    const place =
      server.where === 'query'
        ? Object.fromEntries(new URL(call.url).searchParams)
        : (JSON.parse(call.body ?? '{}') as Record<string, unknown>);
    const asked = Number(place['page'] ?? server.first);
    const wanted = Number(place['page_size'] ?? 50);
    if (wanted > server.sizeLimit) return json({ message: 'page_size is too large' }, 400);
    const size = Math.min(wanted, server.cap);
    if (asked < server.first) {
      if (server.pageZero === 'refuses') return json({ message: 'page must be 1 or more' }, 400);
      if (server.pageZero === 'breaks') return raw('oops', 500);
      if (server.pageZero === 'is empty') return page(server, size, []);
    }
    const position = Math.max(0, asked - server.first);
    const late = server.repeatsAt !== null && position >= server.repeatsAt && position > 0;
    const ids = idsUpTo(server.count);
    const pages = Math.max(1, Math.ceil(server.count / size));
    let at = late ? position - 1 : position;
    if (at >= pages) {
      if (server.pastEnd === 'not found') return json({ message: 'no such page' }, 404);
      if (server.pastEnd === 'empty') return page(server, size, []);
      at = pages - 1;
    }
    const start = at * size;
    return page(server, size, ids.slice(Math.max(0, start - server.overlap), start + size));
  };
}

function page({ total, count, echo }: Counting, size: number, ids: readonly number[]) {
  const told =
    typeof total === 'object'
      ? { count: Math.max(0, count + total.wrongBy) }
      : total === 'absent'
        ? {}
        : { count: total === 'right' ? count : ids.length };
  const used = echo === 'absent' ? {} : { page_size: size };
  return json({ ...told, ...used, items: ids.map((id) => ({ id })) });
}
