/** What a platform says now of some records: one by one, or by lists, whichever takes fewer requests. */
import { AppError } from '../core/errors';
import type { ReadResult } from '../core/http/list';
import { namedFields, unknownFields } from '../core/http/unknown-fields';
import type { Field, RemoteRecord } from '../core/table/field';
import type { ProviderDefinition, ResourceDefinition } from './definition';
import { type LiveSender, readBelow, wholeList } from './lists-below';
import { readResource } from './reading';
import { keyParts, parentLink } from './record-key';
import { listRequests } from './requests';
import { oneRecord, oneRequests, shownAlone } from './one-record';

export interface LiveRead {
  /** By id; null for a record that is surely gone. One that is missing here could neither be found nor be proven gone. */
  readonly records: ReadonlyMap<string, RemoteRecord | null>;
  /** Keys of fields that the platform does not know any more, of which the records tell nothing. */
  readonly refused: readonly string[];
}

export interface LiveOptions {
  /** About how many records the resource has. */
  readonly rows: number;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** One by one wherever that is possible, also where lists would take fewer requests. */
  readonly singly?: boolean;
}

/** How many requests it takes either way; null where it does not go that way. */
export interface LivePlan {
  readonly by: 'one' | 'list';
  readonly one: number | null;
  readonly list: number;
}

export function planLive(
  provider: ProviderDefinition,
  resource: ResourceDefinition,
  fields: readonly Field[],
  ids: readonly string[],
  rows: number,
): LivePlan {
  const requestOf = oneRequests(resource, fields);
  const one = ids.every((id) => requestOf(id) !== null) ? ids.length : null;
  const list = pagesOf(provider, resource, fields, ids, rows);
  return { by: one !== null && one <= list ? 'one' : 'list', one, list };
}

function pagesOf(
  provider: ProviderDefinition,
  resource: ResourceDefinition,
  fields: readonly Field[],
  ids: readonly string[],
  rows: number,
): number {
  const { paging, spread } = resource;
  const parents = parentsOf(provider, resource, ids);
  if (parents) return parents.length;
  if (paging.kind === 'whole') return spread?.length ?? 1;
  const pages = Math.max(1, Math.ceil(rows / paging.pageSize));
  // That a numbered page was the last shows only on the one behind it.
  return paging.kind === 'number' ? pages + 1 : pages * listRequests(resource, fields).length;
}

/** For records listed below parents: what those of these ids take from them, each once. Null for any other resource. */
function parentsOf(
  provider: ProviderDefinition,
  resource: ResourceDefinition,
  ids: readonly string[],
): readonly RemoteRecord[] | null {
  const link = parentLink(provider, resource);
  if (!link) return null;
  const keys = new Set(ids.flatMap((id) => keyParts(resource, id)[link.key] ?? []));
  return [...keys].map((key) => ({ [link.key]: key }));
}

/**
 * Reads at least these fields of these records. A record counts as gone where the platform's own way to read it alone says so and is
 * documented, or where a complete list lacks it as well. Throws what the dispatcher throws, so that `details.until` of an error tells
 * when it goes on; what could not be read never counts as gone.
 */
export function readLive(
  sender: LiveSender,
  provider: ProviderDefinition,
  resource: ResourceDefinition,
  fields: readonly Field[],
  ids: readonly string[],
  { rows, now, singly = false }: LiveOptions,
): LiveRead {
  if (ids.length === 0) return { records: new Map(), refused: [] };
  const reading = new LiveReading(sender, provider, resource, fields, now);
  const { by, one } = planLive(provider, resource, fields, ids, rows);
  const records = by === 'one' || (singly && one !== null) ? reading.oneByOne(ids) : reading.byList(ids);
  return { records, refused: reading.refused };
}

/** Errors by which a way to read one record that is only inferred may turn out to be another one. */
const MISREAD = ['PROVIDER_REFUSED', 'INCOMPLETE_READ'];

/** What came of reading records one by one. */
interface Ones {
  readonly records: Map<string, RemoteRecord | null>;
  /** Ids that the platform does not have. */
  readonly missing: string[];
  /** Ids about which its answer tells nothing. */
  readonly unread: string[];
}

class LiveReading {
  readonly refused: string[] = [];

  constructor(
    private readonly sender: LiveSender,
    private readonly provider: ProviderDefinition,
    private readonly resource: ResourceDefinition,
    private fields: readonly Field[],
    private readonly now: number,
  ) {}

  oneByOne(ids: readonly string[]): ReadonlyMap<string, RemoteRecord | null> {
    const { records, missing, unread } = this.ones(ids, this.fields);
    if (this.isDocumented) for (const id of missing) records.set(id, null);
    else if (missing.length + unread.length > 0) {
      const listed = this.list([...missing, ...unread]);
      for (const [id, record] of listed.records) records.set(id, record);
      if (listed.complete) for (const id of missing) if (!records.has(id)) records.set(id, null);
    }
    return records;
  }

