/** The pushes that the journal knows, each as a whole, and which of them can be taken back. */
import type { JournalEntry } from '../../core/log/push-journal';
import type { Ports } from '../../ports';
import type { ProviderName } from '../../providers/definition';
import type { JournalInfo, PushInfo } from '../contract';
import { PushJournal } from './journal';

/** How many are told where nobody says. */
const USUAL = { pushes: 20, lines: 1000 };

export interface Push {
  readonly plan: string;
  readonly entries: readonly JournalEntry[];
  /** Whether something was sent that no later push has taken back. */
  readonly isUndoable: boolean;
}

/** The newest first. */
export function pushesOf(entries: readonly JournalEntry[]): readonly Push[] {
  const byPlan = new Map<string, JournalEntry[]>();
  for (const entry of entries) byPlan.set(entry.plan, [...(byPlan.get(entry.plan) ?? []), entry]);
  const newestFirst = [...byPlan.values()].sort((one, other) => (other[0]?.at ?? 0) - (one[0]?.at ?? 0));
  /** What later undos brought back, by record and field, and the records that they deleted. */
  const takenBack = new Map<string, JournalEntry['after'][]>();
  const deleted = new Set<string>();
  return newestFirst.map((own) => {
    const sent = own.filter(({ outcome }) => outcome === 'sent');
    const isUndoable = sent.some((entry) =>
      entry.action === 'create'
        ? !deleted.has(placeOf({ ...entry, field: '' }))
        : !takenBack.get(placeOf(entry))?.includes(entry.before),
    );
    for (const entry of sent) {
      const place = placeOf(entry);
      if (entry.action === 'delete') deleted.add(place);
      else if (entry.purpose === 'undo') takenBack.set(place, [...(takenBack.get(place) ?? []), entry.after]);
    }
    return { plan: own[0]?.plan ?? '', entries: own, isUndoable };
  });
}

function placeOf({ provider, resource, id, field }: JournalEntry): string {
  return JSON.stringify([provider, resource, id, field]);
}

/** The latest pushes, the newest first. */
export function pushes(ports: Ports, { limit = USUAL.pushes }: { readonly limit?: number }): PushInfo[] {
  return pushesOf(new PushJournal(ports).all())
    .slice(0, limit)
    .flatMap(({ entries, isUndoable }) => {
      const [first] = entries;
      return first ? [view(first, entries, isUndoable)] : [];
    });
}

function view(first: JournalEntry, entries: readonly JournalEntry[], undoable: boolean): PushInfo {
  const count = (outcome: JournalEntry['outcome']) =>
    entries.filter((entry) => entry.outcome === outcome).length;
  return {
    plan: first.plan,
    at: new Date(first.at).toISOString(),
    who: first.who,
    preparedBy: first.preparedBy,
    tab: first.tab,
    provider: first.provider as ProviderName,
    purpose: first.purpose,
    sent: count('sent'),
    failed: count('refused'),
    unknown: count('unknown'),
    undoable,
  };
}

/** Every line of one push, or the latest of all. */
export function journal(
  ports: Ports,
  { plan, limit = USUAL.lines }: { readonly plan?: string; readonly limit?: number },
): JournalInfo[] {
  const lines = new PushJournal(ports);
  return (plan === undefined ? lines.all() : lines.entriesOf(plan))
    .slice(0, limit)
    .map(({ at, ...entry }) => ({ ...entry, at: new Date(at).toISOString() }));
}
