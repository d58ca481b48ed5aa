/** The work of a push: still as it was shown, then batch by batch with the journal ahead of it, and at last the tab. */
import type { Change } from '../../core/change/change';
import { liveMoved } from '../../core/change/moved';
import { chosen, type Plan } from '../../core/change/plan';
import { AppError } from '../../core/errors';
import { Dispatcher } from '../../core/http/dispatcher';
import { isOver, type JobRecord, type Spent } from '../../core/jobs/job';
import { JobStore } from '../../core/jobs/job-store';
import { JobStopped, restsUntil, type Slice } from '../../core/jobs/runner';
import type { JournalNews } from '../../core/log/push-journal';
import type { RemoteRecord } from '../../core/table/field';
import type { Ports } from '../../ports';
import { connectionOf } from '../account';
import type { PullResult, PushResult } from '../contract';
import { addresseesOf } from './addressees';
import { changedFields } from './comparison';
import { entriesFor } from './journal-entries';
import { PushJournal } from './journal';
import { type KeptPlan, type Order, PlanStore } from './plan-store';
import { resultOf } from './push-result';
import { fieldsOfTarget, openPushTargetOf, type PushTarget, tableOf } from './push-target';
import { LiveRecords } from './live-records';
import { resolveSending } from './resolving';
import { sendAll, type Sending } from './sending';
import { settle } from './settling';
import { type PushArgs, refuseIfMoved } from './start-push';

/** Left in the job once its journal is whole: what is missing there later was deleted by a person, and is not sent. */
const BEGUN = 'begun';

/**
 * Throws UNKNOWN_PLAN and PLAN_OUTDATED before anything is sent; later what stops a push as a whole. What was sent until then
 * is in the journal, in the hidden tab and in the rows.
 */
export function pushWork(ports: Ports, job: JobRecord, slice: Slice): PushResult {
  const args = job.args as PushArgs;
  const target = openPushTargetOf(ports, args.id, args.tab);
  const { plan, order } = planOf(ports, target, args);
  const changes = chosen(plan, order.exclude, order.overwrite);
  const dispatcher = new Dispatcher(ports, connectionOf(ports, target.provider), {
    deadline: slice.deadline,
    onWait: (reason, until) => slice.waiting(reason, until),
    stats: slice.stats,
  });
  const fields = fieldsOfTarget(target, dispatcher);
  const table = tableOf(ports, target, fields);
  const journal = new PushJournal(ports);
  const addressees = addresseesOf(ports, target, dispatcher, table, changes);
  const live = new LiveRecords(ports, dispatcher, target, changedFields(fields, changes), addressees.people);
  const answers = new Map<string, RemoteRecord>();
  const sending: Sending = {
    ports,
    slice,
    dispatcher,
    target,
    table,
    plan,
    startedAt: job.startedAt,
    changes,
    addressees,
    journal,
    live,
    answers,
  };
  if (job.memo !== BEGUN) {
    refuseIfMoved(ports, target, plan, changes);
    refuseIfLiveMoved(sending);
    slice.checkpoint();
    journal.begin(entriesFor(plan, order, changes, job.startedAt));
    slice.remember(BEGUN);
  }
  try {
    resolveSending(sending);
    sendAll(sending);
  } catch (thrown) {
    end(sending, job.id, thrown);
    throw thrown;
  }
  settle({ ...sending, fields });
  return { ...resultOf(plan, changes, journal.entriesOf(plan.id)), stats: statsOf(slice.spent()) };
}

/** Throws UNKNOWN_PLAN where it is not there as it was kept, or nobody has chosen what is to be sent. */
function planOf(ports: Ports, { entry }: PushTarget, { plan }: PushArgs): { plan: Plan; order: Order } {
  const kept: KeptPlan | null = new PlanStore(ports).read(entry);
  if (!kept || kept.plan.id !== plan || !kept.order) throw new AppError('UNKNOWN_PLAN');
  return { plan: kept.plan, order: kept.order };
}

/** Throws PLAN_OUTDATED naming what the platform says otherwise by now. */
function refuseIfLiveMoved({ live, plan, changes, table, target }: Sending): void {
  const records = live.readAll(recordsIn(changes));
  const moved = liveMoved(changes, records, plan, table);
  if (moved.length === 0) return;
  const named = moved.slice(0, MOST_NAMED).map(({ name, label }) => `“${name}”, ${label}`);
  const more = moved.length > MOST_NAMED ? ` and ${moved.length - MOST_NAMED} more` : '';
  throw new AppError(
    'PLAN_OUTDATED',
    { moved: `${target.provider.title} says something else by now for ${named.join('; ')}${more}.` },
    { tab: target.entry.tab, ...(moved[0] ? { row: moved[0].row } : {}) },
  );
}

const MOST_NAMED = 5;

function recordsIn(changes: readonly Change[]): readonly string[] {
  return [...new Set(changes.filter(({ action }) => action !== 'create').map(({ id }) => id))];
}

/** What was sent reaches the tab also where the push goes on later, was stopped, or failed. */
function end(sending: Sending, job: string, thrown: unknown): void {
  const { journal, plan, ports, table } = sending;
  if (thrown instanceof JobStopped) {
    // Another execution is at work on it, and sees to everything.
    if (!isOver(new JobStore(ports.store, ports.lock).read(job))) return;
    leaveUnsent(journal, plan.id, STOPPED);
  } else {
    const error = AppError.from(thrown);
    if (restsUntil(error, ports.clock.now()) === null) leaveUnsent(journal, plan.id, error.what);
  }
  settle({ ...sending, fields: table.fields });
}

const STOPPED = 'The push was stopped.';

/** For a push that was stopped while no execution was at work on it; does nothing for other jobs. Asks the platform nothing. */
export function endStopped(ports: Ports, job: JobRecord): void {
  if (job.kind !== 'push') return;
  const args = job.args as PushArgs;
  const target = openPushTargetOf(ports, args.id, args.tab);
  const { plan, order } = planOf(ports, target, args);
  const journal = new PushJournal(ports);
  leaveUnsent(journal, plan.id, STOPPED);
  const changes = chosen(plan, order.exclude, order.overwrite);
  const fields = fieldsOfTarget(target, null);
  settle({ ports, target, plan, changes, fields, journal, answers: new Map() });
}

/** What had no turn keeps its edit, and the journal says so; of what was under way nobody can tell. */
export function leaveUnsent(journal: PushJournal, plan: string, reason: string): void {
  const news = journal.entriesOf(plan).flatMap(({ id, field, outcome }): JournalNews[] => {
    if (outcome === 'planned') return [{ id, field, outcome: 'unsent', detail: reason }];
    return outcome === 'sending' ? [{ id, field, outcome: 'unknown', detail: reason }] : [];
  });
  journal.record(plan, news);
}

function statsOf({ requests, waitedMs, workedMs }: Spent): PullResult['stats'] {
  return { requests, waitedSeconds: Math.round(waitedMs / 1000), seconds: Math.round(workedMs / 1000) };
}
