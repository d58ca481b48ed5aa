/** What goes out for each record of a batch, once the platform has said that nothing moved. */
import { type Change, nameOfChange } from '../../core/change/change';
import { liveMoved } from '../../core/change/moved';
import type { Claim } from '../../core/http/dispatcher';
import type { ApiRequest } from '../../core/http/request';
import { AppError } from '../../core/errors';
import type { Field, RemoteRecord } from '../../core/table/field';
import type { ResourceDefinition } from '../../providers/definition';
import { createRequest, type FieldWrite, removeRequest, updateRequest } from '../../providers/writing';
import type { RecordChanges, Sending } from './sending';

export interface Letter {
  readonly record: RecordChanges;
  readonly request: ApiRequest;
}

/**
 * The letters of a batch whose records still say what was shown; what moved is entered into the journal and is not sent.
 * `next` are the records that come after. Throws what reading throws.
 */
export function unmoved(
  sending: Sending,
  batch: readonly RecordChanges[],
  next: readonly RecordChanges[],
): readonly Letter[] {
  const { live, plan, table, journal, target } = sending;
  const records = live.fresh(existing(batch), existing(next));
  const moved = liveMoved(
    batch.flatMap(({ changes }) => changes),
    records,
    plan,
    table,
  );
  journal.record(
    plan.id,
    moved.map(({ id, field }) => ({
      id,
      field,
      outcome: 'moved',
      detail: `Changed in ${target.provider.title} since the preview.`,
    })),
  );
  const names = new Set(moved.map(nameOfChange));
  const still = batch.flatMap((record) => {
    const changes = record.changes.filter((change) => !names.has(nameOfChange(change)));
    return changes.length > 0 ? [{ ...record, changes }] : [];
  });
  return still.flatMap((record) => {
    try {
      return [letterFor(sending, record, records.get(record.id) ?? null)];
    } catch (thrown) {
      refuse(sending, record, AppError.from(thrown));
      return [];
    }
  });
}

/** A choice, a person or a field may have gone since the push began: that concerns this record alone. */
function refuse(
  { ports, journal, plan, target }: Sending,
  { changes }: RecordChanges,
  error: AppError,
): void {
  ports.log.warn(`A ${target.resource.singular} was not sent: ${error.message}`);
  const detail = `${target.provider.title} does not know a choice, a person or a field of it any more. Refresh the tab, then look at this row again.`;
  journal.record(
    plan.id,
    changes.map(({ id, field }) => ({ id, field, outcome: 'refused', detail })),
  );
}

/** What a letter of this kind will take, before anybody knows what stands in it; undefined where there is none of the kind. */
export function claimOf({ writes, plural }: ResourceDefinition, action: Change['action']): Claim | undefined {
  const call = action === 'delete' ? writes?.remove : writes?.[action];
  return call && { rateClass: call.rateClass, subject: plural };
}

function letterFor(
  { target, table, addressees }: Sending,
  record: RecordChanges,
  live: RemoteRecord | null,
): Letter {
  const { resource } = target;
  const about = { record: live, ...addressees };
  switch (record.action) {
    case 'update':
      return { record, request: updateRequest(resource, record.id, writesOf(record, table.fields), about) };
    case 'create':
      return { record, request: createRequest(resource, writesOf(record, table.fields), about) };
    case 'delete':
      return { record, request: removeRequest(resource, record.id, live) };
  }
}

/** Throws UNKNOWN_FIELD where the platform does not offer a field any more. */
export function writesOf({ changes }: RecordChanges, fields: readonly Field[]): readonly FieldWrite[] {
  return changes.map(({ field: key, to, label, name }) => {
    const field = fields.find((each) => each.key === key);
    if (!field)
      throw new AppError('UNKNOWN_FIELD', { provider: 'The platform', field: label, subject: name });
    return { field, to };
  });
}

function existing(records: readonly RecordChanges[]): readonly string[] {
  return records.filter(({ action }) => action !== 'create').map(({ id }) => id);
}
