/** Torii's apps: the software that the organisation uses. */
import type { ResourceDefinition } from '../definition';
import { field } from '../field';
import { FILTERING } from './filtering';
import {
  CLEARING,
  CLIENT_CODE,
  evidence,
  FIELD_TYPES,
  LIST_QUERY,
  MONEY_IN_MINOR_UNITS,
  PAGING,
  perMinute,
  reference,
} from './settings';

const LIST = reference('getapps');
const UPDATE = reference('putappsidapp');
/** The reference names the field; what its value looks like is known from client code. */
const SEEN = evidence(CLIENT_CODE, 'C');

export const APPS: ResourceDefinition = {
  resource: 'apps',
  title: 'Apps',
  singular: 'app',
  plural: 'apps',
  description: 'Every app that Torii found or that was added by hand, with owners, state and usage.',
  path: '/apps',
  query: LIST_QUERY,
  fieldsParameter: 'fields',
  envelope: 'apps',
  paging: PAGING,
  key: 'id',
  name: 'name',
  fields: [
    field('id', 'ID', 'id', 'Torii’s number for the app, by which rows are recognised.', LIST),
    field('name', 'Name', 'text', 'What the app is called.', UPDATE, {
      writable: true,
      written: { neverEmpty: true },
    }),
    field('state', 'State', 'option', 'How far your organisation has got with judging the app.', UPDATE, {
      writable: true,
      written: { neverEmpty: true },
    }),
    field('primaryOwner', 'Primary owner', 'person', 'Who answers for the app.', UPDATE, { writable: true }),
    field('appOwners', 'App owners', 'people', 'Everyone who looks after the app.', SEEN, { writable: true }),
    field('category', 'Category', 'text', 'What kind of software the app is.', UPDATE, { writable: true }),
    field('vendor', 'Vendor', 'text', 'The company that sells the app.', LIST),
    field('url', 'URL', 'url', 'The web address of the app.', UPDATE, { writable: true }),
    field('description', 'Description', 'longText', 'What the app is for.', UPDATE, { writable: true }),
    field('tags', 'Tags', 'list', 'Keywords that your organisation gave the app.', UPDATE, {
      writable: true,
      written: { as: 'comma text' },
    }),
    field('activeUsersCount', 'Active users', 'number', 'How many people use the app.', SEEN),
    field('lastVisitTime', 'Last visit', 'dateTime', 'When somebody last used the app.', SEEN),
    field('score', 'Score', 'number', 'Torii’s score for how much the app is used.', SEEN),
    field('sources', 'Sources', 'list', 'Where Torii learned of the app.', LIST),
    field('isHidden', 'Hidden', 'boolean', 'Whether the app is hidden from Torii’s lists.', UPDATE, {
      writable: true,
      written: { neverEmpty: true },
    }),
    field('isCustom', 'Custom app', 'boolean', 'Whether your organisation added the app itself.', SEEN),
    field('addedBy', 'Added by', 'person', 'Who added the app.', SEEN),
    field('creationTime', 'Added on', 'dateTime', 'When the app came into Torii.', SEEN),
    field('imageUrl', 'Logo', 'url', 'The web address of the app’s logo.', LIST, { selected: false }),
  ],
  listing: {
    path: '/apps/fields',
    // Options that were deleted can no longer be chosen.
    query: { includeDeletedOptions: false },
    envelope: 'fields',
    attributes: {
      key: 'systemKey',
      label: 'name',
      type: 'type',
      options: 'options',
      deleted: 'isDeleted',
      shown: 'isShown',
    },
    types: FIELD_TYPES,
    writable: true,
    minorUnits: MONEY_IN_MINOR_UNITS,
    rateClass: perMinute('GET /apps/fields', 200),
    evidence: reference('getappsfields'),
  },
  filterIdeas: [
    { label: 'Hidden apps left out', filters: [{ field: 'isHidden', test: 'isNo', values: [] }] },
    { label: 'Apps without an owner', filters: [{ field: 'primaryOwner', test: 'isEmpty', values: [] }] },
    {
      label: 'Used in the past 30 days',
      filters: [{ field: 'lastVisitTime', test: 'inPastDays', values: [30] }],
    },
    {
      label: 'Not used for 90 days',
      filters: [{ field: 'lastVisitTime', test: 'olderThanDays', values: [90] }],
    },
    {
      label: 'New in the past 30 days',
      filters: [{ field: 'creationTime', test: 'inPastDays', values: [30] }],
    },
  ],
  filtering: FILTERING,
  writes: {
    one: {
      path: '/apps/{id}',
      fieldsParameter: 'fields',
      within: ['app'],
      rateClass: perMinute('GET /apps/{idApp}', 400),
      evidence: reference('getappsidapp'),
    },
    update: {
      method: 'put',
      path: '/apps/{id}',
      within: ['app'],
      rateClass: perMinute('PUT /apps/{idApp}', 100),
      evidence: UPDATE,
    },
    clearing: CLEARING,
  },
  rateClass: perMinute('GET /apps', 200),
  evidence: LIST,
};
