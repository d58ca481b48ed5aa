/** What the sidebar does with schedules: sets one, ends one, and takes a colleague's over; of refreshes and of uploads. */
import { AppError } from '../core/errors';
import { type Rhythm, rhythmOf } from '../core/schedule/rhythm';
import { kindOf, type Person, type Schedule } from '../core/schedule/schedule';
import type { Ports } from '../ports';
import { findProvider } from '../providers/catalogue';
import { connectionOf } from './account';
import type { Api, ScheduleInfo } from './contract';
import { schedulesIn, viewSchedule } from './file-schedules';
import { goOnLater } from './run-jobs';
import { estimateSchedule } from './schedule-estimate';
import { TabIndex, type TabEntry } from './tab-index';
import { lacksPlace, noPlace } from './upload/hindrances';
import { UploadMemory } from './upload/memory';
import { knownTarget } from './upload/targets';

/** What a schedule is for. */
export interface Scheduled extends Pick<TabEntry, 'id' | 'tab' | 'provider'> {
  readonly upload?: string;
}

/**
 * Sets or changes the tab's schedule, which is then this person's. Throws UNKNOWN_TAB, NOT_CONNECTED, TOO_MANY_TRIGGERS, and for
 * an upload UNKNOWN_TARGET and NO_PLACE.
 */
export function schedule(ports: Ports, payload: Api['schedule']['payload']): Api['schedule']['value'] {
  const index = new TabIndex(ports);
  const on = scheduled(ports, index, payload);
  connectionOf(ports, findProvider(on.provider));
  if (on.upload !== undefined) refuseWithoutPlace(ports, on.id, on.upload);
  const rhythm = rhythmOf(payload);
  if (payload.estimate === true) return estimateSchedule(ports, index, on, rhythm);
  return keep(ports, on, (before, me) => {
    const made = before?.owner.key === me.key ? before : anew(ports, on, rhythm, me, before);
    const { upload: _before, ...rest } = made;
    return { ...rest, ...aimOf(on), rhythm, since: ports.clock.now() };
  });
}

/** Anybody may end it: its owner may have left. */
export function unschedule(ports: Ports, payload: Api['unschedule']['payload']): { tab: string } {
  const on = scheduled(ports, new TabIndex(ports), payload);
  const store = schedulesIn(ports);
  const ended = store.find(on.id, kindOf(on));
  store.remove(on.id, kindOf(on));
  const me = ports.identity.userKey();
  if (ended?.owner.key === me && !store.all().some(({ owner }) => owner.key === me)) {
    ports.triggers.stopHourly();
    // It may have been all that would go on with a job.
    goOnLater(ports);
  }
  return { tab: on.tab };
}

/** From now on it runs with this person's key and time. Throws NO_SCHEDULE, and what `schedule` throws. */
export function takeOver(ports: Ports, payload: Api['takeOver']['payload']): ScheduleInfo {
  const on = scheduled(ports, new TabIndex(ports), payload);
  const found = schedulesIn(ports).find(on.id, kindOf(on));
  if (!found) throw new AppError('NO_SCHEDULE', { tab: on.tab }, { tab: on.tab });
  connectionOf(ports, findProvider(on.provider));
  return keep(ports, on, (before = found, me) =>
    before.owner.key === me.key ? before : anew(ports, on, before.rhythm, me, before),
  );
}

/** The trigger comes first: a schedule without one would be a promise that nobody keeps. */
function keep(
  ports: Ports,
  on: Scheduled,
  make: (before: Schedule | undefined, me: Person) => Schedule,
): ScheduleInfo {
  ports.triggers.startHourly();
  const me = { key: ports.identity.userKey(), name: ports.identity.email() || 'Somebody' };
  const made = schedulesIn(ports).put(on.id, (before) => make(before, me), kindOf(on));
  return viewSchedule(ports, made, on.tab);
}

/** Of a colleague's schedule before it, only what a run took is worth knowing. */
function anew(
  ports: Ports,
  on: Scheduled,
  rhythm: Rhythm,
  owner: Person,
  before: Schedule | undefined,
): Schedule {
  return {
    tabId: on.id,
    tab: on.tab,
    file: ports.identity.fileId(),
    ...aimOf(on),
    rhythm,
    owner,
    since: ports.clock.now(),
    ...(before?.lastRun ? { lastRun: before.lastRun } : {}),
  };
}

function aimOf({ upload }: Scheduled): Pick<Schedule, 'upload'> {
  return upload === undefined ? {} : { upload };
}

/** Any tab can be uploaded; only those that we keep can be refreshed. */
function scheduled(
  ports: Ports,
  index: TabIndex,
  { tab, upload }: { readonly tab: string; readonly upload?: string },
): Scheduled {
  if (upload !== undefined) {
    const { provider } = knownTarget(upload).provider;
    const id = ports.grid.idOf(tab);
    if (id !== null) return { id, tab, provider, upload };
  }
  const entry = upload === undefined ? index.current().find((each) => each.tab === tab) : undefined;
  if (!entry) throw new AppError('UNKNOWN_TAB', { tab }, { tab });
  return entry;
}

/** Nobody is there to choose one when it runs. */
function refuseWithoutPlace(ports: Ports, tab: number, upload: string): void {
  const { target, provider } = knownTarget(upload);
  const { options = {} } = new UploadMemory(ports).settingsOf(tab, upload) ?? {};
  if (lacksPlace(target, options)) throw noPlace(provider);
}
