/** Zluri's applications. */
import type { ResourceDefinition } from '../definition';
import { field } from '../field';
import { filteringBy } from './filtering';
import {
  APP_STATUSES,
  APP_TYPES,
  AUTHORISATIONS,
  CLEARING,
  ENVELOPE,
  idAt,
  MONEY_IN_MINOR_UNITS,
  notArchived,
  ONE_WITHIN,
  ownFields,
  PAGING,
  PATHS,
  RATE,
  reference,
  SOURCE_NAME,
  WEB_APP,
  WRITABLE_FIELDS_IN_RECORDS,
} from './settings';

const UPDATE = reference('updateapplication');
/** Filters and writes name the field, so that answers very likely have it. */
const LIKELY = reference('listapplications', 'I');

export const APPS: ResourceDefinition = {
  resource: 'apps',
  title: 'Apps',
  singular: 'app',
  plural: 'apps',
  description: 'Every app that Zluri knows and that is not archived, with owners, usage and spend.',
  method: 'post',
  path: PATHS.apps,
  query: {},
  body: { filter_by: [notArchived('app_archive')], sort_by: [{ app_name: 1 }] },
  envelope: ENVELOPE,
  paging: PAGING,
  key: 'app_id',
  name: 'app_name',
  fields: [
    field('app_id', 'ID', 'id', 'Zluri’s id of the app, by which rows are recognised.', LIKELY, {
      aliases: ['id', '_id'],
    }),
    field('app_name', 'Name', 'text', 'What the app is called.', UPDATE, { writable: true }),
    field('app_status', 'App status', 'option', 'Whether the app is in use.', UPDATE, {
      writable: true,
      options: APP_STATUSES,
    }),
    field('app_type', 'Type', 'option', 'What kind of thing the app is.', UPDATE, {
      writable: true,
      options: APP_TYPES,
    }),
    field(
      'app_authorization_status',
      'Authorization',
      'option',
      'Whether your organisation allows the app, and who manages it.',
      LIKELY,
      { options: AUTHORISATIONS, aliases: ['app_state'] },
    ),
    field('app_owner_email', 'Owner', 'person', 'Who answers for the app.', LIKELY, {
      writable: true,
      written: { name: 'app_owner_id' },
      aliases: ['app_owner.user_email', 'app_owner.email'],
    }),
    field('app_technical_owner_email', 'IT owner', 'person', 'Who looks after the app technically.', LIKELY, {
      writable: true,
      written: { name: 'app_technical_owner_id' },
      aliases: ['app_technical_owner.user_email', 'app_technical_owner.email'],
    }),
    field(
      'app_financial_owner_email',
      'Finance owner',
      'person',
      'Who answers for what the app costs.',
      LIKELY,
      {
        writable: true,
        written: { name: 'app_financial_owner_id' },
        aliases: ['app_financial_owner.user_email', 'app_financial_owner.email'],
      },
    ),
    field('app_category', 'Category', 'text', 'What kind of software the app is.', LIKELY, {
      aliases: ['app_category_name', 'app_category.name'],
    }),
    field('app_tags', 'Tags', 'list', 'Keywords that your organisation gave the app.', UPDATE, {
      writable: true,
      items: ['name', 'tag'],
    }),
    field('app_budget', 'Budget', 'money', 'What the app may cost.', UPDATE, {
      writable: true,
      minorUnits: MONEY_IN_MINOR_UNITS,
    }),
    field('app_spend', 'Spend', 'money', 'What was paid for the app.', WEB_APP, {
      minorUnits: MONEY_IN_MINOR_UNITS,
    }),
    field('app_user_count', 'Users', 'number', 'How many people use the app.', WEB_APP),
    field('app_usage', 'Usage', 'number', 'How much the app is used, in percent.', LIKELY),
    field('app_threat_level', 'Threat level', 'number', 'The app’s highest risk score.', LIKELY),
    field(
      'app_active_contracts',
      'Active contracts',
      'number',
      'How many contracts run for the app.',
      WEB_APP,
      {
        aliases: ['app_contracts_count'],
      },
    ),
    field(
      'app_next_renewal_date',
      'Next renewal',
      'date',
      'When a contract of the app renews next.',
      WEB_APP,
    ),
    field('app_discovered', 'Discovered on', 'dateTime', 'When Zluri first saw the app.', LIKELY),
    field('app_last_used', 'Last used', 'dateTime', 'When somebody last used the app.', LIKELY),
    field('source_array', 'Sources', 'list', 'Where Zluri learned of the app.', LIKELY, {
      items: SOURCE_NAME,
    }),
    field('app_archive', 'Archived', 'boolean', 'Whether the app is archived.', UPDATE, {
      writable: true,
      written: { name: 'archive' },
      aliases: ['archive'],
    }),
    field(
      'app_is_custom',
      'Custom app',
      'boolean',
      'Whether your organisation added the app itself.',
      LIKELY,
    ),
    field('app_link', 'Link', 'url', 'The web address of the app.', WEB_APP, { selected: false }),
    field('app_chargeback', 'Chargeback', 'text', 'How the app’s cost is charged to departments.', LIKELY, {
      selected: false,
    }),
    field('primary_source_array', 'Primary sources', 'list', 'Which source wins over the others.', LIKELY, {
      selected: false,
      items: SOURCE_NAME,
    }),
    field('sso_source_array', 'SSO sources', 'list', 'Which single sign-on the app is behind.', LIKELY, {
      selected: false,
      items: SOURCE_NAME,
    }),
    field('app_owner_id', 'Owner ID', 'id', 'Zluri’s id of the owner.', LIKELY, {
      selected: false,
      aliases: ['app_owner.user_id', 'app_owner.id', 'app_owner._id'],
    }),
    field('app_technical_owner_id', 'IT owner ID', 'id', 'Zluri’s id of the IT owner.', LIKELY, {
      selected: false,
      aliases: ['app_technical_owner.user_id', 'app_technical_owner.id', 'app_technical_owner._id'],
    }),
    field('app_financial_owner_id', 'Finance owner ID', 'id', 'Zluri’s id of the finance owner.', LIKELY, {
      selected: false,
      aliases: ['app_financial_owner.user_id', 'app_financial_owner.id', 'app_financial_owner._id'],
    }),
    field('app_sub_category', 'Subcategory ID', 'id', 'Zluri’s id of the subcategory.', LIKELY, {
      selected: false,
    }),
  ],
  fieldsInRecords: WRITABLE_FIELDS_IN_RECORDS,
  filterIdeas: [
    { label: 'Only active apps', filters: [{ field: 'app_status', test: 'isAnyOf', values: ['active'] }] },
    {
      label: 'Apps without an owner',
      filters: [{ field: 'app_owner_email', test: 'isEmpty', values: [] }],
    },
    {
      label: 'Apps to be reviewed',
      filters: [{ field: 'app_authorization_status', test: 'isAnyOf', values: ['needs review'] }],
    },
    {
      label: 'Not used for 90 days',
      filters: [{ field: 'app_last_used', test: 'olderThanDays', values: [90] }],
    },
    {
      label: 'Next renewal within 90 days',
      filters: [{ field: 'app_next_renewal_date', test: 'inNextDays', values: [90] }],
    },
    { label: 'Archived apps', filters: [{ field: 'app_archive', test: 'isYes', values: [] }] },
  ],
  filtering: filteringBy(
    [
      ...['app_id', 'app_owner_id', 'app_technical_owner_id', 'app_financial_owner_id', 'app_sub_category'],
      ...['app_authorization_status', 'app_status', 'app_type', 'app_archive', 'app_is_custom'],
      ...['app_discovered', 'app_last_used', 'app_usage', 'app_threat_level'],
    ],
    reference('listapplications'),
    'app_archive',
  ),
  writes: {
    one: {
      path: PATHS.app,
      within: ONE_WITHIN,
      rateClass: RATE,
      evidence: reference('getapplicationdetail', 'I'),
    },
    update: { method: 'patch', path: PATHS.app, rateClass: RATE, evidence: UPDATE },
    create: {
      path: PATHS.newApp,
      required: ['app_name'],
      accepted: [
        ...['app_name', 'app_type', 'app_status', 'app_tags'],
        ...['app_owner_email', 'app_technical_owner_email', 'app_financial_owner_email'],
      ],
      ownFields: true,
      idAt: idAt('app_id'),
      unique: ['app_name'],
      rateClass: RATE,
      evidence: reference('addapplication'),
    },
    own: ownFields('app_custom_fields'),
    clearing: CLEARING,
  },
  rateClass: RATE,
  evidence: LIKELY,
};
