/** The built-in attributes of apps, contracts and users: what can be selected, what is listed, what can be written. */
import type { Attribute, FieldOption } from './field';

const option = (value: string, label: string): FieldOption => ({ value, label });

/**
 * Labels are documented; the keys are our own, but for `discovered` and `sanctioned`, and so is the state that stands
 * for those an organisation may add. https://support.toriihq.com/hc/en-us/articles/4572728727451
 */
const APP_STATES = [
  option('discovered', 'Discovered'),
  option('inReview', 'In Review'),
  option('evaluationPeriod', 'Evaluation period'),
  option('sanctioned', 'Sanctioned'),
  option('costOptimization', 'Cost optimization'),
  option('needToClose', 'Need to close'),
  option('closed', 'Closed'),
  option('legalHold_1', 'On legal hold'),
];

/**
 * Selectable fields of `GET /apps`; `users` and `lastUsageTime` are their names in 1.0.
 * https://developers.toriihq.com/reference/getapps
 * https://developers.toriihq.com/changelog/breaking-change-list-apps-api-improvements
 */
export const APP_ATTRIBUTES: readonly Attribute[] = [
  { key: 'id', name: 'Id', type: 'number', byDefault: true },
  { key: 'name', name: 'Name', type: 'singleLine', byDefault: true, listed: true, writable: true },
  { key: 'primaryOwner', name: 'Primary owner', type: 'user', byDefault: true, listed: true, writable: true },
  { key: 'appOwners', name: 'App owners', type: 'usersDropdownMulti', listed: true, writable: true },
  // Read as the label, written as the key: both in https://developers.toriihq.com/openapi/torii-api-documentation.json
  {
    key: 'state',
    name: 'State',
    type: 'dropdown',
    options: APP_STATES,
    listed: true,
    writable: true,
    reads: 'label',
  },
  { key: 'category', name: 'Category', type: 'singleLine', listed: true, writable: true },
  { key: 'url', name: 'URL', type: 'singleLine', listed: true, writable: true },
  { key: 'imageUrl', name: 'Logo', type: 'singleLine' },
  { key: 'description', name: 'Description', type: 'multiLine', listed: true, writable: true },
  { key: 'tags', name: 'Tags', type: 'singleLine', listed: true, writable: true },
  { key: 'score', name: 'Score', type: 'number' },
  { key: 'isCustom', name: 'Custom app', type: 'bool' },
  { key: 'addedBy', name: 'Added by', type: 'user' },
  { key: 'creationTime', name: 'Creation time', type: 'time' },
  { key: 'isHidden', name: 'Hidden', type: 'bool', writable: true },
  { key: 'sources', name: 'Sources', type: 'multiValueString' },
  { key: 'vendor', name: 'Vendor', type: 'singleLine' },
  { key: 'activeUsersCount', name: 'Active users', type: 'number', version: '1.1' },
  { key: 'lastVisitTime', name: 'Last visit', type: 'time', version: '1.1' },
  { key: 'users', name: 'Users', type: 'number', version: '1.0', stored: 'activeUsersCount' },
  { key: 'lastUsageTime', name: 'Last usage', type: 'time', version: '1.0', stored: 'lastVisitTime' },
];

/** What an app of one user has besides. https://developers.toriihq.com/reference/getusersiduserapps */
export const USER_APP_ATTRIBUTES: readonly Attribute[] = [
  ...APP_ATTRIBUTES.filter((attribute) => attribute.version !== '1.1').map((attribute) => ({
    ...attribute,
    byDefault: ['id', 'name', 'state'].includes(attribute.key),
    ...(attribute.key === 'state' ? { reads: 'value' as const } : {}),
  })),
  { key: 'isUserRemovedFromApp', name: 'User removed', type: 'bool', byDefault: true },
  { key: 'annualCost', name: 'Annual cost', type: 'number' },
  { key: 'annualCostConverted', name: 'Annual cost, converted', type: 'number' },
  { key: 'currency', name: 'Currency', type: 'singleLine' },
];

/** Keys are documented; the list of statuses is not complete. */
const CONTRACT_STATUSES = [
  option('pipeline', 'Pipeline'),
  option('inReview', 'In-Review'),
  option('active', 'Active'),
  option('closed', 'Closed'),
];

