/** Where Zluri's records hold what reports are made of. */
import type { FactSources } from '../../core/facts/fact';

/** The status may lag behind: the end date counts as well. */
const IS_OVER = { field: 'contract_status', isAnyOf: ['expired', 'cancelled'] };

export const FACT_SOURCES: FactSources = {
  apps: {
    resource: 'apps',
    places: {
      id: 'app_id',
      name: 'app_name',
      url: 'app_link',
      owner: 'app_owner_email',
      category: 'app_category',
      department: { labels: ['Department'] },
      users: 'app_user_count',
      spend: 'app_spend',
      sso: {
        labels: ['SSO', 'SSO enabled state', 'SSO state', 'SSO status', 'SSO enabled', 'Single sign-on'],
      },
    },
  },
  contracts: {
    resource: 'contracts',
    places: {
      id: 'contract_id',
      name: 'contract_name',
      app: 'app_id',
      appName: 'app_name',
      owner: 'owner_name',
      value: 'contract_value',
      start: 'contract_start_date',
      end: 'contract_end_date',
      cancelBy: 'contract_cancel_by',
      renewsItself: 'contract_auto_renews',
      isOver: IS_OVER,
    },
  },
  users: {
    resource: 'users',
    places: {
      id: 'user_id',
      email: 'user_email',
      name: 'user_name',
      department: 'user_department_name',
      manager: 'user_reporting_manager_email',
      hasLeft: { field: 'user_status', isAnyOf: ['inactive', 'suspended'] },
      apps: 'user_app_count',
    },
  },
  // No list of licences is documented; contracts tell how many were bought and for how much.
  licences: {
    resource: 'contracts',
    places: {
      id: 'contract_id',
      app: 'app_id',
      appName: 'app_name',
      name: 'contract_name',
      total: 'purchased_licenses',
      assigned: 'assigned_license_count',
      termCost: 'cost_per_term',
      term: 'payment_term',
      end: 'contract_end_date',
      isOver: IS_OVER,
    },
  },
  appUses: {
    resource: 'appUsers',
    places: {
      app: 'app_id',
      appName: 'app_name',
      email: 'user_email',
      name: 'user_name',
      lastUse: 'user_app_last_used',
      usage: 'user_app_avg_usage',
      isActive: { field: 'user_app_status', isAnyOf: ['active'] },
      isRemoved: 'user_app_archive',
      licences: 'licenses',
    },
  },
  userUses: {
    resource: 'userApps',
    places: {
      app: 'app_id',
      appName: 'app_name',
      email: 'user_email',
      name: 'user_name',
      lastUse: 'user_app_last_used',
      isActive: { field: 'user_app_status', isAnyOf: ['active'] },
      isRemoved: 'user_app_archive',
    },
  },
};
