/** Filters in their short form, {state: 'closed', isHidden: false}, as the conditions that they stand for. */
import type { Filter } from '../core/filter/filter';
import type { FilterShorthand } from './contract';

export function longFilters(filters: readonly Filter[] | FilterShorthand): readonly Filter[] {
  if (isLong(filters)) return filters;
  return Object.entries(filters).map(([field, value]): Filter => {
    if (typeof value === 'boolean') return { field, test: value ? 'isYes' : 'isNo', values: [] };
    return { field, test: 'isAnyOf', values: typeof value === 'object' ? value : [value] };
  });
}

function isLong(filters: readonly Filter[] | FilterShorthand): filters is readonly Filter[] {
  return Array.isArray(filters);
}
