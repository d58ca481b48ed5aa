/** Undo: what a push changed, back again, as a plan of its own with the same preview and the same checks. */
import { deletionsSince, madeValues, reverse } from '../../core/change/undo';
import { AppError } from '../../core/errors';
import type { Ports } from '../../ports';
import type { PlanInfo } from '../contract';
import { PushJournal } from './journal';
import { compared } from './comparison';
import { dispatcherOf, keepPlan, refuseWhilePushed } from './preview';
import { type Push, pushesOf } from './pushes';
import { fieldsOfTarget, openPushTargetOf, tableOf } from './push-target';

/** Sends nothing. Throws NOTHING_TO_UNDO, TAB_GONE, and what a preview throws. */
export function undoPush(ports: Ports, { plan }: { readonly plan?: string }): PlanInfo {
  const push = pushToUndo(pushesOf(new PushJournal(ports).all()), plan);
  const [first] = push.entries;
  if (!first) throw new AppError('NOTHING_TO_UNDO');
  const target = openPushTargetOf(ports, first.tabId, first.tab);
  refuseWhilePushed(ports, target.entry);
  const dispatcher = dispatcherOf(ports, target);
  const fields = fieldsOfTarget(target, dispatcher);
  const table = tableOf(ports, target, fields);
  const back = reverse(push.entries, table, target.resource.writes?.remove !== undefined);
  const canDelete = back.some(({ action, kind }) => action === 'delete' && kind === 'change');
  const since = canDelete ? madeValues(push.entries) : [];
  const beside = compared(ports, target, table, dispatcher, { changes: [...back, ...since], suspects: [] });
  const changes = deletionsSince(beside, target.provider.title);
  return keepPlan(ports, target, {
    purpose: 'undo',
    undoes: push.plan,
    changes,
    isLive: dispatcher !== null,
    visibleRowsOnly: false,
  });
}

/** The push of that plan, or the last one that is no undo itself. */
function pushToUndo(pushes: readonly Push[], plan: string | undefined): Push {
  const found =
    plan === undefined
      ? pushes.find(({ isUndoable, entries }) => isUndoable && entries[0]?.purpose !== 'undo')
      : pushes.find((push) => push.plan === plan && push.isUndoable);
  if (!found) throw new AppError('NOTHING_TO_UNDO');
  return found;
}
