/** Query parameters of requests: which there may be, and what their values may look like. */
import { Refusal } from '../../http/exchange';
import type { Exchange } from '../../http/exchange';

/** At most, and where it is not sent. https://developers.toriihq.com/reference/pagination */
export const PAGE_SIZE = 1000;

/** Refuses query parameters that an endpoint does not have. */
export function onlyParameters(exchange: Exchange, allowed: readonly string[]): void {
  for (const key of exchange.query.keys()) {
    if (!allowed.includes(key)) throw new Refusal(400, `"${key}" is not a parameter of this request`);
  }
}

export function pageSize(query: URLSearchParams, unsent = PAGE_SIZE): number {
  return wholeNumber(query, 'size', { low: 1, high: PAGE_SIZE, unsent });
}

export function wholeNumber(
  query: URLSearchParams,
  key: string,
  { low, high, unsent }: { low: number; high: number; unsent: number },
): number {
  const text = query.get(key);
  if (text === null) return unsent;
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < low || value > high) {
    const range = high === Infinity ? `not below ${low}` : `from ${low} to ${high}`;
    throw new Refusal(400, `"${key}" must be a whole number ${range}`);
  }
  return value;
}

export function flag(query: URLSearchParams, key: string): boolean {
  return oneOf(query, key, ['true', 'false']) === 'true';
}

export function oneOf(query: URLSearchParams, key: string, allowed: readonly string[]): string | undefined {
  const text = query.get(key);
  if (text === null) return undefined;
  if (!allowed.includes(text)) throw new Refusal(400, `"${key}" must be one of [${allowed.join(', ')}]`);
  return text;
}

/** A day or a moment in ISO 8601, as milliseconds since 1970. */
export function moment(query: URLSearchParams, key: string): number | undefined {
  const text = query.get(key);
  if (text === null) return undefined;
  const time = /^\d{4}-\d\d-\d\d(T.*)?$/.test(text) ? Date.parse(text) : NaN;
  if (Number.isNaN(time)) throw new Refusal(400, `"${key}" must be a valid ISO 8601 date`);
  return time;
}
