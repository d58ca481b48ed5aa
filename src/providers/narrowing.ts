/** What a list request says about the records that are wanted, so that a platform that takes filters sends fewer. */
import type { FilterOnField } from '../core/filter/filter';
import { encodeQueryPart } from '../core/http/url';
import type { ResourceDefinition } from './definition';

export interface Narrowing {
  /** As the platform takes them; all must hold. */
  readonly conditions: readonly unknown[];
  /** Whether they take the place of the conditions that the definition's own body holds. */
  readonly instead: boolean;
}

export const NOT_NARROWED: Narrowing = { conditions: [], instead: false };

/** Room for encoded conditions in an address, in characters: four or five of them. What does not fit is left to us. */
export const CONDITIONS_BUDGET = 400;

/** As many of the filters as the platform takes; `today` is “2026-11-22”. */
export function narrowingOf(
  { filtering }: ResourceDefinition,
  filters: readonly FilterOnField[],
  today: string,
): Narrowing {
  if (!filtering) return NOT_NARROWED;
  const { encode, place, chosenBy } = filtering;
  const conditions: unknown[] = [];
  for (const on of filters) {
    const grown = [...conditions, ...encode(on, today)];
    const fits = 'bodyKey' in place || encodeQueryPart(JSON.stringify(grown)).length <= CONDITIONS_BUDGET;
    if (fits) conditions.splice(0, conditions.length, ...grown);
  }
  return { conditions, instead: filters.some(({ field }) => field.key === chosenBy) };
}

/** The parameters that hold the conditions, where they go into the address. */
export function narrowQuery(
  { filtering }: ResourceDefinition,
  { conditions }: Narrowing,
): Readonly<Record<string, string>> {
  if (!filtering || conditions.length === 0 || 'bodyKey' in filtering.place) return {};
  if ('parameters' in filtering.place) return Object.assign({}, ...conditions) as Record<string, string>;
  return { [filtering.place.parameter]: JSON.stringify(conditions) };
}

/** The body of the list request, with the conditions where they go into it; undefined for a list without body. */
export function narrowBody(
  { filtering, body }: ResourceDefinition,
  { conditions, instead }: Narrowing,
): Readonly<Record<string, unknown>> | undefined {
  if (!filtering || !('bodyKey' in filtering.place)) return body;
  const { bodyKey } = filtering.place;
  const held = body?.[bodyKey];
  const own: readonly unknown[] = Array.isArray(held) && !instead ? held : [];
  return { ...body, [bodyKey]: [...own, ...conditions] };
}
