/** One upload of the list. */
import type { JSX } from 'preact';
import type { UploadEntry } from '../../../src/app/upload/contract';
import type { Session } from '../../state/session';
import { entryWords, uploadedByWords } from '../../words/upload';
import { Icon, type IconName } from '../Icon';
import { OpenButton } from '../OpenButton';
import { useNow } from '../useNow';
import { SentDownload } from './SentDownload';

const LOOKS: Readonly<Record<UploadEntry['end'], { readonly icon: IconName; readonly look: string }>> = {
  done: { icon: 'check', look: 'done' },
  failed: { icon: 'warning', look: 'failed' },
  stopped: { icon: 'info', look: 'stopped' },
  sending: { icon: 'clock', look: 'stopped' },
};

export function PastUpload({ entry, session }: { entry: UploadEntry; session: Session }): JSX.Element {
  const now = useNow(20_000);
  const { upload, tab, target, place, provider, outcome, end, kept, comparable } = entry;
  const { icon, look } = LOOKS[end];
  const when = uploadedByWords(entry, now);
  return (
    <li class={`activity-entry ${look}`}>
      <Icon name={icon} />
      <div>
        <h3>{tab}</h3>
        <p class="hint">{when}</p>
        <p>{entryWords(entry)}</p>
        <p class="hint">{[provider, place].filter((part) => part !== '').join(' · ')}</p>
        <p>{outcome}</p>
        <p class="links">
          {end === 'done' && kept && comparable && (
            <OpenButton
              label="Check now"
              about={`${tab}, ${when}`}
              screen={{ name: 'verify', upload, tab, target }}
              session={session}
            />
          )}
          {kept && <SentDownload upload={upload} about={`${tab}, ${when}`} session={session} />}
        </p>
      </div>
    </li>
  );
}
