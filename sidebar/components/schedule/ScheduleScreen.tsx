/** The screen of a schedule for a tab's refreshes or uploads: one's own to set, change and end; a colleague's to take over or end. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { ProviderInfo, ScheduleInfo, TabInfo } from '../../../src/app/contract';
import type { Session } from '../../state/session';
import { doneWord, nextWords } from '../../words/schedule';
import { LeaveQuestion } from '../LeaveQuestion';
import { Notice } from '../Notice';
import { ScreenHead } from '../ScreenHead';
import { EndSchedule } from './EndSchedule';
import { RhythmForm } from './RhythmForm';
import { ScheduleState } from './ScheduleState';
import { TakeOver } from './TakeOver';

interface Props {
  tab: Pick<TabInfo, 'tab' | 'provider'>;
  /** Target, where it is uploaded by itself. */
  upload?: string | undefined;
  schedule: ScheduleInfo | undefined;
  provider: ProviderInfo;
  /** Whether this person has a key for the tab's platform. */
  connected: boolean;
  /** The spreadsheet's, where it is known. */
  timeZone: string | undefined;
  session: Session;
}

export function ScheduleScreen(props: Props): JSX.Element {
  const { tab, upload, schedule, provider, connected, timeZone, session } = props;
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
        title={`${tab.tab}: ${upload === undefined ? 'refresh' : 'upload'} by itself`}
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
          {upload === undefined
            ? 'Google refreshes the tab for you, also while nobody has the file open.'
            : 'Google checks and uploads the tab for you as it is then, with the choices of its last upload, also while nobody has the file open. Where the check finds something to mend, or asks a question, nothing is sent.'}{' '}
          You get a mail when it does not work, and one when it works again.
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
        <RhythmForm
          tab={tab}
          upload={upload}
          schedule={schedule}
          timeZone={timeZone}
          onDirty={setDirty}
          session={session}
        />
      )}
      {schedule && (
        <EndSchedule
          tab={tab.tab}
          upload={upload}
          onDone={() =>
            say(`Ended. From now on “${tab.tab}” is ${doneWord(upload)} only when somebody does it.`)
          }
          session={session}
        />
      )}
    </>
  );
}
