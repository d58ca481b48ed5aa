import fc from 'fast-check';
import { randomSource } from '../../../../local/servers/seed/random';
import { usageOf } from '../../../../local/servers/seed/usage';

describe('usage of seeded apps', () => {
  it('is the same from both sides, and counted right', () => {
    fc.assert(
      fc.property(fc.nat(12), fc.nat(40), fc.nat(), (apps, users, seed) => {
        const usage = usageOf(apps, users, randomSource(seed));
        const pairs = (rows: { app: number; user: number; active: boolean }[]) =>
          rows.map(({ app, user, active }) => `${app}/${user}/${String(active)}`);
        const byApp = Array.from({ length: apps }, (_, app) => usage.ofApp(app));
        const byUser = Array.from({ length: users }, (_, user) => usage.ofUser(user));
        expect(pairs(byApp.flat()).sort()).toEqual(pairs(byUser.flat()).sort());
        expect(new Set(pairs(byApp.flat())).size).toBe(byApp.flat().length);
        byApp.forEach((rows, app) =>
          expect(usage.activeUsers(app)).toBe(rows.filter((row) => row.active).length),
        );
        expect([...usage.activeApps()]).toEqual(
          byUser.map((rows) => rows.filter((row) => row.active).length),
        );
      }),
    );
  });
});
