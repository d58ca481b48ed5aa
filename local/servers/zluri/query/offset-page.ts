/** Lists that are asked for by `offset` and `limit`. https://developers.zluri.com/reference/getsyncdetails */
import type { Answer } from '../../http/exchange';
import { DEFAULT_PAGE_SIZE, INFERRED_LONGEST_PAGE } from '../limits';
import { ok } from '../route';
import type { Call } from '../route';
import { totalOf } from './list';
import { wholeNumber } from './page';

/**
 * `count` and `items`, or what the options name them, with whatever else the answer has in front of them; longer pages are cut.
 * Inferred, like the envelope.
 */
export function offsetPage(call: Call, rows: readonly unknown[], more: object = {}): Answer {
  const { query } = call.exchange;
  const number = (name: string, unsent: number, least: number) =>
    wholeNumber(query.get(name), name, unsent, least, 'query');
  const offset = number('offset', 0, 0);
  const limit = Math.min(number('limit', DEFAULT_PAGE_SIZE, 1), INFERRED_LONGEST_PAGE);
  const items = rows.slice(offset, offset + limit);
  const { itemsKey } = call.options;
  // There is no name of its own, and what stands in front needs an object.
  const key = itemsKey === 'named' || itemsKey === 'none' ? 'items' : itemsKey;
  return ok({ ...more, ...totalOf(rows.length, call.options), [key]: items }, items.length);
}
