/** Which reports there are to make or to look at, and where each of them belongs. */
import type { ConnectionInfo, ResourceInfo, TabInfo } from '../../src/app/contract';
import type { State } from './state';

/** What reports are called in `api` that can do more than others. */
export const SSO_TAX = 'ssoTax';
export const SSO_TAX_VENDORS = 'ssoTaxVendors';
export const RENEWALS = 'renewals';
export const UNOWNED_APPS = 'unownedApps';

export interface ReportPlace {
  readonly connection: ConnectionInfo;
  readonly report: ResourceInfo;
  /** [] for one that was not made yet. */
  readonly tabs: readonly TabInfo[];
}

export function isRecords({ report }: ResourceInfo): boolean {
  return report !== true;
}

/** The reports of each connected platform; SSO Tax, for which many come, is first, then those that were made. */
export function reportPlaces(
  connections: readonly ConnectionInfo[],
  resources: State['resources'],
  tabs: readonly TabInfo[],
): readonly ReportPlace[] {
  const places = connections.flatMap((connection) =>
    (resources[connection.provider] ?? [])
      .filter((resource) => !isRecords(resource))
      .flatMap((report) => placeOf(connection, report, connections, tabs)),
  );
  const rank = ({ report, tabs: made }: ReportPlace): number =>
    report.resource === SSO_TAX ? 0 : made.length > 0 ? 1 : 2;
  return [...places].sort((one, other) => rank(one) - rank(other));
}

/** A report that all platforms share has its place with the one its tab was made for, else with the first. */
function placeOf(
  connection: ConnectionInfo,
  report: ResourceInfo,
  connections: readonly ConnectionInfo[],
  tabs: readonly TabInfo[],
): readonly ReportPlace[] {
  const { provider } = connection;
  const made = tabs.filter(({ resource }) => resource === report.resource);
  if (report.shared !== true) {
    return [{ connection, report, tabs: made.filter((tab) => tab.provider === provider) }];
  }
  const home = connections.find((one) => made.some((tab) => tab.provider === one.provider)) ?? connections[0];
  // A colleague may have made it for a platform for which this person has no key: any other does as well.
  return home === connection ? [{ connection, report, tabs: made.map((tab) => ({ ...tab, provider })) }] : [];
}

/** The tabs without the list of vendors where the refresh of a report among them brings it along. */
export function withoutLists(tabs: readonly TabInfo[]): readonly TabInfo[] {
  const isBrought = tabs.some(({ resource }) => resource === SSO_TAX);
  return isBrought ? tabs.filter(({ resource }) => resource !== SSO_TAX_VENDORS) : tabs;
}
