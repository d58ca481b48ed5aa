/** Fields for tests. */
import type { Field } from '../../../../src/core/table/field';

/** A read-only text field, but for what is given. */
export function fieldOf(given: Partial<Field> & Pick<Field, 'key'>): Field {
  return {
    label: given.key,
    type: 'text',
    help: `Help for ${given.key}.`,
    writable: false,
    selected: true,
    custom: false,
    ...given,
  };
}
