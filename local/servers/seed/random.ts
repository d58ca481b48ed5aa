/** Numbers that look random and repeat with the seed. */

export interface RandomSource {
  /** 0 ≤ n < 1. */
  next(): number;
  /** A whole number, both ends included. */
  between(low: number, high: number): number;
  pick<T>(list: readonly T[]): T;
  /** True in that share of calls. */
  chance(share: number): boolean;
}

/** mulberry32. https://github.com/bryc/code/blob/master/jshash/PRNGs.md */
export function randomSource(seed: number): RandomSource {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  return {
    next,
    between: (low, high) => low + Math.floor(next() * (high - low + 1)),
    pick: <T>(list: readonly T[]): T => {
      const picked = list[Math.floor(next() * list.length)];
      if (picked === undefined) throw new Error('Nothing to pick from');
      return picked;
    },
    chance: (share) => next() < share,
  };
}

/** The list in another order (Fisher and Yates). */
export function shuffled<T>(list: readonly T[], random: RandomSource): T[] {
  const out = [...list];
  for (let i = out.length - 1; i > 0; i -= 1) {
    const j = random.between(0, i);
    [out[i], out[j]] = [out[j] as T, out[i] as T];
  }
  return out;
}
