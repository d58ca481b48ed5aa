/** The groups or teams of an app, as a complete list that takes the place of the one before. */
import type { UploadTarget } from '../../../core/upload/target';
import { reference } from '../settings';
import { guessedField } from './fields';
import { MOST_BYTES, PAGE_RECORDS } from './settings';

export const GROUPS_TARGET: UploadTarget = {
  target: 'zluri.groups',
  title: 'Groups of an app',
  description: 'Every group or team of the app. Whatever is not in the list counts as removed in Zluri.',
  singular: 'group',
  plural: 'groups',
  fields: [
    guessedField(
      'unique_id',
      'Unique ID',
      'text',
      'What the app itself knows the group by. Without a column for it, the name is taken.',
      'id, group id, team id, uid, guid, uuid',
      { required: true, meaning: 'id', fallback: 'name' },
    ),
    guessedField(
      'name',
      'Name',
      'text',
      'What the group is called.',
      'group name, team name, group, team, title, display name',
      {
        required: true,
      },
    ),
    guessedField(
      'description',
      'Description',
      'text',
      'What the group is for.',
      'group description, team description, notes, purpose',
    ),
  ],
  shape: { kind: 'records', entity: 'groups', pageSize: PAGE_RECORDS, references: [] },
  identity: ['unique_id'],
  missing: 'gone',
  needs: [],
  order: 2,
  place: 'instance',
  maxBytes: MOST_BYTES,
  evidence: reference('data-entities'),
};
