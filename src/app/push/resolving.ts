/** Finds out by reading back whether what was sent has arrived, where no answer told. */
import { type Change, nameOfChange, newRowId } from '../../core/change/change';
import { liveValue, sameValue } from '../../core/change/compare';
import type { AppError } from '../../core/errors';
import { type JournalNews, nameAtFirst } from '../../core/log/push-journal';
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
  sending.journal.record(
    sending.plan.id,
    arrivals(sending, records, { missing: 'planned', detail: '', known }),
  );
}

/** A record of which no answer told, and why. */
export interface Doubtful {
  readonly record: RecordChanges;
  readonly why: AppError;
}

/** For requests that got no answer in this slice: what has not arrived has failed, and a record that is not found stays in doubt. */
export function resolveDoubtful(sending: Sending, doubtful: readonly Doubtful[]): void {
  for (const { record, why } of doubtful) {
    // A record may still come into being once the platform has caught up.
    const isOpen = record.action === 'create' && why.details['outcome'] === 'unknown';
    const missing = isOpen ? 'unknown' : 'refused';
    const detail = `${why.what} ${isOpen ? LOOK_FIRST : why.next}`;
    sending.journal.record(sending.plan.id, arrivals(sending, [record], { missing, detail }));
  }
}

const LOOK_FIRST = 'It may still appear there: refresh the tab and look before you push this row again.';

function recordsOf(changes: readonly Change[]): readonly RecordChanges[] {
  const byId = new Map<string, Change[]>();
  for (const change of changes) byId.set(change.id, [...(byId.get(change.id) ?? []), change]);
  return [...byId].map(([id, own]) => ({ id, action: own[0]?.action ?? 'update', changes: own }));
}

interface Missing {
  /** What becomes of a change that the platform does not show. */
  readonly missing: 'planned' | 'refused' | 'unknown';
  readonly detail: string;
  /** Ids of new records, by “row 12”, that the journal had noted when it was cut off. */
  readonly known?: ReadonlyMap<string, string>;
}

function arrivals(sending: Sending, records: readonly RecordChanges[], otherwise: Missing): JournalNews[] {
  const existing = records.filter(({ action }) => action !== 'create');
  const live = sending.live.readAll(existing.map(({ id }) => id));
  return records.flatMap((record) => {
    if (record.action === 'create') return created(sending, record, otherwise);
    const now = live.get(record.id);
    return record.changes.map((change): JournalNews => {
      const { id, field } = change;
      const arrived =
        record.action === 'delete'
          ? now === null
          : now !== null && now !== undefined && says(sending, change, now);
      if (arrived) return { id, field, outcome: 'sent', detail: CONFIRMED };
      return { id, field, outcome: otherwise.missing, detail: otherwise.detail };
    });
  });
}

const CONFIRMED = 'Confirmed by reading it back.';

function says(
  { table }: Sending,
  { field: key, to }: Change,
  record: Parameters<typeof liveValue>[1],
): boolean {
  const field = table.fields.find((each) => each.key === key);
  return (
    field !== undefined && sameValue(field, liveValue(field, record, table.timeZone), to, table.timeZone)
  );
}

/** No record is taken for two rows: those that the tab or the journal knows already are not looked at. */
function created(sending: Sending, record: RecordChanges, otherwise: Missing): JournalNews[] {
  const { missing, detail, known } = otherwise;
  const newId = known?.get(record.id);
  if (newId !== undefined) {
    return record.changes.map(({ id, field }) => ({ id, field, outcome: 'sent', newId }));
  }
  const { ports, dispatcher, target, table, journal, plan, answers, addressees, startedAt } = sending;
  const { provider, resource, snapshot } = target;
  const taken = new Set([...snapshot.rows.keys(), ...journal.entriesOf(plan.id).map(({ id }) => id)]);
  const [found] = findCreated(dispatcher, provider, resource, writesOf(record, table.fields), {
    notAmong: taken,
    since: startedAt,
    now: ports.clock.now(),
    ...addressees,
  });
  if (found) answers.set(found.id, found.record);
  return record.changes.map(({ id, field }) =>
    found
      ? { id, field, outcome: 'sent', detail: CONFIRMED, newId: found.id }
      : { id, field, outcome: missing, detail },
  );
}
