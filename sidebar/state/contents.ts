/** What a file has, and what can be brought into it, sorted as the sidebar shows it. */
import type { StatusValue, TabInfo } from '../../src/app/contract';
import { isRecords, reportPlaces, SSO_TAX, type ReportPlace } from './report';
import type { State } from './state';

export interface Contents {
  /** Tabs of the platforms' own records, where this person is connected. */
  readonly records: readonly TabInfo[];
  readonly reports: readonly ReportPlace[];
  /** Tabs that only colleagues can refresh, or that this version does not know. */
  readonly others: readonly TabInfo[];
  /** Every tab that this person can refresh. */
  readonly refreshable: readonly TabInfo[];
  /** Whether there are records that are not in the file yet. */
  readonly moreToPull: boolean;
  /** Reports to offer before anything else, in a file with nothing in it; they are not among the others. */
  readonly first: readonly ReportPlace[];
}

export function contentsOf(
  { connections, tabs }: Pick<StatusValue, 'connections' | 'tabs'>,
  resources: State['resources'],
): Contents {
  const offered = connections.flatMap(({ provider }) =>
    (resources[provider] ?? []).filter(isRecords).map(({ resource }) => ({ provider, resource })),
  );
  const records = tabs.filter((tab) => offered.some((one) => isOf(tab, one)));
  const places = reportPlaces(connections, resources, tabs);
  const refreshable = [...records, ...places.flatMap(({ tabs: made }) => made)];
  const isFirst = ({ report }: ReportPlace): boolean => tabs.length === 0 && report.resource === SSO_TAX;
  return {
    records,
    reports: places.filter((place) => !isFirst(place)),
    others: tabs.filter(({ tab }) => !refreshable.some((one) => one.tab === tab)),
    refreshable,
    moreToPull: offered.some((one) => !tabs.some((tab) => isOf(tab, one))),
    first: places.filter(isFirst),
  };
}

type Kind = Pick<TabInfo, 'provider' | 'resource'>;

function isOf(tab: Kind, { provider, resource }: Kind): boolean {
  return tab.provider === provider && tab.resource === resource;
}