const YES_NO = [option('Yes', 'Yes'), option('No', 'No')];

const PAYMENT_TERMS = [
  option('monthly', 'Monthly'),
  option('quarterly', 'Quarterly'),
  option('annually', 'Annually'),
  option('upfront', 'All up front'),
];

/**
 * Selectable fields of contracts. Below `source` stand the built-in details: their labels are documented, their keys
 * are not, so nobody may rely on them without reading `/contracts/fields`.
 * https://developers.toriihq.com/reference/getcontracts
 * https://support.toriihq.com/hc/en-us/articles/18658958629531
 */
export const CONTRACT_ATTRIBUTES: readonly Attribute[] = [
  { key: 'id', name: 'Id', type: 'number', byDefault: true },
  { key: 'name', name: 'Contract Name', type: 'singleLine', byDefault: true, listed: true, writable: true },
  { key: 'idApp', name: 'Application', type: 'number', byDefault: true, writable: true },
  { key: 'owner', name: 'Owner', type: 'usersDropdown', byDefault: true, listed: true, writable: true },
  {
    key: 'status',
    name: 'Status',
    type: 'dropdown',
    options: CONTRACT_STATUSES,
    listed: true,
    writable: true,
    reads: 'value',
  },
  { key: 'createdBy', name: 'Created by', type: 'user' },
  { key: 'amount', name: 'Contract Value', type: 'currency', listed: true, writable: true },
  { key: 'currency', name: 'Contract Currency', type: 'singleLine' },
  { key: 'creationTime', name: 'Creation time', type: 'time', version: '1.1' },
  { key: 'source', name: 'Source', type: 'singleLine', version: '1.1' },
  { key: 'startDate', name: 'Start Date', type: 'datePicker', listed: true, writable: true },
  { key: 'endDate', name: 'End Date', type: 'datePicker', listed: true, writable: true },
  {
    key: 'paymentTerm',
    name: 'Payment Term',
    type: 'dropdown',
    options: PAYMENT_TERMS,
    listed: true,
    writable: true,
  },
  { key: 'vendor', name: 'Vendor', type: 'singleLine', listed: true, writable: true },
  { key: 'billingEmail', name: 'Billing Email', type: 'email', listed: true, writable: true },
  { key: 'yearlyCost', name: 'Yearly Cost', type: 'currency', listed: true, writable: true },
  {
    key: 'autoRenewal',
    name: 'Auto-Renewal',
    type: 'dropdown',
    options: YES_NO,
    listed: true,
    writable: true,
  },
  {
    key: 'cancellationNoticePeriod',
    name: 'Cancellation Notice Period',
    type: 'number',
    listed: true,
    writable: true,
  },
  { key: 'cancellationDeadline', name: 'Cancellation Deadline', type: 'datePicker', listed: true },
  { key: 'previousContracts', name: 'Previous Contracts', type: 'contractsDropdownMulti', listed: true },
];

/**
 * All come back when `fields` is not sent; `id` and `additionalEmails` come back always.
 * https://developers.toriihq.com/reference/getusers
 */
export const USER_ATTRIBUTES: readonly Attribute[] = [
  { key: 'id', name: 'Id', type: 'number', byDefault: true },
  { key: 'idOrg', name: 'Organisation', type: 'number', byDefault: true },
  { key: 'firstName', name: 'First name', type: 'singleLine', byDefault: true },
  { key: 'lastName', name: 'Last name', type: 'singleLine', byDefault: true },
  { key: 'email', name: 'Email', type: 'email', byDefault: true },
  { key: 'creationTime', name: 'Creation time', type: 'time', byDefault: true },
  { key: 'idRole', name: 'Role id', type: 'number', byDefault: true },
  { key: 'role', name: 'Role', type: 'singleLine', byDefault: true },
  { key: 'lifecycleStatus', name: 'Lifecycle status', type: 'singleLine', byDefault: true, writable: true },
  { key: 'isDeletedInIdentitySources', name: 'Left', type: 'bool', byDefault: true },
  { key: 'isExternal', name: 'External', type: 'bool', byDefault: true },
  { key: 'activeAppsCount', name: 'Active apps', type: 'number', byDefault: true },
  { key: 'additionalEmails', name: 'Other addresses', type: 'multiValueString', byDefault: true },
];
