/** The second half of a pull: the tab, then what the platform said, then the index. Each step may be repeated. */
import { AppError } from '../core/errors';
import { JobStopped, restsUntil, type Slice } from '../core/jobs/runner';
import { planBeside } from '../core/table/beside';
import { planWidths } from '../core/table/column-widths';
import type { Field } from '../core/table/field';
import {
  planSnapshot,
  readSnapshot,
  type Snapshot,
  type SnapshotConfig,
  snapshotName,
} from '../core/table/snapshot';
import { planTable, type TableCounts, type TableOutput } from '../core/table/table-plan';
import type { Ports } from '../ports';
import type { CellValue, TabImage } from '../ports/grid';
import type { ProviderDefinition } from '../providers/definition';
import { carryOut, type Carrying } from './carry-out';
import { isReport, type Subject } from './catalogue';
import { changeReport, logChanges } from './change-log';
import type { PullResult, TabMode } from './contract';
import { type Copying, keepDatedCopy } from './dated-copy';
import { peopleColumn } from './people-column';
import { clearOldMarks } from './push/plan-marks';
import type { PullArgs } from './pull';
import type { PullRead } from './pull-reading';
import { readSettings } from './settings';
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
  /** Id of the job. */
  readonly job: string;
  readonly args: PullArgs;
  /** When the job began, milliseconds since 1970. */
  readonly startedAt: number;
  readonly slice: Slice;
  /** What an earlier execution was about to write when it was cut off. */
  readonly before: TableCounts | null;
  /** True for a tab that the job needs and is not about. */
  readonly isAside?: boolean;
  readonly provider: ProviderDefinition;
  readonly subject: Subject;
  readonly index: TabIndex;
  readonly entry: TabEntry | undefined;
  readonly baseline: Baseline;
  readonly read: PullRead;
}

/**
 * Throws TAB_TAKEN, and what the planner, the grid and carryOut throw. The tab is then as it was, or its status line says that
 * it is being written.
 */
export function writeTab(ports: Ports, writing: Writing): Omit<PullResult, 'stats'> {
  const { args, provider, subject, index, entry, baseline, read } = writing;
  const image = entry ? ports.grid.read({ id: entry.id, name: entry.tab }) : null;
  const home = prepare(ports, writing, image);
  // Also where an earlier execution was cut off in the middle of it.
  const first = image === null || args.id === undefined || entry?.pulledAt === '';
  const mode = args.mode ?? (baseline.snapshot?.config.mode as TabMode | undefined) ?? 'mirror';
  const copies = baseline.snapshot?.config.copies ?? [];
  const people = !first && lacksPeople(writing) ? peopleColumn(ports, provider, index) : null;
  // In a tab that is only being made, everything is new.
  const report = !first && baseline.snapshot ? changeReport(ports, subject) : null;
  const output = planTable({
    image: home.image,
    tab: { id: home.id, name: home.image?.name ?? args.tab },
    words: { provider: sourceOf(subject, provider), singular: subject.singular, plural: subject.plural },
    provider: provider.provider,
    resource: subject.resource,
    fields: read.fields,
    chosen: read.chosen,
    key: subject.key,
    records: read.records,
    // A tab that was made anew has nothing in common with what the old one knew.
    snapshot: image ? baseline.snapshot : null,
    complete: read.complete,
    latestOnly: !isReport(subject) && subject.window !== undefined,
    chosenNow: args.fields !== undefined,
    kept: { filters: read.filters, mode, copies },
    selection: read.selection,
    removeVanished: mode !== 'keepRemoved' && readSettings(ports).vanishedRows === 'remove',
    // The first pull of a resource has no service calls left for them.
    dropDowns: !first || isReport(subject),
    ...(people ? { people } : {}),
    ...(isReport(subject) ? { derivedName: subject.name } : {}),
    ...(report ? { report } : {}),
    now: read.readAt,
    timeZone: ports.grid.file().timeZone,
  });
  const { slice } = writing;
  const counts = countsOf(output, writing.before, first);
  if (!first && !writing.before && !writing.isAside && isNews(counts)) slice.remember(counts);
  const unit = subject.plural;
  const carrying = { slice, subject: unit };
  const onRows: Carrying['onRows'] = (done, total) =>
    slice.progress({ phase: 'writing', done, total, unit, pages: read.pages });
  let copying: Copying = { copies, remarks: [] };
  logChanges(ports, output.changes, {
    run: writing.job,
    at: ports.clock.now(),
    tab: home.tab,
    source: provider.title,
    isSelection: read.filters.length > 0,
  });
  try {
    carryOut(ports, output.plan, { ...carrying, onRows });
    const tab = { id: home.id, name: output.snapshot.config.tab };
    if (first && isReport(subject)) {
      const { widths, beside } = subject;
      const operations = planWidths(read.fields, widths);
      const { rates } = readSettings(ports);
      if (beside)
        operations.push(...planBeside(beside(read.records, rates), read.fields, read.fields.length + 1));
      ports.grid.execute({ tab, operations });
    }
    if (mode === 'snapshot') copying = keepDatedCopy(ports, tab, writing.startedAt, copies);
    const config = { ...output.snapshot.config, copies: copying.copies };
    const snapshot = { ...output.snapshot, config };
    carryOut(ports, planSnapshot(snapshot, baseline.cells, { name: home.snapshot }), carrying);
    ports.grid.flush();
  } catch (thrown) {
    if (!entry && !goesOn(thrown, ports.clock.now())) discard(ports, index, home);
    throw thrown;
  }
  const waiting = isReport(subject) ? (subject.waiting?.(read.records) ?? 0) : 0;
  index.save({
    ...entryFrom(output.snapshot.config, output.snapshot.config.tab, home.snapshot),
    ...(waiting > 0 ? { waitingForYou: waiting } : {}),
  });
  if (entry) clearOldMarks(ports, entry);
  return {
    ...resultFrom(output.snapshot, counts),
    ...(copying.made === undefined ? {} : { copy: copying.made }),
    complete: output.snapshot.config.complete,
    madeTab: first,
    dropDownsFollow: first && !isReport(subject) && read.fields.some(wantsDropDown),
    remarks: [...read.remarks, ...output.remarks, ...copying.remarks],
  };
}

