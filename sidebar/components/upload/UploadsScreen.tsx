/** The latest uploads of the file: what was sent where, by whom, and what came of it. */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { UploadEntry } from '../../../src/app/upload/contract';
import { failureOf, type Failure } from '../../rpc/failure';
import type { Session } from '../../state/session';
import { FailureNotice } from '../FailureNotice';
import { ScreenHead } from '../ScreenHead';
import { PastUpload } from './PastUpload';

const SHOWN = 20;

export function UploadsScreen({ session }: { session: Session }): JSX.Element {
  const [entries, setEntries] = useState<readonly UploadEntry[] | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const read = (): void => {
    setFailure(null);
    session.uploads.latest(SHOWN).then(setEntries, (thrown: unknown) => setFailure(failureOf(thrown)));
  };
  useEffect(read, []);
  return (
    <>
      <ScreenHead title="Uploads so far" onBack={() => session.close()} />
      {failure && <FailureNotice failure={failure} onRetry={read} />}
      {!entries && !failure && (
        <p class="hint" role="status">
          Reading the list of uploads …
        </p>
      )}
      {entries?.length === 0 && <p>Nothing was uploaded yet. Each upload is listed here.</p>}
      {entries && entries.length > 0 && (
        <>
          <ul class="activity">
            {entries.map((entry) => (
              <PastUpload key={entry.upload} entry={entry} session={session} />
            ))}
          </ul>
          <p class="hint">
            {entries.length < SHOWN ? 'These are all.' : `These are the latest ${SHOWN}.`} The tab “Uploads”
            has them as rows. Of each tab, what was sent last is kept.
          </p>
        </>
      )}
    </>
  );
}
