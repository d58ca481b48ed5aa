/** What a push writes into the journal before anything is sent. */
import type { Change } from '../../core/change/change';
import type { Plan } from '../../core/change/plan';
import type { JournalEntry } from '../../core/log/push-journal';
import type { Order } from './plan-store';

/** One entry for each change, in the order of the plan; `at` in milliseconds since 1970. */
export function entriesFor(
  plan: Plan,
  { who }: Order,
  changes: readonly Change[],
  at: number,
): readonly JournalEntry[] {
  return changes.map((change) => ({
    plan: plan.id,
    at,
    who,
    preparedBy: plan.madeBy,
    tab: plan.tab.name,
    tabId: plan.tab.id,
    provider: plan.provider,
    resource: plan.resource,
    purpose: plan.purpose,
    row: change.row,
    id: change.id,
    name: change.name,
    action: change.action,
    field: change.field,
    label: change.label,
    // What is lost by sending, and what an undo brings back: for a conflict that is what the platform says now.
    before: change.live ?? change.from,
    after: change.to,
    outcome: 'planned',
    detail: '',
  }));
}
