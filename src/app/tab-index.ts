/** The list of managed tabs: kept beside the file for speed, and made anew from the hidden tabs where it is missing. */
import { readConfig, SNAPSHOT_PREFIX, type SnapshotConfig } from '../core/table/snapshot';
import type { Ports } from '../ports';
import type { ProviderDefinition, ProviderName, ResourceName } from '../providers/definition';
import { isReport, type Subject } from './catalogue';
import type { TabInfo, TabMode } from './contract';
import { STAGING_PREFIX } from './staging';

/** One managed tab. */
export interface TabEntry extends TabInfo {
  /** Sheet id: survives a rename. */
  readonly id: number;
  /** Name of the hidden tab that keeps what the platform last said. */
  readonly snapshot: string;
}

/** One property for each tab: a value may not pass 9 KB. */
const PREFIX = 'tab.';

/** Set once the file has been searched: an empty list is then known to be empty. */
const SEARCHED = 'tabs.searched';

export class TabIndex {
  private entries: readonly TabEntry[] | undefined;

  constructor(private readonly ports: Ports) {}

  all(): readonly TabEntry[] {
    this.entries ??= this.load();
    return this.entries;
  }

  /** Forgets what was read, because somebody else has entered a tab. */
  reload(): void {
    this.entries = undefined;
  }

  /** The entries under the names that the tabs have now, without those that a person deleted. Costs calls for each tab. */
  current(): readonly TabEntry[] {
    if (this.all().length === 0) return [];
    const names = new Map(this.ports.grid.list().map(({ id, name }) => [id, name]));
    this.entries = this.all()
      .flatMap((entry) => {
        const tab = names.get(entry.id);
        return tab === undefined ? [] : [tab === entry.tab ? entry : this.renamed(entry, tab)];
      })
      .sort(byName);
    return this.entries;
  }

  /** Kept at once: another tab may have been given the old name. */
  private renamed(entry: TabEntry, tab: string): TabEntry {
    const renamed = { ...entry, tab };
    this.ports.store.set('document', PREFIX + entry.id, JSON.stringify(renamed));
    return renamed;
  }

  /** All tabs of a resource. */
  of(provider: ProviderName, resource: ResourceName): readonly TabEntry[] {
    return this.all().filter((entry) => entry.provider === provider && entry.resource === resource);
  }

  /** The tab of a resource or a report; of several the one that has its own name, else the first by name. */
  find(provider: ProviderDefinition, subject: Subject): TabEntry | undefined {
    const isShared = isReport(subject) && subject.isShared === true;
    const tabs = this.all().filter(
      (entry) => entry.resource === subject.resource && (isShared || entry.provider === provider.provider),
    );
    const names = usualNames(provider, subject);
    return tabs.find(({ tab }) => names.includes(tab)) ?? tabs[0];
  }

  /** The managed tab that has that name now. */
  named(tab: string): TabEntry | undefined {
    const id = this.all().length > 0 ? this.ports.grid.idOf(tab) : null;
    const entry = this.all().find((each) => each.id === id);
    return entry && entry.tab !== tab ? this.renamed(entry, tab) : entry;
  }

  save(entry: TabEntry): void {
    this.entries = [...this.all().filter(({ id }) => id !== entry.id), entry].sort(byName);
    this.ports.store.set('document', PREFIX + entry.id, JSON.stringify(entry));
  }

  /** For a tab that a person deleted. */
  forget(id: number): void {
    this.entries = this.all().filter((entry) => entry.id !== id);
    this.ports.store.remove('document', PREFIX + id);
  }

  private load(): readonly TabEntry[] {
    const stored = Object.values(this.ports.store.all('document', PREFIX));
    if (stored.length > 0 || this.ports.store.get('document', SEARCHED) !== null) {
      return stored.map((text) => JSON.parse(text) as TabEntry).sort(byName);
    }
    const found = this.search();
    this.ports.store.set('document', SEARCHED, 'yes');
    for (const entry of found) this.ports.store.set('document', PREFIX + entry.id, JSON.stringify(entry));
    return [...found].sort(byName);
  }

  /** A copied file brings its tabs along, but not this list. */
  private search(): TabEntry[] {
    const tabs = this.ports.grid.list();
    // What a pull was reading when the file was copied: nobody goes on with that here.
    for (const tab of tabs) if (tab.name.startsWith(STAGING_PREFIX)) this.ports.grid.remove(tab);
    const visible = tabs.filter(({ name }) => !name.startsWith(SNAPSHOT_PREFIX));
    const found: TabEntry[] = [];
    for (const { name } of tabs.filter((tab) => tab.name.startsWith(SNAPSHOT_PREFIX))) {
      const config = readConfig(this.ports.grid.readValues({ name }) ?? []);
      // A copy keeps ids; a file that went through another format has new ones, and only names are left to go by.
      const tab =
        visible.find((each) => each.id === config?.tabId && each.name === config.tab) ??
        visible.find((each) => each.name === config?.tab) ??
        visible.find((each) => each.id === config?.tabId);
      if (!config || !tab || found.some(({ id }) => id === tab.id)) continue;
      found.push(entryFrom({ ...config, tabId: tab.id }, tab.name, name));
    }
    return found;
  }
}

/** What a resource's tab is called: the first, unless another provider's tab has that name. */
export function usualNames(
  { title: provider }: ProviderDefinition,
  { title }: Subject,
): readonly [string, string] {
  return [title, `${title} (${provider})`];
}

type EntryFacts = Pick<
  SnapshotConfig,
  'tabId' | 'provider' | 'resource' | 'rows' | 'pulledAt' | 'complete' | 'pending' | 'conflicts'
> &
  Partial<Pick<SnapshotConfig, 'mode' | 'filters' | 'selection'>>;

/** The entry of a tab, from what its hidden tab says. */
export function entryFrom(config: EntryFacts, tab: string, snapshot: string): TabEntry {
  return {
    id: config.tabId,
    tab,
    snapshot,
    provider: config.provider as ProviderName,
    resource: config.resource as ResourceName,
    rows: config.rows,
    pulledAt: config.pulledAt,
    complete: config.complete,
    pending: config.pending,
    conflicts: config.conflicts,
    mode: (config.mode ?? 'mirror') as TabMode,
    filters: config.filters ?? [],
    filterWords: config.selection ?? [],
  };
}

function byName(one: TabEntry, other: TabEntry): number {
  return one.tab < other.tab ? -1 : 1;
}
