/** What came of a push: what was sent, what was not and why, and the way to take it back. */
import type { JSX } from 'preact';
import type { JobInfo, PushResult } from '../../../src/app/contract';
import type { Session } from '../../state/session';
import { leftOverWords, sentWords } from '../../words/push';
import { stoppedWords } from '../../words/job';
import { Notice } from '../Notice';
import { OpenButton } from '../OpenButton';
import { PushFailures } from './PushFailures';
import { UnsentRows } from './UnsentRows';

interface Props {
  info: JobInfo;
  result: PushResult;
  session: Session;
  onClose: () => void;
}

export function PushEnd({ info, result, session, onClose }: Props): JSX.Element {
  const { sent, failed, unknown, remarks, failures } = result;
  const well = info.state === 'done' && failed + unknown === 0;
  return (
    <Notice tone={well ? 'good' : 'warning'} onClose={onClose}>
      <p class="what">{sentWords(result, info.progress.unit)}</p>
      {info.state === 'stopped' && <p>{stoppedWords(info)}</p>}
      {leftOverWords(result).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {failures.length > 0 && (
        <PushFailures tab={result.tab} failures={failures} failed={failed + unknown} session={session} />
      )}
      {failed + unknown > 0 && <UnsentRows tab={result.tab} session={session} />}
      {remarks.map((remark) => (
        <p key={remark}>{remark}</p>
      ))}
      {sent > 0 && (
        <p class="actions">
          <OpenButton
            label="Undo this push …"
            screen={{ name: 'preview', subject: { kind: 'undo', tab: result.tab, push: result.plan } }}
            session={session}
            boxed
          />
        </p>
      )}
    </Notice>
  );
}
