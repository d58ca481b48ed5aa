/** Filters as Zluri's lists take them: objects in `filter_by`. */
import { dayRangeOf, widened } from '../../core/filter/day-range';
import type { Filter, FilterOnField } from '../../core/filter/filter';
import { choicesOf } from '../choices';
import type { Evidence, Filtering } from '../definition';

interface Condition {
  readonly field_id: string;
  readonly field_values: readonly unknown[];
  readonly field_order?: readonly string[];
}

/** [D] Of these choices, filters take the words that people read; writes take others. https://developers.zluri.com/reference/listusers */
const CHOSEN_BY_LABEL: ReadonlySet<string> = new Set(['optimization_inclusion']);

/**
 * [I] Days are compared with moments: the last day would end as it begins, and whose days they are is not said, while two time
 * zones are up to two days apart.
 */
const DAYS_OF_LEEWAY = 3;

/**
 * `keys` are documented for the list, and `evidence` says where. The lists also take names, addresses and words: these are left to
 * us, lest a record be missing, since it is not said whether they match in part, or in upper and lower case alike. So are
 * negations: some choices are typed as plain text, and “active” is part of “inactive”.
 * [D] The shape: https://developers.zluri.com/docs/filters. [I] Several values are alternatives, and a yes/no is never empty.
 */
export function filteringBy(keys: readonly string[], evidence: Evidence, chosenBy?: string): Filtering {
  return {
    encode: (on, today) => (keys.includes(on.field.key) ? encode(on, today) : []),
    place: { bodyKey: 'filter_by' },
    evidence,
    ...(chosenBy === undefined ? {} : { chosenBy }),
  };
}

function encode(on: FilterOnField, today: string): readonly Condition[] {
  const { filter, field } = on;
  const { field: field_id, test, values } = filter;
  switch (test) {
    case 'isAnyOf': {
      const wanted = field.type === 'id' ? values.map(String) : choices(on);
      return wanted.length > 0 ? [{ field_id, field_values: wanted }] : [];
    }
    case 'isYes':
    case 'isNo':
      return [{ field_id, field_values: [test === 'isYes'] }];
    case 'atLeast':
    case 'atMost':
      return [{ field_id, field_values: values, field_order: [test === 'atLeast' ? 'gte' : 'lte'] }];
    default:
      return days(filter, today);
  }
}

function choices(on: FilterOnField): readonly string[] {
  const values = choicesOf(on);
  if (!CHOSEN_BY_LABEL.has(on.field.key)) return values;
  return (on.field.options ?? []).filter(({ value }) => values.includes(value)).map(({ label }) => label);
}

function days(filter: Filter, today: string): readonly Condition[] {
  const range = dayRangeOf(filter, today);
  if (!range) return [];
  const { from, to } = widened(range, DAYS_OF_LEEWAY);
  return [
    {
      field_id: filter.field,
      field_values: [from, to].filter((day) => day !== undefined),
      field_order: [...(from === undefined ? [] : ['gte']), ...(to === undefined ? [] : ['lte'])],
    },
  ];
}
