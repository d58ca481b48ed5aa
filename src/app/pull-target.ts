/** What a pull works on: the definitions, the tab if there is one, and what a person wants to see in it. */
import type { Ports } from '../ports';
import { findProvider } from '../providers/catalogue';
import type { ProviderDefinition } from '../providers/definition';
import { findSubject, type Subject } from './catalogue';
import type { PullArgs } from './pull';
import type { Wanted } from './pull-reading';
import { type Baseline, readBaseline } from './pull-writing';
import { TabIndex, type TabEntry } from './tab-index';

export interface PullTarget {
  readonly provider: ProviderDefinition;
  readonly subject: Subject;
  readonly index: TabIndex;
  /** Absent for a tab that is yet to be made. */
  readonly entry: TabEntry | undefined;
  readonly baseline: Baseline;
  readonly wanted: Wanted;
}

/** What the order leaves open is as the tab remembers it. */
export function openTarget(ports: Ports, args: PullArgs): PullTarget {
  const provider = findProvider(args.provider);
  const index = new TabIndex(ports);
  const entry = index
    .all()
    .find(({ id, tab }) => (args.id === undefined ? tab === args.tab : id === args.id));
  const baseline = readBaseline(ports, entry);
  const config = baseline.snapshot?.config;
  return {
    provider,
    subject: findSubject(provider, args.resource),
    index,
    entry,
    baseline,
    wanted: {
      fields: args.fields ?? config?.fields,
      filters: args.filters ?? config?.filters ?? [],
      columns: config?.columns ?? [],
    },
  };
}
