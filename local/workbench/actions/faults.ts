/** Trouble at the provider, on tap. */
import type { FakeServer, FaultRule } from '../../servers/fake-server';
import type { FaultName } from '../protocol';

/** Reading a list: apps, contracts or users, not a single record and not their fields. */
const LIST = /^GET \/v1\.0\/(apps|contracts|users)(\?|$)/;

const RULES: Readonly<Record<Exclude<FaultName, 'revokeKey' | 'restoreKey'>, Omit<FaultRule, 'match'>>> = {
  rateLimit: { status: 429, retryAfter: 30 },
  badGateway: { status: 502 },
  cut: { cut: true },
  slow: { delayMs: 20_000 },
  malformed: { body: '{"apps": [{"id": 1, "name": "Sla' },
  html: { body: '<!doctype html><title>Sign in</title><p>Your session has ended.</p>' },
  repeatedCursor: { repeatCursor: true },
};

/** @returns whether the key is revoked from now on; undefined where that did not change */
export function makeTrouble(server: FakeServer, fault: FaultName): boolean | undefined {
  if (fault === 'revokeKey' || fault === 'restoreKey') {
    const revokeKey = fault === 'revokeKey';
    server.options({ revokeKey });
    return revokeKey;
  }
  server.fault({ match: LIST, times: 1, ...RULES[fault] });
  return undefined;
}
