/** A plan as people see it: totals, and every change with the values as they read. */
import { countChanges, type Plan } from '../../core/change/plan';
import { findProvider, findResource } from '../../providers/catalogue';
import type { PlanInfo } from '../contract';
import { cautionOf } from './withheld';

export function viewPlan(plan: Plan, remarks: readonly string[]): PlanInfo {
  const provider = findProvider(plan.provider);
  const { resource, singular, plural, ...definition } = findResource(provider, plan.resource);
  const question = cautionOf({ ...definition, resource, singular, plural }, plan.changes);
  return {
    plan: plan.id,
    tab: plan.tab.name,
    provider: provider.provider,
    resource,
    singular,
    plural,
    purpose: plan.purpose,
    live: plan.isLive,
    madeBy: plan.madeBy,
    madeAt: new Date(plan.madeAt).toISOString(),
    visibleRowsOnly: plan.visibleRowsOnly,
    counts: countChanges(plan.changes, plan.required),
    ...(plan.required ? { required: plan.required } : {}),
    items: plan.changes,
    ...(question === null ? {} : { asksTwice: question }),
    remarks,
  };
}
