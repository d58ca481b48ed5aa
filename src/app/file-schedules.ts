/** The schedules of this file, and how the sidebar sees them. */
import { AppError } from '../core/errors';
import { rhythmWords } from '../core/schedule/rhythm';
import { dueAt, type Failure, lateSince, type Schedule } from '../core/schedule/schedule';
import { ScheduleStore } from '../core/schedule/schedule-store';
import { readable } from '../core/table/wall-clock';
import type { Ports } from '../ports';
import type { ScheduleInfo } from './contract';
import type { TabEntry } from './tab-index';

export function schedulesIn(ports: Ports): ScheduleStore {
  return new ScheduleStore(ports.store, ports.lock, () => ports.identity.fileId());
}

/** Those whose tab is still there, under the names that the tabs have now. */
export function listSchedules(ports: Ports, tabs: readonly TabEntry[]): ScheduleInfo[] {
  const all = schedulesIn(ports).all();
  const refreshed = new Map(
    all.filter(({ upload }) => upload === undefined).map((schedule) => [schedule.tabId, schedule]),
  );
  return [
    ...tabs.flatMap(({ id, tab }) => {
      const schedule = refreshed.get(id);
      return schedule ? [viewSchedule(ports, schedule, tab)] : [];
    }),
    ...all.flatMap((schedule) => {
      const tab = schedule.upload === undefined ? null : tabNow(ports, schedule);
      return tab === null ? [] : [viewSchedule(ports, schedule, tab)];
    }),
  ];
}

/** What the tab is called now, whether it is one of ours or not; null where it is gone. Costs calls for each tab where it was renamed. */
export function tabNow({ grid }: Pick<Ports, 'grid'>, { tabId, tab }: Schedule): string | null {
  if (grid.idOf(tab) === tabId) return tab;
  return grid.list().find(({ id }) => id === tabId)?.name ?? null;
}

export function viewSchedule(ports: Ports, schedule: Schedule, tab: string): ScheduleInfo {
  const { rhythm, owner, lastRun, upload } = schedule;
  const { timeZone } = ports.grid.file();
  const now = ports.clock.now();
  const failing = trouble(schedule, now, timeZone);
  return {
    tab,
    ...(upload === undefined ? {} : { upload }),
    ...rhythm,
    words: rhythmWords(rhythm),
    owner: owner.name,
    mine: owner.key === ports.identity.userKey(),
    nextRun: iso(Math.max(now, dueAt(schedule, timeZone))),
    ...(lastRun ? { lastRun: { ...lastRun, at: iso(lastRun.at) } } : {}),
    ...(failing ? { failing } : {}),
  };
}

/** One that Google does not start any more cannot say so itself: whoever looks finds out. */
function trouble(schedule: Schedule, now: number, timeZone: string): ScheduleInfo['failing'] {
  const late = lateSince(schedule, now, timeZone);
  if (late !== null) return { since: iso(late), ...lateness(schedule, late, timeZone) };
  if (!schedule.failing) return undefined;
  const { since, code, what, next } = schedule.failing;
  return { since: iso(since), code, what, next };
}

/** The words for a schedule that was due at that moment and was not started. */
export function lateness({ owner }: Schedule, due: number, timeZone: string): Failure {
  const { code, what, next } = new AppError('SCHEDULE_LATE', {
    owner: owner.name,
    due: readable(due, timeZone),
  });
  return { code, what, next };
}

function iso(moment: number): string {
  return new Date(moment).toISOString();
}
