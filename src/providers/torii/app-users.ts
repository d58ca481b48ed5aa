/** Who uses which app in Torii, listed app by app. */
import type { ResourceDefinition } from '../definition';
import { field } from '../field';
import { LIFECYCLE_STATUSES, MONEY_IN_MINOR_UNITS, PAGING, perMinute, reference } from './settings';

const LIST = reference('getappsidappusers');
/** The reference names the attribute and does not say what its values look like. */
const LIKELY = reference('getappsidappusers', 'I');

/** [I] Any documented attribute can be sorted by, says the reference of other lists. Without an order, pages may overlap. */
const ORDER = { sort: 'idUser:asc' } as const;

/** [I] What a license calls itself elsewhere in the API; entries of this list are not described. */
const LICENSE_NAME = ['name', 'licenseName', 'type'];

export const APP_USERS: ResourceDefinition = {
  resource: 'appUsers',
  title: 'App users',
  singular: 'app user',
  plural: 'app users',
  description:
    'Every user of every app, with role, licenses and last visit; takes a request for each app, 600 a minute.',
  path: '/apps/{idApp}/users',
  query: ORDER,
  envelope: 'users',
  paging: PAGING,
  parent: { resource: 'apps', carries: { idApp: 'id', appName: 'name' } },
  key: 'appUser',
  name: 'email',
  // [I] One person is listed once for each account in the app, as there is an id of the account.
  keyFrom: { fields: ['idApp', 'idUser', 'idAppAccount'] },
  fields: [
    field(
      'appUser',
      'ID',
      'id',
      'The numbers of app, user and account together, by which rows are recognised.',
      LIKELY,
    ),
    field('appName', 'App', 'text', 'The app that is used.', LIST),
    field('fullName', 'User', 'text', 'Who uses the app.', LIST),
    field('email', 'Email', 'email', 'The user’s e-mail address.', LIST),
    field('status', 'Status in app', 'option', 'Whether the user is active in the app.', LIST, {
      options: [
        { value: 'active', label: 'Active' },
        { value: 'managed', label: 'Managed' },
        { value: 'deleted', label: 'Deleted' },
      ],
    }),
    field('role', 'Role in app', 'text', 'What the user may do in the app.', LIST),
    field('lastVisitTime', 'Last visit', 'dateTime', 'When the user last used the app.', LIST),
    field('licenses', 'Licenses', 'list', 'Which licenses of the app the user has.', LIKELY, {
      items: LICENSE_NAME,
    }),
    field('numberOfInactiveLicenses', 'Inactive licenses', 'number', 'How many of them are idle.', LIST),
    field(
      'annualCostConverted',
      'Annual cost',
      'money',
      'What the app costs for this user in a year, in your organisation’s currency, which Torii does not name here.',
      LIKELY,
      { minorUnits: MONEY_IN_MINOR_UNITS },
    ),
    // Two accounts of one person share one removal mark, which is why it is edited in “User apps” alone.
    field(
      'isUserRemovedFromApp',
      'Removed from app',
      'boolean',
      'Whether the user is marked as removed from the app.',
      LIST,
    ),
    field('appAccountName', 'Account', 'text', 'In which of your accounts at the app the user is.', LIST),
    field(
      'lifecycleStatus',
      'Lifecycle status',
      'option',
      'Whether the user works here, leaves or left.',
      LIST,
      { options: LIFECYCLE_STATUSES },
    ),
    field('isExternal', 'External', 'boolean', 'Whether the user is not an employee.', LIST),
    field('sources', 'Sources', 'list', 'Where Torii learned that the user uses the app.', LIST),
    field('score', 'Score', 'number', 'Torii’s score for how much the user uses the app.', LIST),
    field(
      'creationTimeInApp',
      'In the app since',
      'dateTime',
      'When the user’s account in the app was made.',
      LIST,
    ),
    field('externalStatus', 'App’s own status', 'text', 'The status as the app words it.', LIST, {
      selected: false,
    }),
    field(
      'annualCost',
      'Annual cost (license currency)',
      'money',
      'What the app costs for this user in a year, in the currency of the license, which Torii does not name here.',
      LIKELY,
      { minorUnits: MONEY_IN_MINOR_UNITS, selected: false },
    ),
    field('firstName', 'First name', 'text', 'The user’s first name.', LIST, { selected: false }),
    field('lastName', 'Last name', 'text', 'The user’s last name.', LIST, { selected: false }),
    field(
      'isDeletedInIdentitySources',
      'Deleted in identity sources',
      'boolean',
      'Whether the user’s account is gone from the directories that Torii reads.',
      LIST,
      { selected: false },
    ),
    field(
      'identitySourcesDeletionTime',
      'Deleted there on',
      'dateTime',
      'When the user’s account went from the directories that Torii reads.',
      LIST,
      { selected: false },
    ),
    field(
      'creationTime',
      'Added on',
      'dateTime',
      'When Torii first knew that the user uses the app.',
      LIKELY,
      {
        selected: false,
      },
    ),
    field('isNewUserInApp', 'New in app', 'boolean', 'Whether the user is new in the app.', LIST, {
      selected: false,
    }),
    field(
      'isOwnerNotifiedToRemoveUser',
      'Owner asked to remove',
      'boolean',
      'Whether the app’s owner was asked to remove the user.',
      LIST,
      { selected: false },
    ),
    field(
      'isOffboardingIgnored',
      'Left out of offboarding',
      'boolean',
      'Whether the app is left out when the user is offboarded.',
      LIKELY,
      { selected: false },
    ),
    field(
      'isSupportLastVisit',
      'Visits are known',
      'boolean',
      'Whether Torii can tell when the app was used.',
      LIKELY,
      { selected: false },
    ),
    field('ignoreAccount', 'Account ignored', 'boolean', 'Whether Torii leaves the account aside.', LIKELY, {
      selected: false,
    }),
    field('photoUrl', 'Photo', 'url', 'The web address of the user’s photo.', LIST, { selected: false }),
    field('idApp', 'App ID', 'id', 'Torii’s number for the app.', LIST, { selected: false }),
    field('idUser', 'User ID', 'id', 'Torii’s number for the user.', LIST, { selected: false }),
    field('idAppAccount', 'Account ID', 'id', 'Torii’s number for your account at the app.', LIST, {
      selected: false,
    }),
    field('idExternalUser', 'User ID in app', 'id', 'The app’s own id of the user.', LIST, {
      selected: false,
    }),
  ],
  filterIdeas: [
    { label: 'Active in the app', filters: [{ field: 'status', test: 'isAnyOf', values: ['active'] }] },
    {
      label: 'Not used for 90 days',
      filters: [
        { field: 'status', test: 'isAnyOf', values: ['active', 'managed'] },
        { field: 'lastVisitTime', test: 'olderThanDays', values: [90] },
      ],
    },
    {
      label: 'With idle licenses',
      filters: [{ field: 'numberOfInactiveLicenses', test: 'atLeast', values: [1] }],
    },
    {
      label: 'Left, with access',
      filters: [
        { field: 'lifecycleStatus', test: 'isAnyOf', values: ['offboarded'] },
        { field: 'status', test: 'isAnyOf', values: ['active', 'managed'] },
        { field: 'isUserRemovedFromApp', test: 'isNo', values: [] },
      ],
    },
  ],
  rateClass: perMinute('GET /apps/{idApp}/users', 600),
  evidence: LIST,
};
