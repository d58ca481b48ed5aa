/** The end of a push that did not come to its own: nothing stays open in the journal, and the tab shows what was sent. */
import type { Plan } from '../../core/change/plan';
import { AppError } from '../../core/errors';
import { isOver, type JobRecord } from '../../core/jobs/job';
import { JobStore } from '../../core/jobs/job-store';
import { JobStopped, restsUntil } from '../../core/jobs/runner';
import type { JournalNews } from '../../core/log/push-journal';
import type { Ports } from '../../ports';
import { PushJournal } from './journal';
import { BEGUN, orderedPlan } from './ordered-plan';
import { fieldsOfTarget, openPushTargetOf } from './push-target';
import { LOOK_FIRST } from './resolving';
import type { Sending } from './sending';
import { settle } from './settling';
import type { PushArgs } from './start-push';

/** What was sent reaches the tab also where the push goes on later, was stopped, or failed. */
export function end(ports: Ports, job: JobRecord, sending: Sending | null, thrown: unknown): void {
  const error = AppError.from(thrown);
  if (isOver(new JobStore(ports.store, ports.lock).read(job.id))) {
    leaveUnsent(new PushJournal(ports), planIdOf(job), STOPPED);
  } else {
    // Another execution is at work on it, and sees to everything.
    if (thrown instanceof JobStopped) return;
    if (restsUntil(error, ports.clock.now()) === null) {
      leaveUnsent(new PushJournal(ports), planIdOf(job), error.what);
    } else if (!sending) return;
  }
  if (sending) settle({ ...sending, fields: sending.table.fields });
  else settleUnasked(ports, job);
}

const STOPPED = 'The push was stopped.';

function planIdOf({ args }: JobRecord): string {
  return (args as PushArgs).plan;
}

/** For a push that was stopped while no execution was at work on it; does nothing for other jobs. Asks the platform nothing. */
export function endStopped(ports: Ports, job: JobRecord): void {
  if (job.kind !== 'push') return;
  leaveUnsent(new PushJournal(ports), planIdOf(job), STOPPED);
  settleUnasked(ports, job);
}

/** Brings what the journal knows into the tab; where that or the plan is gone, the journal has to do. */
function settleUnasked(ports: Ports, job: JobRecord): void {
  if (job.memo !== BEGUN) return;
  const args = job.args as PushArgs;
  try {
    const target = openPushTargetOf(ports, args.id, args.tab);
    const { plan, changes } = orderedPlan(ports, target, args);
    const fields = fieldsOfTarget(target, null);
    settle({ ports, target, plan, changes, fields, journal: new PushJournal(ports), answers: new Map() });
  } catch (thrown) {
    ports.log.warn(`The push was not brought into its tab: ${AppError.from(thrown).message}`);
  }
}

/** What had no turn keeps its edit, and the journal says so; of what was under way nobody can tell. */
function leaveUnsent(journal: PushJournal, plan: string, reason: string): void {
  const news = journal.entriesOf(plan).flatMap(({ id, field, action, outcome }): JournalNews[] => {
    if (outcome === 'planned') return [{ id, field, outcome: 'unsent', detail: reason }];
    if (outcome !== 'sending') return [];
    const detail = action === 'create' ? `${reason} ${LOOK_FIRST}` : reason;
    return [{ id, field, outcome: 'unknown', detail }];
  });
  journal.record(plan, news);
}

/** Lines that an earlier push of the tab left open: it went on no more, and this one has taken its place. */
export function leaveOrphans(journal: PushJournal, { id, tab }: Plan): void {
  const open = journal
    .all()
    .filter((entry) => entry.tabId === tab.id && ['planned', 'sending'].includes(entry.outcome));
  for (const plan of new Set(open.map((entry) => entry.plan)))
    if (plan !== id) leaveUnsent(journal, plan, 'The push did not go on.');
}
