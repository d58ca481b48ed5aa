/** Which cells of a tab are marked: those of its plan, those that were refused, and none that is no edit any more. */
import type { Change } from '../../core/change/change';
import type { Mark } from '../../core/change/marks';
import type { Plan } from '../../core/change/plan';
import type { SettledChange } from '../../core/change/settle';
import { AppError } from '../../core/errors';
import type { Ports } from '../../ports';
import type { TabEntry } from '../tab-index';
import { clearMarks, updateMarks } from './marks';
import { PlanStore } from './plan-store';
import { fieldsOfTarget, openPushTargetOf, type PushTarget, tableOf } from './push-target';

/** The cells of the plan and no others; a deletion marks none. */
export function markPlan(ports: Ports, target: PushTarget, { changes }: Plan): void {
  guarded(ports, () =>
    updateMarks(
      ports,
      target.entry,
      tableOf(ports, target, fieldsOfTarget(target, null)),
      changes.flatMap(markOf),
    ),
  );
}

/** What was sent is no edit any more; what was refused says why. */
export function markOutcomes(ports: Ports, tab: number, results: readonly SettledChange[]): void {
  const refused = results.flatMap(({ change, outcome, message }): Mark[] => {
    if (outcome !== 'refused' && outcome !== 'unknown') return [];
    const { id, field } = change;
    return [{ id, field, look: 'refused', ...(message === undefined ? {} : { note: message }) }];
  });
  guarded(ports, () => clear(ports, tab, refused));
}

/** After a refresh. Makes no call of the spreadsheet where the tab was never previewed. */
export function clearOldMarks(ports: Ports, entry: TabEntry): void {
  if (!new PlanStore(ports).has(entry)) return;
  guarded(ports, () => clear(ports, entry.id, []));
}

function clear(ports: Ports, tab: number, more: readonly Mark[]): void {
  const target = openPushTargetOf(ports, tab, '');
  clearMarks(ports, target.entry, tableOf(ports, target, fieldsOfTarget(target, null)), more);
}

function markOf({ id, field, kind, action, message }: Change): Mark[] {
  if (kind === 'same' || action === 'delete') return [];
  const note = kind === 'change' ? undefined : message;
  return [{ id, field, look: kind, ...(note === undefined ? {} : { note }) }];
}

/** Colours are worth having and no reason to fail: somebody may have protected the cells. */
function guarded(ports: Ports, mark: () => void): void {
  try {
    mark();
  } catch (thrown) {
    ports.log.warn(`The cells were not marked: ${AppError.from(thrown).message}`);
  }
}
