/** Who uses which seeded app, without a list of it: each app's users are an arithmetic progression round the staff. */
import { hash } from '../../http/page-cursor';
import type { UseSource } from '../app-uses';
import type { AppUse } from '../record';
import type { RandomSource } from './random';

interface Progression {
  readonly start: number;
  readonly step: number;
  /** `step` times this is 1, counted round the staff. */
  readonly inverse: number;
  readonly count: number;
}

export interface SeededUses extends UseSource {
  activeUsers(appRow: number): number;
  /** Of every user, by row. */
  activeApps(): Uint16Array;
}

const USES_PER_PERSON = 12;
const ROLES = ['Member', 'Member', 'Admin', 'Viewer', null];

/** Makes the uses; apps and users have ids that follow each other. */
export function seededUses(
  firstApp: number,
  apps: number,
  firstUser: number,
  users: number,
  random: RandomSource,
): SeededUses {
  // A few apps are used by most people, most by a handful; all together stay within a dozen per person.
  const share = Math.min(0.9, USES_PER_PERSON / Math.max(1, apps));
  const progressions = Array.from({ length: apps }, (): Progression => {
    const wanted = Math.floor(users * Math.min(0.95, share * 6 * random.next() ** 5));
    const step = users < 2 ? 1 : coprime(random.between(1, users - 1), users);
    return {
      start: random.between(0, Math.max(0, users - 1)),
      step,
      inverse: inverse(step, users),
      count: wanted,
    };
  });
  const active = (p: Progression) => Math.ceil(p.count * 0.9);
  const use = (appRow: number, p: Progression, k: number): AppUse => {
    const idApp = firstApp + appRow;
    const idUser = firstUser + ((p.start + k * p.step) % users);
    const draw = hash(`${idApp}/${idUser}`);
    const day = new Date(Date.UTC(2026, 0, 1) + (draw % 300) * 86_400_000).toISOString();
    return {
      idApp,
      idUser,
      status: k < active(p) ? 'active' : draw % 2 === 0 ? 'managed' : 'deleted',
      isUserRemovedFromApp: false,
      role: ROLES[draw % ROLES.length] ?? null,
      externalStatus: 'Active',
      lastVisitTime: draw % 4 === 0 ? null : day,
      creationTime: '2023-05-02T08:00:00.000Z',
      annualCost: draw % 3 === 0 ? null : (draw % 60) * 1200,
      currency: 'USD',
    };
  };
  return {
    ofApp(idApp) {
      const p = progressions[idApp - firstApp];
      return p === undefined ? [] : Array.from({ length: p.count }, (_, k) => use(idApp - firstApp, p, k));
    },
    ofUser(idUser) {
      const row = idUser - firstUser;
      if (row < 0 || row >= users) return [];
      return progressions.flatMap((p, appRow) => {
        const k = (((row - p.start + users) % users) * p.inverse) % users;
        return k < p.count ? [use(appRow, p, k)] : [];
      });
    },
    activeUsers: (appRow) => {
      const p = progressions[appRow];
      return p === undefined ? 0 : active(p);
    },
    activeApps() {
      const counts = new Uint16Array(users);
      for (const p of progressions) {
        let row = p.start;
        for (let k = active(p); k > 0; k -= 1) {
          counts[row] = (counts[row] ?? 0) + 1;
          row = (row + p.step) % users;
        }
      }
      return counts;
    },
  };
}

function coprime(from: number, modulus: number): number {
  let candidate = from;
  while (gcd(candidate, modulus) !== 1) candidate += 1;
  return candidate;
}

function gcd(a: number, b: number): number {
  return b === 0 ? a : gcd(b, a % b);
}

/** Extended Euclid: `value` times the result leaves 1 when divided by `modulus`. */
function inverse(value: number, modulus: number): number {
  let [r0, r1, s0, s1] = [modulus, value % modulus, 0, 1];
  while (r1 > 1) {
    const quotient = Math.floor(r0 / r1);
    [r0, r1] = [r1, r0 - quotient * r1];
    [s0, s1] = [s1, s0 - quotient * s1];
  }
  return modulus < 2 ? 0 : ((s1 % modulus) + modulus) % modulus;
}
