/** Choosing how often a tab is refreshed by itself, seeing what that takes, and saving it. */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { ScheduleInfo, TabInfo } from '../../../src/app/contract';
import { failureOf, type Failure } from '../../rpc/failure';
import { rhythmOf, sameRhythm, type Rhythm } from '../../state/rhythm';
import { loadOf } from '../../state/schedule';
import type { Session } from '../../state/session';
import { nextWords } from '../../words/schedule';
import { FailureNotice } from '../FailureNotice';
import { Notice } from '../Notice';
import { RadioChoice, type Choice } from '../RadioChoice';
import { EstimateView } from './EstimateView';
import { TimeChoice } from './TimeChoice';
import { useEstimate } from './useEstimate';

interface Props {
  tab: Pick<TabInfo, 'tab' | 'provider'>;
  /** Target, where it is uploaded by itself. */
  upload: string | undefined;
  /** This person's own; absent where there is none yet. */
  schedule: ScheduleInfo | undefined;
  timeZone: string | undefined;
  /** Told whether there is something to save. */
  onDirty: (dirty: boolean) => void;
  session: Session;
}

const KINDS: readonly Choice<Rhythm['every']>[] = [
  { value: 'hour', title: 'Every hour', help: 'For what changes all day. Takes the most.' },
  { value: 'day', title: 'Every day', help: 'The usual choice: fresh when work begins.' },
  { value: 'week', title: 'Every week', help: 'For what seldom changes.' },
];

export function RhythmForm({ tab, upload, schedule, timeZone, onDirty, session }: Props): JSX.Element {
  const [start, setStart] = useState(() => rhythmOf(schedule));
  const [rhythm, setRhythm] = useState(start);
  const [saving, setSaving] = useState<'no' | 'busy' | ScheduleInfo | Failure>('no');
  const { estimate, failure, again } = useEstimate(session, tab.tab, rhythm, upload);
  const dirty = !sameRhythm(rhythm, start);
  useEffect(() => onDirty(dirty), [dirty]);
  // One that fails may be saved as it is: that sets Google's clock anew.
  const idle = schedule !== undefined && !dirty && !schedule.failing;

  const change = (part: Partial<Rhythm>): void => {
    if (saving === 'busy') return;
    setRhythm({ ...rhythm, ...part });
    setSaving('no');
  };
  const save = (event: Event): void => {
    event.preventDefault();
    if (saving === 'busy' || idle) return;
    setSaving('busy');
    session.schedule(tab.tab, rhythm, upload).then(
      (saved) => {
        setStart(rhythm);
        setSaving(saved);
      },
      (thrown: unknown) => setSaving(failureOf(thrown)),
    );
  };
  const rekey = (): void => session.rekey(tab.provider);
  const label = estimate && loadOf(estimate) === 'too much' ? 'Save all the same' : 'Save';
  return (
    <form onSubmit={save}>
      <RadioChoice
        legend={upload === undefined ? 'Refresh' : 'Upload'}
        choices={KINDS}
        chosen={rhythm.every}
        onChoose={(every) => change({ every })}
      />
      <TimeChoice rhythm={rhythm} timeZone={timeZone} onChange={change} />
      {failure ? (
        <FailureNotice failure={failure} onRetry={again} onRekey={rekey} />
      ) : (
        <EstimateView estimate={estimate} timeZone={timeZone} />
      )}
      {typeof saving === 'object' &&
        ('code' in saving ? (
          <FailureNotice failure={saving} onRekey={rekey} />
        ) : (
          <Notice tone="good" alert>
            <p>
              Saved: {upload === undefined ? 'refreshes' : 'uploads'} {saving.words}, next:{' '}
              {nextWords(saving, Date.now(), timeZone)}.
            </p>
          </Notice>
        ))}
      <p class="actions">
        <button type="submit" class="button primary" aria-disabled={idle || saving === 'busy'}>
          {saving === 'busy' ? 'Saving …' : label}
        </button>
      </p>
    </form>
  );
}
