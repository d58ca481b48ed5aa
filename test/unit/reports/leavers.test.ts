/** Leavers with access: a report that did not look at all of them says so, and nothing counts as gone then. */
import { NO_FACTS, type UserFact } from '../../../src/core/facts/fact';
import { LEAVERS_WITH_ACCESS } from '../../../src/reports/leavers';
import type { ReportInput } from '../../../src/reports/report';

const leavers = (count: number): ReportInput => ({
  facts: { ...NO_FACTS, users: Array.from({ length: count }, (_, n) => leaver(n)) },
  today: '2026-11-22',
  platform: 'Torii',
  own: [],
  tabs: new Map(),
});

function leaver(n: number): UserFact {
  return { id: String(n), email: `p${n}@example.com`, name: `P ${n}`, hasLeft: true, apps: 1 } as UserFact;
}

test('more people than are looked at make it partial, and a remark says how many', () => {
  const { isPartial, remarks } = LEAVERS_WITH_ACCESS;
  expect(isPartial?.(leavers(1000))).toBe(false);
  expect(remarks?.(leavers(1000))).toEqual([]);
  expect(isPartial?.(leavers(1001))).toBe(true);
  expect(remarks?.(leavers(1003))[0]).toMatch(/^3 more people have left/);
});
