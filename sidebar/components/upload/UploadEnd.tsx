/** What came of an upload, what happens now, and what can be done with it. */
import type { JSX } from 'preact';
import type { UploadResult } from '../../../src/app/upload/contract';
import type { Session } from '../../state/session';
import { leftOutWords, sizeWords, uploadedWords } from '../../words/upload';
import { Notice } from '../Notice';
import { OpenButton } from '../OpenButton';
import { Fold } from './Fold';
import { SentDownload } from './SentDownload';

interface Props {
  result: UploadResult;
  session: Session;
  onClose: () => void;
}

export function UploadEnd({ result, session, onClose }: Props): JSX.Element {
  const { tab, upload, target, counts, ids, remarks, comparable } = result;
  const facts = Object.entries(ids);
  return (
    <>
      <Notice tone="good" onClose={onClose}>
        <p class="what">{uploadedWords(result)}.</p>
        {counts.leftOut > 0 && <p>{leftOutWords(counts.leftOut)}</p>}
        {remarks.map((remark) => (
          <p key={remark}>{remark}</p>
        ))}
        <Fold summary={sizeWords(result)}>
          <dl class="ids">
            {[...facts, ['Upload', upload] as const].map(([name, id]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{id}</dd>
              </div>
            ))}
          </dl>
        </Fold>
      </Notice>
      <p class="actions">
        {comparable && (
          <OpenButton
            label="Check now what arrived"
            screen={{ name: 'verify', upload, tab, target }}
            session={session}
            boxed
          />
        )}
        <OpenButton
          label="Upload again on a schedule"
          screen={{ name: 'schedule', tab, upload: target }}
          session={session}
          boxed
        />
      </p>
      <p class="links">
        <SentDownload upload={upload} session={session} />
        <OpenButton label="Uploads so far" screen={{ name: 'uploads' }} session={session} />
      </p>
    </>
  );
}
