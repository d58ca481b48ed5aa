/** What became of creations that nobody confirmed: the records that equal what was sent, each for one row. */
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

/** What tells a new record of one row from all others. */
interface Wanted {
  readonly telling: readonly FieldWrite[];
  readonly parent: RemoteRecord | null;
}

/**
 * For each of these creations the record that it may have made, which is not among those known before: by fields that no two records
 * share, where there are such, else by all that was sent. No record is given to two of them; null for one that surely made none.
 * Throws AppError INCOMPLETE_READ where the list is not complete, and what reading it throws.
 */
export function findCreated(
  sender: LiveSender,
  provider: ProviderDefinition,
  resource: ResourceDefinition,
  creations: readonly (readonly FieldWrite[])[],
  { notAmong, since, now, people, parents }: Search,
): readonly (Created | null)[] {
  if (creations.length === 0) return [];
  const { below, madeAt } = resource.writes?.create ?? {};
  const wanted = creations.map((writes) => wantedOf(resource, writes, parents));
  const sent = new Map(wanted.flatMap(({ telling }) => telling.map(({ field }) => [field.key, field])));
  const fields = [...sent.values(), ...resource.fields.filter(({ key }) => key === madeAt)];
  const whole = wholeList(resource);
  const { records, complete } = below
    ? readBelow(sender, whole, fields, distinctParents(wanted, below.key))
    : readResource(sender, provider, whole, fields, now);
  if (!complete) {
    throw new AppError('INCOMPLETE_READ', { subject: resource.plural, problem: 'records may be missing' });
  }
  const free = new Map<string, RemoteRecord>();
  for (const record of records) {
    const id = String(record[resource.key]);
    const isNew = !notAmong.has(id) && !wasMadeBefore(record[madeAt ?? ''], since - SKEW_MS);
    if (isNew) free.set(id, record);
  }
  const found = new Map<Wanted, Created>();
  // A row that says little fits the record of one that says more: that one chooses first.
  for (const each of [...wanted].sort((one, other) => other.telling.length - one.telling.length)) {
    for (const [id, record] of free) {
      const isOfParent = !below || String(record[below.key]) === String(each.parent?.[below.key]);
      const named = withAddresses(record, fields, people);
      if (!isOfParent || !each.telling.every((write) => holds(named, write))) continue;
      found.set(each, { id, record });
      free.delete(id);
      break;
    }
  }
  return wanted.map((each) => found.get(each) ?? null);
}

function wantedOf(
  resource: ResourceDefinition,
  writes: readonly FieldWrite[],
  parents: WriteContext['parents'],
): Wanted {
  const { unique, below } = resource.writes?.create ?? {};
  const sent = writes.filter(({ to }) => to !== '');
  const telling = sent.filter(({ field }) => (unique ? unique.includes(field.key) : true));
  return { telling, parent: below ? parentOf(below, sent, parents) : null };
}

function distinctParents(wanted: readonly Wanted[], key: string): readonly RemoteRecord[] {
  const parents = new Map(wanted.flatMap(({ parent }) => (parent ? [[String(parent[key]), parent]] : [])));
  return [...parents.values()];
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
