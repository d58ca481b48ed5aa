/** What `api` says of previews, pushes and their journal. */
import type { Change, ChangeName } from '../../core/change/change';
import type { ChangeCounts, Purpose } from '../../core/change/plan';
import type { JournalEntry } from '../../core/log/push-journal';
import type { ProviderName, ResourceName } from '../../providers/definition';
import type { PullResult } from '../contract';

/** One line of a preview: values as people read them (labels, addresses, true and false, days as “2026-11-22”). */
export type PlanItem = Change;

/** What a push would send, whole: nothing else is sent for this plan. */
export interface PlanInfo {
  /** To be given to `apply`. */
  readonly plan: string;
  readonly tab: string;
  readonly provider: ProviderName;
  readonly resource: ResourceName;
  /** Words for one and for many records: “contract”, “contracts”. */
  readonly singular: string;
  readonly plural: string;
  readonly purpose: Purpose;
  /** False where nobody asked the platform what it says now: the values are compared with the last refresh. */
  readonly live: boolean;
  readonly madeBy: string;
  /** ISO time. */
  readonly madeAt: string;
  readonly visibleRowsOnly: boolean;
  readonly counts: ChangeCounts;
  readonly items: readonly PlanItem[];
  /** Keys of the fields without which a record is not created: where one is taken out or a problem, the record stays whole. */
  readonly required?: readonly string[];
  /** A question to ask before `apply` gets `confirmed`, where what is sent can set off more than the change itself. */
  readonly asksTwice?: string;
  /** What a person should know of the whole. */
  readonly remarks: readonly string[];
}

export interface PushResult {
  readonly tab: string;
  readonly plan: string;
  readonly purpose: Purpose;
  /** Cells, and whole records that were created or deleted, that the platform took. */
  readonly sent: number;
  /** Records that they belong to. */
  readonly records: number;
  readonly created: number;
  readonly deleted: number;
  /** Items that the platform refused. */
  readonly failed: number;
  /** Items of which nobody can tell whether they arrived. */
  readonly unknown: number;
  /** Items that were not sent because they changed on the platform. */
  readonly conflicts: number;
  /** Items that a person took out, and problems. */
  readonly skipped: number;
  /** The first failures, each with its row and the reason. */
  readonly failures: readonly PushFailure[];
  readonly stats: PullResult['stats'];
  readonly remarks: readonly string[];
}

export interface PushFailure extends ChangeName {
  readonly row: number;
  readonly name: string;
  readonly label: string;
  /** What the platform said, and what to do. */
  readonly message: string;
}

/** One push of the journal. */
export interface PushInfo {
  readonly plan: string;
  /** When it began to send, ISO time. */
  readonly at: string;
  /** Who sent it, and who made the preview. */
  readonly who: string;
  readonly preparedBy: string;
  readonly tab: string;
  readonly provider: ProviderName;
  readonly purpose: Purpose;
  readonly sent: number;
  readonly failed: number;
  readonly unknown: number;
  /** Whether `undo` can be asked for it: something was sent that can be taken back. */
  readonly undoable: boolean;
}

/** One line of the Push journal. */
export type JournalInfo = Omit<JournalEntry, 'at'> & {
  /** ISO time. */
  readonly at: string;
};
