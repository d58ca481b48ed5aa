/** `/audit`: what people did in Torii. */
import { Refusal } from '../../http/exchange';
import { AUDIT_ENTITIES, entityOf } from '../audit-events';
import { performedBy } from '../performed-by';
import { envelope, pageOf } from '../query/list';
import { moment, oneOf, onlyParameters, pageSize } from '../query/parameters';
import type { ToriiRecord } from '../record';
import { get, ok } from '../route';
import type { Call, ToriiRoute } from '../route';

const PARAMETERS = ['entity', 'startTime', 'endTime', 'size', 'cursor', 'sort'];
const USUAL_SIZE = 50;
const MINUTE = 60_000;

const timeOf = (entry: ToriiRecord) => Date.parse(String(entry.creationTime));

/**
 * After `startTime` and up to `endTime`, that one included; the newest first unless `sort` is `asc`. Entries have no id
 * and the answer has no total. https://developers.toriihq.com/reference/getaudit
 */
function list(call: Call) {
  const { exchange, tenant, options } = call;
  const { query } = exchange;
  onlyParameters(exchange, PARAMETERS);
  const entity = oneOf(query, 'entity', AUDIT_ENTITIES);
  if (entity === undefined && options.auditNeedsEntity) throw new Refusal(400, '"entity" is required');
  const [from = -Infinity, until = Infinity] = [moment(query, 'startTime'), moment(query, 'endTime')];
  const { auditMinutes } = options;
  const to = auditMinutes > 0 ? Math.min(until, call.now - auditMinutes * MINUTE) : until;
  const sign = oneOf(query, 'sort', ['asc', 'desc']) === 'asc' ? 1 : -1;
  const log = tenant.data.auditLog;
  const page = pageOf(
    call,
    log,
    () =>
      log
        .filter((entry) => entity === undefined || (entry.entity ?? entityOf(entry.type)) === entity)
        .filter((entry) => timeOf(entry) > from && timeOf(entry) <= to)
        .sort((a, b) => sign * (timeOf(a) - timeOf(b) || a.id - b.id)),
    pageSize(query, USUAL_SIZE),
  );
  const { total: _none, ...counts } = envelope(page, options);
  const body = { audit: page.rows.map((entry) => shownEntry(entry, call)), ...counts };
  // What is too large is not told; nor whether it is counted with gzip, which is why it is counted without.
  if (Buffer.byteLength(JSON.stringify(body)) > options.longestAuditAnswer) {
    throw new Refusal(502, 'The answer is too large: ask for a smaller size');
  }
  return ok(body, page.rows.length);
}

function shownEntry(entry: ToriiRecord, { tenant }: Call) {
  return {
    ...performedBy(entry, tenant),
    idTargetOrg: entry.idTargetOrg ?? tenant.data.org.id,
    creationTime: entry.creationTime,
    type: entry.type,
    requestDetails: entry.requestDetails ?? { path: null, method: null, remoteAddress: null },
    properties: entry.properties ?? {},
  };
}

export const AUDIT_ROUTES: readonly ToriiRoute[] = [get('/audit', list)];
