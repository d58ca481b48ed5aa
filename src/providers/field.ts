/** A shorthand for documented fields: read-only and selected unless said otherwise. */
import type { FieldType } from '../core/table/field';
import type { Evidence, FieldDefinition } from './definition';

type Exceptions = Partial<
  Pick<
    FieldDefinition,
    | 'writable'
    | 'selected'
    | 'options'
    | 'currencyField'
    | 'minorUnits'
    | 'aliases'
    | 'items'
    | 'written'
    | 'caution'
  >
>;

/** `help` is one plain sentence. */
export function field(
  key: string,
  label: string,
  type: FieldType,
  help: string,
  evidence: Evidence,
  exceptions: Exceptions = {},
): FieldDefinition {
  return { key, label, type, help, writable: false, selected: true, custom: false, evidence, ...exceptions };
}
