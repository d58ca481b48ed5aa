/** What goes into the planning of a table and what comes out. */
import type { TabImage, TabPlan, TabRef } from '../../ports/grid';
import type { Filter } from '../filter/filter';
import type { ChangeReport, ReportedChanges } from './changes';
import type { Field, RemoteRecord } from './field';
import type { ShownFields } from './shown-marks';
import type { RememberedColumn, Snapshot, SnapshotConfig, SnapshotRow } from './snapshot';

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
  /** True only when everything that was asked for could be read: rows without a record are then marked as gone. */
  readonly complete: boolean;
  /** True where only the records of the latest span of time are asked for: what is older is not gone. */
  readonly latestOnly?: boolean;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** The spreadsheet's, an IANA name. */
  readonly timeZone: string;
  /** True when a person has just picked these fields: columns that were deleted before come back. */
  readonly chosenNow?: boolean;
  /** Kept in the snapshot beside the choice of fields, for the next run. */
  readonly kept: KeptChoices;
  /** The filters in words, for the note of the Status column. Default none. */
  readonly selection?: readonly string[];
  /** True where rows of vanished records are taken out, unless they hold somebody's work. */
  readonly removeVanished?: boolean;
  /** Where the people of the platform are listed, for drop-downs of people; absent where no tab has them. */
  readonly people?: { readonly tab: TabRef; readonly column: number };
  /**
   * For a table that is made from others, the field that names a row: of a row that is gone from it, only the id, this and
   * what people wrote stay, so that nothing adds it up any more.
   */
  readonly derivedName?: string;
  /** Asks for a report of what the platform changed. */
  readonly report?: ChangeReport;
  /** False leaves drop-downs to a later plan: they do not fit the calls of a first pull. Default true. */
  readonly dropDowns?: boolean;
}

/** What a person decided about a tab, beside its fields. */
export interface KeptChoices {
  readonly filters: readonly Filter[];
  readonly mode: string;
  /** Dated copies of the tab, the oldest first. */
  readonly copies: readonly { readonly id: number; readonly name: string }[];
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
  /** Those of them that are taken out, and such that were marked earlier. */
  readonly removed: number;
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
  /** What the platform changed in a tab that was there before, where a report was asked for. */
  readonly changes: ReportedChanges;
  /** True when only the status line is written. */
  readonly statusOnly: boolean;
}

/** Whether what is not among the records is gone from the platform. */
export function tellsGone({ complete, latestOnly }: TableInput): boolean {
  return complete && latestOnly !== true;
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
  { dropDowns, shownFields }: CellFacts,
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
      ...input.kept,
      selection: input.selection ?? [],
      ...(dropDowns ? { dropDowns } : {}),
      described: described(input),
      shownFields: [...shownFields],
    },
    rows,
  };
}

/** What the snapshot tells of the tab's cells. */
interface CellFacts {
  readonly dropDowns: SnapshotConfig['dropDowns'];
  readonly shownFields: ShownFields;
}

/** The fields by which edits are found and understood; of each just what the table engine knows. */
function described({ fields, key }: TableInput): readonly Field[] {
  const currencies = new Set(fields.map(({ currencyField }) => currencyField));
  return fields
    .filter((field) => field.writable || field.key === key || currencies.has(field.key))
    .map(({ key, label, type, writable, selected, custom, options, currencyField, minorUnits }) => ({
      ...{ key, label, type, help: '', writable, selected, custom },
      ...(options ? { options } : {}),
      ...(currencyField === undefined ? {} : { currencyField }),
      ...(minorUnits === undefined ? {} : { minorUnits }),
    }));
}

/** What to say of records that came without an id. */
export function withoutIdRemark(
  count: number,
  { provider, singular, plural }: TableInput['words'],
): string[] {
  if (count === 0) return [];
  return [`${provider} sent ${count} ${count === 1 ? singular : plural} without an id; they were left out.`];
}
