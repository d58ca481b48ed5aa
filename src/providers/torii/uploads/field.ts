/** A shorthand for fields of Torii's files: optional, meaning what their key says, unless said otherwise. */
import type { UploadField, UploadFieldType } from '../../../core/upload/target';
import type { Evidence } from '../../definition';

type Exceptions = Partial<Omit<UploadField, 'key' | 'label' | 'type' | 'help' | 'aliases' | 'evidence'>>;

/** `help` is one plain sentence; `aliases` are separated by commas. */
export function field(
  key: string,
  label: string,
  type: UploadFieldType,
  help: string,
  aliases: string,
  evidence: Evidence,
  exceptions: Exceptions = {},
): UploadField {
  return {
    key,
    label,
    type,
    help,
    aliases: wordsIn(aliases),
    evidence,
    required: false,
    meaning: key,
    ...exceptions,
  };
}

/** “a, b” has two words. */
export function wordsIn(text: string): string[] {
  return text.split(',').map((word) => word.trim());
}
