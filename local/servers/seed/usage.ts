/** Which row of the staff uses which row of the apps, without a list of it: arithmetic progressions round the staff. */
import type { RandomSource } from './random';

interface Progression {
  readonly start: number;
  readonly step: number;
  /** `step` times this is 1, counted round the staff. */
  readonly inverse: number;
  readonly count: number;
}

export interface UsedRow {
  readonly app: number;
  readonly user: number;
  /** Not only an account that nobody uses any more. */
  readonly active: boolean;
}

export interface Usage {
  ofApp(app: number): UsedRow[];
  ofUser(user: number): UsedRow[];
  activeUsers(app: number): number;
  /** Of every user, by row. */
  activeApps(): Uint16Array;
}

const USES_PER_PERSON = 12;
const ACTIVE_SHARE = 0.9;

/** A few apps are used by most people, most by a handful; all together stay within a dozen per person. */
export function usageOf(apps: number, users: number, random: RandomSource): Usage {
  const share = Math.min(0.9, USES_PER_PERSON / Math.max(1, apps));
  const progressions = Array.from({ length: apps }, (): Progression => {
    const count = Math.floor(users * Math.min(0.95, share * 6 * random.next() ** 5));
    const step = users < 2 ? 1 : coprime(random.between(1, users - 1), users);
    return {
      start: random.between(0, Math.max(0, users - 1)),
      step,
      inverse: inverse(step, users),
      count,
    };
  });
  const active = (p: Progression) => Math.ceil(p.count * ACTIVE_SHARE);
  const use = (app: number, p: Progression, k: number): UsedRow => ({
    app,
    user: (p.start + k * p.step) % users,
    active: k < active(p),
  });
  return {
    ofApp(app) {
      const p = progressions[app];
      return p === undefined ? [] : Array.from({ length: p.count }, (_, k) => use(app, p, k));
    },
    ofUser(user) {
      if (user < 0 || user >= users) return [];
      return progressions.flatMap((p, app) => {
        const k = (((user - p.start + users) % users) * p.inverse) % users;
        return k < p.count ? [use(app, p, k)] : [];
      });
    },
    activeUsers: (app) => {
      const p = progressions[app];
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
