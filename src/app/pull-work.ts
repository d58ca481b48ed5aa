/** The work of a pull: all pages in, then the plan, then the tab; a failure leaves the tab as it was. */
import { AppError } from '../core/errors';
import { Dispatcher } from '../core/http/dispatcher';
import { readJoined, unknownFields, type ReadResult } from '../core/http/paging';
import type { JobRecord } from '../core/jobs/job';
import { JobStopped, type Slice } from '../core/jobs/runner';
import type { Field, RemoteRecord } from '../core/table/field';
import { planFailureStatus } from '../core/table/status';
import { planSnapshot, readSnapshot, snapshotName } from '../core/table/snapshot';
import { planTable, type TableOutput } from '../core/table/table-plan';
import type { Ports } from '../ports';
import type { TabImage, TabRef } from '../ports/grid';
import { findProvider, findResource } from '../providers/catalogue';
import type { ProviderDefinition, ResourceDefinition } from '../providers/definition';
import { listRequests } from '../providers/requests';
import { connectionOf } from './account';
import type { PullResult } from './contract';
import { readFields } from './fields';
import type { PullArgs } from './pull';
import { TabIndex, type TabEntry } from './tab-index';

/** Throws what the dispatcher, the pager and the planner throw; the tab then differs in its status line only. */
export function pullWork(ports: Ports, job: JobRecord, slice: Slice): PullResult {
  const args = job.args as PullArgs;
  const provider = findProvider(args.provider);
  const resource = findResource(provider, args.resource);
  const index = new TabIndex(ports);
  const entry = args.id === undefined ? undefined : index.all().find(({ id }) => id === args.id);
  try {
    const read = readRecords(ports, provider, resource, args.fields ?? entry?.fields, slice);
    return writeTab(ports, { args, provider, resource, index, entry, ...read });
  } catch (thrown) {
    if (!(thrown instanceof JobStopped)) noteFailure(ports, args, entry, thrown);
    throw thrown;
  }
}

interface ReadRecords {
  readonly fields: readonly Field[];
  readonly records: readonly RemoteRecord[];
  readonly complete: boolean;
  readonly remarks: readonly string[];
}

function readRecords(
  ports: Ports,
  provider: ProviderDefinition,
  resource: ResourceDefinition,
  wanted: readonly string[] | undefined,
  slice: Slice,
): ReadRecords {
  const dispatcher = new Dispatcher(ports, connectionOf(ports, provider), {
    deadline: slice.deadline,
    onWait: (reason, until) => slice.waiting(reason, until),
  });
  const choice = chooseFields(readFields(dispatcher, resource), resource, wanted);
  const read = (fields: readonly Field[]): ReadResult => readList(dispatcher, resource, fields, slice);
  try {
    const { records, complete, remarks } = read(choice.fields);
    return { fields: choice.fields, records, complete, remarks: [...choice.remarks, ...remarks] };
  } catch (thrown) {
    // Deleted or hidden since it was listed: Torii then refuses the whole list and names the field.
    const gone = unknownFields(AppError.from(thrown));
    if (gone.length === 0) throw thrown;
    const fields = choice.fields.filter(({ key }) => !gone.includes(key));
    const { records, complete, remarks } = read(fields);
    return { fields, records, complete, remarks: [...choice.remarks, ...gone.map(goneRemark), ...remarks] };
  }
}

function readList(
  dispatcher: Dispatcher,
  resource: ResourceDefinition,
  fields: readonly Field[],
  slice: Slice,
): ReadResult {
  return readJoined(dispatcher, listRequests(resource, fields), resource.key, ({ records, total, pages }) => {
    slice.progress({
      done: records,
      ...(total === undefined ? {} : { total }),
      unit: resource.plural,
      pages,
    });
  });
}

/** The key field first, then the wanted ones that still exist, in the order they were chosen. */
function chooseFields(
  offered: readonly Field[],
  resource: ResourceDefinition,
  wanted: readonly string[] | undefined,
): { fields: Field[]; remarks: string[] } {
  const byKey = new Map(offered.map((field) => [field.key, field]));
  const keys = wanted ?? offered.filter((field) => field.selected).map((field) => field.key);
  const gone = keys.filter((key) => !byKey.has(key));
  const fields = [resource.key, ...keys.filter((key) => key !== resource.key)].flatMap(
    (key) => byKey.get(key) ?? [],
  );
  return { fields, remarks: gone.map(goneRemark) };
}

