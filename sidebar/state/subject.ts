/** What a choice of fields and filters is for: a tab that exists, a resource's first tab, or one more. */
import type { TabInfo } from '../../src/app/contract';
import type { ProviderName, ResourceName } from '../../src/providers/definition';

export interface Subject {
  readonly provider: ProviderName;
  readonly resource: ResourceName;
  /** The resource's title: “Apps”. */
  readonly title: string;
  /** The tab that exists; for a new one 'first', or 'another' where the resource has one already. */
  readonly tab: TabInfo | 'first' | 'another';
}

/** “Apps: fields and filters”, “Another tab of Apps”. */
export function selectionTitle({ title, tab }: Subject): string {
  if (tab === 'another') return `Another tab of ${title}`;
  return `${tab === 'first' ? title : tab.tab}: fields and filters`;
}

/** The tab whose choices are shown at first; absent: the resource's first one. */
export function shownTab({ tab }: Pick<Subject, 'tab'>): string | undefined {
  return typeof tab === 'string' ? undefined : tab.tab;
}
