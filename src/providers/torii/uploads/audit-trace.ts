/** What Torii's audit log tells of syncs: the only trace of one whose answer never came. */
import type { ApiRequest } from '../../../core/http/request';
import { AUDIT_LOG } from '../audit-log';
import { numberIn } from './file-route';

/** A place in the log from which on new syncs are counted. */
export interface AuditMark {
  /** Milliseconds since 1970 by Torii's clock: entries after it are looked at. */
  readonly since: number;
  /** How many of them were syncs like ours already. */
  readonly seen: number;
}

/** What tells a sync that may be ours. */
export interface Trace {
  /** Type of its event. */
  readonly event: string;
  readonly idFile: number;
  readonly idAppAccount: number;
}

/** How far back the log is read where it is not known yet; two clocks are never that far apart. */
const HOUR_MS = 3_600_000;

/** [D] As many as come unasked: more than happens around one upload, and answers that are too large become a 502. */
const ENTRIES = 50;

/** [I] The entity is not said of any type of event; of the documented ones this is the one that fits. https://developers.toriihq.com/reference/getaudit */
const ENTITY = 'integrations';

/** The newest entries of the last hour. */
export function latestEntries(now: number): ApiRequest {
  return entries({ startTime: new Date(now - HOUR_MS).toISOString(), sort: 'desc' });
}

/** The entries behind a mark, the oldest first: what was sent right after it comes early. */
export function entriesSince({ since }: AuditMark): ApiRequest {
  return entries({ startTime: new Date(since).toISOString(), sort: 'asc' });
}

function entries(query: Readonly<Record<string, string>>): ApiRequest {
  return {
    method: 'get',
    path: AUDIT_LOG.path,
    query: { entity: ENTITY, ...query, size: ENTRIES },
    rateClass: AUDIT_LOG.rateClass,
    repeatable: true,
    subject: 'the audit log',
  };
}

/** The mark behind the newest of `latestEntries`, by Torii's clock where it tells one: a sync of the same instant still counts as new. */
export function markOf(body: unknown, trace: Trace, now: number): AuditMark {
  const all = entriesIn(body);
  const newest = all.reduce((time, entry) => Math.max(time, entry.time), now - HOUR_MS);
  const seen = all.filter((entry) => entry.time === newest && isLike(entry, trace)).length;
  // The log is asked for what comes after a moment, that one not included.
  return { since: newest - 1, seen };
}

/** Whether the entries behind a mark hold a sync that was not there before. */
export function hasNew(body: unknown, trace: Trace, mark: AuditMark): boolean {
  return entriesIn(body).filter((entry) => isLike(entry, trace)).length > mark.seen;
}

interface Entry {
  readonly time: number;
  readonly type: unknown;
  readonly properties: Readonly<Record<string, unknown>>;
}

/** Whether an answer holds entries at all: one without a list says nothing of what is not in it. */
export function isLog(body: unknown): boolean {
  return Array.isArray(listIn(body));
}

function listIn(body: unknown): unknown {
  return (body as Readonly<Record<string, unknown>> | null)?.['audit'];
}

function entriesIn(body: unknown): Entry[] {
  const list = listIn(body);
  if (!Array.isArray(list)) return [];
  return list.flatMap((entry: Readonly<Record<string, unknown>> | null): Entry[] => {
    const time = Date.parse(String(entry?.['creationTime']));
    const properties = entry?.['properties'];
    const isRecord = typeof properties === 'object' && properties !== null;
    return Number.isFinite(time)
      ? [{ time, type: entry?.['type'], properties: isRecord ? (properties as Entry['properties']) : {} }]
      : [];
  });
}

/** [I] Properties of these events are not described; where they name a file or an account, it is not another one. */
function isLike({ type, properties }: Entry, { event, idFile, idAppAccount }: Trace): boolean {
  const isOther = (name: string, own: number) => (numberIn(properties[name]) ?? own) !== own;
  return type === event && !isOther('idFile', idFile) && !isOther('idAppAccount', idAppAccount);
}
