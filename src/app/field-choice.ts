/** Which fields a tab shows: those that somebody chose, as far as they are offered. */
import { AppError } from '../core/errors';
import type { Field } from '../core/table/field';
import type { ProviderDefinition } from '../providers/definition';
import type { Subject } from './catalogue';

export interface FieldChoice {
  /** In order of choice, the key field first. */
  readonly fields: readonly Field[];
  /** Keys of the choice, also of fields that are not offered just now. */
  readonly chosen: readonly string[];
}

/** The key field first, then the wanted ones that still exist, each once. Throws UNKNOWN_FIELD where none exists. */
export function chooseFields(
  offered: readonly Field[],
  { title }: ProviderDefinition,
  subject: Pick<Subject, 'key' | 'plural'>,
  wanted: readonly string[] | undefined,
): FieldChoice {
  const byKey = new Map(offered.map((field) => [field.key, field]));
  const keys = wanted ?? offered.filter((field) => field.selected).map((field) => field.key);
  const chosen = [...new Set([subject.key, ...keys])];
  const gone = chosen.filter((key) => !byKey.has(key));
  if (gone.length > 0 && gone.length >= chosen.length - 1) {
    const field = gone.join(', ');
    throw new AppError('UNKNOWN_FIELD', { provider: title, field, subject: subject.plural });
  }
  return { fields: chosen.flatMap((key) => byKey.get(key) ?? []), chosen };
}
