/** The choices of an option field that a filter means, as the platform stores them. */
import type { FilterOnField } from '../core/filter/filter';

/** All that carry the label of a value, since two may share one; [] where some value is no choice that is known. */
export function choicesOf({ filter, field }: FilterOnField): readonly string[] {
  const { options = [] } = field;
  const found = filter.values.map((value) => {
    const label = options.find((option) => option.value === value)?.label;
    return options.filter((option) => option.label === label).map((option) => option.value);
  });
  return found.some((values) => values.length === 0) ? [] : [...new Set(found.flat())];
}
