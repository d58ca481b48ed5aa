/** What records show, and what of it is worked out from other records. */
import type { ZluriRecord } from './record';
import type { Tenant } from './tenant';

/** A list that can be asked for. */
export type Listed = 'apps' | 'contracts' | 'users' | 'appUsers' | 'userApps' | 'admins' | 'auditLog';

const words = (text: string) => text.trim().split(/\s+/);

/**
 * Inferred: the first lines hold the names of filters and writes, the last ones come from Zluri's web app.
 * https://developers.zluri.com/reference/listapplications
 */
const INFERRED_APP_ATTRIBUTES = words(`
  app_id app_name app_status app_type app_authorization_status app_category app_sub_category
  app_owner_id app_owner_name app_owner_email app_technical_owner_id app_technical_owner_name app_technical_owner_email
  app_financial_owner_id app_financial_owner_name app_financial_owner_email
  app_archive app_is_custom app_chargeback app_tags app_budget app_discovered app_last_used app_usage app_threat_level
  source_array primary_source_array sso_source_array agent_source_array app_logo_present
  app_user_count app_active_contracts app_spend app_next_renewal_date app_link`);

/** Inferred likewise. https://developers.zluri.com/reference/listapplicationusers */
const INFERRED_USE_ATTRIBUTES = words(`
  user_app_id user_app_status user_app_role user_app_archive user_app_last_used user_app_discovered
  licenses license_mapped optimization_inclusion user_app_cost source_array`);

const INFERRED_APP_USER_ATTRIBUTES = [
  ...words(`user_id user_name user_email user_status user_account_type user_designation dept_id user_department_name
    user_reporting_manager user_archive`),
  ...INFERRED_USE_ATTRIBUTES,
];

/** Inferred likewise. https://developers.zluri.com/reference/listusers */
const INFERRED_USER_ATTRIBUTES = words(`
  user_id user_name user_email user_alternate_emails user_personal_email user_status user_account_type user_designation
  user_department_id user_department_name user_reporting_manager_id user_reporting_manager_name
  user_cost_center_id user_owner_id user_owner_name user_joining_date user_created_at user_archive user_usage
  optimization_inclusion source_array primary_source user_app_count user_last_active`);

/** Inferred likewise: filters first, then names from the web app. https://help.zluri.com/reference/listcontracts */
const INFERRED_CONTRACT_ATTRIBUTES = words(`
  contract_id contract_name contract_type contract_status contract_agreement_type app_id app_name vendor_id vendor_name
  owner_id owner_name contract_start_date contract_end_date contract_renew_by contract_cancel_by contract_auto_renews
  cost_per_term contract_value payment_term purchased_licenses assigned_license_count license_types
  payment_method_name documents_count archive`);

/** At least these, all of them filters but for the id. https://developers.zluri.com/reference/listadmins */
const INFERRED_ADMIN_ATTRIBUTES = words('user_id user_name user_email user_status user_role user_last_login');

/** A weak guess: no attribute of an entry can be read anywhere. https://help.zluri.com/reference/getauditlogs */
const GUESSED_AUDIT_ATTRIBUTES = words('event timestamp actor entity');

export const ATTRIBUTES: Readonly<Record<Listed, readonly string[]>> = {
  apps: INFERRED_APP_ATTRIBUTES,
  contracts: INFERRED_CONTRACT_ATTRIBUTES,
  users: INFERRED_USER_ATTRIBUTES,
  appUsers: INFERRED_APP_USER_ATTRIBUTES,
  userApps: [...new Set([...INFERRED_APP_ATTRIBUTES, ...INFERRED_USE_ATTRIBUTES, 'user_archive'])],
  admins: INFERRED_ADMIN_ATTRIBUTES,
  auditLog: GUESSED_AUDIT_ATTRIBUTES,
};

type Derivation = (record: ZluriRecord, tenant: Tenant) => unknown;

const person =
  (idKey: string, part: string): Derivation =>
  (record, tenant) =>
    tenant.find('users', record[idKey])?.[part];

const owners = (base: string): Record<string, Derivation> => ({
  [`${base}_name`]: person(`${base}_id`, 'user_name'),
  [`${base}_email`]: person(`${base}_id`, 'user_email'),
});

const department =
  (idKey: string): Derivation =>
  (record, tenant) =>
    tenant.data.departments.find((entry) => entry.department_id === record[idKey])?.department_name;

const OF_APPS = {
  ...owners('app_owner'),
  ...owners('app_technical_owner'),
  ...owners('app_financial_owner'),
};
const OF_USES: Record<string, Derivation> = {
  license_mapped: (use) => Array.isArray(use.licenses) && use.licenses.length > 0,
};

const DERIVED: Readonly<Record<Listed, Readonly<Record<string, Derivation>>>> = {
  apps: OF_APPS,
  userApps: { ...OF_APPS, ...OF_USES },
  appUsers: { ...OF_USES, user_department_name: department('dept_id') },
  contracts: {
    owner_name: person('owner_id', 'user_name'),
    app_name: (contract, tenant) => tenant.find('apps', contract.app_id)?.app_name,
  },
  users: {
    user_department_name: department('user_department_id'),
    user_reporting_manager_name: person('user_reporting_manager_id', 'user_name'),
    user_owner_name: person('user_owner_id', 'user_name'),
  },
  admins: {
    user_name: person('user_id', 'user_name'),
    user_email: person('user_id', 'user_email'),
    user_status: person('user_id', 'user_status'),
  },
  auditLog: {},
};

/** An attribute of a record: its own, or what other records say. Undefined where there is neither. */
export function attributeOf(listed: Listed, record: ZluriRecord, key: string, tenant: Tenant): unknown {
  return record[key] ?? DERIVED[listed][key]?.(record, tenant);
}
