/** The second half of a pull: the tab, then what the platform said, then the index. Each step may be repeated. */
import { AppError } from '../core/errors';
import {
  planSnapshot,
  readSnapshot,
  type Snapshot,
  type SnapshotConfig,
  snapshotName,
} from '../core/table/snapshot';
import { planTable, type TableOutput } from '../core/table/table-plan';
import type { Ports } from '../ports';
import type { CellValue, TabImage } from '../ports/grid';
import type { ProviderDefinition, ResourceDefinition } from '../providers/definition';
import type { PullResult } from './contract';
import type { PullArgs } from './pull';
import type { PullRead } from './pull-reading';
import { entryFrom, type TabEntry, type TabIndex } from './tab-index';

/** What the hidden tab held before this pull. */
export interface Baseline {
  /** Null where there is no such tab. */
  readonly cells: readonly (readonly CellValue[])[] | null;
  readonly snapshot: Snapshot | null;
}

export function readBaseline(ports: Ports, entry: TabEntry | undefined): Baseline {
  const cells = entry ? ports.grid.readValues({ name: entry.snapshot }) : null;
  return { cells, snapshot: cells ? readSnapshot(cells) : null };
}

export interface Writing {
  readonly args: PullArgs;
  readonly provider: ProviderDefinition;
  readonly resource: ResourceDefinition;
  readonly index: TabIndex;
  readonly entry: TabEntry | undefined;
  readonly baseline: Baseline;
  readonly read: PullRead;
}

/** Throws TAB_TAKEN, and what the planner and the grid throw; the tab is then as it was. */
export function writeTab(ports: Ports, writing: Writing): PullResult {
  const { args, provider, resource, index, entry, baseline, read } = writing;
  const image = entry ? ports.grid.read({ id: entry.id, name: entry.tab }) : null;
  const home = prepare(ports, writing, image);
  const output = planTable({
    image: home.image,
    tab: { id: home.id, name: home.image?.name ?? args.tab },
    words: { provider: provider.title, singular: resource.singular, plural: resource.plural },
    provider: provider.provider,
    resource: resource.resource,
    fields: read.fields,
    chosen: read.chosen,
    key: resource.key,
    records: read.records,
    // A tab that was made anew has nothing in common with what the old one knew.
    snapshot: image ? baseline.snapshot : null,
    // What is older than the last span of time that was read is not gone.
    complete: read.complete && resource.window === undefined,
    chosenNow: args.fields !== undefined,
    now: ports.clock.now(),
    timeZone: ports.grid.file().timeZone,
  });
  try {
    ports.grid.execute(output.plan);
    ports.grid.execute(planSnapshot(output.snapshot, baseline.cells, { name: home.snapshot }));
    ports.grid.flush();
  } catch (thrown) {
    if (!entry) discard(ports, index, home);
    throw thrown;
  }
  index.save(entryFrom(output.snapshot.config, output.snapshot.config.tab, home.snapshot));
  return resultFrom(output, read.remarks);
}

interface Home {
  readonly id: number;
  readonly tab: string;
  readonly image: TabImage | null;
  readonly snapshot: string;
}

/** Makes what is missing, and enters a new tab into the index before anything is written: a run that is cut off finds it again. */
function prepare(
  ports: Ports,
  { args, provider, resource, index, entry, baseline }: Writing,
  image: TabImage | null,
): Home {
  const snapshot = entry?.snapshot ?? freeSnapshotName(args.tab, index);
  if (!baseline.cells) ports.grid.create(snapshot, { hidden: true });
  if (image) return { id: image.id, tab: image.name, image, snapshot };
  const made = makeTab(ports, args.tab, snapshot);
  if (entry) index.forget(entry.id);
  const config = { tabId: made.id, tab: args.tab, provider: provider.provider, resource: resource.resource };
  const nothing = { rows: 0, pulledAt: '', complete: false, pending: 0, conflicts: 0 };
  index.save(entryFrom({ ...config, ...nothing }, args.tab, snapshot));
  return { ...made, tab: args.tab, snapshot };
}

/** A first pull that fails leaves no tab behind: these were made for it a moment ago. */
function discard(ports: Ports, index: TabIndex, home: Home): void {
  index.forget(home.id);
  ports.grid.remove({ name: home.snapshot });
  if (!home.image) ports.grid.remove({ id: home.id, name: home.tab });
}

/** A new tab, or an empty one of that name. Anything else that has the name belongs to a person. */
function makeTab(ports: Ports, name: string, snapshot: string): Pick<Home, 'id' | 'image'> {
  try {
    return { id: ports.grid.create(name), image: null };
  } catch (thrown) {
    const image = AppError.from(thrown).code === 'TAB_TAKEN' ? ports.grid.read({ name }) : null;
    if (image?.values.every((row) => row.every((cell) => cell === ''))) return { id: image.id, image };
    ports.grid.remove({ name: snapshot });
    throw thrown;
  }
}

/** A name that no other managed tab uses: tabs may have been renamed since theirs was given. */
function freeSnapshotName(tab: string, index: TabIndex): string {
  const taken = new Set(index.all().map(({ snapshot }) => snapshot));
  let name = snapshotName(tab);
  for (let n = 2; taken.has(name); n += 1) name = snapshotName(`${tab} ${n}`);
  return name;
}

function resultFrom({ counts, remarks, snapshot }: TableOutput, earlier: readonly string[]): PullResult {
  const { tab, pulledAt }: SnapshotConfig = snapshot.config;
  const { rows, added, updated, unchanged, vanished, pending, conflicts } = counts;
  return {
    tab,
    rows,
    added,
    updated,
    unchanged,
    vanished,
    pending,
    conflicts,
    pulledAt,
    remarks: [...earlier, ...remarks],
  };
}
