/** Preview: what sending a tab's edits would change, compared with what the platform says now, and kept as it was shown. */
import type { Change } from '../../core/change/change';
import { type EditedTable, findEdits } from '../../core/change/edits';
import { seal, type Plan } from '../../core/change/plan';
import { Dispatcher } from '../../core/http/dispatcher';
import { goesOn } from '../../core/jobs/job';
import { JobStore } from '../../core/jobs/job-store';
import type { Ports } from '../../ports';
import { isConnected, connectionOf, organisationOf } from '../account';
import type { PlanInfo } from '../contract';
import { busyWith } from '../pull';
import { readSettings } from '../settings';
import type { TabEntry } from '../tab-index';
import { compared } from './comparison';
import { deletions } from './deletions';
import { doubted } from './doubts';
import { markPlan } from './plan-marks';
import { PlanStore } from './plan-store';
import { viewPlan } from './plan-view';
import { fieldsOfTarget, openPushTarget, type PushTarget, tableOf } from './push-target';

/** Google ends an execution after six minutes; keeping and showing the plan needs the rest. */
const PATIENCE_MS = 240_000;

export interface PreviewOrder {
  readonly tab: string;
  readonly visibleRowsOnly?: boolean;
  readonly deleteSelected?: boolean;
}

/**
 * Sends nothing. Throws UNKNOWN_TAB, NOT_WRITABLE, NOTHING_SELECTED, BUSY while a push of the tab is under way, and what reading
 * from the platform throws.
 */
export function previewTab(ports: Ports, order: PreviewOrder): PlanInfo {
  const { tab, visibleRowsOnly = false, deleteSelected = false } = order;
  const target = openPushTarget(ports, tab);
  refuseWhilePushed(ports, target.entry);
  const dispatcher = dispatcherOf(ports, target);
  const fields = fieldsOfTarget(target, dispatcher);
  const whole = tableOf(ports, target, fields);
  if (deleteSelected) {
    const changes = compared(ports, target, whole, dispatcher, deletions(ports, target, whole));
    return keepPlan(ports, target, {
      purpose: 'push',
      changes,
      isLive: dispatcher !== null,
      visibleRowsOnly,
    });
  }
  const found = findEdits(visibleRowsOnly ? withoutHidden(ports, target, whole) : whole);
  const beside = compared(ports, target, whole, dispatcher, found);
  const changes = doubted(ports, target, whole, dispatcher, beside);
  return keepPlan(
    ports,
    target,
    { purpose: 'push', changes, isLive: dispatcher !== null, visibleRowsOnly },
    found.remarks,
  );
}

/** What is left to say of a plan once its changes are known. */
export interface Draft {
  readonly purpose: Plan['purpose'];
  readonly undoes?: string;
  readonly changes: readonly Change[];
  readonly isLive: boolean;
  readonly visibleRowsOnly: boolean;
}

/** Freezes and keeps the plan, marks its cells, and shows it. */
export function keepPlan(
  ports: Ports,
  target: PushTarget,
  draft: Draft,
  remarks: readonly string[] = [],
): PlanInfo {
  const { entry, provider, resource } = target;
  const now = ports.clock.now();
  const plan = seal(
    {
      ...draft,
      madeAt: now,
      madeBy: ports.identity.email() || 'Somebody',
      file: ports.identity.fileId(),
      tab: { id: entry.id, name: target.image.name },
      provider: provider.provider,
      resource: resource.resource,
      basis: basisOf(ports, target),
      ...(resource.writes?.create ? { required: resource.writes.create.required } : {}),
    },
    `${now.toString(36)}${Math.floor(ports.clock.random() * 1e6).toString(36)}`,
  );
  new PlanStore(ports).keep(entry, plan);
  markPlan(ports, target, plan);
  return viewPlan(plan, remarks);
}

/** The plan that was last made for the tab, as long as it can still be sent; null otherwise. Throws UNKNOWN_TAB. */
export function keptPlan(ports: Ports, { tab }: { readonly tab: string }): PlanInfo | null {
  const kept = new PlanStore(ports).read(openPushTarget(ports, tab).entry);
  return kept?.order === null ? viewPlan(kept.plan, []) : null;
}

/** What decides about a plan beside the tab and the platform. */
function basisOf(ports: Ports, { provider }: PushTarget): Plan['basis'] {
  return {
    settings: JSON.stringify([readSettings(ports).sendLifecycle]),
    organisation: organisationOf(ports, provider),
  };
}

/** What has changed of it since the preview, as a sentence; null where nothing has. */
export function basisMoved(ports: Ports, target: PushTarget, { basis, isLive }: Plan): string | null {
  const now = basisOf(ports, target);
  if (now.settings !== basis.settings) return 'the settings that decide what may be sent.';
  // Somebody without a key has compared with nobody's.
  const another = isLive && now.organisation !== basis.organisation;
  return another
    ? `the preview was made with a key of “${basis.organisation}”, yours is of “${now.organisation}”.`
    : null;
}

/** Null for a person who is not connected to the tab's platform. */
export function dispatcherOf(ports: Ports, { provider }: PushTarget): Dispatcher | null {
  if (!isConnected(ports, provider)) return null;
  return new Dispatcher(ports, connectionOf(ports, provider), {
    deadline: ports.clock.startedAt() + PATIENCE_MS,
  });
}

function withoutHidden(ports: Ports, { entry }: PushTarget, table: EditedTable): EditedTable {
  const rows = new Set(findEdits(table).changes.map(({ row }) => row));
  for (const hidden of ports.grid.hiddenAmong({ id: entry.id, name: entry.tab }, [...rows]))
    rows.delete(hidden);
  return { ...table, rows };
}

/** A push reads the plan that it carries out: no other may take its place meanwhile. */
export function refuseWhilePushed(ports: Ports, { id, tab }: TabEntry): void {
  const now = ports.clock.now();
  const push = new JobStore(ports.store, ports.lock)
    .all()
    .find((job) => job.kind === 'push' && job.targetId === id && goesOn(job, now));
  if (push) throw busyWith(ports, push, tab);
}
