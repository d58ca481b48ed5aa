/** What each list can be filtered by. https://developers.zluri.com/llms.txt */
import type { Listed } from './attributes';

export type FilterField =
  | { readonly type: 'text' | 'boolean' | 'number' | 'date' | 'sources' | 'customFields' | 'licences' }
  | { readonly type: 'enum'; readonly values: readonly (string | boolean)[] };

type Fields = Readonly<Record<string, FilterField>>;

const oneOf = (...values: (string | boolean)[]): FilterField => ({ type: 'enum', values });
const each = (type: 'text' | 'boolean' | 'number' | 'date' | 'sources', keys: string): Fields =>
  Object.fromEntries(keys.split(' ').map((key) => [key, { type }]));

export const APP_STATUSES = ['active', 'inactive'] as const;
export const APP_TYPES = ['application', 'website', 'device', 'browser', 'other'] as const;
export const AUTHORIZATION_STATUSES = [
  'restricted',
  'needs review',
  'centrally managed',
  'team managed',
  'individually managed',
  'unmanaged',
] as const;
export const USER_STATUSES = ['active', 'inactive', 'suspended', 'unknown'] as const;
export const ACCOUNT_TYPES = ['group', 'employee', 'service', 'external'] as const;
/** As users read, and the same as it is written. */
export const OPTIMIZATION_FORMS: Readonly<Record<string, string>> = {
  'Excluded for all Optimizations': 'exclude for all optimizations',
  'Excluded for Unused': 'exclude for unused',
  'Excluded for Undeprovisioned': 'exclude for undeprovisioned',
  'Included for all Optimizations': 'include for all optimizations',
};
/** Seen in the web app only: the filter's values are not printed. https://help.zluri.com/reference/listcontracts */
export const SEEN_CONTRACT_STATUSES = ['active', 'inactive', 'expired', 'cancelled'] as const;

const CUSTOM: Fields = { custom_fields: { type: 'customFields' } };

export const FILTER_FIELDS: Readonly<Record<Listed, Fields>> = {
  // https://developers.zluri.com/reference/listapplications
  apps: {
    ...each('text', 'app_name app_id app_owner_id app_owner_email app_technical_owner_id'),
    ...each('text', 'app_technical_owner_email app_financial_owner_id app_financial_owner_email'),
    ...each('text', 'app_category app_sub_category app_chargeback'),
    app_authorization_status: oneOf(...AUTHORIZATION_STATUSES),
    app_status: oneOf(...APP_STATUSES),
    app_type: oneOf(...APP_TYPES),
    ...each('boolean', 'app_archive app_is_custom app_logo_present'),
    ...each('date', 'app_discovered app_last_used'),
    ...each('number', 'app_usage app_threat_level'),
    ...each('sources', 'source_array primary_source_array sso_source_array agent_source_array'),
    ...CUSTOM,
  },
  // https://developers.zluri.com/reference/listapplicationusers
  appUsers: {
    ...each('text', 'user_app_status user_status user_account_type user_app_role user_designation'),
    ...each('text', 'dept_id user_reporting_manager'),
    licenses: { type: 'licences' },
    ...each('boolean', 'user_archive license_mapped'),
    user_app_archive: oneOf(true, false, 'true', 'false'),
    ...each('date', 'user_app_last_used user_app_discovered'),
    ...each('sources', 'source_array'),
    ...CUSTOM,
  },
  // https://developers.zluri.com/reference/listusers
  users: {
    ...each('text', 'user_id user_name user_email user_alternate_emails user_designation user_department_id'),
    ...each('text', 'user_owner_id user_reporting_manager_id user_cost_center_id'),
    user_status: oneOf(...USER_STATUSES),
    user_account_type: oneOf(...ACCOUNT_TYPES),
    optimization_inclusion: oneOf(...Object.keys(OPTIMIZATION_FORMS)),
    ...each('date', 'user_joining_date user_created_at'),
    ...each('number', 'user_usage'),
    ...each('boolean', 'user_archive'),
    ...each('sources', 'source_array primary_source'),
    ...CUSTOM,
  },
  // https://developers.zluri.com/reference/listuserapplications
  userApps: {
    ...each('text', 'user_app_status'),
    ...each('date', 'user_app_last_used user_app_discovered'),
    ...each('boolean', 'app_archive user_app_archive user_archive'),
    app_type: oneOf(...APP_TYPES),
    app_authorization_status: oneOf(...AUTHORIZATION_STATUSES),
    ...each('sources', 'source_array'),
    ...CUSTOM,
  },
  // https://help.zluri.com/reference/listcontracts
  contracts: {
    ...each('text', 'contract_id contract_name contract_status'),
    ...each('date', 'contract_start_date contract_end_date contract_renew_by contract_cancel_by'),
    ...each('boolean', 'archive'),
    ...CUSTOM,
  },
  // https://developers.zluri.com/reference/listadmins
  admins: {
    ...each('text', 'user_name user_email user_role'),
    user_status: oneOf(...USER_STATUSES),
    ...each('date', 'user_last_login'),
  },
  auditLog: {},
};
