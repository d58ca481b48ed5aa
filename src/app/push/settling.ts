/** Brings what a push came to into the tab: its rows, what is remembered of the platform, and the marks on its cells. */
import { type Change, nameOfChange } from '../../core/change/change';
import type { Plan } from '../../core/change/plan';
import { planSettle, type SettledChange } from '../../core/change/settle';
import { type JournalEntry, nameAtFirst } from '../../core/log/push-journal';
import type { Field, RemoteRecord } from '../../core/table/field';
import { planSnapshot } from '../../core/table/snapshot';
import type { Ports } from '../../ports';
import { entryFrom } from '../tab-index';
import type { PushJournal } from './journal';
import { markOutcomes } from './plan-marks';
import { openPushTargetOf, type PushTarget, tableOf } from './push-target';

export interface Settling {
  readonly ports: Ports;
  readonly target: PushTarget;
  readonly plan: Plan;
  /** What a person chose of it. */
  readonly changes: readonly Change[];
  readonly fields: readonly Field[];
  readonly journal: PushJournal;
  /** What the platform said after it took a change, by id. */
  readonly answers: ReadonlyMap<string, RemoteRecord>;
}

/** May be repeated: what is settled already stays as it is. Lasting once this returns. */
export function settle({ ports, target, plan, changes, fields, journal, answers }: Settling): void {
  // People may have sorted or edited the tab since it was read.
  const now = openPushTargetOf(ports, target.entry.id, target.entry.tab);
  const entries = journal.entriesOf(plan.id);
  const results = outcomes(plan, changes, entries);
  if (results.length === 0) return;
  const settled = planSettle({
    ...tableOf(ports, now, fields),
    now: ports.clock.now(),
    purpose: plan.purpose,
    results,
    answers,
  });
  ports.grid.execute(settled.plan);
  const name = now.entry.snapshot;
  ports.grid.execute(planSnapshot(settled.snapshot, now.cells, { name }));
  ports.grid.flush();
  now.index.save(entryFrom(settled.snapshot.config, now.entry.tab, name));
  markOutcomes(ports, target.entry.id, results);
}

/** What became of each change, as far as that is known; what the platform says already needs no sending. */
function outcomes(
  plan: Plan,
  changes: readonly Change[],
  entries: readonly JournalEntry[],
): readonly SettledChange[] {
  const told = new Map(entries.map((entry) => [nameAtFirst(entry), entry]));
  const sent = changes.flatMap((change): SettledChange[] => {
    const entry = told.get(nameOfChange(change));
    if (!entry) return [];
    const { outcome, detail, id } = entry;
    if (outcome === 'planned' || outcome === 'sending' || outcome === 'unsent') return [];
    return [{ change, outcome, message: detail, ...(id === change.id ? {} : { newId: id }) }];
  });
  const same = plan.changes.filter(({ kind }) => kind === 'same');
  return [...sent, ...same.map((change): SettledChange => ({ change, outcome: 'same' }))];
}
