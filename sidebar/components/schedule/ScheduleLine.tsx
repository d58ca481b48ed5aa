/** When a tab is refreshed by itself next, and by whom; or since when that does not work. */
import type { JSX } from 'preact';
import type { ScheduleInfo } from '../../../src/app/contract';
import { doneWord, failingWords, scheduleWords } from '../../words/schedule';
import { Icon } from '../Icon';
import { useNow } from '../useNow';

interface Props {
  schedule: ScheduleInfo;
  timeZone: string | undefined;
}

export function ScheduleLine({ schedule, timeZone }: Props): JSX.Element {
  const now = useNow(20_000);
  return (
    <>
      <p class="tab-state">
        <Icon name="clock" />
        <span>{scheduleWords(schedule, now, timeZone)}</span>
      </p>
      {schedule.failing && (
        <p class="tab-state incomplete">
          <Icon name="warning" />
          <span>
            {failingWords('It', schedule.failing.since, now, timeZone, undefined, doneWord(schedule.upload))}
          </span>
        </p>
      )}
    </>
  );
}
