/** The fields of a resource as the picker sorts them: chosen ones in their order, and those to add. */
import type { FieldInfo } from '../../src/app/contract';

/** Keys of the fields that the tab shows, in their order, the one by which rows are recognised first. */
export function chosenKeys(fields: readonly FieldInfo[]): readonly string[] {
  return identityFirst(
    fields
      .filter(({ selected }) => selected)
      .sort((one, other) => (one.order ?? fields.length) - (other.order ?? fields.length)),
  );
}

/** Keys of the fields that are chosen where nobody has chosen. */
export function usualKeys(fields: readonly FieldInfo[]): readonly string[] {
  return identityFirst(fields.filter(({ usual }) => usual));
}

/** Whether every word of the query is in the field's label, key or help; upper and lower case and accents alike. */
export function isFound(field: Pick<FieldInfo, 'label' | 'key' | 'help'>, query: string): boolean {
  const text = plain(`${field.label} ${field.key} ${field.help}`);
  return plain(query)
    .split(/\s+/)
    .every((word) => text.includes(word));
}

/** The fields whose label, key or help holds the query; those whose label begins with it come first. */
export function found<Field extends Pick<FieldInfo, 'label' | 'key' | 'help'>>(
  fields: readonly Field[],
  query: string,
): readonly Field[] {
  const wanted = plain(query).trim();
  if (wanted === '') return fields;
  const hits = fields.filter((field) => isFound(field, wanted));
  const begins = (field: Field): boolean => plain(field.label).startsWith(wanted);
  return [...hits.filter(begins), ...hits.filter((field) => !begins(field))];
}

/** Lower case, without accents. */
export function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase();
}

function identityFirst(fields: readonly FieldInfo[]): readonly string[] {
  return [...fields.filter(({ identity }) => identity), ...fields.filter(({ identity }) => !identity)].map(
    ({ key }) => key,
  );
}