  byList(ids: readonly string[]): ReadonlyMap<string, RemoteRecord | null> {
    const listed = this.list(ids);
    const records = new Map<string, RemoteRecord | null>(listed.records);
    const absent = ids.filter((id) => !records.has(id));
    const { one, listedOrGone = false } = this.resource.writes ?? {};
    if (one && absent.length > 0) {
      // Lists leave out what is archived, and the like.
      const alone = this.ones(absent, shownAlone(this.resource, this.fields));
      for (const [id, record] of alone.records) records.set(id, record);
      if (this.isDocumented || listed.complete) for (const id of alone.missing) records.set(id, null);
    } else if (listedOrGone && listed.complete) {
      for (const id of absent) records.set(id, null);
    }
    return records;
  }

  /** Whether the platform says how one record is read: only then is “not found” an answer about the record. */
  private get isDocumented(): boolean {
    return this.resource.writes?.one?.evidence.mark === 'D';
  }

  /** Each alone: the first by itself, since it finds out which fields are refused, then the others together. */
  private ones(ids: readonly string[], fields: readonly Field[]): Ones {
    const found: Ones = { records: new Map(), missing: [], unread: [] };
    let open: readonly string[] = ids;
    let batch: readonly string[] = ids.slice(0, 1);
    while (batch.length > 0) {
      const again = this.onesTogether(batch, fields.filter(this.isKnown), found);
      const done = new Set(batch.filter((id) => !again.includes(id)));
      open = open.filter((id) => !done.has(id));
      batch = again.length > 0 ? again : open;
    }
    return found;
  }

  /** Adds what came to `found`; returns those that are to be asked for again, without the fields that were refused. */
  private onesTogether(ids: readonly string[], fields: readonly Field[], found: Ones): readonly string[] {
    const requestOf = oneRequests(this.resource, fields);
    const [{ optional }] = listRequests(this.resource, fields);
    const results = this.sender.send(ids.map((id) => requestOf(id) ?? this.notAlone()));
    const again: string[] = [];
    const failures: AppError[] = [];
    ids.forEach((id, index) => {
      const result = results[index] ?? new AppError('BUG', { problem: 'a request got no result' });
      const outcome = result instanceof AppError ? result : this.recordOf(id, result.body);
      if (!(outcome instanceof AppError)) found.records.set(id, outcome);
      else if (outcome.code === 'NOT_FOUND') found.missing.push(id);
      else if (this.leaveOut(fieldsNamedIn(outcome, optional))) again.push(id);
      else if (!this.isDocumented && MISREAD.includes(outcome.code)) found.unread.push(id);
      else failures.push(outcome);
    });
    const failure = failures.find(({ details }) => details['until'] !== undefined) ?? failures[0];
    if (failure) throw failure;
    return again;
  }

  private recordOf(id: string, body: unknown): RemoteRecord | AppError {
    try {
      return oneRecord(this.resource, id, body);
    } catch (thrown) {
      return AppError.from(thrown);
    }
  }

  private readonly isKnown = ({ key }: Field): boolean => !this.refused.includes(key);

  private notAlone(): never {
    throw new AppError('BUG', { problem: `a ${this.resource.singular} was to be read alone` });
  }

  /** Whether there was something to leave out; what another request found out before counts too. */
  private leaveOut(keys: readonly string[]): boolean {
    for (const key of keys) if (!this.refused.includes(key)) this.refused.push(key);
    this.fields = this.fields.filter(this.isKnown);
    return keys.length > 0;
  }

  /** Those of these records that the list has, without anybody's filters. */
  private list(ids: readonly string[]): {
    readonly records: ReadonlyMap<string, RemoteRecord>;
    readonly complete: boolean;
  } {
    for (;;) {
      try {
        const { records, complete } = this.listed(ids);
        const wanted = new Set(ids);
        const found = records
          .map((record) => [String(record[this.resource.key]), record] as const)
          .filter(([id]) => wanted.has(id));
        return { records: new Map(found), complete };
      } catch (thrown) {
        const error = AppError.from(thrown);
        if (!this.leaveOut(unknownFields(error))) throw error;
      }
    }
  }

  private listed(ids: readonly string[]): Pick<ReadResult, 'records' | 'complete'> {
    const { sender, provider, resource, fields, now } = this;
    const whole = wholeList(resource);
    const parents = parentsOf(provider, resource, ids);
    if (!parents) return readResource(sender, provider, whole, fields, now);
    return readBelow(sender, whole, fields, parents);
  }
}

/** Those of the fields that were asked for which a refusal names. */
function fieldsNamedIn({ code, details }: AppError, asked: readonly string[]): readonly string[] {
  return code === 'PROVIDER_REFUSED' ? namedFields(String(details['message']), asked) : [];
}
