/** A sync that was begun and never finished stands in the way: go on with it, or throw it away. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { failureOf, type Failure } from '../../rpc/failure';
import { FailureNotice } from '../FailureNotice';
import { RadioChoice, type Choice } from '../RadioChoice';

type Way = 'resume' | 'abort';

const WAYS: readonly Choice<Way>[] = [
  { value: 'resume', title: 'Go on with it', help: 'Right if it was this upload: what is in it stays.' },
  {
    value: 'abort',
    title: 'Throw it away and begin anew',
    help: 'What somebody put into it so far is lost.',
  },
];

/** @param onChoose rejects with RpcFailure */
export function OpenSync({ onChoose }: { onChoose: (way: Way) => Promise<void> }): JSX.Element {
  const [way, choose] = useState<Way>('resume');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const go = (event: Event): void => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setFailure(null);
    onChoose(way).catch((thrown: unknown) => {
      setFailure(failureOf(thrown));
      setBusy(false);
    });
  };
  return (
    <form onSubmit={go}>
      <RadioChoice legend="What about the open one?" choices={WAYS} chosen={way} onChoose={choose} />
      {failure && <FailureNotice failure={failure} />}
      <p class="actions">
        <button type="submit" class="button primary" aria-disabled={busy}>
          {busy ? 'Sending …' : 'Send'}
        </button>
      </p>
    </form>
  );
}
