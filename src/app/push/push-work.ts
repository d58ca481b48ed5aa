/** The work of a push: still as it was shown, then batch by batch with the journal ahead of it, and at last the tab. */
import type { Change } from '../../core/change/change';
import { liveMoved } from '../../core/change/moved';
import { AppError } from '../../core/errors';
import { Dispatcher } from '../../core/http/dispatcher';
import type { JobRecord, Spent } from '../../core/jobs/job';
import { mayWait, type Slice } from '../../core/jobs/runner';
import type { Ports } from '../../ports';
import { connectionOf, refuseOtherOrganisation } from '../account';
import type { PullResult, PushResult } from '../contract';
import { addresseesOf } from './addressees';
import { changedFields } from './comparison';
import { end, leaveOrphans } from './ending';
import { entriesFor } from './journal-entries';
import { PushJournal } from './journal';
import { LiveRecords } from './live-records';
import { BEGUN, orderedPlan } from './ordered-plan';
import { resultOf } from './push-result';
import { fieldsOfTarget, openPushTargetOf, tableOf } from './push-target';
import { resolveSending } from './resolving';
import { sendAll, type Sending } from './sending';
import { settle } from './settling';
import { type PushArgs, refuseIfMoved } from './start-push';

/**
 * Throws UNKNOWN_PLAN and PLAN_OUTDATED before anything is sent; later what stops a push as a whole. What was sent until then
 * is in the journal, in the hidden tab and in the rows.
 */
export function pushWork(ports: Ports, job: JobRecord, slice: Slice): PushResult {
  let sending: Sending | null = null;
  try {
    sending = begun(ports, job, slice);
    resolveSending(sending);
    sendAll(sending);
  } catch (thrown) {
    end(ports, job, sending, thrown);
    throw thrown;
  }
  settle({ ...sending, fields: sending.table.fields });
  const { plan, changes, journal } = sending;
  return { ...resultOf(plan, changes, journal.entriesOf(plan.id)), stats: statsOf(slice.spent()) };
}

/** All that a slice works with. In the first one the plan still holds, and the journal has it whole. */
function begun(ports: Ports, job: JobRecord, slice: Slice): Sending {
  const args = job.args as PushArgs;
  const target = openPushTargetOf(ports, args.id, args.tab);
  refuseOtherOrganisation(ports, target.provider, args.organisation, 'PUSH_STOPPED');
  const { plan, order, changes } = orderedPlan(ports, target, args);
  const dispatcher = new Dispatcher(ports, connectionOf(ports, target.provider), {
    deadline: slice.deadline,
    onWait: (reason, until) => mayWait(slice, reason, until),
    stats: slice.stats,
  });
  const table = tableOf(ports, target, fieldsOfTarget(target, dispatcher));
  const journal = new PushJournal(ports);
  const addressees = addresseesOf(ports, target, dispatcher, table, changes);
  const live = new LiveRecords(ports, dispatcher, target, changedFields(table, changes), addressees.people);
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
    answers: new Map(),
  };
  if (job.memo === BEGUN) return sending;
  refuseIfMoved(ports, target, plan, changes);
  refuseIfLiveMoved(sending);
  slice.checkpoint();
  leaveOrphans(journal, plan);
  journal.begin(entriesFor(plan, order, changes, job.startedAt));
  slice.remember(BEGUN);
  return sending;
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

function statsOf({ requests, waitedMs, workedMs }: Spent): PullResult['stats'] {
  return { requests, waitedSeconds: Math.round(waitedMs / 1000), seconds: Math.round(workedMs / 1000) };
}
