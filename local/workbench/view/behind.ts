/** What happened behind the scenes: requests, service calls, executions, triggers, mails, and the local tenants. */
import type { Desk } from '../../desk';
import type { Execution } from '../../runtime/execution/execution';
import type { RequestLog, StoredTrigger } from '../../runtime/host';
import type { LocalTenant } from '../local-tenant';
import type { BehindView, ExecutionView, RequestView, TriggerView } from '../protocol';

/** The page shows the newest ones; the rest is counted. */
const NEWEST = 200;
const LONGEST_BODY = 2_000;

export function behindView(desk: Desk, tenants: readonly LocalTenant[]): BehindView {
  return {
    requests: desk.requests.slice(-NEWEST).reverse().map(requestView),
    requestCount: desk.requests.length,
    serviceCalls: Object.entries(desk.serviceCalls).sort(([, a], [, b]) => b - a),
    executions: desk.executions.slice(-NEWEST).reverse().map(executionView),
    triggers: desk.triggers().map(triggerView),
    mails: desk.mails
      .slice(-NEWEST)
      .reverse()
      .map(({ to, subject, body }) => ({ to, subject, body })),
    tenants: tenants.map(({ view }) => view),
  };
}

/** Nothing after the first four characters of a credential is ever shown. */
export function maskedHeaders(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      /^(authorization|(x-)?api-key)$|token|secret/i.test(name)
        ? value.replace(/[^\s]+$/, '••••••••')
        : value,
    ]),
  );
}

/** A signed address is a key for as long as it lives. */
export function maskedAddress(url: string): string {
  return url.replace(/([?&][^=&]*signature=)[^&]*/gi, '$1••••••••');
}

function requestView({ method, url, status, at, bytes, headers, body }: RequestLog): RequestView {
  const shown = body.length > LONGEST_BODY ? `${body.slice(0, LONGEST_BODY)} …` : body;
  const address = maskedAddress(url);
  return { method, url: address, status, at, bytes, headers: maskedHeaders(headers), body: shown };
}

function executionView(execution: Execution): ExecutionView {
  const { id, kind, startedAt, seconds, outcome, calls, requests, error, logs } = execution;
  return {
    id,
    fn: execution.function,
    kind,
    startedAt,
    seconds,
    outcome,
    calls,
    requests,
    logs,
    ...(error === undefined ? {} : { error: error.message }),
  };
}

function triggerView({ handler, type, owner, nextAt, fired }: StoredTrigger): TriggerView {
  return { handler, type, owner, nextAt: fired === true ? null : (nextAt ?? null) };
}
