/** Keeps schedules in the file, one property for each tab and kind, so that everyone who opens it sees them. */
import type { Lock } from '../../ports/lock';
import type { Store } from '../../ports/store';
import { kindOf, type Schedule, type ScheduleKind } from './schedule';

const PREFIX = 'schedule.';

export class ScheduleStore {
  private id: string | undefined;

  /** `fileId` is asked for only where there is a schedule to compare it with: it costs a service call. */
  constructor(
    private readonly store: Store,
    private readonly lock: Lock,
    private readonly fileId: () => string,
  ) {}

  /** Those that were made in this file, the oldest first. */
  all(): readonly Schedule[] {
    return Object.values(this.store.all('document', PREFIX))
      .flatMap((text) => this.ours(text))
      .sort((one, other) => one.since - other.since);
  }

  find(tabId: number, kind: ScheduleKind = 'refresh'): Schedule | undefined {
    const text = this.store.get('document', keyOf(tabId, kind));
    return text === null ? undefined : this.ours(text)[0];
  }

  /** Makes one, or another in place of what is there now; under the lock. */
  put(
    tabId: number,
    make: (before: Schedule | undefined) => Schedule,
    kind: ScheduleKind = 'refresh',
  ): Schedule {
    return this.lock.hold(() => this.write(make(this.find(tabId, kind))));
  }

  /** Changes what is there now, under the lock; answers null where `change` does, or where nothing is left to change. */
  update(
    tabId: number,
    change: (schedule: Schedule) => Schedule | null,
    kind: ScheduleKind = 'refresh',
  ): Schedule | null {
    return this.lock.hold(() => {
      const found = this.find(tabId, kind);
      const changed = found ? change(found) : null;
      return changed && this.write(changed);
    });
  }

  remove(tabId: number, kind: ScheduleKind = 'refresh'): void {
    this.store.remove('document', keyOf(tabId, kind));
  }

  private write(schedule: Schedule): Schedule {
    this.store.set('document', keyOf(schedule.tabId, kindOf(schedule)), JSON.stringify(schedule));
    return schedule;
  }

  private ours(text: string): readonly Schedule[] {
    const schedule = JSON.parse(text) as Schedule;
    this.id ??= this.fileId();
    return schedule.file === this.id ? [schedule] : [];
  }
}

function keyOf(tabId: number, kind: ScheduleKind): string {
  return kind === 'refresh' ? `${PREFIX}${tabId}` : `${PREFIX}${tabId}.${kind}`;
}
