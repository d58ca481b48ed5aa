/** The audit log, by windows of seven days. https://help.zluri.com/reference/getauditlogs */
import type { Answer } from '../../http/exchange';
import { fingerprint } from '../../http/page-cursor';
import { WrongValue } from '../error-body';
import { AUDIT_WINDOW_MS, LONGEST_AUDIT_PAGE } from '../limits';
import { envelope } from '../query/list';
import { cutPage, pageRequest } from '../query/page';
import type { ZluriRecord } from '../record';
import { ok, route } from '../route';
import type { Call, ZluriRoute } from '../route';
import { shownRecord } from '../shown-record';

/** Inferred from the sample call and from version 1: the method is not printed. */
const INFERRED_LIST = 'GET /ext/v2/audit/list';

/** Milliseconds and Z are part of the form. */
const FORM = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

const timeOf = (entry: ZluriRecord) => Date.parse(String(entry.timestamp));

/** Newest first (inferred), both ends of the window included (inferred). */
function list(call: Call): Answer {
  const { exchange, tenant } = call;
  // The page is documented to start at 1 here, and its parameters to be in the query string, whatever other lists do.
  const options = { ...call.options, pagingIn: 'query' as const };
  const request = pageRequest(
    (name) => exchange.query.get(name) ?? undefined,
    { first: 1, longest: LONGEST_AUDIT_PAGE },
    options,
  );
  const { from, to } = auditWindow(exchange.query, call.now);
  const rows = call.lists.rows({
    source: tenant.data.auditLog,
    revision: tenant.revision,
    query: fingerprint(`${exchange.path} ${from} ${to}`, exchange.query, ['page', 'page_size']),
    anew: request.index === 0,
    order: () =>
      tenant.data.auditLog
        .filter((entry) => timeOf(entry) >= from && timeOf(entry) <= to)
        .sort((a, b) => timeOf(b) - timeOf(a)),
  });
  const page = cutPage(rows, request, options, exchange.repeatCursor);
  const shown = page.rows.map((entry) => shownRecord('auditLog', entry, call));
  return ok(envelope({ ...page, rows: shown }, request, 'data', options), shown.length);
}

/** The last seven days where a date is missing, and never more than the seven days before the end. */
function auditWindow(query: URLSearchParams, now: number): { from: number; to: number } {
  const [start, end] = ['start_date', 'end_date'].map((name) => {
    const text = query.get(name);
    if (text === null) return undefined;
    const time = Date.parse(text);
    if (!FORM.test(text) || Number.isNaN(time)) {
      throw new WrongValue(name, 'Must be an ISO 8601 time with milliseconds and Z', 'query');
    }
    return time;
  });
  const to = end ?? now;
  const from = start ?? to - AUDIT_WINDOW_MS;
  if (from >= to) throw new WrongValue('start_date', 'Must be earlier than end_date', 'query');
  return { from: Math.max(from, to - AUDIT_WINDOW_MS), to };
}

export const AUDIT_LOG_ROUTES: readonly ZluriRoute[] = [route(INFERRED_LIST, 'auditLog', list)];
