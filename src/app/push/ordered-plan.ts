/** The plan of a push that was begun, and what a person let go of it. */
import type { Change } from '../../core/change/change';
import { chosen, type Plan } from '../../core/change/plan';
import { AppError } from '../../core/errors';
import type { Ports } from '../../ports';
import { markOfOrder, type Order, PlanStore } from './plan-store';
import type { PushTarget } from './push-target';
import type { PushArgs } from './start-push';

/** Left in the job once its journal is whole: what is missing there later was deleted by a person, and is not sent. */
export const BEGUN = 'begun';

export interface OrderedPlan {
  readonly plan: Plan;
  readonly order: Order;
  readonly changes: readonly Change[];
}

/** Throws UNKNOWN_PLAN where the plan or what was chosen of it is not there as it was when the push began. */
export function orderedPlan(
  ports: Ports,
  { entry }: PushTarget,
  args: Pick<PushArgs, 'plan' | 'order'>,
): OrderedPlan {
  const kept = new PlanStore(ports).read(entry);
  if (kept?.plan.id !== args.plan || !kept.order || markOfOrder(kept.order) !== args.order)
    throw new AppError('UNKNOWN_PLAN');
  const { plan, order } = kept;
  return { plan, order, changes: chosen(plan, order.exclude, order.overwrite) };
}
