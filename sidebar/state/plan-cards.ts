/** The changes of a plan as the preview lists them: by record, narrowed down by words and by kind. */
import type { PlanInfo, PlanItem } from '../../src/app/contract';
import { valueWords } from '../words/value';
import { plain } from './field-list';

/** One record with its changes, in the order of the plan. */
export interface Card {
  readonly key: string;
  readonly row: number;
  readonly id: string;
  readonly name: string;
  readonly action: PlanItem['action'];
  readonly items: readonly PlanItem[];
}

/** Which kind of item is listed. */
export type Shown = 'all' | 'conflict' | 'problem';

export interface Narrowing {
  /** Every word of it is in the record, the field or a value; case and accents alike. */
  readonly query: string;
  readonly shown: Shown;
}

/** The records of a plan with what can be done or mended there; those that say the same on both sides are left out. */
export function cardsOf({ items }: Pick<PlanInfo, 'items'>): readonly Card[] {
  const cards = new Map<string, Card & { items: PlanItem[] }>();
  for (const item of items) {
    if (item.kind === 'same') continue;
    // Two rows can have the same id by mistake.
    const key = JSON.stringify([item.row, item.id]);
    const card = cards.get(key);
    if (card) card.items.push(item);
    else
      cards.set(key, {
        key,
        row: item.row,
        id: item.id,
        name: item.name,
        action: item.action,
        items: [item],
      });
  }
  return [...cards.values()];
}

/** What of the cards is wanted; cards of which nothing is are left out. */
export function narrowed(cards: readonly Card[], { query, shown }: Narrowing): readonly Card[] {
  const words = plain(query).trim().split(/\s+/);
  const wanted = (item: PlanItem): boolean =>
    (shown === 'all' || item.kind === shown) && words.every((word) => textOf(item).includes(word));
  return cards.flatMap((card) => {
    const items = card.items.filter(wanted);
    if (items.length === 0) return [];
    return [items.length === card.items.length ? card : { ...card, items }];
  });
}

/** Putting 1,000 items into words takes longer than looking through them. */
const TEXTS = new WeakMap<PlanItem, string>();

function textOf(item: PlanItem): string {
  const known = TEXTS.get(item);
  if (known !== undefined) return known;
  const { id, name, label, from, to, live = '' } = item;
  const values = [from, to, live].flatMap((value) => [valueWords(value), String(value)]);
  const text = plain([name, id, label, ...values].join('\n'));
  TEXTS.set(item, text);
  return text;
}
