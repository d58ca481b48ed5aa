/** A managed tab as a push sees it: its cells, what the platform last said, and the fields as they are offered now. */
import type { EditedTable } from '../../core/change/edits';
import { AppError } from '../../core/errors';
import type { Sender } from '../../core/http/list';
import type { Field } from '../../core/table/field';
import type { Snapshot } from '../../core/table/snapshot';
import type { Ports } from '../../ports';
import type { CellValue, TabImage } from '../../ports/grid';
import { findProvider } from '../../providers/catalogue';
import type { ProviderDefinition, ResourceDefinition } from '../../providers/definition';
import { documentedFields } from '../../providers/documented-fields';
import { readFields } from '../../providers/offered-fields';
import { creatable } from '../../providers/write-problem';
import { findSendable } from '../catalogue';
import { readBaseline } from '../pull-writing';
import { TabIndex, type TabEntry } from '../tab-index';

export interface PushTarget {
  readonly provider: ProviderDefinition;
  readonly resource: ResourceDefinition;
  readonly index: TabIndex;
  readonly entry: TabEntry;
  readonly image: TabImage;
  readonly snapshot: Snapshot;
  /** The hidden tab's cells. */
  readonly cells: readonly (readonly CellValue[])[];
}

/** By name. Throws UNKNOWN_TAB, TAB_GONE, MEMORY_GONE, and NOT_WRITABLE where nothing of the tab can be sent. */
export function openPushTarget(ports: Ports, tab: string): PushTarget {
  const index = new TabIndex(ports);
  const entry = index.named(tab);
  if (!entry) throw new AppError('UNKNOWN_TAB', { tab }, { tab });
  return openEntry(ports, index, entry);
}

/** By sheet id. Throws as openPushTarget does. */
export function openPushTargetOf(ports: Ports, id: number, name: string): PushTarget {
  const index = new TabIndex(ports);
  const entry = index.all().find((each) => each.id === id);
  if (!entry) throw new AppError('TAB_GONE', { tab: name }, { tab: name });
  return openEntry(ports, index, entry);
}

function openEntry(ports: Ports, index: TabIndex, entry: TabEntry): PushTarget {
  const provider = findProvider(entry.provider);
  const resource = findSendable(provider, entry.resource);
  if (!resource.writes) {
    throw new AppError('NOT_WRITABLE', { provider: provider.title, subject: resource.plural });
  }
  const { cells, snapshot } = readBaseline(ports, entry);
  const image = ports.grid.read({ id: entry.id, name: entry.tab });
  if (!image) throw new AppError('TAB_GONE', { tab: entry.tab }, { tab: entry.tab });
  if (!cells || !snapshot) throw new AppError('MEMORY_GONE', { tab: entry.tab }, { tab: entry.tab });
  return { provider, resource, index, entry, image, snapshot, cells };
}

/**
 * What can be told of the tab's fields: from the platform where somebody is connected, and as they were at the last
 * refresh where not, or where only whole records tell.
 */
export function fieldsOfTarget({ resource, snapshot }: PushTarget, sender: Sender | null): readonly Field[] {
  const { described = [] } = snapshot.config;
  if (sender && !resource.fieldsInRecords) return readFields(sender, resource);
  const fields = new Map(documentedFields(resource).map((field) => [field.key, field]));
  for (const field of described) fields.set(field.key, { ...fields.get(field.key), ...field });
  return [...fields.values()];
}

/** The tab as core/change takes it. */
export function tableOf(ports: Ports, target: PushTarget, fields: readonly Field[]): EditedTable {
  const { provider, resource, image, snapshot } = target;
  const creating = creatable(resource, fields);
  return {
    image,
    snapshot,
    fields,
    key: resource.key,
    name: resource.name,
    words: { provider: provider.title, singular: resource.singular, plural: resource.plural },
    timeZone: ports.grid.file().timeZone,
    ...(creating ? { creating } : {}),
  };
}
