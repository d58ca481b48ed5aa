/** The screen of a tab's schedule: one's own to set, change and end; a colleague's to take over or end. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { ProviderInfo, ScheduleInfo, TabInfo } from '../../../src/app/contract';
import type { Session } from '../../state/session';
import { nextWords } from '../../words/schedule';
import { LeaveQuestion } from '../LeaveQuestion';
import { Notice } from '../Notice';
import { ScreenHead } from '../ScreenHead';
import { EndSchedule } from './EndSchedule';
import { RhythmForm } from './RhythmForm';
import { ScheduleState } from './ScheduleState';
import { TakeOver } from './TakeOver';

interface Props {
  tab: TabInfo;
  schedule: ScheduleInfo | undefined;
  provider: ProviderInfo;
  /** Whether this person has a key for the tab's platform. */
  connected: boolean;
  /** The spreadsheet's, where it is known. */
  timeZone: string | undefined;
  session: Session;
}

export function ScheduleScreen(props: Props): JSX.Element {
  const { tab, schedule, provider, connected, timeZone, session } = props;
  const [dirty, setDirty] = useState(false);
  const [leaving, setLeaving] = useState(false);
  const [said, say] = useState('');
  const takenOver = (now: ScheduleInfo): void =>
    say(`The schedule is yours now. Next: ${nextWords(now, Date.now(), timeZone)}.`);
  return (
    <>
      <ScreenHead
        // What was pressed for it is gone: the focus begins anew.
        key={said}
        title={`${tab.tab}: refresh by itself`}
        onBack={() => (dirty ? setLeaving(true) : session.close())}
      />
      {leaving && <LeaveQuestion onStay={() => setLeaving(false)} onLeave={() => session.close()} />}
      {said && (
        <Notice tone="good" alert>
          <p>{said}</p>
        </Notice>
      )}
      {schedule ? (
        <ScheduleState schedule={schedule} timeZone={timeZone} />
      ) : (
        <p class="hint">
          Google refreshes the tab for you, also while nobody has the file open. You get a mail when it does
          not work, and one when it works again.
        </p>
      )}
      {schedule && !schedule.mine ? (
        <TakeOver
          schedule={schedule}
          provider={provider}
          connected={connected}
          onDone={takenOver}
          session={session}
        />
      ) : (
        <RhythmForm tab={tab} schedule={schedule} timeZone={timeZone} onDirty={setDirty} session={session} />
      )}
      {schedule && (
        <EndSchedule
          tab={tab.tab}
          onDone={() => say(`Ended. From now on “${tab.tab}” is refreshed only when somebody does it.`)}
          session={session}
        />
      )}
    </>
  );
}
