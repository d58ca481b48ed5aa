/** How fast a run gets on, from its latest reports, and how long what it does will take at that pace. */
import type { JobInfo } from '../../src/app/contract';

export interface Pace {
  /** When the run was first seen under way, milliseconds since 1970. */
  readonly since: number;
  readonly phase: NonNullable<JobInfo['progress']['phase']>;
  /** Reports of the last minute, oldest first, and the one before them. */
  readonly reports: readonly Report[];
}

interface Report {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly done: number;
}

const WINDOW = 60_000;
/** Reports that span less than this say little about the pace. */
const SHORTEST_SPAN = 8_000;

/** The pace after one more report; what was known counts no more after a wait, a new phase or a new beginning. */
export function paceAfter(
  before: Pace | undefined,
  { state, progress }: Pick<JobInfo, 'state' | 'progress'>,
  now: number,
): Pace {
  const { phase = 'reading', done } = progress;
  const since = before?.since ?? now;
  if (state === 'waiting') return { since, phase, reports: [] };
  const known = before?.phase === phase ? before.reports : [];
  const latest = known[known.length - 1];
  const kept = latest && latest.done > done ? [] : known;
  const firstRecent = kept.findIndex(({ at }) => at > now - WINDOW);
  const recent = firstRecent < 0 ? kept.slice(-1) : kept.slice(Math.max(0, firstRecent - 1));
  return { since, phase, reports: [...recent, { at: now, done }] };
}

/** Milliseconds until `total` is done at this pace; null while that cannot be told. */
export function timeLeft({ reports }: Pace, total: number | undefined): number | null {
  const [first, last] = [reports[0], reports[reports.length - 1]];
  if (total === undefined || !first || !last || last.at - first.at < SHORTEST_SPAN) return null;
  const perMillisecond = (last.done - first.done) / (last.at - first.at);
  return perMillisecond > 0 ? Math.max(0, total - last.done) / perMillisecond : null;
}
