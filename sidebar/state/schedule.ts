/** What is to be done about a schedule: how much of the day's allowance it takes, and what helps one that fails. */
import type { ScheduleEstimate, ScheduleInfo } from '../../src/app/contract';

/** How much of what Google allows in a day the schedules take: more than that, much, or little. */
export type Load = 'too much' | 'much' | 'little';

/** Other scripts and colleagues' files need a part of the day's allowance too. */
const MUCH = 0.5;

export function loadOf({ shares }: Pick<ScheduleEstimate, 'shares'>): Load {
  const most = Math.max(shares.triggerTime, shares.requests);
  if (most > 1) return 'too much';
  return most > MUCH ? 'much' : 'little';
}

/**
 * What this person can do about a schedule that fails.
 * - connect: they have no key for the platform;  key: another key, for theirs does not work any more
 * - take over: the schedule is somebody else's;  look: its screen tells more, and saving there starts it anew
 */
export type Remedy = 'connect' | 'key' | 'take over' | 'look';

export function remedyFor({ mine, failing }: ScheduleInfo, connected: boolean): Remedy {
  if (!connected) return 'connect';
  if (!mine) return 'take over';
  return failing?.code !== undefined && ABOUT_THE_KEY.includes(failing.code) ? 'key' : 'look';
}

type Code = NonNullable<NonNullable<ScheduleInfo['failing']>['code']>;

const ABOUT_THE_KEY: readonly Code[] = ['KEY_REFUSED', 'OWNER_KEY_REFUSED', 'KEY_LACKS_RIGHTS'];

type Scheduled = Pick<ScheduleInfo, 'tab' | 'upload'>;

/** A tab may have a schedule for its refreshes, and one for each target that it is uploaded to. */
export function sameSchedule(one: Scheduled, other: Scheduled): boolean {
  return one.tab === other.tab && one.upload === other.upload;
}

/** The schedule of a tab's refreshes. */
export function refreshOf(schedules: readonly ScheduleInfo[], tab: string): ScheduleInfo | undefined {
  return schedules.find((one) => sameSchedule(one, { tab }));
}
