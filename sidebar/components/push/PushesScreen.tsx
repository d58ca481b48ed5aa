/** The latest pushes of the file: what was sent, by whom, and the ways to take it back and to keep the journal. */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { PushInfo } from '../../../src/app/contract';
import { failureOf, type Failure } from '../../rpc/failure';
import type { Session } from '../../state/session';
import { FailureNotice } from '../FailureNotice';
import { ScreenHead } from '../ScreenHead';
import { PushEntry } from './PushEntry';

const SHOWN = 20;

export function PushesScreen({ session }: { session: Session }): JSX.Element {
  const [pushes, setPushes] = useState<readonly PushInfo[] | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const read = (): void => {
    setFailure(null);
    session.pushes(SHOWN).then(setPushes, (thrown: unknown) => setFailure(failureOf(thrown)));
  };
  useEffect(read, []);
  return (
    <>
      <ScreenHead title="Pushes" onBack={() => session.close()} />
      {failure && <FailureNotice failure={failure} onRetry={read} />}
      {!pushes && !failure && (
        <p class="hint" role="status">
          Reading the Push journal …
        </p>
      )}
      {pushes?.length === 0 && <p>Nothing was sent yet. Each push of edits is listed here.</p>}
      {pushes && pushes.length > 0 && (
        <>
          <ul class="activity">
            {pushes.map((push) => (
              <PushEntry key={push.plan} push={push} session={session} />
            ))}
          </ul>
          <p class="hint">
            {pushes.length < SHOWN ? 'These are all.' : `These are the latest ${SHOWN}.`} The tab “Push
            journal” has every change as a row; the settings of this file say how many it keeps.
          </p>
        </>
      )}
    </>
  );
}
