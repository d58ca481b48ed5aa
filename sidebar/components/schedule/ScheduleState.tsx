/** A schedule as it is: its line, how it went last, and what is wrong with it. */
import type { JSX } from 'preact';
import type { ScheduleInfo } from '../../../src/app/contract';
import { lastRunWords } from '../../words/schedule';
import { Notice } from '../Notice';
import { useNow } from '../useNow';
import { ScheduleLine } from './ScheduleLine';

interface Props {
  schedule: ScheduleInfo;
  timeZone: string | undefined;
}

export function ScheduleState({ schedule, timeZone }: Props): JSX.Element {
  const now = useNow(20_000);
  const { lastRun, failing } = schedule;
  return (
    <div class="schedule-state">
      <ScheduleLine schedule={schedule} timeZone={timeZone} />
      {lastRun && <p class="hint">Last run: {lastRunWords(lastRun, now, timeZone)}.</p>}
      {failing && (
        <Notice tone="warning">
          <p class="what">{failing.what}</p>
          <p>{failing.next}</p>
        </Notice>
      )}
    </div>
  );
}
