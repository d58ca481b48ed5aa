/** Which apps each user in Torii has, listed user by user. */
import type { ResourceDefinition } from '../definition';
import { field } from '../field';
import { CLEARING, MONEY_IN_MINOR_UNITS, perMinute, reference, WHOLE } from './settings';

const LIST = reference('getusersiduserapps');
/** The reference names the attribute and does not say what its values look like. */
const LIKELY = reference('getusersiduserapps', 'I');
const UPDATE = reference('putusersiduserappsidapp');

/** The license's currency, in which the annual cost is. */
const CURRENCY = 'currency';

/**
 * Apps look here as they did before version 1.1: owners are plain numbers, and use has its old names.
 * https://github.com/vthiery/steampipe-plugin-torii
 */
export const USER_APPS: ResourceDefinition = {
  resource: 'userApps',
  title: 'User apps',
  singular: 'user app',
  plural: 'user apps',
  description:
    'Every app of every user, with cost and removal mark; takes a request for each user: for 8,000 ten minutes, and up to 40% of what a day allows.',
  path: '/users/{idUser}/apps',
  query: {},
  fieldsParameter: 'fields',
  envelope: 'apps',
  paging: WHOLE,
  parent: { resource: 'users', carries: { idUser: 'id', userEmail: 'email' } },
  key: 'userApp',
  name: 'name',
  keyFrom: { fields: ['idUser', 'id'] },
  fields: [
    field('userApp', 'ID', 'id', 'The numbers of user and app together, by which rows are recognised.', LIST),
    field('userEmail', 'User', 'email', 'The e-mail address of the user who has the app.', LIST),
    field('name', 'App', 'text', 'The app that the user has.', LIST),
    field(
      'isUserRemovedFromApp',
      'Removed from app',
      'boolean',
      'Whether the user is marked as removed from the app; the mark alone removes nobody there.',
      UPDATE,
      { writable: true, written: { neverEmpty: true } },
    ),
    field('state', 'App state', 'text', 'How far your organisation has got with judging the app.', LIST),
    field('category', 'Category', 'text', 'What kind of software the app is.', LIST),
    field('annualCost', 'Annual cost', 'money', 'What the app costs for this user in a year.', LIKELY, {
      currencyField: CURRENCY,
      minorUnits: MONEY_IN_MINOR_UNITS,
    }),
    field(CURRENCY, 'Currency', 'text', 'The currency of the license that the annual cost is for.', LIST),
    field(
      'annualCostConverted',
      'Annual cost (converted)',
      'money',
      'The annual cost in your organisation’s currency, which Torii does not name here.',
      LIKELY,
      { minorUnits: MONEY_IN_MINOR_UNITS, selected: false },
    ),
    field('lastUsageTime', 'App last used', 'dateTime', 'When anybody last used the app.', LIKELY, {
      selected: false,
    }),
    field('users', 'App’s users', 'number', 'How many people use the app.', LIKELY, { selected: false }),
    field('vendor', 'Vendor', 'text', 'The company that sells the app.', LIST, { selected: false }),
    field('url', 'URL', 'url', 'The web address of the app.', LIST, { selected: false }),
    field('description', 'Description', 'longText', 'What the app is for.', LIST, { selected: false }),
    field('tags', 'Tags', 'list', 'Keywords that your organisation gave the app.', LIST, { selected: false }),
    field('score', 'Score', 'number', 'Torii’s score for how much the app is used.', LIKELY, {
      selected: false,
    }),
    field('sources', 'Sources', 'list', 'Where Torii learned of the app.', LIKELY, { selected: false }),
    field('isHidden', 'Hidden', 'boolean', 'Whether the app is hidden from Torii’s lists.', LIST, {
      selected: false,
    }),
    field('isCustom', 'Custom app', 'boolean', 'Whether your organisation added the app itself.', LIST, {
      selected: false,
    }),
    field('creationTime', 'App added on', 'dateTime', 'When the app came into Torii.', LIST, {
      selected: false,
    }),
    field('imageUrl', 'Logo', 'url', 'The web address of the app’s logo.', LIST, { selected: false }),
    field('primaryOwner', 'Primary owner ID', 'id', 'Torii’s number for who answers for the app.', LIKELY, {
      selected: false,
    }),
    field('appOwners', 'App owner IDs', 'list', 'Torii’s numbers for who looks after the app.', LIKELY, {
      selected: false,
    }),
    field('addedBy', 'Added by ID', 'id', 'Torii’s number for who added the app.', LIKELY, {
      selected: false,
    }),
    field('idUser', 'User ID', 'id', 'Torii’s number for the user.', LIST, { selected: false }),
    field('id', 'App ID', 'id', 'Torii’s number for the app.', LIST, { selected: false }),
  ],
  filterIdeas: [
    { label: 'Not removed', filters: [{ field: 'isUserRemovedFromApp', test: 'isNo', values: [] }] },
    { label: 'With a cost', filters: [{ field: 'annualCost', test: 'atLeast', values: [0.01] }] },
  ],
  writes: {
    one: {
      path: '/users/{idUser}/apps/{id}',
      fieldsParameter: 'fields',
      within: ['app'],
      rateClass: perMinute('GET /users/{idUser}/apps/{idApp}', 800),
      evidence: reference('getusersiduserappsidapp'),
    },
    update: {
      method: 'put',
      path: '/users/{idUser}/apps/{id}',
      within: ['app'],
      rateClass: perMinute('PUT /users/{idUser}/apps/{idApp}', 200),
      evidence: UPDATE,
    },
    clearing: CLEARING,
  },
  rateClass: perMinute('GET /users/{idUser}/apps', 800),
  evidence: LIST,
};
