/** Finds out by reading back whether what was sent has arrived, where no answer told. */
import { type Change, nameOfChange, newRowId } from '../../core/change/change';
import { liveValue, sameValue } from '../../core/change/compare';
import type { AppError } from '../../core/errors';
import { type JournalNews, nameAtFirst } from '../../core/log/push-journal';
import type { RemoteRecord } from '../../core/table/field';
import { findCreated } from '../../providers/created';
import { writesOf } from './letters';
import type { RecordChanges, Sending } from './sending';

/**
 * For what an execution that was cut off had under way: what has not arrived is planned again. Throws what reading throws.
 */
export function resolveSending(sending: Sending): void {
  const open = sending.journal.entriesOf(sending.plan.id).filter(({ outcome }) => outcome === 'sending');
  if (open.length === 0) return;
  const underWay = new Set(open.map(nameAtFirst));
  const made = open.filter(({ action, id, row }) => action === 'create' && id !== newRowId(row));
  const known = new Map(made.map(({ id, row }) => [newRowId(row), id]));
  const changes = sending.changes.filter((change) => underWay.has(nameOfChange(change)));
  const records = recordsOf(changes);
  const again = { outcome: 'planned', detail: '' } as const;
  sending.journal.record(
    sending.plan.id,
    arrivals(sending, records, () => again, known),
  );
}

/** A record of which no answer told, and why. */
export interface Doubtful {
  readonly record: RecordChanges;
  readonly why: AppError;
}

/** For requests that got no answer in this slice: what has not arrived has failed, and a record that is not found stays in doubt. */
export function resolveDoubtful(sending: Sending, doubtful: readonly Doubtful[]): void {
  const reasons = new Map(doubtful.map(({ record, why }) => [record.id, why]));
  const news = arrivals(
    sending,
    doubtful.map(({ record }) => record),
    ({ id, action }) => {
      const why = reasons.get(id);
      // A record may still come into being once the platform has caught up.
      const isOpen = action === 'create' && why?.details['outcome'] === 'unknown';
      const advice = isOpen ? LOOK_FIRST : (why?.next ?? '');
      return { outcome: isOpen ? 'unknown' : 'refused', detail: `${why?.what ?? ''} ${advice}`.trim() };
    },
  );
  sending.journal.record(sending.plan.id, news);
}

/** What to do about a record that a creation may have made. */
export const LOOK_FIRST =
  'It may still appear there: refresh the tab and look before you push this row again.';

function recordsOf(changes: readonly Change[]): readonly RecordChanges[] {
  const byId = new Map<string, Change[]>();
  for (const change of changes) byId.set(change.id, [...(byId.get(change.id) ?? []), change]);
  return [...byId].map(([id, own]) => ({ id, action: own[0]?.action ?? 'update', changes: own }));
}

/** What becomes of a record's changes that the platform does not show. */
type Missing = (record: RecordChanges) => Pick<JournalNews, 'outcome' | 'detail'>;

/** `known` are the ids of new records, by “row 12”, that the journal had noted when it was cut off. */
function arrivals(
  sending: Sending,
  records: readonly RecordChanges[],
  missing: Missing,
  known: ReadonlyMap<string, string> = new Map(),
): JournalNews[] {
  const made = records.filter(({ action }) => action === 'create');
  const existing = records.filter(({ action }) => action !== 'create');
  const live = sending.live.readAll(existing.map(({ id }) => id));
  return [
    ...creations(sending, made, missing, known),
    ...existing.flatMap((record) =>
      record.changes.map((change): JournalNews => {
        const { id, field } = change;
        return hasArrived(sending, change, live.get(id))
          ? { id, field, outcome: 'sent', detail: CONFIRMED }
          : { id, field, ...missing(record) };
      }),
    ),
  ];
}

const CONFIRMED = 'Confirmed by reading it back.';

/** `now` is null for a record that is gone, and undefined for one that could not be read. */
function hasArrived(
  { table }: Sending,
  { action, field: key, to }: Change,
  now: RemoteRecord | null | undefined,
): boolean {
  if (action === 'delete') return now === null;
  const field = table.fields.find((each) => each.key === key);
  if (!field || !now) return false;
  return sameValue(field, liveValue(field, now, table.timeZone), to, table.timeZone);
}

/** No record is taken for two rows, and none that the tab or the journal knows already. */
function creations(
  sending: Sending,
  made: readonly RecordChanges[],
  missing: Missing,
  known: ReadonlyMap<string, string>,
): JournalNews[] {
  const { ports, dispatcher, target, table, journal, plan, answers, addressees, startedAt } = sending;
  const { provider, resource, snapshot } = target;
  const sought = made.filter(({ id }) => !known.has(id));
  const taken = new Set([...snapshot.rows.keys(), ...journal.entriesOf(plan.id).map(({ id }) => id)]);
  const writes = sought.map((record) => writesOf(record, table.fields));
  const found = findCreated(dispatcher, provider, resource, writes, {
    notAmong: taken,
    since: startedAt,
    now: ports.clock.now(),
    ...addressees,
  });
  const ids = new Map(known);
  sought.forEach(({ id }, index) => {
    const record = found[index];
    if (!record) return;
    answers.set(record.id, record.record);
    ids.set(id, record.id);
  });
  return made.flatMap((record) => {
    const newId = ids.get(record.id);
    return record.changes.map(({ id, field }): JournalNews =>
      newId === undefined
        ? { id, field, ...missing(record) }
        : { id, field, outcome: 'sent', detail: known.has(id) ? '' : CONFIRMED, newId },
    );
  });
}
