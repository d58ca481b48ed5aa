/** What goes into the planning of a table and what comes out. */
import type { TabImage, TabPlan } from '../../ports/grid';
import type { Field, RemoteRecord } from './field';
import type { RememberedColumn, Snapshot, SnapshotRow } from './snapshot';

export interface TableInput {
  /** The tab as it is; null when there is none yet, or it was just made. */
  readonly image: TabImage | null;
  /** The tab to plan for; it exists by the time the plan is carried out. */
  readonly tab: { readonly id: number; readonly name: string };
  /** The platform's and the records' names as people say them. */
  readonly words: { readonly provider: string; readonly singular: string; readonly plural: string };
  /** Names of platform and resource, kept in the snapshot. */
  readonly provider: string;
  readonly resource: string;
  /** Chosen fields in order, the key's first. */
  readonly fields: readonly Field[];
  /**
   * Keys of all chosen fields in order, also of those that the platform does not offer at the moment: they stay chosen.
   * Without it, `fields` is the whole choice.
   */
  readonly chosen?: readonly string[];
  /** Key of the field that identifies a record. */
  readonly key: string;
  readonly records: readonly RemoteRecord[];
  readonly snapshot: Snapshot | null;
  /** True only when `records` are all there are: rows without a record are then marked as gone. */
  readonly complete: boolean;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** The spreadsheet's, an IANA name. */
  readonly timeZone: string;
  /** True when a person has just picked these fields: columns that were deleted before come back. */
  readonly chosenNow?: boolean;
}

export interface TableCounts {
  /** Records that the tab holds. */
  readonly rows: number;
  readonly added: number;
  /** Rows in which a value changed. */
  readonly updated: number;
  readonly unchanged: number;
  /** Rows whose record is gone since this read. */
  readonly vanished: number;
  /** Edited cells that were not sent. */
  readonly pending: number;
  /** Edited cells that also changed on the platform; not counted as pending. */
  readonly conflicts: number;
}

export interface TableOutput {
  readonly plan: TabPlan;
  readonly snapshot: Snapshot;
  readonly counts: TableCounts;
  /** Sentences for people. */
  readonly remarks: readonly string[];
  /** True when only the status line is written. */
  readonly statusOnly: boolean;
}

/** Keys of all chosen fields. */
export function chosenKeys({ chosen, fields }: TableInput): readonly string[] {
  return chosen ?? fields.map(({ key }) => key);
}

/** The snapshot that goes with a plan; `fields` are the keys that stay chosen. */
export function snapshotOf(
  input: TableInput,
  fields: readonly string[],
  columns: readonly RememberedColumn[],
  rows: ReadonlyMap<string, SnapshotRow>,
  counts: TableCounts,
): Snapshot {
  return {
    config: {
      version: 1,
      tabId: input.tab.id,
      tab: input.tab.name,
      provider: input.provider,
      resource: input.resource,
      fields: [input.key, ...fields.filter((key) => key !== input.key)],
      columns,
      rows: counts.rows,
      pulledAt: new Date(input.now).toISOString(),
      complete: input.complete,
      pending: counts.pending,
      conflicts: counts.conflicts,
    },
    rows,
  };
}

/** What to say of records that came without an id. */
export function withoutIdRemark(
  count: number,
  { provider, singular, plural }: TableInput['words'],
): string[] {
  if (count === 0) return [];
  return [`${provider} sent ${count} ${count === 1 ? singular : plural} without an id; they were left out.`];
}
