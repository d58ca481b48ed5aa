/** What the sidebar does with schedules: sets one, ends one, and takes a colleague's over. */
import { AppError } from '../core/errors';
import { type Rhythm, rhythmOf } from '../core/schedule/rhythm';
import type { Person, Schedule } from '../core/schedule/schedule';
import type { Ports } from '../ports';
import { findProvider } from '../providers/catalogue';
import { connectionOf } from './account';
import type { Api, ScheduleInfo } from './contract';
import { schedulesIn, viewSchedule } from './file-schedules';
import { goOnLater } from './run-jobs';
import { estimateSchedule } from './schedule-estimate';
import { TabIndex, type TabEntry } from './tab-index';

/** Sets or changes the tab's schedule, which is then this person's. Throws UNKNOWN_TAB, NOT_CONNECTED and TOO_MANY_TRIGGERS. */
export function schedule(ports: Ports, payload: Api['schedule']['payload']): Api['schedule']['value'] {
  const index = new TabIndex(ports);
  const entry = knownTab(index, payload.tab);
  connectionOf(ports, findProvider(entry.provider));
  const rhythm = rhythmOf(payload);
  if (payload.estimate === true) return estimateSchedule(ports, index, entry, rhythm);
  return keep(ports, entry, (before, me) => {
    const made = before?.owner.key === me.key ? before : anew(ports, entry, rhythm, me, before);
    return { ...made, rhythm, since: ports.clock.now() };
  });
}

/** Anybody may end it: its owner may have left. */
export function unschedule(ports: Ports, { tab }: Api['unschedule']['payload']): { tab: string } {
  const entry = knownTab(new TabIndex(ports), tab);
  const store = schedulesIn(ports);
  const ended = store.find(entry.id);
  store.remove(entry.id);
  const me = ports.identity.userKey();
  if (ended?.owner.key === me && !store.all().some(({ owner }) => owner.key === me)) {
    ports.triggers.stopHourly();
    // It may have been all that would go on with a job.
    goOnLater(ports);
  }
  return { tab: entry.tab };
}

/** From now on it runs with this person's key and time. Throws NO_SCHEDULE, and what `schedule` throws. */
export function takeOver(ports: Ports, { tab }: Api['takeOver']['payload']): ScheduleInfo {
  const entry = knownTab(new TabIndex(ports), tab);
  const found = schedulesIn(ports).find(entry.id);
  if (!found) throw new AppError('NO_SCHEDULE', { tab: entry.tab }, { tab: entry.tab });
  connectionOf(ports, findProvider(entry.provider));
  return keep(ports, entry, (before = found, me) =>
    before.owner.key === me.key ? before : anew(ports, entry, before.rhythm, me, before),
  );
}

/** The trigger comes first: a schedule without one would be a promise that nobody keeps. */
function keep(
  ports: Ports,
  { id, tab }: TabEntry,
  make: (before: Schedule | undefined, me: Person) => Schedule,
): ScheduleInfo {
  ports.triggers.startHourly();
  const me = { key: ports.identity.userKey(), name: ports.identity.email() || 'Somebody' };
  const made = schedulesIn(ports).put(id, (before) => make(before, me));
  return viewSchedule(ports, made, tab);
}

/** Of a colleague's schedule before it, only what a run took is worth knowing. */
function anew(
  ports: Ports,
  { id, tab }: TabEntry,
  rhythm: Rhythm,
  owner: Person,
  before: Schedule | undefined,
): Schedule {
  return {
    tabId: id,
    tab,
    file: ports.identity.fileId(),
    rhythm,
    owner,
    since: ports.clock.now(),
    ...(before?.lastRun ? { lastRun: before.lastRun } : {}),
  };
}

function knownTab(index: TabIndex, tab: string): TabEntry {
  const entry = index.current().find((each) => each.tab === tab);
  if (!entry) throw new AppError('UNKNOWN_TAB', { tab }, { tab });
  return entry;
}
