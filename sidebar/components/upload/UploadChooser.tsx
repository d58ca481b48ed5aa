/** Chooses the tab that is uploaded, and what it becomes on which platform. */
import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { StatusValue } from '../../../src/app/contract';
import type { UploadTabInfo, UploadTargetInfo } from '../../../src/app/upload/contract';
import type { Session } from '../../state/session';
import type { UploadPick } from '../../state/upload-draft';
import { OpenButton } from '../OpenButton';
import { RadioChoice } from '../RadioChoice';
import { SplitOffer } from './SplitOffer';

interface Props {
  tabs: readonly UploadTabInfo[];
  targets: readonly UploadTargetInfo[];
  /** What is chosen at first. */
  first: Partial<UploadPick>;
  status: StatusValue;
  session: Session;
  /** Reads the tabs anew. */
  onAgain: () => void;
  onPick: (pick: UploadPick) => void;
}

export function UploadChooser(props: Props): JSX.Element {
  const { tabs, targets, first, status, session, onAgain, onPick } = props;
  const [tab, setTab] = useState(tabs.some((one) => one.tab === first.tab) ? first.tab : tabs[0]?.tab);
  const [chosen, choose] = useState(first.target);
  const id = useId();
  if (tab === undefined) {
    return (
      <>
        <p>
          No tab of this file has rows below a header. Paste an export into a tab, its header in the first
          row.
        </p>
        <p class="actions">
          <button type="button" class="button" onClick={onAgain}>
            Look again
          </button>
        </p>
      </>
    );
  }
  const info = tabs.find((one) => one.tab === tab);
  const target = targets.find((one) => one.target === (chosen ?? info?.targets[0]));
  const unconnected = status.providers.filter(
    ({ provider }) => !status.connections.some((one) => one.provider === provider),
  );
  const go = (event: Event): void => {
    event.preventDefault();
    if (target) onPick({ tab, target: target.target });
  };
  return (
    <form onSubmit={go}>
      <div>
        <label for={id}>Tab</label>
        <select id={id} class="box" value={tab} onChange={(event) => setTab(event.currentTarget.value)}>
          {tabs.map((one) => (
            <option key={one.tab} value={one.tab}>
              {one.tab}
              {one.template && ` · ${one.template.title}`}
              {one.active && ' · open now'}
            </option>
          ))}
        </select>
        {info?.template && <p class="hint">{info.template.description}</p>}
      </div>
      {info?.splits !== undefined && (
        <SplitOffer tab={tab} columns={info.splits} session={session} onSplit={onAgain} />
      )}
      {status.connections.map(({ provider, title }) => {
        const own = targets.filter((one) => one.provider === provider);
        return (
          own.length > 0 && (
            <RadioChoice
              key={provider}
              legend={`To ${title}, as`}
              choices={own.map((one) => ({ value: one.target, title: one.title, help: one.description }))}
              chosen={target?.target ?? ''}
              onChoose={choose}
            />
          )
        );
      })}
      {unconnected.map(({ provider, title }) => (
        <p key={provider} class="hint">
          Uploading to {title} needs a key of yours.{' '}
          <OpenButton label={`Connect to ${title}`} screen={{ name: 'key', provider }} session={session} />
        </p>
      ))}
      <p class="actions">
        <button type="submit" class="button primary" aria-disabled={!target}>
          Next
        </button>
        {!target && <span class="hint">Choose what it becomes.</span>}
      </p>
    </form>
  );
}
