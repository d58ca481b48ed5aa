/** The fields that a definition names, as the table engine knows them. */
import type { Field } from '../core/table/field';
import type { ResourceDefinition } from './definition';

/** The key field first; without what only definitions need. */
export function documentedFields({ fields, key }: ResourceDefinition): Field[] {
  const ordered = [
    ...fields.filter((field) => field.key === key),
    ...fields.filter((field) => field.key !== key),
  ];
  return ordered.map(
    ({
      evidence: _evidence,
      aliases: _aliases,
      items: _items,
      written: _written,
      caution: _caution,
      ...field
    }) => field,
  );
}
