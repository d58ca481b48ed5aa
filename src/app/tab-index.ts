/** The list of managed tabs: kept beside the file for speed, and made anew from the hidden tabs where it is missing. */
import { readConfig, SNAPSHOT_PREFIX, type SnapshotConfig } from '../core/table/snapshot';
import type { Ports } from '../ports';
import type { ProviderName, ResourceName } from '../providers/definition';
import type { TabInfo } from './contract';

/** One managed tab. */
export interface TabEntry extends TabInfo {
  /** Sheet id: survives a rename. */
  readonly id: number;
  /** Name of the hidden tab that keeps what the platform last said. */
  readonly snapshot: string;
  /** Keys of the fields that it shows, in order of choice. */
  readonly fields: readonly string[];
}

/** One property for each tab: a value may not pass 9 KB. */
const PREFIX = 'tab.';

/** Set once the file has been searched: an empty list is then known to be empty. */
const SEARCHED = 'tabs.searched';

export class TabIndex {
  private entries: TabEntry[] | undefined;

  constructor(private readonly ports: Ports) {}

  all(): readonly TabEntry[] {
    this.entries ??= this.load();
    return this.entries;
  }

  find(provider: ProviderName, resource: ResourceName): TabEntry | undefined {
    return this.all().find((entry) => entry.provider === provider && entry.resource === resource);
  }

  named(tab: string): TabEntry | undefined {
    return this.all().find((entry) => entry.tab === tab);
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

  private load(): TabEntry[] {
    const stored = Object.values(this.ports.store.all('document', PREFIX));
    if (stored.length > 0 || this.ports.store.get('document', SEARCHED) !== null) {
      return stored.map((text) => JSON.parse(text) as TabEntry).sort(byName);
    }
    const found = this.rebuild();
    this.ports.store.set('document', SEARCHED, 'yes');
    for (const entry of found) this.ports.store.set('document', PREFIX + entry.id, JSON.stringify(entry));
    return found.sort(byName);
  }

  /** A copied file brings its tabs along, but not this list. */
  private rebuild(): TabEntry[] {
    const tabs = this.ports.grid.list();
    const names = new Map<number, string>(tabs.map(({ id, name }) => [id, name]));
    return tabs
      .filter(({ name }) => name.startsWith(SNAPSHOT_PREFIX))
      .flatMap(({ name }) => {
        const config = readConfig(this.ports.grid.readValues({ name }) ?? []);
        const tab = config ? names.get(config.tabId) : undefined;
        return config && tab !== undefined ? [entryFrom(config, tab, name)] : [];
      });
  }
}

function entryFrom(config: SnapshotConfig, tab: string, snapshot: string): TabEntry {
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
    fields: config.fields,
  };
}

function byName(one: TabEntry, other: TabEntry): number {
  return one.tab < other.tab ? -1 : 1;
}
