/** What a push came to, told from its plan and its lines in the journal. */
import { type Change, nameOfChange } from '../../core/change/change';
import type { Plan } from '../../core/change/plan';
import type { JournalEntry } from '../../core/log/push-journal';
import type { PushFailure, PushResult } from '../contract';

/** Failures that are told one by one; the tab and the journal have them all. */
const MOST_TOLD = 10;

/** Characters of a reason that are told: the whole result has to fit the job's record. */
const LONGEST = 200;

/** `chosen` is what a person let go; problems and what the platform says already are not among it. */
export function resultOf(
  plan: Plan,
  chosen: readonly Change[],
  entries: readonly JournalEntry[],
): Omit<PushResult, 'stats'> {
  const of = (outcome: JournalEntry['outcome']) => entries.filter((entry) => entry.outcome === outcome);
  const sent = of('sent');
  const records = (action?: JournalEntry['action']) =>
    new Set(sent.filter((entry) => action === undefined || entry.action === action).map(({ id }) => id)).size;
  const failures = [...of('refused'), ...of('unknown')];
  const names = new Set(chosen.map(nameOfChange));
  const left = plan.changes.filter((change) => !names.has(nameOfChange(change)));
  const leftOf = (...kinds: readonly Change['kind'][]) =>
    left.filter(({ kind }) => kinds.includes(kind)).length;
  return {
    tab: plan.tab.name,
    plan: plan.id,
    purpose: plan.purpose,
    sent: sent.length,
    records: records(),
    created: records('create'),
    deleted: records('delete'),
    failed: of('refused').length,
    unknown: of('unknown').length,
    conflicts: leftOf('conflict') + of('moved').length,
    skipped: leftOf('change', 'problem') + of('unsent').length,
    failures: failures.slice(0, MOST_TOLD).map(failure),
    remarks:
      failures.length > MOST_TOLD ? [`${failures.length - MOST_TOLD} more are marked in the tab.`] : [],
  };
}

function failure({ row, id, field, name, label, detail }: JournalEntry): PushFailure {
  const message = detail.length > LONGEST ? `${detail.slice(0, LONGEST)} …` : detail;
  return { row, id, field, name, label, message };
}
