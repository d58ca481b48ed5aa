/** Changing the settings of the file, and saving them. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Settings } from '../../src/app/contract';
import { failureOf, type Failure } from '../rpc/failure';
import type { Session } from '../state/session';
import { changesIn, draftOf, LIMITS, settingsOf, type SettingsDraft } from '../state/settings-draft';
import { FailureNotice } from './FailureNotice';
import { LeaveQuestion } from './LeaveQuestion';
import { Notice } from './Notice';
import { NumberSetting } from './NumberSetting';
import { RadioChoice, type Choice } from './RadioChoice';
import { ReportSettings } from './report/ReportSettings';
import { ScreenHead } from './ScreenHead';

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

const CHANGE_LOG: readonly Choice<Settings['changeLog']>[] = [
  {
    value: 'on',
    title: 'Note what changed',
    help: 'The tab “Change log” lists each value that a refresh changed: record, field, before and after.',
  },
  {
    value: 'off',
    title: 'Note nothing',
    help: 'What was noted before stays in the tab.',
  },
];

const LIFECYCLE: readonly Choice<Settings['sendLifecycle']>[] = [
  {
    value: 'off',
    title: 'Keep it in the sheet',
    help: 'Edits of it are shown in the preview and not sent.',
  },
  {
    value: 'on',
    title: 'Let it be sent',
    help: 'It can start offboarding automations in Torii: apps are taken away from people. Each push of it asks a second time.',
  },
];

type Saving = 'no' | 'busy' | 'done' | Failure;

export function SettingsForm({ settings, session }: { settings: Settings; session: Session }): JSX.Element {
  const [saved, setSaved] = useState(settings);
  const [draft, setDraft] = useState(() => draftOf(settings));
  const [saving, setSaving] = useState<Saving>('no');
  const [leaving, setLeaving] = useState(false);
  const wanted = settingsOf(draft);
  const changes = wanted && changesIn(wanted, saved);
  const same = changes !== null && Object.keys(changes).length === 0;
  const save = (event: Event): void => {
    event.preventDefault();
    if (saving === 'busy' || changes === null || same) return;
    setSaving('busy');
    session.settings(changes).then(
      (now) => {
        setSaved(now);
        setSaving('done');
      },
      (thrown: unknown) => setSaving(failureOf(thrown)),
    );
  };
  const change = (part: Partial<SettingsDraft>): void => {
    setDraft({ ...draft, ...part });
    if (saving !== 'busy') setSaving('no');
  };
  return (
    <>
      <ScreenHead
        title="Settings of this file"
        onBack={() => (same || saving === 'busy' ? session.close() : setLeaving(true))}
      />
      {leaving && <LeaveQuestion onStay={() => setLeaving(false)} onLeave={() => session.close()} />}
      <p class="hint">They hold for everybody who works in this file, from the next refresh or push on.</p>
      <form onSubmit={save} noValidate>
        <RadioChoice
          legend="When a record is gone from the platform"
          choices={VANISHED}
          chosen={draft.vanishedRows}
          onChoose={(vanishedRows) => change({ vanishedRows })}
        />
        <NumberSetting
          label="Dated copies to keep for each tab"
          help="For tabs that leave a copy at each run. The oldest copy is deleted when there are more."
          {...LIMITS.copiesKept}
          typed={draft.copiesKept}
          onType={(copiesKept) => change({ copiesKept })}
        />
        <NumberSetting
          label="Runs to keep in the tab “Activity”"
          help="One row for each pull and refresh. The oldest rows are deleted when there are more; 0 for none."
          {...LIMITS.activityKept}
          typed={draft.activityKept}
          onType={(activityKept) => change({ activityKept })}
        />
        <RadioChoice
          legend="When a refresh changes values"
          choices={CHANGE_LOG}
          chosen={draft.changeLog}
          onChoose={(changeLog) => change({ changeLog })}
        />
        <NumberSetting
          label="Rows to keep in the tab “Change log”"
          help="The oldest rows are deleted when there are more."
          {...LIMITS.changeLogKept}
          typed={draft.changeLogKept}
          onType={(changeLogKept) => change({ changeLogKept })}
        />
        <NumberSetting
          label="Rows to keep in the tab “Push journal”"
          help="One row for each change that was sent. What is deleted there cannot be undone from here any more."
          {...LIMITS.journalKept}
          typed={draft.journalKept}
          onType={(journalKept) => change({ journalKept })}
        />
        <RadioChoice
          legend="The lifecycle status of Torii’s users"
          choices={LIFECYCLE}
          chosen={draft.sendLifecycle}
          onChoose={(sendLifecycle) => change({ sendLifecycle })}
        />
        <ReportSettings draft={draft} onChange={change} />
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
            aria-disabled={same || changes === null || saving === 'busy'}
          >
            {saving === 'busy' ? 'Saving …' : 'Save'}
          </button>
        </p>
      </form>
    </>
  );
}
