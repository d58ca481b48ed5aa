/** Offers to split a tab into which the text of an export was pasted with all its columns in one. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { failureOf, type Failure } from '../../rpc/failure';
import type { Session } from '../../state/session';
import { FailureNotice } from '../FailureNotice';

interface Props {
  tab: string;
  columns: number;
  session: Session;
  onSplit: () => void;
}

export function SplitOffer({ tab, columns, session, onSplit }: Props): JSX.Element {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const split = (): void => {
    if (busy) return;
    setBusy(true);
    setFailure(null);
    session.uploads
      .split(tab)
      .then(onSplit, (thrown: unknown) => setFailure(failureOf(thrown)))
      .then(() => setBusy(false));
  };
  return (
    <>
      <p>“{tab}” has all its columns in one, with commas or the like between them.</p>
      <p class="actions">
        <button type="button" class="button small primary" aria-disabled={busy} onClick={split}>
          {busy ? 'Splitting it …' : `Split it into ${columns} columns`}
        </button>
      </p>
      {failure && <FailureNotice failure={failure} onRetry={split} />}
    </>
  );
}
