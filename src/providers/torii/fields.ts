/** The fields of Torii's apps, contracts and users, built-in ones and the organisation's own: three lists as one. */
import type { ResourceDefinition } from '../definition';
import { evidence, perMinute, reference, WHOLE } from './settings';
import { field } from '../field';

const LIST = reference('getappsfields');
const USERS_ONLY = reference('getusersfields');
/** The words beside the field in Settings → Contract Details. */
const INTERNAL_NAME = evidence(
  'https://developers.toriihq.com/docs/updating-contract-details-using-the-api',
  'D',
);

export const FIELDS: ResourceDefinition = {
  resource: 'fields',
  title: 'Fields',
  singular: 'field',
  plural: 'fields',
  description: 'Every field that apps, contracts and users have, with its internal name, type and choices.',
  path: '/{of}/fields',
  query: {},
  envelope: 'fields',
  paging: WHOLE,
  spread: [{ of: 'apps' }, { of: 'contracts' }, { of: 'users' }],
  key: 'field',
  name: 'name',
  keyFrom: { fields: ['of', 'systemKey'] },
  fields: [
    field('field', 'ID', 'id', 'Where the field belongs and its internal name together.', LIST),
    field('of', 'Belongs to', 'option', 'Whether apps, contracts or users have the field.', LIST, {
      options: [
        { value: 'apps', label: 'Apps' },
        { value: 'contracts', label: 'Contracts' },
        { value: 'users', label: 'Users' },
      ],
    }),
    field('name', 'Name', 'text', 'What the field is called in Torii.', LIST),
    field('systemKey', 'Internal name', 'text', 'What the API calls the field.', INTERNAL_NAME, {
      // Of users' fields. https://developers.toriihq.com/reference/getusersfields
      aliases: ['key'],
    }),
    field('type', 'Type', 'text', 'What kind of values the field takes, in Torii’s own words.', LIST),
    field('options', 'Choices', 'list', 'What can be chosen, for fields with choices.', LIST, {
      items: ['label', 'value'],
    }),
    field(
      'isDeleted',
      'Deleted',
      'boolean',
      'Whether the field was deleted; told for users only.',
      USERS_ONLY,
    ),
    field('id', 'Field ID', 'id', 'Torii’s number for the field.', LIST, { selected: false }),
    field(
      'sourceIdApp',
      'Source app ID',
      'id',
      'Torii’s number for the app that the values come from; told for users only.',
      USERS_ONLY,
      { selected: false },
    ),
  ],
  filterIdeas: [
    { label: 'Fields with choices', filters: [{ field: 'options', test: 'isNotEmpty', values: [] }] },
  ],
  // Each of the three lists takes as many.
  rateClass: perMinute('GET /…/fields', 200),
  evidence: LIST,
};
