/** Makes the fields of Zluri's entities. */
import type { TargetEvidence, UploadChoice, UploadField, UploadFieldType } from '../../../core/upload/target';
import { reference } from '../settings';
import { FIRST_GENERATION } from './settings';

/** [I] Our guess for the second generation. */
const GUESS: TargetEvidence = reference('data-entities', 'I');

type Rest = Partial<
  Pick<UploadField, 'required' | 'meaning' | 'choices' | 'several' | 'fallback' | 'evidence'>
>;

/**
 * A field of which only the first generation's name is known, unless `rest` says otherwise; optional, and its key its meaning.
 * `aliases` are parted by commas.
 */
export function entityField(
  key: string,
  label: string,
  type: UploadFieldType,
  help: string,
  aliases: string,
  rest: Rest = {},
): UploadField {
  return {
    key,
    label,
    type,
    required: false,
    meaning: key,
    help,
    aliases: aliases.split(',').map((header) => header.trim()),
    evidence: FIRST_GENERATION,
    ...rest,
  };
}

/** The same for a field that not even the first generation had. */
export function guessedField(
  ...[key, label, type, help, aliases, rest]: Parameters<typeof entityField>
): UploadField {
  return entityField(key, label, type, help, aliases, { evidence: GUESS, ...rest });
}

/** Whether somebody's account can be used, in the words of many platforms. */
export const USER_STATUSES: readonly UploadChoice[] = [
  { value: 'active', words: ['activated', 'enabled', 'current', 'live', 'employed', 'yes', 'true', '1'] },
  {
    value: 'inactive',
    words: [
      ...['deactivated', 'disabled', 'deleted', 'removed', 'revoked', 'archived', 'closed', 'expired'],
      ...['terminated', 'left', 'former', 'leaver', 'offboarded', 'not active', 'no', 'false', '0'],
    ],
  },
  { value: 'suspended', words: ['locked', 'blocked', 'paused', 'on hold', 'frozen'] },
];
