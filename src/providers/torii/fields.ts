/** The fields of Torii's apps, contracts and users, built-in ones and the organisation's own: three lists as one. */
import type { ResourceDefinition } from '../definition';
import { field } from '../field';
import type { Edit, UpdateCall } from '../writes';
import { CLEARING, evidence, perMinute, reference, WHOLE } from './settings';

const LIST = reference('getappsfields');
const USERS_ONLY = reference('getusersfields');
/** The words beside the field in Settings → Contract Details. */
const INTERNAL_NAME = evidence(
  'https://developers.toriihq.com/docs/updating-contract-details-using-the-api',
  'D',
);

const CREATE = reference('postappsfields');

/**
 * [I] The page names the address and no body: that it takes the names of the body that creates a field is inferred. Should a live tenant
 * prove otherwise, this constant changes it.
 */
const UPDATE: UpdateCall = {
  method: 'put',
  path: '/apps/fields/{id}',
  rateClass: perMinute('PUT /apps/fields/{idField}', 50),
  evidence: reference('putappsfieldsidfield', 'I'),
};

/** Types that a field can be made with. https://developers.toriihq.com/reference/postappsfields */
const CREATABLE = [
  ...['singleLine', 'multiLine', 'number', 'currency', 'datePicker', 'dropdown', 'dropdownMulti'],
  ...['usersDropdown', 'usersDropdownMulti'],
];

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
      written: { as: 'unsent' },
    }),
    field('name', 'Name', 'text', 'What the field is called in Torii.', UPDATE.evidence, {
      writable: true,
      written: { neverEmpty: true },
    }),
    field('systemKey', 'Internal name', 'text', 'What the API calls the field.', INTERNAL_NAME, {
      // Of users' fields. https://developers.toriihq.com/reference/getusersfields
      aliases: ['key'],
    }),
    field('type', 'Type', 'text', 'What kind of values the field takes, in Torii’s own words.', LIST),
    field('options', 'Choices', 'list', 'What can be chosen, for fields with choices.', UPDATE.evidence, {
      writable: true,
      items: ['label', 'value'],
      // A field with choices and none to choose is of no use.
      written: { as: 'choices', neverEmpty: true },
    }),
    field('optionValues', 'Stored choices', 'list', 'What Torii stores for each of the choices.', LIST, {
      selected: false,
      aliases: ['options'],
      items: ['value', 'label'],
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
  writes: {
    // Each of the three lists holds all fields there are; hidden ones are as good as gone.
    listedOrGone: true,
    update: UPDATE,
    create: {
      path: '/apps/fields',
      required: ['name', 'type'],
      accepted: ['of', 'name', 'type', 'options'],
      ownFields: false,
      // No page describes the answer.
      idAt: [],
      rateClass: perMinute('POST /apps/fields', 50),
      evidence: CREATE,
    },
    remove: {
      path: '/apps/fields/{id}',
      rateClass: perMinute('DELETE /apps/fields/{idField}', 50),
      evidence: reference('deleteappsfieldsidfield'),
    },
    clearing: CLEARING,
    problem,
  },
  // Each of the three lists takes as many.
  rateClass: perMinute('GET /…/fields', 200),
  evidence: LIST,
};

function problem({ action, field, to, row }: Edit): string | null {
  const of = row('of') ?? (action === 'create' ? APPS : undefined);
  if (of !== APPS) {
    return 'Through its API Torii changes fields of apps alone. Change fields of contracts and users in Torii’s settings.';
  }
  if (field === 'type' && !CREATABLE.includes(String(to))) {
    return `Torii makes no fields of this type. Write one of: ${CREATABLE.join(', ')}.`;
  }
  return null;
}

/** As the column “Belongs to” says it. */
const APPS = 'Apps';
