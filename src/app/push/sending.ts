/** Sends what the journal still has before it: a request for each record, batch by batch, as fast as the platform allows. */
import { type Change, nameOfChange } from '../../core/change/change';
import type { EditedTable } from '../../core/change/edits';
import type { Plan } from '../../core/change/plan';
import type { AppError } from '../../core/errors';
import { type Dispatcher, MAX_BATCH } from '../../core/http/dispatcher';
import type { Slice } from '../../core/jobs/runner';
import type { RemoteRecord } from '../../core/table/field';
import type { Ports } from '../../ports';
import type { Addressees } from './addressees';
import { deliver } from './delivery';
import type { PushJournal } from './journal';
import type { LiveRecords } from './live-records';
import { claimOf, unmoved } from './letters';
import type { PushTarget } from './push-target';

/** Everything that a push works with in one slice. */
export interface Sending {
  readonly ports: Ports;
  readonly slice: Slice;
  readonly dispatcher: Dispatcher;
  readonly target: PushTarget;
  readonly table: EditedTable;
  readonly plan: Plan;
  /** When the push began, milliseconds since 1970. */
  readonly startedAt: number;
  /** What a person chose of it. */
  readonly changes: readonly Change[];
  readonly addressees: Addressees;
  readonly journal: PushJournal;
  readonly live: LiveRecords;
  /** What the platform said of records after it took their changes, by id; filled while sending. */
  readonly answers: Map<string, RemoteRecord>;
}

/** The changes of one record, which go in one request. */
export interface RecordChanges {
  readonly id: string;
  readonly action: Change['action'];
  readonly changes: readonly Change[];
  /** Whether the platform has refused a part of them, and these are the rest. */
  readonly isRest?: true;
}

/**
 * Until nothing is left. Throws an error with `details.until` where time or an allowance is over, others where it makes no
 * sense to go on, and JobStopped; the journal then says how far it came.
 */
export function sendAll(sending: Sending): void {
  const { dispatcher, slice, target, changes } = sending;
  const total = new Set(changes.map(({ id }) => id)).size;
  const tell = (left: number): void =>
    slice.progress({ phase: 'sending', done: total - left, total, unit: target.resource.plural, pages: 0 });
  let open = stillPlanned(sending);
  tell(open.length);
  while (open.length > 0) {
    const [first] = open;
    const claim = first && claimOf(target.resource, first.action);
    if (claim) dispatcher.makeRoom(claim);
    const ready = unmoved(sending, open.slice(0, MAX_BATCH), open.slice(MAX_BATCH));
    open = open.slice(MAX_BATCH);
    slice.checkpoint();
    const { rest, stop } = deliver(sending, ready);
    open = [...rest, ...open];
    tell(open.length);
    if (!stop) continue;
    // Stopped by a person while it waited, it does not go on later.
    slice.checkpoint();
    throw stop;
  }
}

/** What has had no turn yet, record by record, in the order of the plan. */
function stillPlanned({ journal, plan, changes }: Sending): RecordChanges[] {
  const planned = new Set(
    journal
      .entriesOf(plan.id)
      .filter(({ outcome }) => outcome === 'planned')
      .map(nameOfChange),
  );
  const records = new Map<string, Change[]>();
  for (const change of changes) {
    if (!planned.has(nameOfChange(change))) continue;
    records.set(change.id, [...(records.get(change.id) ?? []), change]);
  }
  return [...records].map(([id, own]) => ({ id, action: own[0]?.action ?? 'update', changes: own }));
}

/** How a batch ended. */
export interface BatchEnd {
  /** Parts of records that may go once more, without what was refused. */
  readonly rest: readonly RecordChanges[];
  /** Why nothing more can go in this slice, or at all. */
  readonly stop: AppError | null;
}
