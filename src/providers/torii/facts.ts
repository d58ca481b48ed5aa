/** Where Torii's records hold what reports are made of. */
import type { FactSources } from '../../core/facts/fact';

/**
 * The built-in details of a contract are found by what Torii calls them: their labels are documented, their keys are not.
 * https://support.toriihq.com/hc/en-us/articles/18658958629531
 */
const DETAILS = {
  start: { labels: ['Start Date'] },
  end: { labels: ['End Date'] },
  noticeDays: { labels: ['Cancellation Notice Period'] },
  cancelBy: { labels: ['Cancellation Deadline'] },
  renewsItself: { labels: ['Auto-Renewal'] },
  yearly: { labels: ['Yearly Cost'] },
} as const;

export const FACT_SOURCES: FactSources = {
  apps: {
    resource: 'apps',
    places: {
      id: 'id',
      name: 'name',
      url: 'url',
      vendor: 'vendor',
      owner: 'primaryOwner',
      category: 'category',
      department: { labels: ['Department'] },
      users: 'activeUsersCount',
      // Organisations make such a field themselves, as Torii's own guide tells them to:
      // https://developers.toriihq.com/docs/determine-sso-classification-yes-no-not-supported-not-known-1
      sso: {
        labels: ['SSO', 'SSO enabled state', 'SSO state', 'SSO status', 'SSO enabled', 'Single sign-on'],
      },
    },
  },
  contracts: {
    resource: 'contracts',
    places: {
      ...DETAILS,
      id: 'id',
      name: 'name',
      app: 'idApp',
      owner: 'owner',
      value: 'amount',
      isOver: { field: 'status', isAnyOf: ['closed'] },
    },
  },
  users: {
    resource: 'users',
    places: {
      id: 'id',
      email: 'email',
      name: ['firstName', 'lastName'],
      department: { labels: ['Department'] },
      manager: { labels: ['Manager'] },
      hasLeft: { field: 'lifecycleStatus', isAnyOf: ['offboarded'] },
      apps: 'activeAppsCount',
    },
  },
  licences: {
    resource: 'licenses',
    places: {
      id: 'license',
      app: 'idApp',
      appName: 'appName',
      name: 'name',
      total: 'totalAmount',
      inactive: 'inactiveAmount',
      unassigned: 'unassignedAmount',
      price: 'pricePerLicense',
    },
  },
  appUses: {
    resource: 'appUsers',
    places: {
      app: 'idApp',
      appName: 'appName',
      email: 'email',
      name: 'fullName',
      lastUse: 'lastVisitTime',
      usage: 'score',
      isActive: { field: 'status', isAnyOf: ['active'] },
      isRemoved: 'isUserRemovedFromApp',
      licences: 'licenses',
      idleLicences: 'numberOfInactiveLicenses',
    },
  },
  userUses: {
    resource: 'userApps',
    places: {
      app: 'id',
      appName: 'name',
      email: 'userEmail',
      isRemoved: 'isUserRemovedFromApp',
    },
  },
};
