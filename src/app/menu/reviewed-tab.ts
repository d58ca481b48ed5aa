/** Which tab a person means who reviews or sends edits from the menu, and the plan that they were shown. */
import { AppError } from '../../core/errors';
import type { Ports } from '../../ports';
import { findProvider } from '../../providers/catalogue';
import { findSubject, isReport } from '../catalogue';
import type { PlanInfo } from '../contract';
import { PlanStore } from '../push/plan-store';
import { keptPlan, previewTab } from '../push/preview';
import { readReviewTab } from '../push/review-tab';
import { type TabEntry, TabIndex } from '../tab-index';

/**
 * Of the managed tab in front; with the Preview in front, of the tab that it shows; else of the first with edits. Throws NO_EDITS, and
 * what a preview throws.
 */
export function previewOfEdits(ports: Ports): PlanInfo {
  const index = new TabIndex(ports);
  const front = ports.grid.active();
  const wanted = index.all().find(({ id }) => id === front?.id) ?? shownTab(ports, index);
  if (wanted) return previewTab(ports, { tab: front?.id === wanted.id ? front.name : wanted.tab });
  // Those that had edits at their last refresh first: each costs a look at all its rows.
  const tabs = [...index.current()].filter(isWritable).sort((one, other) => other.pending - one.pending);
  for (const { tab } of tabs) {
    const info = previewTab(ports, { tab });
    if (info.items.length > 0) return info;
  }
  throw new AppError('NO_EDITS');
}

/** The same edits as before, as they are now. */
export function previewOfTab(ports: Ports, { tab, visibleRowsOnly }: PlanInfo): PlanInfo {
  return previewTab(ports, { tab, visibleRowsOnly });
}

/** The plan of that id as it was shown; null where it cannot be sent any more. */
export function shownPlan(ports: Ports, plan: string): PlanInfo | null {
  const id = plan === '' ? null : new PlanStore(ports).tabOf(plan);
  const entry = id === null ? undefined : entryOf(new TabIndex(ports), id);
  const kept = entry ? keptPlan(ports, entry) : null;
  return kept?.plan === plan ? kept : null;
}

function shownTab(ports: Ports, index: TabIndex): TabEntry | undefined {
  const read = readReviewTab(ports);
  const id = read ? new PlanStore(ports).tabOf(read.plan) : null;
  return id === null ? undefined : entryOf(index, id);
}

/** Under the name that it has now. */
function entryOf(index: TabIndex, id: number): TabEntry | undefined {
  return index.current().find((entry) => entry.id === id);
}

function isWritable({ provider, resource }: TabEntry): boolean {
  const subject = findSubject(findProvider(provider), resource);
  return !isReport(subject) && subject.writes !== undefined;
}
