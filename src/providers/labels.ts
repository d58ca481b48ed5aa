/** Labels of fields: one line each, and no two alike. */
import type { Field } from '../core/table/field';

/** People may give two fields one name, or the name of a documented field: later ones then carry their key. */
export function withUniqueLabels(fields: readonly Field[]): Field[] {
  const taken = new Set<string>();
  return fields.map((field) => {
    let label = field.label;
    for (let copy = 1; taken.has(label.toLowerCase()); copy += 1) {
      label = `${field.label} (${field.key}${copy === 1 ? '' : ` ${String(copy)}`})`;
    }
    taken.add(label.toLowerCase());
    return label === field.label ? field : { ...field, label };
  });
}

/** The text on one line; '' for what is no text. */
export function oneLine(value: unknown): string {
  return typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() : '';
}

/** “app_user_count” and “actor.userName” as people would write them. */
export function labelOfKey(key: string): string {
  const words = key
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/[._\s-]+/g, ' ')
    .trim()
    .toLowerCase();
  return words === '' ? key : words.charAt(0).toUpperCase() + words.slice(1);
}
