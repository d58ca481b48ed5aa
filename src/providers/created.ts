/** What became of a creation that nobody confirmed: the records that equal what was sent. */
import { AppError } from '../core/errors';
import { decodeCell, encodeCell, says } from '../core/table/cell';
import type { RemoteRecord } from '../core/table/field';
import type { ProviderDefinition, ResourceDefinition } from './definition';
import { type LiveSender, readBelow, wholeList } from './lists-below';
import { readResource } from './reading';
import { parentName, type FieldWrite, type WriteContext } from './writing';
import { withAddresses } from './people';

/** Both sides are read as of one time zone: it does not matter which. */
const CONTEXT = { timeZone: 'UTC' };

/** Records among which a new one cannot be, and what else finding it takes. */
export interface Search extends Pick<WriteContext, 'people' | 'parents'> {
  /** Ids of records that were there before. */
  readonly notAmong: ReadonlySet<string>;
  /** When the creation was begun, milliseconds since 1970. */
  readonly since: number;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** So far two clocks may be apart. */
const SKEW_MS = 60_000;

/** A record that fits, and its id as the key column shows it. */
export interface Created {
  readonly id: string;
  readonly record: RemoteRecord;
}

/**
 * The records that a creation with these values may have made, which are not among those known before: by fields that no two records
 * share, where there are such, else by all that was sent. [] where it surely made none. Throws AppError INCOMPLETE_READ where the list
 * is not complete, and what reading it throws.
 */
export function findCreated(
  sender: LiveSender,
  provider: ProviderDefinition,
  resource: ResourceDefinition,
  writes: readonly FieldWrite[],
  { notAmong, since, now, people, parents }: Search,
): readonly Created[] {
  const { unique, below, madeAt } = resource.writes?.create ?? {};
  const sent = writes.filter(({ to }) => to !== '');
  const telling = sent.filter(({ field }) => (unique ? unique.includes(field.key) : true));
  const fields = [
    ...telling.map(({ field }) => field),
    ...resource.fields.filter(({ key }) => key === madeAt),
  ];
  const parent = below ? parentOf(below, sent, parents) : null;
  const whole = wholeList(resource);
  const { records, complete } = parent
    ? readBelow(sender, whole, fields, [parent])
    : readResource(sender, provider, whole, fields, now);
  if (!complete) {
    throw new AppError('INCOMPLETE_READ', { subject: resource.plural, problem: 'records may be missing' });
  }
  return records
    .map((record) => ({ id: String(record[resource.key]), record }))
    .filter(({ id, record }) => {
      const named = withAddresses(record, fields, people);
      const isNew = !notAmong.has(id) && !wasMadeBefore(record[madeAt ?? ''], since - SKEW_MS);
      return isNew && telling.every((write) => holds(named, write));
    });
}

/** Where the record does not say when, it may have been at any time. */
function wasMadeBefore(madeAt: unknown, moment: number): boolean {
  const made = typeof madeAt === 'string' ? Date.parse(madeAt) : NaN;
  return made < moment;
}

function parentOf(
  below: { readonly key: string; readonly name: string },
  writes: readonly FieldWrite[],
  parents: WriteContext['parents'],
): RemoteRecord {
  const valueOf = (key: string): string => String(writes.find(({ field }) => field.key === key)?.to ?? '');
  return { [below.key]: valueOf(below.key) || parents?.get(parentName(valueOf(below.name))) };
}

function holds(record: RemoteRecord, { field, to }: FieldWrite): boolean {
  const { value } = encodeCell(field, record[field.key], record, CONTEXT);
  return says(field, value, decodeCell(field, to, CONTEXT).value, CONTEXT);
}