function goneRemark(key: string): string {
  return `The field “${key}” is not offered any more: it was deleted or hidden. Its column was left as it is.`;
}

interface Writing extends ReadRecords {
  readonly args: PullArgs;
  readonly provider: ProviderDefinition;
  readonly resource: ResourceDefinition;
  readonly index: TabIndex;
  readonly entry: TabEntry | undefined;
}

/** Durable effect first, checkpoint second: the tab, then the snapshot, then the index. Each may be repeated. */
function writeTab(ports: Ports, writing: Writing): PullResult {
  const { args, provider, resource, index, entry, fields, records, complete } = writing;
  const { timeZone } = ports.grid.file();
  const now = ports.clock.now();
  const image = ports.grid.read(tabRef(args));
  if (image && !entry) refuseForeignTab(image);
  const stored = image && entry ? ports.grid.readValues({ name: entry.snapshot }) : null;

  const snapshotTab = entry?.snapshot ?? newSnapshot(ports, args.tab, index);
  const id = image?.id ?? ports.grid.create(args.tab);
  if (entry && entry.id !== id) index.forget(entry.id);

  const output = planTable({
    image,
    tab: { id, name: image?.name ?? args.tab },
    words: { provider: provider.title, singular: resource.singular, plural: resource.plural },
    provider: provider.provider,
    resource: resource.resource,
    fields,
    key: resource.key,
    records,
    snapshot: stored ? readSnapshot(stored) : null,
    complete,
    chosenNow: args.fields !== undefined,
    now,
    timeZone,
  });
  ports.grid.execute(output.plan);
  ports.grid.execute(planSnapshot(output.snapshot, stored, { name: snapshotTab }));
  index.save(entryFrom(output, snapshotTab));
  return resultFrom(output, writing.remarks);
}

/** A name that no other managed tab uses: tabs may have been renamed since theirs was given. */
function newSnapshot(ports: Ports, tab: string, index: TabIndex): string {
  const taken = new Set(index.all().map(({ snapshot }) => snapshot));
  let name = snapshotName(tab);
  for (let n = 2; taken.has(name); n += 1) name = snapshotName(`${tab} ${n}`);
  ports.grid.create(name, { hidden: true });
  return name;
}

function tabRef(args: PullArgs): TabRef {
  return args.id === undefined ? { name: args.tab } : { id: args.id, name: args.tab };
}

/** A tab of that name which is not ours: empty ones are taken, anything else belongs to a person. */
function refuseForeignTab(image: TabImage): void {
  const empty = image.values.every((row) => row.every((cell) => cell === ''));
  if (!empty) throw new AppError('TAB_TAKEN', { tab: image.name }, { tab: image.name });
}

function noteFailure(ports: Ports, args: PullArgs, entry: TabEntry | undefined, thrown: unknown): void {
  const error = AppError.from(thrown);
  // A tab that waits for its turn has not failed.
  if (!entry || error.code === 'RATE_LIMITED') return;
  const image = ports.grid.read(tabRef(args));
  if (image)
    ports.grid.execute(planFailureStatus(image, error.what, ports.clock.now(), ports.grid.file().timeZone));
}

function entryFrom({ snapshot }: TableOutput, snapshotTab: string): TabEntry {
  const { config } = snapshot;
  return {
    id: config.tabId,
    tab: config.tab,
    provider: config.provider as TabEntry['provider'],
    resource: config.resource as TabEntry['resource'],
    rows: config.rows,
    pulledAt: config.pulledAt,
    complete: config.complete,
    pending: config.pending,
    conflicts: config.conflicts,
    fields: config.fields,
    snapshot: snapshotTab,
  };
}

function resultFrom({ counts, remarks, snapshot }: TableOutput, earlier: readonly string[]): PullResult {
  return {
    tab: snapshot.config.tab,
    rows: counts.rows,
    added: counts.added,
    updated: counts.updated,
    unchanged: counts.unchanged,
    vanished: counts.vanished,
    pending: counts.pending,
    conflicts: counts.conflicts,
    pulledAt: snapshot.config.pulledAt,
    remarks: [...earlier, ...remarks],
  };
}
