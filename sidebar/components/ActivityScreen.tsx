/** The latest runs of the file: what was done, by whom, and what came of it. */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { ActivityInfo } from '../../src/app/contract';
import { failureOf, type Failure } from '../rpc/failure';
import type { Session } from '../state/session';
import { ActivityEntry } from './ActivityEntry';
import { FailureNotice } from './FailureNotice';
import { OpenButton } from './OpenButton';
import { ScreenHead } from './ScreenHead';

const SHOWN = 20;

export function ActivityScreen({ session }: { session: Session }): JSX.Element {
  const [runs, setRuns] = useState<readonly ActivityInfo[] | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const read = (): void => {
    setFailure(null);
    session.activity(SHOWN).then(setRuns, (thrown: unknown) => setFailure(failureOf(thrown)));
  };
  useEffect(read, []);
  return (
    <>
      <ScreenHead title="Activity" onBack={() => session.close()} />
      <p class="links">
        <OpenButton label="Pushes: undo, and journal" screen={{ name: 'pushes' }} session={session} />
      </p>
      {failure && <FailureNotice failure={failure} onRetry={read} />}
      {!runs && !failure && (
        <p class="hint" role="status">
          Reading the latest runs …
        </p>
      )}
      {runs?.length === 0 && <p>Nothing has run yet. Each pull, refresh and push is listed here.</p>}
      {runs && runs.length > 0 && (
        <>
          <ul class="activity">
            {runs.map((run) => (
              <ActivityEntry key={run.run} run={run} />
            ))}
          </ul>
          <p class="hint">
            {runs.length < SHOWN ? 'These are all.' : `These are the latest ${SHOWN}.`} The tab “Activity” has
            them as rows, with all figures; the settings of this file say how many it keeps.
          </p>
        </>
      )}
    </>
  );
}