/** What values come from, as notes and status words say it. */
function sourceOf(subject: Subject, { title }: ProviderDefinition): string {
  return isReport(subject) ? (subject.source ?? 'this report') : title;
}

/** Whether what was written so far stays, for a later execution or at a person's word. */
function goesOn(thrown: unknown, now: number): boolean {
  return thrown instanceof JobStopped || restsUntil(AppError.from(thrown), now) !== null;
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
  { args, provider, subject, index, entry, baseline }: Writing,
  image: TabImage | null,
): Home {
  const snapshot = entry?.snapshot ?? freeSnapshotName(args.tab, index);
  if (!baseline.cells) ports.grid.create(snapshot, { hidden: true });
  if (image) return { id: image.id, tab: image.name, image, snapshot };
  const made = makeTab(ports, args.tab, snapshot);
  if (entry) index.forget(entry.id);
  const config = { tabId: made.id, tab: args.tab, provider: provider.provider, resource: subject.resource };
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
  // To Sheets, “Apps” and “APPS” are one name.
  const taken = new Set(index.all().map(({ snapshot }) => snapshot.toLowerCase()));
  let name = snapshotName(tab);
  for (let n = 2; taken.has(name.toLowerCase()); n += 1) name = snapshotName(`${tab} ${n}`);
  return name;
}

/** What the run brings, also where an earlier execution has written a part of it, which is not new any more. */
function countsOf({ counts }: TableOutput, before: TableCounts | null, first: boolean): TableCounts {
  if (first) return { ...counts, added: counts.rows, updated: 0, unchanged: 0 };
  if (!before) return counts;
  const { rows, pending, conflicts } = counts;
  return { ...before, rows, pending, conflicts };
}

function isNews({ added, updated, vanished, removed }: TableCounts): boolean {
  return added + updated + vanished + removed > 0;
}

function resultFrom({ config }: Snapshot, counts: TableCounts) {
  const { tab, pulledAt }: SnapshotConfig = config;
  return { tab, ...counts, pulledAt };
}

/** Whether a column of people may be without its drop-down; looking for the people costs service calls. */
function lacksPeople({ args, baseline, read }: Writing): boolean {
  const { dropDowns = {} } = baseline.snapshot?.config ?? {};
  return read.fields.some(
    (field) => isPerson(field) && (args.fields !== undefined || !(field.key in dropDowns)),
  );
}

function isPerson({ type, writable }: Field): boolean {
  return type === 'person' && writable;
}

function wantsDropDown(field: Field): boolean {
  return isPerson(field) || (field.type === 'option' && field.writable && field.options !== undefined);
}
