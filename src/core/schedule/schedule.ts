/** A tab's schedule: whose it is, how its last run ended, and what its owner has to be told. */
import type { ErrorJson } from '../errors';
import { nextDue, type Rhythm } from './rhythm';
import { HOUR } from './span';

/** How a run ended. */
export interface ScheduledRun {
  /** When it began, milliseconds since 1970. */
  readonly at: number;
  readonly outcome: 'done' | 'failed' | 'stopped';
  /** Of work; where nobody counted, from its beginning to its end. */
  readonly seconds: number;
  /** Absent where nobody counted. */
  readonly requests?: number;
}

/** Words that everybody may read: a failing schedule concerns all who use the tab. */
export type Failure = Pick<ErrorJson, 'code' | 'what' | 'next'>;

/** Everything is plain JSON and fits one property; moments are in milliseconds since 1970. */
export interface Schedule {
  /** Sheet id of the tab: survives a rename. */
  readonly tabId: number;
  /** The tab's name when it last ran: what is left to say once it is deleted. */
  readonly tab: string;
  /** Id of the spreadsheet: a copy of the file is another one, and inherits nothing. */
  readonly file: string;
  /** What the tab is uploaded as; absent: it is refreshed. */
  readonly upload?: string;
  readonly rhythm: Rhythm;
  readonly owner: Person;
  /** From when on it counts: made, changed or taken over then. */
  readonly since: number;
  /** When a run was last begun. */
  readonly startedAt?: number;
  /** When its tab was last found busy, and the run put off. */
  readonly putOffAt?: number;
  /** When the end of a run was last entered: what was due meanwhile begins with the next hour. */
  readonly endedAt?: number;
  /** The job of a run whose end was not entered yet. */
  readonly job?: string;
  readonly lastRun?: ScheduledRun;
  readonly failing?: Failure & {
    /** When the first of the failed runs began. */
    readonly since: number;
    /** Whether the owner got a mail. */
    readonly told: boolean;
  };
}

/** A tab may have one of each. */
export type ScheduleKind = 'refresh' | 'upload';

export function kindOf({ upload }: Pick<Schedule, 'upload'>): ScheduleKind {
  return upload === undefined ? 'refresh' : 'upload';
}

export interface Person {
  /** Tells nothing about them. */
  readonly key: string;
  readonly name: string;
}

/** Clock triggers come once an hour; one that is later than this does not come at all. */
const LATE = 2 * HOUR;

/** When it is due next; in the past where it is due already. */
export function dueAt({ rhythm, since, startedAt = 0 }: Schedule, timeZone: string): number {
  return nextDue(rhythm, Math.max(since, startedAt), timeZone);
}

/** Since when it should have run, or null where all is well: nobody's trigger may be there for it any more. */
export function lateSince(schedule: Schedule, now: number, timeZone: string): number | null {
  if (schedule.job !== undefined) return null;
  const due = dueAt(schedule, timeZone);
  const { putOffAt = 0, endedAt = 0 } = schedule;
  return now - Math.max(due, putOffAt, endedAt) > LATE ? due : null;
}

/** What the owner is told by mail after a run. */
export type News = 'failed' | 'recovered' | null;

/**
 * The schedule after a run. `failure` says why it failed; one that was stopped by a person neither failed nor worked.
 * The first failure is news until it was told, and so is the first run that works after one that was told.
 */
export function afterRun(
  schedule: Schedule,
  lastRun: ScheduledRun,
  failure?: Failure,
): { readonly schedule: Schedule; readonly news: News } {
  const { job: _over, failing, ...before } = schedule;
  const rest = { ...before, startedAt: Math.max(before.startedAt ?? 0, lastRun.at) };
  if (lastRun.outcome === 'stopped') {
    return { schedule: { ...rest, lastRun, ...(failing ? { failing } : {}) }, news: null };
  }
  if (failure === undefined) {
    return { schedule: { ...rest, lastRun }, news: failing?.told ? 'recovered' : null };
  }
  const { since = lastRun.at, told = false } = failing ?? {};
  return {
    schedule: { ...rest, lastRun, failing: { since, told, ...failure } },
    news: told ? null : 'failed',
  };
}
