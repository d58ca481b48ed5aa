/** Apply: a plan that still holds becomes a job; one that does not is refused, with what moved. */
import type { Change, ChangeName } from '../../core/change/change';
import { findEdits } from '../../core/change/edits';
import { sheetMoved } from '../../core/change/moved';
import { chosen, type Plan } from '../../core/change/plan';
import { AppError } from '../../core/errors';
import type { JobRecord } from '../../core/jobs/job';
import { JobStore } from '../../core/jobs/job-store';
import type { Ports } from '../../ports';
import type { ProviderName, ResourceName } from '../../providers/definition';
import { connectionOf, organisationOf } from '../account';
import { busyWith } from '../pull';
import { markOfOrder, PlanStore } from './plan-store';
import { basisMoved, dispatcherOf } from './preview';
import { fieldsOfTarget, openPushTargetOf, type PushTarget, tableOf } from './push-target';
import { cautionOf } from './withheld';

/** What a push job must know; kept in its record. The plan and what was chosen of it lie in the file. */
export interface PushArgs {
  readonly provider: ProviderName;
  readonly resource: ResourceName;
  /** The tab's name, and its sheet id. */
  readonly tab: string;
  readonly id: number;
  readonly plan: string;
  readonly purpose: Plan['purpose'];
  /** The organisation that it goes to: no key of another one may carry it on. */
  readonly organisation: string;
  /** Mark of the order that it was begun with: the file holds the order itself, where another one may take its place. */
  readonly order: string;
}

export interface PushOrder {
  readonly plan: string;
  readonly exclude?: readonly ChangeName[];
  readonly overwrite?: readonly ChangeName[];
  readonly confirmed?: boolean;
}

/**
 * Adds the job, or answers with the one that this plan has already. Throws UNKNOWN_PLAN, PLAN_OUTDATED, NOTHING_TO_SEND,
 * CONFIRM_FIRST, NOT_CONNECTED, and BUSY where somebody else works on the tab.
 */
export function startPush(ports: Ports, order: PushOrder): JobRecord {
  const { plan: id, exclude = [], overwrite = [], confirmed = false } = order;
  const jobs = new JobStore(ports.store, ports.lock);
  const same = jobs.all().find((job) => job.id === jobId(id));
  if (same) return same;
  const plans = new PlanStore(ports);
  const tab = plans.tabOf(id);
  if (tab === null) throw new AppError('UNKNOWN_PLAN');
  const target = openPushTargetOf(ports, tab, 'that was previewed');
  const kept = plans.read(target.entry);
  if (kept?.plan.id !== id) throw new AppError('UNKNOWN_PLAN');
  const { plan } = kept;
  const { provider, resource, entry } = target;
  connectionOf(ports, provider);
  const changes = chosen(plan, exclude, overwrite);
  if (changes.length === 0) throw new AppError('NOTHING_TO_SEND');
  const question = cautionOf(resource, changes);
  if (question !== null && !confirmed) throw new AppError('CONFIRM_FIRST', { question });
  refuseIfMoved(ports, target, plan, changes);
  const now = ports.clock.now();
  const me = { key: ports.identity.userKey(), name: ports.identity.email() || 'Somebody' };
  const chosenNow = { who: me.name, exclude, overwrite };
  const args: PushArgs = {
    provider: entry.provider,
    resource: entry.resource,
    tab: entry.tab,
    id: entry.id,
    plan: id,
    purpose: plan.purpose,
    organisation: organisationOf(ports, provider),
    order: markOfOrder(chosenNow),
  };
  plans.order(entry, chosenNow);
  const { job, added } = jobs.add(
    {
      id: jobId(id),
      kind: 'push',
      title: titleOf(plan, target),
      target: entry.tab,
      targetId: entry.id,
      exclusive: true,
      args,
      state: 'running',
      progress: { phase: 'sending', done: 0, unit: resource.plural, pages: 0 },
      startedAt: now,
      startedBy: me,
    },
    now,
  );
  if (!added && job.id !== jobId(id)) throw busyWith(ports, job, entry.tab);
  return job;
}

function titleOf({ purpose }: Plan, { provider, resource }: PushTarget): string {
  switch (purpose) {
    case 'push':
      return `Push ${resource.plural} to ${provider.title}`;
    case 'undo':
      return `Take back a push to ${provider.title}`;
    case 'report':
      return `Write findings into ${provider.title}`;
  }
}

/** Compares the plan with the settings and with the tab. Throws PLAN_OUTDATED. */
export function refuseIfMoved(
  ports: Ports,
  target: PushTarget,
  plan: Plan,
  changes: readonly Change[],
): void {
  const basis = basisMoved(ports, target, plan);
  if (basis !== null) throw new AppError('PLAN_OUTDATED', { moved: basis }, { tab: target.entry.tab });
  // What comes from no cell is held to the platform alone.
  if (plan.purpose !== 'push') return;
  const edits = changes.filter(({ action }) => action !== 'delete');
  const table = tableOf(ports, target, fieldsOfTarget(target, dispatcherOf(ports, target)));
  const moved = sheetMoved(edits, findEdits(table), table);
  if (moved.length > 0) {
    throw new AppError('PLAN_OUTDATED', { moved: moved.join(' ') }, { tab: target.entry.tab });
  }
}

/** One job for each plan: applying it twice is the same as once. */
function jobId(plan: string): string {
  return `push-${plan}`;
}
