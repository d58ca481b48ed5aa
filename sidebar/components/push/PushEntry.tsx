/** One push of the journal. */
import type { JSX } from 'preact';
import type { PushInfo } from '../../../src/app/contract';
import type { Session } from '../../state/session';
import { outcomeCountsWords, pushedWords } from '../../words/push';
import { Icon } from '../Icon';
import { OpenButton } from '../OpenButton';
import { useNow } from '../useNow';
import { JournalDownload } from './JournalDownload';

const PURPOSES: Readonly<Record<PushInfo['purpose'], string>> = {
  push: 'Push',
  undo: 'Undo',
  report: 'Findings into',
};

export function PushEntry({ push, session }: { push: PushInfo; session: Session }): JSX.Element {
  const now = useNow(20_000);
  const { plan, tab, purpose, failed, unknown, undoable } = push;
  const well = failed + unknown === 0;
  return (
    <li class={`activity-entry ${well ? 'done' : 'failed'}`}>
      <Icon name={well ? 'check' : 'warning'} />
      <div>
        <h3>
          {PURPOSES[purpose]} {tab}
        </h3>
        <p class="hint">{pushedWords(push, now)}</p>
        <p>{outcomeCountsWords(push)}</p>
        <p class="links">
          {undoable && (
            <OpenButton
              label="Undo …"
              about={`${tab}, ${pushedWords(push, now)}`}
              screen={{ name: 'preview', subject: { kind: 'undo', tab, push: plan } }}
              session={session}
            />
          )}
          <JournalDownload push={push} session={session} />
        </p>
      </div>
    </li>
  );
}
