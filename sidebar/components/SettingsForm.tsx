/** Changing the settings of the file, and saving them. */
import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { Settings } from '../../src/app/contract';
import { failureOf, type Failure } from '../rpc/failure';
import type { Session } from '../state/session';
import { copiesKept, MOST_COPIES } from '../state/copies-kept';
import { FailureNotice } from './FailureNotice';
import { Notice } from './Notice';
import { RadioChoice, type Choice } from './RadioChoice';
import { ScreenHead } from './ScreenHead';
import { LeaveQuestion } from './LeaveQuestion';

const VANISHED: readonly Choice<Settings['vanishedRows']>[] = [
  {
    value: 'mark',
    title: 'Grey the row and date it',
    help: 'It stays with all notes and columns beside it, until somebody deletes it.',
  },
  {
    value: 'remove',
    title: 'Take the row out at once',
    help: 'Rows that hold somebody’s own work, such as notes beside them or edits that were not sent, are greyed instead.',
  },
];

type Saving = 'no' | 'busy' | 'done' | Failure;

export function SettingsForm({ settings, session }: { settings: Settings; session: Session }): JSX.Element {
  const [saved, setSaved] = useState(settings);
  const [vanishedRows, setVanishedRows] = useState(settings.vanishedRows);
  const [copies, setCopies] = useState(String(settings.copiesKept));
  const [saving, setSaving] = useState<Saving>('no');
  const [leaving, setLeaving] = useState(false);
  const id = useId();
  const count = copiesKept(copies);
  const same = vanishedRows === saved.vanishedRows && count === saved.copiesKept;
  const save = (event: Event): void => {
    event.preventDefault();
    if (saving === 'busy' || count === null || same) return;
    setSaving('busy');
    session.settings({ vanishedRows, copiesKept: count }).then(
      (now) => {
        setSaved(now);
        setSaving('done');
      },
      (thrown: unknown) => setSaving(failureOf(thrown)),
    );
  };
  const edited = (): void => {
    if (saving !== 'busy') setSaving('no');
  };
  return (
    <>
      <ScreenHead
        title="Settings of this file"
        onBack={() => (same || saving === 'busy' ? session.close() : setLeaving(true))}
      />
      {leaving && <LeaveQuestion onStay={() => setLeaving(false)} onLeave={() => session.close()} />}
      <p class="hint">They hold for everybody who works in this file, from the next refresh on.</p>
      <form onSubmit={save} noValidate>
        <RadioChoice
          legend="When a record is gone from the platform"
          choices={VANISHED}
          chosen={vanishedRows}
          onChoose={(value) => {
            setVanishedRows(value);
            edited();
          }}
        />
        <div>
          <label for={id}>Dated copies to keep for each tab</label>
          <input
            id={id}
            type="number"
            class="box short"
            min={1}
            max={MOST_COPIES}
            step={1}
            value={copies}
            aria-invalid={count === null}
            aria-describedby={`${id}-help`}
            onInput={(event) => {
              setCopies(event.currentTarget.value);
              edited();
            }}
          />
          {count === null ? (
            <p class="problem" id={`${id}-help`} role="alert">
              Type a whole number from 1 to {MOST_COPIES}.
            </p>
          ) : (
            <p class="hint" id={`${id}-help`}>
              For tabs that leave a copy at each run. The oldest copy is deleted when there are more.
            </p>
          )}
        </div>
        {typeof saving === 'object' && <FailureNotice failure={saving} />}
        {saving === 'done' && (
          <Notice tone="good" alert>
            <p>Saved.</p>
          </Notice>
        )}
        <p class="actions">
          <button
            type="submit"
            class="button primary"
            aria-disabled={same || count === null || saving === 'busy'}
          >
            {saving === 'busy' ? 'Saving …' : 'Save'}
          </button>
        </p>
      </form>
    </>
  );
}
