/** A shorthand for a report's fields: read-only and selected unless said otherwise. */
import type { Field, FieldType } from '../core/table/field';

type Exceptions = Partial<
  Pick<Field, 'writable' | 'selected' | 'options' | 'currencyField' | 'minorUnits' | 'stays'>
>;

/** `help` is one plain sentence. */
export function field(
  key: string,
  label: string,
  type: FieldType,
  help: string,
  exceptions: Exceptions = {},
): Field {
  return { key, label, type, help, writable: false, selected: true, custom: false, ...exceptions };
}
